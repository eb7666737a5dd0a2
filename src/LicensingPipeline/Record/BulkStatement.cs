using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LicensingPipeline.Record;

/// <summary>
/// A prepared statement fed a million times, which is what keeps loading near the speed of SQLite's own shell: texts are
/// written as UTF-8 into one pinned buffer and bound where they stand, and a value that stays the same from row to row is
/// bound once. Positions are 1-based, as in SQLite.
/// </summary>
public sealed unsafe class BulkStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly nint _handle;
    private readonly bool[] _bound;
    private readonly bool[] _kept;
    private readonly List<byte[]> _constants = [];
    private byte[] _buffer = GC.AllocateUninitializedArray<byte>(16 * 1024, pinned: true);
    private List<byte[]>? _outgrown;
    private int _used;

    /// <summary>Prepares a statement on an open connection. Use one connection on one thread at a time.</summary>
    public BulkStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
        _handle = _statement.DangerousGetHandle();
        var count = raw.sqlite3_bind_parameter_count(_statement) + 1;
        (_bound, _kept) = (new bool[count], new bool[count]);
    }

    /// <summary>Binds a text for the next row; null binds nothing.</summary>
    public void Bind(int position, string? text)
    {
        if (text is null)
        {
            return;
        }

        var most = text.Length * 3;
        if (_used + most > _buffer.Length)
        {
            Grow(most);
        }

        var length = Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_used));
        Put(position, length);
    }

    /// <summary>Binds a text that is UTF-8 already.</summary>
    public void Bind(int position, ReadOnlySpan<byte> utf8)
    {
        if (_used + utf8.Length > _buffer.Length)
        {
            Grow(utf8.Length);
        }

        utf8.CopyTo(_buffer.AsSpan(_used));
        Put(position, utf8.Length);
    }

    /// <summary>Binds a whole number for the next row.</summary>
    public void Bind(int position, long number)
    {
        Check(NativeSqlite.BindInt64(_handle, position, number));
        _bound[position] = true;
    }

    /// <summary>Binds a whole number for the next row, or nothing.</summary>
    public void Bind(int position, long? number)
    {
        if (number is { } known)
        {
            Bind(position, known);
        }
    }

    /// <summary>Binds a text for this row and all that follow, until it is bound otherwise.</summary>
    public void Keep(int position, string? text)
    {
        _kept[position] = true;
        if (text is null)
        {
            Check(NativeSqlite.BindNull(_handle, position));
            return;
        }

        var bytes = GC.AllocateUninitializedArray<byte>(Math.Max(1, Encoding.UTF8.GetByteCount(text)), pinned: true);
        _constants.Add(bytes);
        var length = Encoding.UTF8.GetBytes(text, bytes);
        fixed (byte* start = bytes)
        {
            Check(NativeSqlite.BindText(_handle, position, start, length, 0));
        }
    }

    /// <summary>Runs the statement with what is bound; what is not bound is null.</summary>
    public void Run()
    {
        var result = NativeSqlite.Step(_handle);
        if (result != raw.SQLITE_DONE && result != raw.SQLITE_ROW)
        {
            Check(result);
        }

        Check(NativeSqlite.Reset(_handle));
        for (var i = 1; i < _bound.Length; i++)
        {
            if (_bound[i])
            {
                _bound[i] = false;
                Check(NativeSqlite.BindNull(_handle, i));
            }
        }

        _used = 0;
        _outgrown = null;
    }

    /// <inheritdoc/>
    public void Dispose() => _statement.Dispose();

    private void Put(int position, int length)
    {
        // The array is pinned for good, so the pointer holds until the row is run.
        fixed (byte* start = _buffer)
        {
            Check(NativeSqlite.BindText(_handle, position, start + _used, length, 0));
        }

        _bound[position] = true;
        _used += length;
    }

    /// <summary>A larger buffer for the rest of the row; what is bound already stays where it is until the row is run.</summary>
    private void Grow(int more)
    {
        (_outgrown ??= []).Add(_buffer);
        _buffer = GC.AllocateUninitializedArray<byte>(Math.Max(_buffer.Length * 2, more * 2), pinned: true);
        _used = 0;
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw new SqliteException(raw.sqlite3_errmsg(_database).utf8_to_string(), result);
        }
    }
}
