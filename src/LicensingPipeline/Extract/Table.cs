namespace LicensingPipeline.Extract;

/// <summary>A part of a snapshot whose headings are known.</summary>
/// <param name="Part">Sheet, page or file, or null.</param>
/// <param name="Headings">Its headings.</param>
/// <param name="Rows">The rows that may be entries of the register; read once.</param>
public sealed record Table(string? Part, HeadingRow Headings, IEnumerable<Row> Rows);

/// <summary>
/// What was met while the rows of a snapshot were read. It fills as the rows are walked, so that no row is skipped
/// uncounted (rule 2).
/// </summary>
public sealed class ExtractSummary
{
    /// <summary>Rows after the headings, blank ones included.</summary>
    public long RowsRead { get; internal set; }

    /// <summary>Rows that are no entry, by kind: blank, repeated-heading, total, note, page-line; Map adds nothing-mapped and not-a-record.</summary>
    public SortedDictionary<string, long> NotARecord { get; } = new(StringComparer.Ordinal);

    /// <summary>All rows that are no entry.</summary>
    public long NotARecordRows => NotARecord.Values.Sum();

    /// <summary>The number of entries the file itself states, or null.</summary>
    public long? StatedTotal { get; internal set; }

    /// <summary>Lines with anything in them that stood above the headings.</summary>
    public long LinesAboveHeadings { get; internal set; }

    /// <summary>Fingerprints of the headings met, in order, each once.</summary>
    public List<string> HeaderFingerprints { get; } = [];

    /// <summary>Counts a row that is no entry.</summary>
    public void Count(string kind, long rows = 1) => NotARecord[kind] = NotARecord.GetValueOrDefault(kind) + rows;
}
