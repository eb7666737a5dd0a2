using System.Text.Json;
using Dapper;

namespace LicensingPipeline.Record;

/// <summary>A copy of a register as it came: which bytes, of which date.</summary>
/// <param name="Id">Row of the ledger; 0 before it is kept.</param>
/// <param name="AsAt">The date the copy speaks of.</param>
/// <param name="Sha256">Hash of the bytes, or of the sorted list of several files.</param>
/// <param name="Origin">published, supplied, third-party-copy, union-copy, sighting or invented.</param>
/// <param name="RetrievedAt">When these bytes first came over the network, ISO 8601 in UTC; null for a copy handed in.</param>
/// <param name="SourceDate">The date the server gave, or null.</param>
/// <param name="Files">Names and hashes of the files.</param>
public sealed record Snapshot(
    long Id, DateOnly AsAt, string Sha256, string Origin, string? RetrievedAt, DateOnly? SourceDate, IReadOnlyList<SnapshotFile> Files);

/// <summary>A file of a snapshot.</summary>
public sealed record SnapshotFile(string Name, string Sha256);

/// <summary>What the ledger knows of a stream.</summary>
public sealed record StreamRow
{
    public long Id { get; init; }
    public string Authority { get; init; } = "";
    public string Name { get; init; } = "";
    public string Register { get; init; } = "";
    public string Fingerprint { get; init; } = "";
    public string CodeVersion { get; init; } = "";
    public string Acks { get; init; } = "";
    public string RawFields { get; init; } = "";
    public string? State { get; init; }
    public string? Detail { get; init; }
    public string? Suggestion { get; init; }
    public string? LastChecked { get; init; }
}

/// <summary>Streams and their copies in the ledger.</summary>
public static class Snapshots
{
    private const string StreamColumns = "id Id, authority Authority, name Name, register Register, fingerprint Fingerprint, code_version CodeVersion, acks Acks, raw_fields RawFields, state State, detail Detail, suggestion Suggestion, last_checked LastChecked";

    /// <summary>The stream's row, made where it is new.</summary>
    public static StreamRow Stream(Ledger ledger, string authority, string name)
    {
        ledger.Connection.Execute("insert into stream(authority, name) values(@authority, @name) on conflict do nothing", new { authority, name });
        return ledger.Connection.QuerySingle<StreamRow>($"select {StreamColumns} from stream where authority=@authority and name=@name", new { authority, name });
    }

    /// <summary>Every stream the ledger knows, by authority and name.</summary>
    public static IReadOnlyList<StreamRow> Streams(Ledger ledger) =>
        [.. ledger.Connection.Query<StreamRow>($"select {StreamColumns} from stream order by authority, name")];

    /// <summary>Keeps a copy; one that is kept already stays as it is. True where it is new.</summary>
    public static bool Keep(Ledger ledger, long stream, Snapshot copy) =>
        ledger.Connection.Execute(
            "insert into snapshot(stream, as_at, sha256, origin, retrieved_at, source_date, files) values(@stream, @AsAt, @Sha256, @Origin, @RetrievedAt, @SourceDate, @files) on conflict do nothing",
            new { stream, copy.AsAt, copy.Sha256, copy.Origin, copy.RetrievedAt, copy.SourceDate, files = JsonSerializer.Serialize(copy.Files) }) > 0;

    /// <summary>
    /// Notes that the copies of a date are those that lie in the inbox now: a copy that a corrected one of the same date has
    /// taken the place of is kept and no longer read. Which came first does not matter, only which lies there.
    /// </summary>
    public static void Supersede(Ledger ledger, long stream, DateOnly asAt, string sha256)
    {
        // One that stands because the corrected one is held keeps standing for as long as that one lies there.
        ledger.Connection.Execute(
            """
            update snapshot set superseded = (sha256 <> @sha256)
            where stream=@stream and as_at=@asAt and superseded <> (sha256 <> @sha256) and not (superseded = 2 and exists (
                select 1 from snapshot h join verdict v on v.snapshot = h.id where h.stream=@stream and h.as_at=@asAt and h.sha256=@sha256 and v.published=0))
            """,
            new { stream, asAt, sha256 });
    }

    /// <summary>
    /// Lets a copy stand again whose corrected one is held, since a held copy takes nobody's place; and takes it away once the corrected one
    /// is published. True where anything changed, so that the stream must be judged again.
    /// </summary>
    public static bool Restore(Ledger ledger, long stream) => ledger.Connection.Execute(
        """
        update snapshot set superseded = 3 - superseded
        where stream=@stream and superseded in (1, 2) and exists (
            select 1 from snapshot h join verdict v on v.snapshot = h.id
            where h.stream = snapshot.stream and h.as_at = snapshot.as_at and h.superseded = 0 and v.published = (snapshot.superseded = 2))
        """,
        new { stream }) > 0;

    /// <summary>Forgets with which source file the stream was read, so that a rehearsal reads all of it.</summary>
    internal static void Unmark(Ledger ledger, long stream) =>
        ledger.Connection.Execute("update stream set fingerprint='' where id=@stream", new { stream });

    /// <summary>The stream's copies in the order of their dates, whatever the order in which they came.</summary>
    public static IReadOnlyList<Snapshot> Of(Ledger ledger, long stream) =>
        [.. ledger.Connection.Query<Row>(
            "select id Id, as_at AsAt, sha256 Sha256, origin Origin, retrieved_at RetrievedAt, source_date SourceDate, files Files from snapshot where stream=@stream and superseded<>1 order by as_at, coalesce(retrieved_at, ''), superseded desc, sha256",
            new { stream }).Select(r => r.ToSnapshot())];

    private sealed record Row
    {
        public long Id { get; init; }
        public DateOnly AsAt { get; init; }
        public string Sha256 { get; init; } = "";
        public string Origin { get; init; } = "";
        public string? RetrievedAt { get; init; }
        public DateOnly? SourceDate { get; init; }
        public string Files { get; init; } = "";

        public Snapshot ToSnapshot() =>
            new(Id, AsAt, Sha256, Origin, RetrievedAt, SourceDate, JsonSerializer.Deserialize<List<SnapshotFile>>(Files) ?? []);
    }
}
