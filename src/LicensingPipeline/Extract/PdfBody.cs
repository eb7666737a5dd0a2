using System.Globalization;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Extract;

/// <summary>What stands under the headings, page after page: rows, and lines that belong to the page and not to the table.</summary>
internal sealed class PdfBody
{
    /// <summary>Rows seen before we trust that a column is filled in all of them.</summary>
    private const int RowsToKnow = 8;

    /// <summary>Share of words across two columns from which the columns cannot be told apart.</summary>
    private const double MostAcross = 0.02;
    private const int FewestAcross = 5;

    private readonly PdfColumns _columns;
    private readonly int? _start;
    private readonly PdfRows _rows;
    private readonly long[] _filled;
    private long _count;
    private long _words;
    private long _across;
    private PdfRow? _last;

    public PdfBody(PdfColumns columns, string? rowStarts)
    {
        _columns = columns;
        _filled = new long[columns.Count];
        if (rowStarts is not null)
        {
            _start = Array.FindIndex(columns.Names, n => Headings.Normal(n) == Headings.Normal(rowStarts));
            if (_start < 0)
            {
                throw new SourceException(StreamState.ConfigError, $"read.row-starts is \"{rowStarts}\", which is none of the headings of the PDF. Write the heading as it stands under columns.");
            }
        }

        _rows = new PdfRows(columns.Count, columns.Widths, _start);
    }

    /// <summary>Looks at the first pages before any of them is cut into rows.</summary>
    public void Learn(IEnumerable<List<List<PdfWord>>> pages) =>
        _rows.Learn([.. pages.Select(p => PdfLine.Of(p.Where(l => !PdfPageLines.IsNote(l, _columns)), _columns))]);

    /// <summary>The rows of a page but its last, which may go on upon the next page.</summary>
    public IEnumerable<Row> Page(PdfPlace place, IReadOnlyList<PdfWord> words, PdfWindow window)
    {
        var lines = PdfLine.OfPage(words);
        var outside = PdfPageLines.Find(lines, window, _columns);
        foreach (var top in lines.Take(outside.Above))
        {
            yield return Outside(place, top);
        }

        var table = lines[outside.Above..^outside.Below];
        foreach (var row in Table(place, table))
        {
            yield return row;
        }

        foreach (var bottom in lines.TakeLast(outside.Below))
        {
            yield return Outside(place, bottom);
        }
    }

    /// <summary>The row that was held back, at the end of a table.</summary>
    /// <exception cref="SourceException">The columns could not be told apart.</exception>
    public IEnumerable<Row> End()
    {
        _columns.Check();
        if (_across > FewestAcross && _across > MostAcross * _words)
        {
            throw SourceException.Drift(string.Create(CultureInfo.InvariantCulture, $"In the PDF {_across} of {_words} words lie across two columns, so it cannot be told which they belong to. Compare the headings under columns with those of the file; if they are right, ask the publisher for a table."));
        }

        return Held();
    }

    private IEnumerable<Row> Held()
    {
        if (_last is { } last)
        {
            _last = null;
            yield return Finish(last);
        }
    }

    private IEnumerable<Row> Table(PdfPlace place, List<List<PdfWord>> lines)
    {
        var first = true;
        var from = 0;
        for (var i = 0; i <= lines.Count; i++)
        {
            // A note over several columns ends what stands above it.
            var note = i < lines.Count && PdfPageLines.IsNote(lines[i], _columns);
            if (i < lines.Count && !note)
            {
                continue;
            }

            foreach (var row in Cut(place, lines[from..i], first))
            {
                yield return row;
            }

            first = first && i == from;
            from = i + 1;
            if (note)
            {
                foreach (var row in Held())
                {
                    yield return row;
                }

                var cells = Blank();
                cells[0] = Text(lines[i]);
                yield return new Row(cells, place.Part, place.Line(lines[i][0].Middle), "line");
            }
        }
    }

    private IEnumerable<Row> Cut(PdfPlace place, List<List<PdfWord>> lines, bool topOfPage)
    {
        lines.ForEach(_columns.Watch);
        foreach (var word in lines.SelectMany(l => l))
        {
            _words++;
            _across += _columns.LiesAcross(word) ? 1 : 0;
        }

        foreach (var group in _rows.Cut(PdfLine.Of(lines, _columns)))
        {
            var row = new PdfRow(group, _columns.Count, place, place.Line(group.Min(l => l.Middle)));
            if (_last is { } last)
            {
                if (topOfPage && last.Place.Page != place.Page && (LacksWhatAllHave(row) || LacksWhatAllHave(last)))
                {
                    last.GoOn(row);
                    topOfPage = false;
                    continue;
                }

                yield return Finish(last);
            }

            topOfPage = false;
            _last = row;
        }
    }

    /// <summary>Whether fewer than half of the columns that every row so far fills are filled here: it is one part of a row that two pages share.</summary>
    private bool LacksWhatAllHave(PdfRow row)
    {
        if (_start is { } start)
        {
            return row.Lines[start].Count == 0;
        }

        var always = Enumerable.Range(0, _columns.Count).Where(c => _filled[c] == _count).ToList();
        return _count >= RowsToKnow && always.Count >= 2 && always.Count(c => row.Lines[c].Count == 0) * 2 > always.Count;
    }

    private Row Finish(PdfRow row)
    {
        _count++;
        var cells = Blank();
        for (var i = 0; i < cells.Length; i++)
        {
            if (row.Lines[i].Count > 0)
            {
                _filled[i]++;
                cells[i] = PdfCells.Text(row.Lines[i], _columns.Widths[i]);
            }
        }

        return new Row(cells, row.Place.Part, row.Number, "line");
    }

    private Row Outside(PdfPlace place, List<PdfWord> line) => place.PageLine(Text(line), place.Line(line[0].Middle), _columns.Count);

    private string[] Blank()
    {
        var cells = new string[_columns.Count];
        Array.Fill(cells, "");
        return cells;
    }

    private static string Text(List<PdfWord> line) => string.Join(' ', line.Select(w => w.Text));
}
