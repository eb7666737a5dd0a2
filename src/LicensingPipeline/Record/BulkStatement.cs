using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LicensingPipeline.Record;

/// <summary>
/// A prepared statement fed a million times: values are bound from UTF-8 without an object per value, which is what
/// keeps loading near the speed of SQLite's own shell. Positions are 1-based, as in SQLite.
/// </summary>
public sealed class BulkStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private byte[] _buffer = new byte[4096];

    /// <summary>Prepares a statement on an open connection. Use one connection on one thread at a time.</summary>
    public BulkStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <summary>Binds a text; null binds nothing.</summary>
    public void Bind(int position, string? text)
    {
        if (text is null)
        {
            Check(raw.sqlite3_bind_null(_statement, position));
            return;
        }

        if (text.Length * 3 > _buffer.Length)
        {
            _buffer = new byte[text.Length * 3];
        }

        Check(raw.sqlite3_bind_text(_statement, position, _buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, _buffer))));
    }

    /// <summary>Binds a text that is UTF-8 already.</summary>
    public void Bind(int position, ReadOnlySpan<byte> utf8) => Check(raw.sqlite3_bind_text(_statement, position, utf8));

    /// <summary>Binds a whole number.</summary>
    public void Bind(int position, long number) => Check(raw.sqlite3_bind_int64(_statement, position, number));

    /// <summary>Binds a number with a fraction.</summary>
    public void Bind(int position, double number) => Check(raw.sqlite3_bind_double(_statement, position, number));

    /// <summary>Binds a whole number, or nothing.</summary>
    public void Bind(int position, long? number)
    {
        if (number is { } known)
        {
            Bind(position, known);
        }
        else
        {
            Check(raw.sqlite3_bind_null(_statement, position));
        }
    }

    /// <summary>Runs the statement and forgets what was bound.</summary>
    public void Run()
    {
        var result = raw.sqlite3_step(_statement);
        if (result != raw.SQLITE_DONE && result != raw.SQLITE_ROW)
        {
            Check(result);
        }

        Check(raw.sqlite3_reset(_statement));
        Check(raw.sqlite3_clear_bindings(_statement));
    }

    /// <inheritdoc/>
    public void Dispose() => _statement.Dispose();

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw new SqliteException(raw.sqlite3_errmsg(_database).utf8_to_string(), result);
        }
    }
}
