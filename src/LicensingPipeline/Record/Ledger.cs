using Dapper;
using Microsoft.Data.Sqlite;

namespace LicensingPipeline.Record;

/// <summary>
/// ledger.db: what was fetched, what each copy said, what changed. Runs, attempts, snapshots and raw rows are only ever
/// added; verdicts, versions, events and issues follow from them in the order of the copies' dates and are worked out
/// again for a stream when an older copy arrives or its reading changes.
/// </summary>
public sealed class Ledger : IDisposable
{
    /// <summary>The mark of a ledger that holds invented data (rule 12).</summary>
    public const string InventedMark = "invented";

    private const string Schema = """
        create table if not exists meta(key text primary key, value text not null) without rowid;
        create table if not exists source_text(short_name text primary key, text text not null) without rowid;
        create table if not exists run(
            id integer primary key, started text not null, finished text, exit integer, code_version text not null);
        create table if not exists attempt(
            id integer primary key, run integer not null references run, authority text not null, stream text not null,
            at text not null, url text, outcome text not null, state text, status integer, detail text not null,
            suggestion text, sha256 text, etag text, last_modified text, redirects text);
        create table if not exists stream(
            id integer primary key, authority text not null, name text not null, register text not null default '',
            fingerprint text not null default '', code_version text not null default '', acks text not null default '',
            raw_fields text not null default '', state text, detail text, suggestion text, last_checked text,
            unique(authority, name));
        create table if not exists snapshot(
            id integer primary key, stream integer not null references stream, as_at text not null, sha256 text not null,
            origin text not null, retrieved_at text, source_date text, files text not null,
            superseded integer not null default 0, unique(stream, as_at, sha256));
        create table if not exists verdict(
            snapshot integer primary key references snapshot, state text not null, published integer not null,
            rows_read integer not null, rows_published integer not null, quarantined integer not null,
            not_a_record integer not null, held integer not null, licences integer not null, issues text not null,
            events text not null, detail text not null);
        create table if not exists version(
            id integer primary key, identity integer not null, content integer not null, property integer not null,
            record integer not null, end_day integer, first_seen integer not null, from_snapshot integer not null references snapshot,
            to_snapshot integer references snapshot);
        create table if not exists raw_row(id integer primary key references version, cells text not null, place text not null);
        create table if not exists event(
            id integer primary key, stream integer not null references stream, snapshot integer not null references snapshot,
            licence_id text not null, code text not null, field text, before text, after text, cause text not null,
            lag_days integer);
        create index if not exists event_stream on event(stream, snapshot);
        create table if not exists remap(
            id integer primary key, stream integer not null references stream, as_at text not null, sha256 text not null,
            licence_id text not null, before text, after text, cause text not null);
        create index if not exists remap_stream on remap(stream);
        create table if not exists issue(
            id integer primary key, stream integer not null references stream, snapshot integer not null references snapshot,
            licence_id text, code text not null, field text, raw text not null, place text not null);
        create index if not exists issue_stream on issue(stream, snapshot);
        """;

    /// <summary>Opens the ledger, making it where it is not there. Only the owner can read the file.</summary>
    /// <param name="path">Path of ledger.db.</param>
    /// <param name="readOnly">For questions: nothing is made or changed.</param>
    public Ledger(string path, bool readOnly = false)
    {
        DapperTypes.Register();
        if (!readOnly && !File.Exists(path))
        {
            using (File.Create(path))
            {
            }

            PrivateFiles.Protect(path);
        }

        Connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            // Not ReadOnly: what a killed run left half-written must be rolled back before anything can be read.
            Mode = readOnly ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
        }.ToString());
        Connection.Open();
        Connection.Execute("pragma busy_timeout=10000; pragma foreign_keys=off; pragma temp_store=memory;");
        if (readOnly)
        {
            Connection.Execute("pragma query_only=on");
        }
        else
        {
            Connection.Execute("pragma journal_mode=delete; pragma synchronous=full; pragma cache_size=-8192;");
            Connection.Execute(Schema);
        }
    }

    private SqliteTransaction? _work;

    /// <summary>Opens the ledger of a data folder for questions.</summary>
    /// <exception cref="RefusedException">There is none yet.</exception>
    public static Ledger Ask(string dataFolder)
    {
        var path = Path.Combine(dataFolder, "ledger.db");
        return File.Exists(path)
            ? new Ledger(path, readOnly: true)
            : throw new RefusedException($"Nothing has been run in {dataFolder} yet. Run 'licensing run' first, or name another folder with --data.");
    }

    /// <summary>The open connection; one thread at a time.</summary>
    public SqliteConnection Connection { get; }

    /// <summary>Whether the ledger is marked as holding invented data.</summary>
    public bool IsInvented => Meta(InventedMark) == "yes";

    /// <summary>A text kept under a key, or null.</summary>
    public string? Meta(string key) => Connection.ExecuteScalar<string?>("select value from meta where key=@key", new { key });

    /// <summary>Keeps a text under a key.</summary>
    public void SetMeta(string key, string value) =>
        Connection.Execute("insert into meta values(@key, @value) on conflict(key) do update set value=excluded.value", new { key, value });

    /// <summary>Begins a work that is kept whole or not at all, whenever the run is killed; within another such work it is a part of it.</summary>
    public LedgerWork Begin() => new(_work is null ? _work = Connection.BeginTransaction() : null, () => _work = null);

    /// <inheritdoc/>
    public void Dispose() => Connection.Dispose();
}
