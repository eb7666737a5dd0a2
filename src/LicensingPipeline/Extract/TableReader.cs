using System.Globalization;
using System.Text.RegularExpressions;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Extract;

/// <summary>Finds the headings of each sheet of a snapshot and tells rows that may be entries from those that are none.</summary>
public sealed class TableReader(StreamSpec spec)
{
    /// <summary>Titles and notes stand above the headings of real registers in at most a dozen rows.</summary>
    private const int RowsSearchedForHeadings = 50;

    private static readonly string[] NoteOpenings =
    [
        "note", "source:", "please", "*", "last updated", "updated", "as at", "data as at", "this register", "page ",
        "end of", "printed", "report generated", "generated", "demonstration:",
    ];

    private readonly IReadOnlyList<IReadOnlySet<string>> _headings =
        [.. spec.Layouts.Select(l => l.Columns.Where(c => !c.Optional).Select(c => Headings.Normal(c.Heading)).ToHashSet(StringComparer.Ordinal))];

    private readonly Regex? _statedTotal = spec.StatedTotal is { } pattern
        ? new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1))
        : null;

    private readonly ReadSpec _read = spec.Read with { Named = [.. spec.Layouts.SelectMany(l => l.Columns).Select(c => c.Heading).Concat(spec.Ignore)] };

    /// <summary>What has been met so far.</summary>
    public ExtractSummary Summary { get; } = new();

    /// <summary>Opens the snapshot's tables, in order. Walk each one's rows before the next table is asked for.</summary>
    /// <exception cref="SourceException">The bytes are not of the stream's format, or beyond a limit.</exception>
    public IEnumerable<Table> Open(IReadOnlyList<SourceFile> files)
    {
        var reader = Formats.Reader(spec.Read.Format);
        foreach (var sheet in Guarded.Walk(spec.Read.Format, () => reader.Open(files, _read, _headings)))
        {
            var rows = Guarded.Walk(spec.Read.Format, () => sheet.Rows).GetEnumerator();
            var ahead = new Queue<Row>();
            var heading = FindHeading(sheet, rows, ahead);
            if (heading is null)
            {
                rows.Dispose();
                throw SourceException.Drift($"There is no row of headings{(sheet.Part is null ? "" : $" in {sheet.Part}")}: the file is empty or is not the register. Open it and see.");
            }

            var headings = new HeadingRow(heading.Cells);
            if (!Summary.HeaderFingerprints.Contains(headings.Fingerprint, StringComparer.Ordinal))
            {
                Summary.HeaderFingerprints.Add(headings.Fingerprint);
            }

            yield return new Table(sheet.Part, headings, Records(headings, ahead, rows));
        }
    }

    private Row? FindHeading(Sheet sheet, IEnumerator<Row> rows, Queue<Row> ahead)
    {
        Row? fallback = null;
        Row? found = null;
        while (ahead.Count < RowsSearchedForHeadings && rows.MoveNext())
        {
            var row = rows.Current;
            ahead.Enqueue(row);
            if (sheet.FirstRowIsHeading || row.Number == spec.Read.HeaderRow || (spec.Read.HeaderRow is null && HasHeadings(row)))
            {
                found = row;
                break;
            }

            fallback ??= row.Cells.Count(c => !string.IsNullOrWhiteSpace(c)) >= 2 ? row : null;
        }

        // Where no layout fits, the first row with two filled cells stands in, so that Map can say which headings moved.
        found ??= fallback ?? (ahead.Count > 0 ? ahead.FirstOrDefault(r => !r.IsBlank) : null);
        while (found is not null && ahead.TryDequeue(out var passed) && !ReferenceEquals(passed, found))
        {
            Summary.LinesAboveHeadings += passed.IsBlank ? 0 : 1;
            ReadStatedTotal(passed);
        }

        return found;
    }

    private bool HasHeadings(Row row)
    {
        if (row.IsBlank)
        {
            return false;
        }

        var headings = new HeadingRow(row.Cells);
        return _headings.Any(layout => layout.All(h => headings.Find(h) >= 0));
    }

    private IEnumerable<Row> Records(HeadingRow headings, Queue<Row> ahead, IEnumerator<Row> rows)
    {
        var blankRunning = 0;
        using (rows)
        {
            while (ahead.TryDequeue(out var row) || Next(rows, out row))
            {
                Summary.RowsRead++;
                var kind = row.NoRecord ?? KindOfNone(row, headings);
                blankRunning = kind == "blank" ? blankRunning + 1 : 0;
                if (blankRunning > Caps.BlankRowsRunning)
                {
                    throw SourceException.Cap("The number of blank rows running", "10,000");
                }

                if (kind is null)
                {
                    yield return row;
                }
                else
                {
                    Summary.Count(kind);
                    ReadStatedTotal(row);
                }
            }
        }
    }

    private static bool Next(IEnumerator<Row> rows, out Row row)
    {
        var more = rows.MoveNext();
        row = more ? rows.Current : null!;
        return more;
    }

    private static string? KindOfNone(Row row, HeadingRow headings)
    {
        string? first = null;
        var filled = 0;
        foreach (var cell in row.Cells)
        {
            if (!string.IsNullOrWhiteSpace(cell))
            {
                first ??= cell;
                // Notes and totals fill at most three cells: more is an entry or a repeated heading.
                if (++filled > 3)
                {
                    break;
                }
            }
        }

        if (first is null)
        {
            return "blank";
        }

        if (headings.IsRepeatedBy(row))
        {
            return "repeated-heading";
        }

        if (filled > 3 || headings.Names.Count < 4)
        {
            return null;
        }

        var text = first.TrimStart();
        if (text.StartsWith("total", StringComparison.OrdinalIgnoreCase) || text.StartsWith("grand total", StringComparison.OrdinalIgnoreCase))
        {
            return "total";
        }

        return filled == 1 && NoteOpenings.Any(o => text.StartsWith(o, StringComparison.OrdinalIgnoreCase)) ? "note" : null;
    }

    private void ReadStatedTotal(Row row)
    {
        if (_statedTotal is null || Summary.StatedTotal is not null)
        {
            return;
        }

        if (StatedTotal(string.Join(' ', row.Cells)) is { Success: true } match && long.TryParse(match.Groups[1].Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var total))
        {
            Summary.StatedTotal = total;
        }
    }

    private Match StatedTotal(string text)
    {
        try
        {
            return _statedTotal!.Match(text);
        }
        catch (RegexMatchTimeoutException slow)
        {
            throw SourceException.SlowPattern("stated-total", slow);
        }
    }
}
