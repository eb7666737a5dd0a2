using System.Globalization;
using Dapper;
using LicensingPipeline.Record;
using LicensingPipeline.Resolve;
using Microsoft.Data.Sqlite;

namespace LicensingPipeline.Store;

/// <summary>
/// Builds registers.next.db: rows stream in stream by stream, indexes and text search come after them. The file is thrown
/// away if the run dies, so it needs no journal.
/// </summary>
public sealed class RegistersWriter : IDisposable
{
    private readonly BulkStatement _licence;
    private readonly BulkStatement _property;
    private readonly BulkStatement _holder;
    private readonly KeyTable _properties = new();
    private readonly KeyTable _holders = new();
    private readonly Dictionary<int, string> _days = [];
    private long _rows;
    private (long Rows, int Properties, int Holders) _mark;

    /// <summary>Starts a new file in place of what a killed run may have left.</summary>
    public RegistersWriter(string path)
    {
        Path = path;
        File.Delete(path);
        Connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        Connection.Open();
        PrivateFiles.Protect(path);
        Connection.Execute("pragma journal_mode=off; pragma synchronous=off; pragma locking_mode=exclusive; pragma cache_size=-16384; pragma temp_store=file; pragma foreign_keys=off; pragma threads=2;");
        Connection.Execute(RegistersSchema.Tables);
        Connection.Execute("begin transaction");
        var marks = string.Join(',', Enumerable.Repeat('?', Fields.Count + 2));
        _licence = new BulkStatement(Connection, $"insert into licence values({marks})");
        _property = new BulkStatement(Connection, "insert into property values(?,?,?,?,?)");
        _holder = new BulkStatement(Connection, "insert into holder values(?,?,?,?)");
    }

    /// <summary>Where the file stands.</summary>
    public string Path { get; }

    /// <summary>The open connection; one thread at a time.</summary>
    public SqliteConnection Connection { get; }

    /// <summary>Begins a copy; its rows follow through <c>Write</c>.</summary>
    public void Begin(Snapshot copy)
    {
        _mark = (_rows, _properties.Count, _holders.Count);
        var asAt = copy.AsAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Keep(Field.Sha256, copy.Sha256);
        Keep(Field.Origin, copy.Origin);
        Keep(Field.AsAt, asAt);
        Keep(Field.RetrievedAt, copy.RetrievedAt);
        Keep(Field.LastSeen, asAt);
    }

    /// <summary>Writes entries of the copy; those set aside and exact repeats are passed over.</summary>
    public void Write(IReadOnlyList<Entry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.Ordinal >= 0)
            {
                Write(entry);
            }
        }
    }

    /// <summary>Ends the copy: a published one gets its suffixed ids, one that is held is taken out again.</summary>
    public void End(FoldResult result)
    {
        if (!result.Verdict.Published)
        {
            Discard();
            return;
        }

        Suffix(result.Suffixes);
    }

    /// <summary>Gives entries of the begun copy that share an identity their suffixed ids, by ordinal.</summary>
    public void Suffix(IReadOnlyDictionary<int, string> ids)
    {
        foreach (var (ordinal, id) in ids)
        {
            Connection.Execute("update licence set licence_id=@id where rowid=@row", new { id, row = _mark.Rows + ordinal + 1 });
        }
    }

    /// <summary>Takes the rows of the begun copy out again.</summary>
    public void Discard()
    {
        Connection.Execute("delete from licence where rowid > @Rows; delete from property where property_id > @Properties; delete from holder where holder_id > @Holders",
            new { _mark.Rows, _mark.Properties, _mark.Holders });
        _properties.Forget(_mark.Properties);
        _holders.Forget(_mark.Holders);
        _rows = _mark.Rows;
    }

    private void Write(Entry entry)
    {
        var licence = entry.Row.Licence;
        var values = licence.Values;
        for (var i = 0; i < (int)Field.Sha256; i++)
        {
            if (values[i] is { } value)
            {
                _licence.Bind(i + 1, value);
            }
        }

        _licence.Bind((int)Field.Where + 1, entry.Mapped.Where);
        _licence.Bind((int)Field.FirstSeen + 1, Day(entry.FirstSeen));
        _licence.Bind(Fields.Count + 1, PropertyId(entry));
        _licence.Bind(Fields.Count + 2, HolderId(licence));
        _licence.Run();
        _rows++;
    }

    private void Keep(Field field, string? text) => _licence.Keep((int)field + 1, text);

    private long? PropertyId(Entry entry)
    {
        if (entry.Property == 0)
        {
            return null;
        }

        var (number, isNew) = _properties.Number(entry.Property);
        if (isNew)
        {
            var licence = entry.Row.Licence;
            _property.Bind(1, number);
            _property.Bind(2, entry.Row.PropertyKey);
            _property.Bind(3, licence[Field.PropertyAddress]);
            _property.Bind(4, licence[Field.Postcode]);
            _property.Bind(5, licence[Field.Uprn]);
            _property.Run();
        }

        return number;
    }

    private long? HolderId(Licence licence)
    {
        if (HolderKey.Of(licence) is not { } key)
        {
            return null;
        }

        var (number, isNew) = _holders.Number(key);
        if (isNew)
        {
            _holder.Bind(1, number);
            _holder.Bind(2, licence[Field.HolderName]);
            _holder.Bind(3, licence[Field.HolderKind]);
            _holder.Bind(4, licence[Field.HolderCompanyNumber]);
            _holder.Run();
        }

        return number;
    }

    private string Day(int number)
    {
        if (!_days.TryGetValue(number, out var text))
        {
            _days[number] = text = DateOnly.FromDayNumber(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        return text;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _licence.Dispose();
        _property.Dispose();
        _holder.Dispose();
        Connection.Dispose();
    }
}
