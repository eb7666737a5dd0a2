using System.Globalization;

namespace LicensingPipeline.Extract;

/// <summary>How the rows of a page say where they stand.</summary>
internal sealed class PdfPlace(string? file, PdfPage page)
{
    private readonly double[] _lines = [.. PdfLine.OfPage(page.Words).Select(l => l[0].Middle)];

    public int Page => page.Number;

    public string Part { get; } = (file is null ? "" : file + ", ") + string.Create(CultureInfo.InvariantCulture, $"page {page.Number}");

    /// <summary>1-based number of the line at a height, from the top of the page.</summary>
    public long Line(double height) => Math.Max(1, _lines.Count(l => l <= height + 0.01));

    /// <summary>A line that belongs to the page and not to the table.</summary>
    public Row PageLine(string text, long number, int columns)
    {
        var cells = new string[columns];
        Array.Fill(cells, "");
        cells[0] = text;
        return new Row(cells, Part, number, "line") { NoRecord = "page-line" };
    }
}
