using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LicensingPipeline.Record;

/// <summary>
/// The four calls of SQLite that are made some fifty times a row, straight into the library that Microsoft.Data.Sqlite
/// brings. Binding only notes a pointer, so it needs no transition of the garbage collector; running a statement does.
/// </summary>
internal static unsafe partial class NativeSqlite
{
    private const string Library = "e_sqlite3";

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_text")]
    [SuppressGCTransition]
    public static partial int BindText(nint statement, int position, byte* text, int length, nint destructor);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_int64")]
    [SuppressGCTransition]
    public static partial int BindInt64(nint statement, int position, long number);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_null")]
    [SuppressGCTransition]
    public static partial int BindNull(nint statement, int position);

    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    public static partial int Step(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_reset")]
    public static partial int Reset(nint statement);

    /// <summary>
    /// Each of our connections is used by one thread at a time, so SQLite need not lock a mutex at every call. It can only be
    /// said before the library starts, hence when this assembly is loaded.
    /// </summary>
#pragma warning disable CA2255 // We are a program: whoever opens a database of ours first must find the library set so.
    [ModuleInitializer]
    internal static void Configure()
    {
        SQLitePCL.Batteries_V2.Init();
        _ = SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MULTITHREAD);
    }
#pragma warning restore CA2255
}
