using System.Globalization;
using System.Runtime.InteropServices;
using Dapper;

namespace LicensingPipeline.Record;

/// <summary>
/// Tells our change from the council's (rule 6): licences that read otherwise since our source file or code moved, while
/// the bytes of the copy stood still. They are kept for good, since nobody could work them out again.
/// </summary>
internal static class Remaps
{
    /// <summary>A sum of the hashes of the records of each identity on the last published copy.</summary>
    public static Dictionary<ulong, ulong> Records(Ledger ledger, long stream)
    {
        var sums = new Dictionary<ulong, ulong>();
        foreach (var (identity, record) in ledger.Connection.Query<(long, long)>(
            "select identity, record from version where id between @from and @to and to_snapshot is null",
            new { from = VersionIndex.FirstId(stream), to = VersionIndex.FirstId(stream + 1) - 1 }, buffered: false))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(sums, (ulong)identity, out _) += (ulong)record;
        }

        return sums;
    }

    /// <summary>Keeps an event for each licence whose record differs; returns how many.</summary>
    public static long Keep(Ledger ledger, StreamRow before, Snapshot copy, string cause, string after, Dictionary<ulong, ulong> recordsBefore)
    {
        using var all = ledger.Begin();
        using var insert = new BulkStatement(ledger.Connection, "insert into remap(stream, as_at, sha256, licence_id, before, after, cause) values(?,?,?,?,?,?,?)");
        var count = 0L;
        foreach (var (identity, record) in Records(ledger, before.Id).OrderBy(r => r.Key))
        {
            if (recordsBefore.TryGetValue(identity, out var was) && was != record)
            {
                insert.Bind(1, before.Id);
                insert.Bind(2, copy.AsAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                insert.Bind(3, copy.Sha256);
                insert.Bind(4, Normalise.Identity.Hex(identity));
                insert.Bind(5, $"{cause} {Short(cause == "source" ? before.Fingerprint : before.CodeVersion)}");
                insert.Bind(6, $"{cause} {Short(after)}");
                insert.Bind(7, cause);
                insert.Run();
                count++;
            }
        }

        all.Commit();
        return count;
    }

    /// <summary>Eight digits, and with them the mark of the national lists where there are any: one of the two has moved.</summary>
    private static string Short(string version) => version.IndexOf('+', StringComparison.Ordinal) is var mark and > 0 ? version[..8] + version[mark..] : version[..8];
}
