using System.Globalization;
using Dapper;

namespace LicensingPipeline.Record;

/// <summary>Runs in the ledger: when they began and how they ended. One without an end was stopped half-way.</summary>
public static class Runs
{
    /// <summary>Notes that a run begins; returns its number.</summary>
    public static long Begin(Ledger ledger, DateTimeOffset at) => ledger.Connection.ExecuteScalar<long>(
        "insert into run(started, code_version) values(@at, @code) returning id", new { at = Iso(at), code = CodeVersion.Current });

    /// <summary>Notes how a run ended.</summary>
    public static void End(Ledger ledger, long run, DateTimeOffset at, int exit) =>
        ledger.Connection.Execute("update run set finished=@at, exit=@exit where id=@run", new { run, at = Iso(at), exit });

    private static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
