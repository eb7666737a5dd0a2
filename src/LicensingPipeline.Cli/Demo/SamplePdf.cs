using System.Globalization;

namespace LicensingPipeline.Cli.Demo;

/// <summary>How the cells of a row stand in it.</summary>
internal enum SampleAlignment
{
    Top,
    Middle,
    Bottom,
}

/// <summary>What is ruled.</summary>
internal enum SampleRules
{
    None,
    /// <summary>A box around each cell.</summary>
    Cells,
    /// <summary>One box around each row, across all columns.</summary>
    Rows,
}

/// <summary>Writes an invented register as a PDF: a table over as many pages as it takes, the mark at the foot of each.</summary>
/// <param name="Columns">Width of each column in points.</param>
internal sealed record SamplePdf(IReadOnlyList<double> Columns)
{
    private const double Padding = 2;
    private const double Margin = 28;
    private const double FootSize = 6;

    /// <summary>Size of the page in points; A4 on its side.</summary>
    public (double Width, double Height) Page { get; init; } = (842, 595);

    public double Size { get; init; } = 7;

    /// <summary>Distance of two lines, as a share of the size.</summary>
    public double Leading { get; init; } = 1.25;

    /// <summary>Lines above the headings of the first page.</summary>
    public IReadOnlyList<string> Titles { get; init; } = [];

    public bool HeadingsOnEachPage { get; init; }

    /// <summary>Whether headings stand in the middle of their columns.</summary>
    public bool HeadingsCentred { get; init; }

    public SampleAlignment Alignment { get; init; } = SampleAlignment.Top;

    public SampleRules Rules { get; init; } = SampleRules.Cells;

    /// <summary>Least height of a row.</summary>
    public double RowHeight { get; init; }

    /// <summary>Space above and below the text of a cell.</summary>
    public double RowPadding { get; init; } = 2;

    /// <summary>Whether a row that does not fit on a page goes on upon the next.</summary>
    public bool RowsGoOn { get; init; }

    /// <summary>Writes <c>Page 3 of 12</c> at the foot.</summary>
    public bool PageNumbers { get; init; }

    private double Pitch => Size * Leading;

    private double Foot => Page.Height - Margin - 14;

    /// <summary>The register as a file.</summary>
    public byte[] Write(SampleCopy copy) => Draw(copy).Bytes;

    /// <summary>How many lines of the file are no entry: the foot of each page, and the headings where they stand again.</summary>
    public int NoRecords(SampleCopy copy)
    {
        var pages = Draw(copy).Pages;
        return pages + (HeadingsOnEachPage ? pages - 1 : 0);
    }

    private (byte[] Bytes, int Pages) Draw(SampleCopy copy)
    {
        // A spoiled copy may have more columns than ours.
        var widths = copy.Headings.Select((_, i) => i < Columns.Count ? Columns[i] : 60).ToList();
        var fitting = this with { Columns = widths, Page = (Math.Max(Page.Width, widths.Sum() + (2 * Margin)), Page.Height) };
        // The number of pages stands on each of them, so that they are counted first.
        return fitting.Draw(copy, fitting.Draw(copy, 0).Pages);
    }

    private (byte[] Bytes, int Pages) Draw(SampleCopy copy, int pages)
    {
        using var file = new SamplePdfFile(Page.Width, Page.Height);
        var (y, page) = (Margin, 1);
        foreach (var title in Titles)
        {
            file.Text(Margin + 10, y + Size, Size + 2, title);
            y += 2 * Pitch;
        }

        var headings = Cells(copy.Headings);
        y = Lines(file, y, headings, heading: true);
        foreach (var row in copy.Rows)
        {
            var left = row.Length == Columns.Count ? Cells(row.Select(SampleText.Plain)) : [[string.Join(' ', row.Select(SampleText.Plain))]];
            while (!Fits(y, left))
            {
                left = RowsGoOn ? Begin(file, y, left) : left;
                End(file, page++, pages);
                y = HeadingsOnEachPage ? Lines(file, Margin, headings, heading: true) : Margin;
            }

            y = Lines(file, y, left, heading: false);
        }

        End(file, page, pages);
        return (file.Bytes(), page);
    }

    private double Height(List<List<string>> cells, bool heading) => Math.Max(heading ? 0 : RowHeight, (cells.Max(c => c.Count) * Pitch) + (2 * RowPadding));

    /// <summary>Whether a row fits under a place; on a page that is empty it must.</summary>
    private bool Fits(double y, List<List<string>> cells) => y + Height(cells, heading: false) <= Foot || y < Margin + 60;

    private List<List<string>> Cells(IEnumerable<string> texts) => [.. texts.Select((t, i) => SampleType.Lines(t, Columns[i] - (2 * Padding), Size))];

    /// <summary>Writes as many lines of a row as fit and gives those that are left.</summary>
    private List<List<string>> Begin(SamplePdfFile file, double y, List<List<string>> cells)
    {
        var fits = Math.Max(0, (int)((Foot - y - (2 * RowPadding)) / Pitch));
        if (fits > 0)
        {
            Lines(file, y, [.. cells.Select(c => c.GetRange(0, Math.Min(fits, c.Count)))], heading: false);
        }

        return [.. cells.Select(c => c.GetRange(Math.Min(fits, c.Count), Math.Max(0, c.Count - fits)))];
    }

    private double Lines(SamplePdfFile file, double y, List<List<string>> cells, bool heading)
    {
        var down = Height(cells, heading);
        if (Rules == SampleRules.Rows)
        {
            file.Box(Margin, y, Columns.Sum(), down);
        }

        var x = Margin;
        foreach (var (i, lines) in cells.Index())
        {
            if (Rules == SampleRules.Cells)
            {
                file.Box(x, y, cells.Count == 1 ? Columns.Sum() : Columns[i], down);
            }

            Cell(file, x, y, Columns[i], down, lines, heading);
            x += Columns[i];
        }

        return y + down;
    }

    private void Cell(SamplePdfFile file, double x, double y, double across, double down, List<string> lines, bool heading)
    {
        var spare = down - (lines.Count * Pitch) - (2 * RowPadding);
        var above = (heading ? SampleAlignment.Middle : Alignment) switch
        {
            SampleAlignment.Top => 0,
            SampleAlignment.Middle => spare / 2,
            _ => spare,
        };
        foreach (var (n, line) in lines.Index())
        {
            var inset = heading && HeadingsCentred ? (across - SampleType.Width(line, Size)) / 2 : Padding;
            file.Text(x + inset, y + RowPadding + above + (n * Pitch) + Size, Size, line);
        }
    }

    private void End(SamplePdfFile file, int page, int pages)
    {
        file.Text(Margin, Page.Height - Margin, FootSize, $"{Demonstration.Mark}.");
        if (PageNumbers)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"Page {page} of {pages}");
            file.Text(Page.Width - Margin - SampleType.Width(text, FootSize), Page.Height - Margin, FootSize, text);
        }

        file.EndPage();
    }
}
