using System.Text.Json;
using Dapper;
using LicensingPipeline.Quality;

namespace LicensingPipeline.Record;

/// <summary>The last published copy of a stream.</summary>
public sealed record LastVerdict(DateOnly AsAt, LastGood Good);

/// <summary>A verdict as the ledger keeps it, with its copy.</summary>
public sealed record VerdictRow
{
    public long Snapshot { get; init; }
    public long Stream { get; init; }
    public DateOnly AsAt { get; init; }
    public string Sha256 { get; init; } = "";
    public string State { get; init; } = "";
    public bool Published { get; init; }
    public long RowsRead { get; init; }
    public long RowsPublished { get; init; }
    public long Quarantined { get; init; }
    public long NotARecord { get; init; }
    public long Held { get; init; }
    public long Licences { get; init; }
    public string Issues { get; init; } = "{}";
    public string Events { get; init; } = "{}";
    public string Detail { get; init; } = "{}";

    /// <summary>Issues by code.</summary>
    public IReadOnlyDictionary<string, long> IssueCounts => JsonSerializer.Deserialize<SortedDictionary<string, long>>(Issues)!;

    /// <summary>Events by code.</summary>
    public IReadOnlyDictionary<string, long> EventCounts => JsonSerializer.Deserialize<SortedDictionary<string, long>>(Events)!;

    /// <summary>Reasons, warnings and figures.</summary>
    public VerdictDetail Details => JsonSerializer.Deserialize<VerdictDetail>(Detail)!;
}

/// <summary>Verdicts in the ledger.</summary>
public static class Verdicts
{
    private const string Select = """
        select v.snapshot Snapshot, s.stream Stream, s.as_at AsAt, s.sha256 Sha256, v.state State, v.published Published,
            v.rows_read RowsRead, v.rows_published RowsPublished, v.quarantined Quarantined, v.not_a_record NotARecord,
            v.held Held, v.licences Licences, v.issues Issues, v.events Events, v.detail Detail
        from verdict v join snapshot s on s.id = v.snapshot
        """;

    private const string InOrder = " order by s.as_at, coalesce(s.retrieved_at, ''), s.superseded desc, s.sha256";

    /// <summary>The stream's verdicts in the order of its copies.</summary>
    public static IReadOnlyList<VerdictRow> Of(Ledger ledger, long stream) =>
        [.. ledger.Connection.Query<VerdictRow>($"{Select} where s.stream=@stream{InOrder}", new { stream })];

    /// <summary>The last published copy, or null.</summary>
    public static LastVerdict? LastGood(Ledger ledger, long stream)
    {
        var row = ledger.Connection.QueryFirstOrDefault<VerdictRow>(
            $"{Select} where s.stream=@stream and v.published=1 order by s.as_at desc, coalesce(s.retrieved_at, '') desc, s.superseded, s.sha256 desc limit 1", new { stream });
        return row is null ? null : new LastVerdict(row.AsAt, new LastGood(row.Licences, row.Details.Fill, row.Details.HeaderFingerprint));
    }

    /// <summary>The copies that were published, in the order of their dates, but for those that a corrected one took the place of.</summary>
    public static IReadOnlyList<(string AsAt, string Sha256, string Origin, long Licences)> Published(Ledger ledger, long stream) =>
        [.. ledger.Connection.Query<(string, string, string, long)>(
            $"select s.as_at, s.sha256, s.origin, v.licences from verdict v join snapshot s on s.id = v.snapshot where s.stream=@stream and v.published=1 and s.superseded<>1{InOrder}",
            new { stream })];

    internal static void Keep(Ledger ledger, FoldResult result, VerdictDetail detail) => ledger.Connection.Execute(
        """
        insert or replace into verdict values(@Snapshot, @State, @Published, @RowsRead, @RowsPublished, @Quarantined, @NotARecord,
            @Held, @Licences, @Issues, @Events, @Detail)
        """,
        new
        {
            Snapshot = result.Snapshot.Id,
            State = result.Verdict.State.ToString(),
            result.Verdict.Published,
            result.Sums.RowsRead,
            RowsPublished = result.Sums.Published,
            result.Sums.Quarantined,
            result.Sums.NotARecord,
            result.Sums.Held,
            result.Sums.Licences,
            Issues = JsonSerializer.Serialize(result.Issues),
            Events = JsonSerializer.Serialize(result.Events),
            Detail = JsonSerializer.Serialize(detail),
        });
}
