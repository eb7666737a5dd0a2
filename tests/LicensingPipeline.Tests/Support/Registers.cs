using System.Security.Cryptography;
using Dapper;
using LicensingPipeline.Store;
using Microsoft.Data.Sqlite;

namespace LicensingPipeline.Tests.Support;

/// <summary>What a finished registers.db says, as text that two runs can be compared by.</summary>
internal static class Registers
{
    private const string Between = "\u001F";

    /// <summary>Every licence with all keys of the record but those left out, in the order of an export.</summary>
    public static IReadOnlyList<string> Licences(string data, params Field[] without) => Rows(data,
        $"select {Columns(without)} from licence order by authority, stream, licence_id, {Columns(without)}");

    /// <summary>Licences that stood on an earlier copy.</summary>
    public static IReadOnlyList<string> Former(string data, params Field[] without) => Rows(data,
        $"select {Columns(without)} from former_licence order by authority, stream, licence_id, {Columns(without)}");

    /// <summary>Every event with all it says.</summary>
    public static IReadOnlyList<string> Events(string data) => Rows(data,
        "select authority, stream, licence_id, as_at, code, field, before, after, cause, lag_days from event order by 1,2,3,4,5,6,7,8,9,10");

    /// <summary>One number out of registers.db.</summary>
    public static long Count(string data, string sql) => Open(data, "registers.db", c => c.ExecuteScalar<long>(sql));

    /// <summary>One number out of the ledger.</summary>
    public static long CountInLedger(string data, string sql) => Open(data, "ledger.db", c => c.ExecuteScalar<long>(sql));

    /// <summary>One text out of registers.db.</summary>
    public static string? Text(string data, string sql) => Open(data, "registers.db", c => c.ExecuteScalar<string?>(sql));

    /// <summary>SHA-256 over the licences, former licences and events.</summary>
    public static string Hash(string data)
    {
        var text = string.Join('\n', [.. Licences(data), "", .. Former(data), "", .. Events(data)]);
        return Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Opens a database read-only, asks it something and lets it go.</summary>
    public static T Open<T>(string data, string file, Func<SqliteConnection, T> ask)
    {
        using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(data, file), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        database.Open();
        return ask(database);
    }

    private static string Columns(Field[] without) =>
        string.Join(", ", Fields.All.Where(f => !without.Contains(f)).Select(RegistersSchema.Column));

    private static IReadOnlyList<string> Rows(string data, string sql) => Open(data, "registers.db", c =>
        (IReadOnlyList<string>)[.. c.Query(sql).Select(r => string.Join(Between, ((IDictionary<string, object?>)r).Values))]);
}
