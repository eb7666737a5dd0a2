using System.Globalization;

namespace LicensingPipeline.Extract;

/// <summary>What a spreadsheet's number means by the way it is shown.</summary>
internal enum NumberKind
{
    /// <summary>A number.</summary>
    Number,
    /// <summary>A day, with or without a time.</summary>
    Date,
    /// <summary>A time of day.</summary>
    Time,
    /// <summary>Hours that may go past a day, such as [h]:mm.</summary>
    Elapsed,
}

/// <summary>The text of a spreadsheet's numbers, dates and errors, the same in every culture.</summary>
internal static class CellText
{
    private const double SecondsInDay = 86_400;
    /// <summary>Days between the two systems in which a workbook may count: 0 is 1899-12-31 or 1904-01-01.</summary>
    private const int DaysTo1904 = 1_462;
    private const double LastSerial = 2_958_466;

    /// <summary>A number as text by what its format shows.</summary>
    public static string Of(double value, NumberKind kind, bool from1904) => kind switch
    {
        NumberKind.Number => Number(value),
        NumberKind.Elapsed => Math.Abs(value) < LastSerial ? Elapsed(value) : Number(value),
        _ => Moment(value, kind, from1904),
    };

    /// <summary>The shortest text that is this number; a whole one without a point, none with an exponent where digits do.</summary>
    public static string Number(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal)
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var plain)
            && (plain != 0 || value == 0)
                ? plain.ToString(CultureInfo.InvariantCulture)
                : text == "-0" ? "0" : text;
    }

    /// <summary>The text Excel shows for an error, by its code in a BIFF file.</summary>
    public static string Error(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#ERROR",
    };

    private static string Moment(double value, NumberKind kind, bool from1904)
    {
        // A time of day that was stored as 0.7499999 is 18:00:00.
        var seconds = Math.Round(value * SecondsInDay);
        if (double.IsNaN(value) || seconds < 0 || value >= LastSerial)
        {
            return Number(value);
        }

        var days = (int)(seconds / SecondsInDay);
        var time = TimeSpan.FromSeconds((long)(seconds - (days * SecondsInDay)));
        if (days == 0 && !from1904)
        {
            // Day 0 of 1900 is no day: a bare time, or a number in a cell made for dates.
            return kind == NumberKind.Time || time > TimeSpan.Zero ? time.ToString("c", CultureInfo.InvariantCulture) : Number(value);
        }

        if (days == 0 && kind == NumberKind.Time)
        {
            return time.ToString("c", CultureInfo.InvariantCulture);
        }

        var clock = time == TimeSpan.Zero ? "" : " " + time.ToString("c", CultureInfo.InvariantCulture);
        return Day(from1904 ? days + DaysTo1904 : days) is { } day ? day + clock : Number(value);
    }

    private static string? Day(int serial)
    {
        // Excel has a 29 February 1900, which no calendar has; the text says what the sheet shows.
        if (serial == 60)
        {
            return "1900-02-29";
        }

        var days = serial < 60 ? serial : serial - 1;
        return days > (DateOnly.MaxValue.DayNumber - new DateOnly(1899, 12, 31).DayNumber)
            ? null
            : new DateOnly(1899, 12, 31).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static string Elapsed(double value)
    {
        var seconds = (long)Math.Round(Math.Abs(value) * SecondsInDay);
        var sign = value < 0 && seconds > 0 ? "-" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}");
    }
}
