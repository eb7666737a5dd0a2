using Dapper;

namespace LicensingPipeline.Record;

/// <summary>Keeps invented and real data apart for good (rule 12): the mark is set on an empty ledger and never moves.</summary>
public static class InventedData
{
    /// <summary>Marks a new ledger, or refuses a run of the other kind.</summary>
    /// <exception cref="RefusedException">The folder holds data of the other kind.</exception>
    public static void Check(Ledger ledger, bool invented)
    {
        var mark = ledger.Meta(Ledger.InventedMark);
        if (mark is null)
        {
            ledger.SetMeta(Ledger.InventedMark, invented ? "yes" : "no");
            if (invented)
            {
                ledger.SetMeta("mark", Demonstration.Mark);
            }
        }
        else if (mark == "yes" != invented)
        {
            throw new RefusedException(invented
                ? "This data folder holds real registers; invented data is never mixed into them. Choose another folder with --data."
                : "This data folder holds the demonstration's invented data; real registers are never mixed into it. Choose another folder with --data.");
        }
    }

    /// <summary>How many copies the ledger holds.</summary>
    public static long Copies(Ledger ledger) => ledger.Connection.ExecuteScalar<long>("select count(*) from snapshot");
}
