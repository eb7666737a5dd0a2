namespace LicensingPipeline.Record;

/// <summary>
/// A ledger in which something is tried and nothing is kept: that of a data folder, which no run may use meanwhile, or an
/// empty one of its own where nothing has been run yet.
/// </summary>
public sealed class BorrowedLedger : IDisposable
{
    private readonly RunLock? _lock;
    private readonly DirectoryInfo? _own;

    /// <summary>Borrows the ledger of a data folder.</summary>
    /// <exception cref="RefusedException">A run is going on there.</exception>
    public BorrowedLedger(string data, Action<string> say)
    {
        if (File.Exists(Path.Combine(data, "ledger.db")))
        {
            _lock = RunLock.Take(data, say);
            Ledger = new Ledger(Path.Combine(data, "ledger.db"));
        }
        else
        {
            _own = Directory.CreateTempSubdirectory("licensing-");
            Ledger = new Ledger(Path.Combine(_own.FullName, "ledger.db"));
        }
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
