using Microsoft.Data.Sqlite;

namespace LicensingPipeline.Record;

/// <summary>A work on the ledger that is kept whole or not at all. Without <see cref="Commit"/> it never was.</summary>
/// <param name="own">The transaction, or null where this work is a part of a larger one.</param>
/// <param name="end">Told that the transaction is over.</param>
public sealed class LedgerWork(SqliteTransaction? own, Action end) : IDisposable
{
    /// <summary>Keeps the work; a part is kept with the whole.</summary>
    public void Commit() => own?.Commit();

    /// <inheritdoc/>
    public void Dispose()
    {
        if (own is not null)
        {
            own.Dispose();
            end();
        }
    }
}
