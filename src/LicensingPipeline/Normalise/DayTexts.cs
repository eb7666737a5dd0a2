using System.Globalization;

namespace LicensingPipeline.Normalise;

/// <summary>ISO texts of days. A register has a few thousand different days and a million cells that hold one.</summary>
internal sealed class DayTexts
{
    private readonly Dictionary<int, string> _texts = [];

    public string Of(DateOnly day)
    {
        if (!_texts.TryGetValue(day.DayNumber, out var text))
        {
            text = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (_texts.Count < 20_000)
            {
                _texts[day.DayNumber] = text;
            }
        }

        return text;
    }

    /// <summary>Reads a text this class wrote; anything else, such as the mark of a withheld value, is none.</summary>
    public static bool TryRead(string iso, out DateOnly day)
    {
        day = default;
        if (!char.IsAsciiDigit(iso[0]))
        {
            return false;
        }

        var year = ((iso[0] - '0') * 1000) + ((iso[1] - '0') * 100) + ((iso[2] - '0') * 10) + (iso[3] - '0');
        day = new DateOnly(year, ((iso[5] - '0') * 10) + (iso[6] - '0'), ((iso[8] - '0') * 10) + (iso[9] - '0'));
        return true;
    }
}
