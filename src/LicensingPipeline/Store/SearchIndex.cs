using Dapper;
using Microsoft.Data.Sqlite;

namespace LicensingPipeline.Store;

/// <summary>
/// The text search over licences, built in a file of its own on another core while the indexes are made, then taken over
/// table by table. Splitting words into an index is half the work of a night's database.
/// </summary>
internal sealed class SearchIndex
{
    private const string Definition = "using fts5(property_address, holder_name, manager_name, content='licence')";
    private static readonly string[] Parts = ["data", "idx", "docsize", "config"];
    private readonly string _path;
    private readonly Task _building;

    private SearchIndex(string path, Task building) => (_path, _building) = (path, building);

    /// <summary>Begins to build the search over the licences of a database whose rows are all written.</summary>
    /// <remarks>
    /// The database is read as one that does not change, inside one transaction that has begun when this returns: after it
    /// pages are only added to the file, and those of the licences stay as they are. Begun later, the reader could meet the
    /// list of tables half-written.
    /// </remarks>
    public static SearchIndex Begin(string database)
    {
        var path = Path.Combine(Path.GetDirectoryName(database)!, "search.next.db");
        var reading = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var building = Task.Factory.StartNew(() => Build(database, path, reading), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        _ = Task.WaitAny(reading.Task, building);
        return new SearchIndex(path, building);
    }

    /// <summary>Takes the finished search over into the database.</summary>
    public void Finish(SqliteConnection database)
    {
        _building.GetAwaiter().GetResult();
        database.Execute($"create virtual table licence_search {Definition}");
        database.Execute("attach @path as search", new { path = _path });
        foreach (var part in Parts)
        {
            database.Execute($"delete from main.licence_search_{part}; insert into main.licence_search_{part} select * from search.licence_search_{part};");
        }

        database.Execute("detach search");
        File.Delete(_path);
    }

    private static void Build(string database, string path, TaskCompletionSource reading)
    {
        File.Delete(path);
        // Opened by its address, so that the attached file may be named by one too.
        using var search = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = new Uri(path).AbsoluteUri, Pooling = false }.ToString());
        search.Open();
        PrivateFiles.Protect(path);
        search.Execute("pragma journal_mode=off; pragma synchronous=off; pragma locking_mode=exclusive; pragma cache_size=-8192;");
        search.Execute("attach @uri as registers", new { uri = new Uri(database).AbsoluteUri + "?immutable=1&mode=ro" });
        search.Execute($"create virtual table licence_search {Definition}");
        using var all = search.BeginTransaction();
        _ = search.ExecuteScalar<long>("select max(rowid) from registers.licence");
        reading.SetResult();
        search.Execute("insert into licence_search(rowid, property_address, holder_name, manager_name) select rowid, property_address, holder_name, manager_name from registers.licence");
        all.Commit();
    }
}
