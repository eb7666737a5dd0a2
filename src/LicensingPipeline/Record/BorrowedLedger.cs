namespace LicensingPipeline.Record;

/// <summary>
/// A ledger in which something is tried and nothing is kept: that of a data folder, which no run may use meanwhile, or an
/// empty one of its own where nothing has been run yet.
/// </summary>
public sealed class BorrowedLedger : IDisposable
{
    private readonly RunLock? _lock;
    private readonly DirectoryInfo? _own;

    private BorrowedLedger(string data, RunLock? taken, DirectoryInfo? own)
    {
        (_lock, _own) = (taken, own);
        Ledger = new Ledger(Path.Combine(data, "ledger.db"));
    }

    /// <summary>Borrows the ledger of a data folder; an empty one where nothing has been run there.</summary>
    /// <exception cref="RefusedException">A run is going on there.</exception>
    public static BorrowedLedger Of(string data, Action<string> say) =>
        File.Exists(Path.Combine(data, "ledger.db")) ? new BorrowedLedger(data, RunLock.Take(data, say), null) : Empty();

    /// <summary>A ledger of its own with nothing in it.</summary>
    public static BorrowedLedger Empty()
    {
        var own = Directory.CreateTempSubdirectory("licensing-");
        return new BorrowedLedger(own.FullName, null, own);
    }

    /// <summary>The ledger.</summary>
    public Ledger Ledger { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Ledger.Dispose();
        _lock?.Dispose();
        _own?.Delete(recursive: true);
    }
}
