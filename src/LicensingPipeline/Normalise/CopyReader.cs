using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;
using LicensingPipeline.Map;

namespace LicensingPipeline.Normalise;

/// <summary>
/// Reads one copy of a register from bytes to licences: Extract, Map and Normalise in one stream of rows. Memory does
/// not grow with the rows, but for a stream whose managers stand on rows of their own.
/// </summary>
/// <param name="authority">GSS code.</param>
/// <param name="spec">The stream.</param>
/// <param name="files">The files of the copy.</param>
/// <param name="asAt">Its date.</param>
/// <param name="places">The national lists of postcodes and homes; null for none.</param>
public sealed class CopyReader(string authority, StreamSpec spec, IReadOnlyList<SourceFile> files, DateOnly asAt, PlaceTables? places = null)
{
    private readonly List<Issue> _fileIssues = [];
    private readonly SortedSet<int> _layouts = [];
    private readonly List<(HeadingRow Headings, ColumnMap Map)> _tables = [];
    private IReadOnlyList<long> _patchHits = [];

    /// <summary>What was met in the rows; whole once <see cref="Read"/> has been walked.</summary>
    public ExtractSummary Summary { get; private set; } = new();

    /// <summary>Issues of the file rather than of a row.</summary>
    public IReadOnlyList<Issue> FileIssues => _fileIssues;

    /// <summary>1-based numbers of the layouts in use.</summary>
    public IReadOnlyCollection<int> Layouts => _layouts;

    /// <summary>The headings of each table and what they feed, each different heading row once.</summary>
    public IReadOnlyList<(HeadingRow Headings, ColumnMap Map)> Tables => _tables;

    /// <summary>What the rows are read with; known once reading has begun.</summary>
    public CopyContext Context { get; private set; } = CopyContext.Of(authority, asAt);

    /// <summary>Walks the entries of the copy in the order of the file.</summary>
    /// <exception cref="SourceException">The file is not of the shape the source file describes.</exception>
    public IEnumerable<(MappedRow Mapped, NormalisedRow Row)> Read()
    {
        Context = new CopyContext(authority, asAt, ProveDates()) { Places = places ?? PlaceTables.None };
        var normaliser = new Normaliser(spec, Context);
        _patchHits = normaliser.PatchHits;
        foreach (var mapped in MappedRows(note: true))
        {
            yield return (mapped, normaliser.Normalise(mapped));
        }

        for (var i = 0; i < spec.Patches.Count; i++)
        {
            if (_patchHits[i] == 0)
            {
                _fileIssues.Add(new Issue(IssueCodes.PatchUnused, spec.Patches[i].Field, spec.Patches[i].Match, "source file"));
            }
        }
    }

    private IEnumerable<MappedRow> MappedRows(bool note)
    {
        var reader = new TableReader(spec);
        if (note)
        {
            Summary = reader.Summary;
        }

        return LicenceRows.Join(spec.OneLicence, Rows(reader, note));
    }

    private IEnumerable<MappedRow> Rows(TableReader reader, bool note)
    {
        foreach (var table in reader.Open(files))
        {
            var map = ColumnMap.For(spec, table.Headings);
            if (note && _layouts.Add(map.Layout) | _layouts.Count > 0)
            {
                if (_tables.TrueForAll(t => t.Headings.Fingerprint != table.Headings.Fingerprint))
                {
                    _tables.Add((table.Headings, map));
                }

                foreach (var (_, name) in map.Unmapped.Where(u => _fileIssues.All(i => i.Where != u.Name)))
                {
                    _fileIssues.Add(new Issue(IssueCodes.ColumnUnmapped, null, name, name));
                }
            }

            foreach (var row in new Mapper(spec, map, reader.Summary).Map(table.Rows))
            {
                yield return row;
            }
        }
    }

    /// <summary>Where the source file states no date format the file is read once more, for what proves the order of day and month.</summary>
    private Dictionary<Field, DateOrder> ProveDates()
    {
        var proven = new Dictionary<Field, DateOrder>();
        var fields = spec.Layouts.SelectMany(l => l.Columns).Select(c => c.Field).Concat(spec.Extract.SelectMany(e => e.Into))
            .Where(f => f.Kind() == FieldKind.Date).Distinct().ToList();
        if (spec.Dates.Count > 0 || fields.Count == 0)
        {
            return proven;
        }

        var proofs = fields.ToDictionary(f => f, _ => new DateOrderProof());
        foreach (var row in MappedRows(note: false))
        {
            foreach (var (field, proof) in proofs)
            {
                if (row.Raw[(int)field] is { } text)
                {
                    proof.See(text.AsSpan().Trim());
                }
            }
        }

        foreach (var (field, proof) in proofs)
        {
            if (proof.Proven is { } order)
            {
                proven[field] = order;
            }
        }

        return proven;
    }
}
