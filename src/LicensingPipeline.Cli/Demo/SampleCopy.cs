using System.Text.Json.Serialization;

namespace LicensingPipeline.Cli.Demo;

/// <summary>An invented register as it stands on one night: what its writer puts into the file, and what must come out of it.</summary>
/// <param name="Headings">The headings.</param>
/// <param name="Rows">The cells of each row after them: text, whole numbers, dates, nothing.</param>
/// <param name="Entries">How many of the rows are entries, which is what a register states as its total.</param>
/// <param name="Expected">What the pipeline must make of it.</param>
internal sealed record SampleCopy(IReadOnlyList<string> Headings, IReadOnlyList<object[]> Rows, int Entries, ExpectedStream Expected);

/// <summary>What must be reported of one stream on one night. Counts of the newest copy; events of tonight.</summary>
public sealed record ExpectedStream
{
    public required string Authority { get; init; }
    public required string Stream { get; init; }
    public required string State { get; init; }
    public long RowsRead { get; init; }
    public long Published { get; init; }
    public long Quarantined { get; init; }
    public long NotARecord { get; init; }
    public long Held { get; init; }
    public long Licences { get; init; }
    public SortedDictionary<string, long> Issues { get; init; } = new(StringComparer.Ordinal);
    public SortedDictionary<string, long> Events { get; init; } = new(StringComparer.Ordinal);
    /// <summary>A hash of the cells of all published licences for each field that must be read, so that every cell is compared; empty where that is not kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SortedDictionary<string, string>? Cells { get; init; }
}
