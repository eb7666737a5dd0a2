using System.Globalization;
using System.Text;

namespace LicensingPipeline.Cli.Demo;

/// <summary>How an invented register is written as delimited text.</summary>
/// <param name="Separator">Between two cells.</param>
/// <param name="LineEnd">After each row.</param>
/// <param name="Encoding">Its mark, where it has one, stands at the start of the file.</param>
internal sealed record SampleText(char Separator, string LineEnd, Encoding Encoding)
{
    /// <summary>Rows above the headings, one cell each.</summary>
    public IReadOnlyList<string> Titles { get; init; } = [];

    public byte[] Write(SampleCopy copy)
    {
        var text = new StringBuilder();
        foreach (var row in Titles.Select(t => new object[] { t }).Append([.. copy.Headings]).Concat(copy.Rows))
        {
            text.AppendJoin(Separator, row.Select(Cell)).Append(LineEnd);
        }

        return [.. Encoding.GetPreamble(), .. Encoding.GetBytes(text.ToString())];
    }

    /// <summary>A cell as text, whatever it is in a spreadsheet.</summary>
    public static string Plain(object cell) => cell switch
    {
        string text => text,
        int number => number.ToString(CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(cell), cell, "A cell is a text, a whole number or a day."),
    };

    private string Cell(object cell)
    {
        var text = Plain(cell);
        return text.AsSpan().IndexOfAny([Separator, '"', '\r', '\n']) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
