using Dapper;
using Microsoft.Data.Sqlite;

namespace LicensingPipeline.Store;

/// <summary>
/// What the public file lacks of the registers, in numbers: homes left out, and licences that policy hides. Whoever counts in the
/// ledger takes these away before a count is published; they are never published themselves.
/// </summary>
public sealed class PublicGap
{
    private readonly Dictionary<(string Authority, string Stream), (long Rows, long Licences)> _streams = [];
    private readonly Dictionary<(string Authority, string Stream, string AsAt, string Sha256), long> _copies = [];
    private readonly Dictionary<(string Authority, string Stream, string AsAt, string Code), long> _events = [];
    private readonly Dictionary<(string Authority, string Stream, string Code), long> _issues = [];

    private readonly Dictionary<(string Authority, string Stream), long[]> _filled = [];

    /// <summary>Nothing is lacking.</summary>
    public static PublicGap None { get; } = new();

    /// <summary>Rows and licences that the copy which stands lacks in public.</summary>
    public (long Rows, long Licences) Standing(string authority, string stream) => _streams.GetValueOrDefault((authority, stream));

    /// <summary>Licences that a copy lacks in public.</summary>
    public long Licences(string authority, string stream, string asAt, string sha256) => _copies.GetValueOrDefault((authority, stream, asAt, sha256));

    /// <summary>Events of a copy's date that are lacking in public, by code.</summary>
    public long Events(string authority, string stream, string asAt, string code) => _events.GetValueOrDefault((authority, stream, asAt, code));

    /// <summary>Issues of the copy which stands that are lacking in public, by code.</summary>
    public long Issues(string authority, string stream, string code) => _issues.GetValueOrDefault((authority, stream, code));

    /// <summary>How many of the licences that the copy which stands lacks in public state a field.</summary>
    public long Filled(string authority, string stream, Field field) => _filled.TryGetValue((authority, stream), out var counts) ? counts[(int)field] : 0;

    /// <summary>Compares the two files of a data folder.</summary>
    public static PublicGap Of(string dataFolder)
    {
        var gap = new PublicGap();
        var (registers, open) = (Path.Combine(dataFolder, "registers.db"), Path.Combine(dataFolder, "public.db"));
        if (!File.Exists(registers) || !File.Exists(open))
        {
            return gap;
        }

        using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = registers, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        database.Open();
        database.Execute("attach @open as open", new { open });
        gap.Read(database);
        return gap;
    }

    private void Read(SqliteConnection database)
    {
        foreach (var (authority, stream, rows, licences) in database.Query<(string, string, long, long)>(
            "select authority, stream, m.published - p.published, m.licences - p.licences from main.stream m join open.stream p using (authority, stream)"))
        {
            _streams[(authority, stream)] = (rows, licences);
        }

        foreach (var (authority, stream, asAt, sha256, licences) in database.Query<(string, string, string, string, long)>(
            "select authority, stream, as_at, sha256, m.licences - p.licences from main.copy m join open.copy p using (authority, stream, as_at, sha256)"))
        {
            _copies[(authority, stream, asAt, sha256)] = licences;
        }

        ReadFilled(database);
        foreach (var (authority, stream, asAt, code, count) in database.Query<(string, string, string, string, long)>(Difference("event", "authority, stream, as_at, code")))
        {
            _events[(authority, stream, asAt, code)] = count;
        }

        foreach (var (authority, stream, code, count) in database.Query<(string, string, string, long)>(Difference("issue", "authority, stream, code")))
        {
            _issues[(authority, stream, code)] = count;
        }
    }

    /// <summary>Looks only at streams of which something is lacking: on most nights at none.</summary>
    private void ReadFilled(SqliteConnection database)
    {
        var sums = string.Join(", ", Fields.All.Select(f => $"count({RegistersSchema.Column(f)})"));
        foreach (var (authority, stream) in _streams.Where(s => s.Value.Licences > 0).Select(s => s.Key))
        {
            using var reader = database.ExecuteReader(
                $"select {sums} from main.licence where authority=@authority and stream=@stream and licence_id not in (select licence_id from open.licence where authority=@authority and stream=@stream)", new { authority, stream });
            reader.Read();
            _filled[(authority, stream)] = [.. Enumerable.Range(0, Fields.All.Count).Select(i => reader.GetInt64(i))];
        }
    }

    private static string Difference(string table, string by) =>
        $"select {by}, sum(n) from (select {by}, count(*) n from main.{table} group by {by} union all select {by}, -count(*) from open.{table} group by {by}) group by {by} having sum(n) <> 0";
}
