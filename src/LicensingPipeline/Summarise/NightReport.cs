using System.Globalization;
using System.Text.Json.Serialization;
using LicensingPipeline.Record;

namespace LicensingPipeline.Summarise;

/// <summary>What <c>run --json</c> prints.</summary>
public sealed record NightReport(int Exit, double Seconds, IReadOnlyList<StreamReport> Streams)
{
    /// <summary>The sentence that marks invented data, else absent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Demonstration { get; init; }
}

/// <summary>One stream tonight: counts of its newest copy, events summed over the copies judged tonight.</summary>
public sealed record StreamReport
{
    public required string Authority { get; init; }
    public required string? Stream { get; init; }
    public required string State { get; init; }
    public long RowsRead { get; init; }
    public long Published { get; init; }
    public long Quarantined { get; init; }
    public long NotARecord { get; init; }
    public long Held { get; init; }
    public long Licences { get; init; }
    public IReadOnlyDictionary<string, long> Issues { get; init; } = new SortedDictionary<string, long>(StringComparer.Ordinal);
    public IReadOnlyDictionary<string, long> Events { get; init; } = new SortedDictionary<string, long>(StringComparer.Ordinal);
    public string? AsAt { get; init; }
    public string? Sha256 { get; init; }
    public double Seconds { get; init; }
    public IReadOnlyList<SnapshotReport> Snapshots { get; init; } = [];
    /// <summary>Why it is held or could not be fetched, and what to do; empty where all is well.</summary>
    public string Detail { get; init; } = "";
    /// <summary>A line of YAML that would mend it, or null.</summary>
    public string? Suggestion { get; init; }
    /// <summary>What was odd and did not hold it.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
    /// <summary>Checks that could not be made.</summary>
    public IReadOnlyList<string> NotMade { get; init; } = [];

    /// <summary>The report of a stream.</summary>
    public static StreamReport Of(StreamResult result)
    {
        var latest = result.Latest;
        var events = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (code, count) in result.Folded.Where(f => !result.PublishedBefore.Contains(f.Snapshot.Id)).SelectMany(f => f.Events))
        {
            events[code] = events.GetValueOrDefault(code) + count;
        }

        if (result.Remapped > 0)
        {
            events["remapped"] = result.Remapped;
        }

        return new StreamReport
        {
            Authority = result.Source.Authority,
            Stream = result.Spec.Name,
            State = result.State.ToString(),
            RowsRead = latest?.RowsRead ?? 0,
            Published = latest?.RowsPublished ?? 0,
            Quarantined = latest?.Quarantined ?? 0,
            NotARecord = latest?.NotARecord ?? 0,
            Held = latest?.Held ?? 0,
            Licences = latest?.Licences ?? 0,
            Issues = latest?.IssueCounts ?? new SortedDictionary<string, long>(StringComparer.Ordinal),
            Events = events,
            AsAt = latest?.AsAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Sha256 = latest?.Sha256,
            Seconds = Math.Round(result.Seconds, 3),
            Snapshots = [.. result.Folded.Select(SnapshotReport.Of)],
            Detail = result.Detail,
            Suggestion = result.Suggestion,
            Warnings = latest?.Details.Warnings ?? [],
            NotMade = latest?.Details.NotMade ?? [],
        };
    }
}

/// <summary>One copy judged tonight.</summary>
public sealed record SnapshotReport(
    string State, long RowsRead, long Published, long Quarantined, long NotARecord, long Held, long Licences,
    IReadOnlyDictionary<string, long> Issues, IReadOnlyDictionary<string, long> Events, string AsAt, string Sha256, double Seconds)
{
    internal static SnapshotReport Of(FoldResult fold) => new(
        fold.Verdict.State.ToString(), fold.Sums.RowsRead, fold.Sums.Published, fold.Sums.Quarantined, fold.Sums.NotARecord,
        fold.Sums.Held, fold.Sums.Licences, fold.Issues, fold.Events,
        fold.Snapshot.AsAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), fold.Snapshot.Sha256, Math.Round(fold.Seconds, 3));
}
