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

    private readonly Dictionary<(string Authority, string Stream), double[]> _fill = [];

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

    /// <summary>Share of the licences in public that state a field, counted over those alone: 0 to 1; null where the stream has none there.</summary>
    public double? Fill(string authority, string stream, Field field) => _fill.TryGetValue((authority, stream), out var shares) ? shares[(int)field] : null;

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

        ReadFill(database);
        foreach (var (authority, stream, asAt, code, count) in database.Query<(string, string, string, string, long)>(Difference("event", "authority, stream, as_at, code")))
        {
            _events[(authority, stream, asAt, code)] = count;
        }

        foreach (var (authority, stream, code, count) in database.Query<(string, string, string, long)>(Difference("issue", "authority, stream, code")))
        {
            _issues[(authority, stream, code)] = count;
        }
    }

    /// <summary>The public file lacks the columns that may name a person, so they are counted beside it, for the licences that it has.</summary>
    private void ReadFill(SqliteConnection database)
    {
        var sums = string.Join(", ", Fields.All.Select(f => $"sum({RegistersSchema.Column(f)} is not null)"));
        using var command = database.CreateCommand();
        command.CommandText = $"select authority, stream, count(*), {sums} from main.licence where licence_id in (select licence_id from open.licence) group by authority, stream";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            _fill[(reader.GetString(0), reader.GetString(1))] = [.. Enumerable.Range(3, Fields.All.Count).Select(i => (double)reader.GetInt64(i) / reader.GetInt64(2))];
        }
    }

    private static string Difference(string table, string by) =>
        $"select {by}, sum(n) from (select {by}, count(*) n from main.{table} group by {by} union all select {by}, -count(*) from open.{table} group by {by}) group by {by} having sum(n) <> 0";
}
