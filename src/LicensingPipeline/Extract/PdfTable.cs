using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Extract;

/// <summary>
/// The table that runs over the pages of a PDF becomes rows of text. Pages come and go: a few are held,
/// to see what they have in common, and the last row of a page, which may go on upon the next.
/// </summary>
/// <param name="read">What the source file says about reading.</param>
/// <param name="headings">Required headings of each layout, in normal form.</param>
/// <param name="file">Name of the file where there are several.</param>
internal sealed class PdfTable(ReadSpec read, IReadOnlyList<IReadOnlySet<string>> headings, string? file)
{
    /// <summary>Fewer than the rows in which the reader of tables looks for the headings.</summary>
    private const int MostTitles = 40;

    private readonly PdfHeadings _finder = Finder(read, headings);
    private readonly List<string> _titles = [];
    private PdfHeader? _header;
    private PdfBody? _body;
    private long _words;

    /// <summary>The rows of a document: lines above the headings, the headings, and all that follows.</summary>
    /// <exception cref="SourceException">There is no text, no heading, or no telling the columns apart.</exception>
    public IEnumerable<Row> Rows(IEnumerable<PdfPage> pages)
    {
        var count = 0;
        foreach (var window in PdfWindow.Over(pages))
        {
            count++;
            _words += window.Page.Words.Count;
            foreach (var row in _finder.Any ? Read(window) : Loose(window.Page))
            {
                yield return row;
            }
        }

        if (_words == 0)
        {
            throw SourceException.Drift($"The PDF has no text on its {count} pages: they are pictures of a printed register. Ask the publisher for the table they were printed from.");
        }

        if (_finder.Any && _body is null)
        {
            throw SourceException.Drift($"The headings that the source file names stand on none of the {count} pages of the PDF. Open it: the publisher may have reworded them; write them under columns as they stand there.");
        }

        foreach (var row in _body?.End() ?? [])
        {
            yield return row;
        }
    }

    private static PdfHeadings Finder(ReadSpec read, IReadOnlyList<IReadOnlySet<string>> headings)
    {
        var fewest = headings.Where(h => h.Count > 0).Select(h => h.Count).DefaultIfEmpty(read.Named.Count).Min();
        return new PdfHeadings([.. read.Named, .. headings.SelectMany(h => h)], Math.Max(Math.Min(fewest, 2), (fewest + 1) / 2));
    }

    private IEnumerable<Row> Read(PdfWindow window) => Section(window, new PdfPlace(file, window.Page), window.Page.Words);

    /// <summary>A page, or what is left of it under headings that stand half-way down.</summary>
    private IEnumerable<Row> Section(PdfWindow window, PdfPlace place, IReadOnlyList<PdfWord> words)
    {
        if (_finder.Find(words) is { } header)
        {
            return Headed(window, place, words, header);
        }

        if (_body is not null)
        {
            return _body.Page(place, words, window);
        }

        _titles.AddRange(PdfLine.OfPage(words).Select(Text));
        return [];
    }

    private IEnumerable<Row> Headed(PdfWindow window, PdfPlace place, IReadOnlyList<PdfWord> words, PdfHeader header)
    {
        IReadOnlyList<PdfWord> above = [.. words.Where(w => w.Middle < header.Bottom && !header.Words.Contains(w))];
        // Rows may stand above headings that are said again.
        foreach (var row in _body?.Page(place, above, window) ?? [])
        {
            yield return row;
        }

        if (_header is null)
        {
            _titles.AddRange(PdfLine.OfPage(above).Select(Text));
        }

        var below = Below(words, header);
        var begun = _header is null || _header.HasMoved(header) ? Begin(window, place, header, below) : [];
        var titles = _header is null ? Titles() : [];
        _header = header;
        var heading = new Row([.. header.Headings.Select(h => h.Text)], place.Part, place.Line(header.Words.Min(w => w.Middle)), "line");
        foreach (var row in begun.Concat(titles).Append(heading).Concat(Section(window, place, below)))
        {
            yield return row;
        }
    }

    /// <summary>Begins the table, or goes on with it where its columns stand elsewhere; what was held back of it comes out.</summary>
    private List<Row> Begin(PdfWindow window, PdfPlace place, PdfHeader header, IReadOnlyList<PdfWord> below)
    {
        if (_header is not null && !_header.Headings.Select(h => h.Text).SequenceEqual(header.Headings.Select(h => h.Text), StringComparer.OrdinalIgnoreCase))
        {
            throw SourceException.Drift($"The table on {place.Part} of the PDF has other headings than the one before it. Open it; if it holds several registers, ask the publisher for one file each.");
        }

        List<Row> held = [.. _body?.End() ?? []];
        var pages = window.Ahead.Select(p => Below(p.Words, _finder.Find(p.Words))).Prepend(below).Select(PdfLine.OfPage).ToList();
        _body = new PdfBody(new PdfColumns(header.Headings, [.. pages.SelectMany(p => p)]), read.RowStarts);
        _body.Learn(pages);
        return held;
    }

    private static IReadOnlyList<PdfWord> Below(IReadOnlyList<PdfWord> words, PdfHeader? header) =>
        header is null ? words : [.. words.Where(w => w.Middle >= header.Bottom && !header.Words.Contains(w))];

    /// <summary>What stands before the headings, one row a line; where there is more than a title, the first lines are one row.</summary>
    private IEnumerable<Row> Titles()
    {
        var spare = Math.Max(0, _titles.Count - MostTitles);
        var rows = spare == 0 ? _titles : [string.Join(' ', _titles.Take(spare + 1)), .. _titles.Skip(spare + 1)];
        return rows.Select((t, i) => new Row([t], file, i + 1, "line"));
    }

    /// <summary>Where no heading is known, each line with its texts as they stand apart.</summary>
    private IEnumerable<Row> Loose(PdfPage page)
    {
        var place = new PdfPlace(file, page);
        return PdfLine.OfPage(page.Words).Select(l => new Row([.. PdfLine.Apart(l).Select(Text)], place.Part, place.Line(l[0].Middle), "line"));
    }

    private static string Text(IReadOnlyList<PdfWord> line) => string.Join(' ', line.Select(w => w.Text));
}
