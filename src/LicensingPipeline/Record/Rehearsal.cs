using LicensingPipeline.Catalogue;
using LicensingPipeline.Collect;
using LicensingPipeline.Quality;

namespace LicensingPipeline.Record;

/// <summary>What a night would make of a stream.</summary>
/// <param name="Result">What the night would report.</param>
/// <param name="Newest">What it would make of the newest copy; null where there is none.</param>
/// <param name="Portrait">What a person wants to see of the newest copy.</param>
/// <param name="Lost">Dates of copies that are published now and would no longer be.</param>
public sealed record Rehearsed(StreamResult Result, FoldResult? Newest, Portrait Portrait, IReadOnlyList<DateOnly> Lost);

/// <summary>
/// A night over one stream of which nothing is kept: the ledger is put back as it was. What it says is what the next run
/// will say, since it is the same code over the same ledger.
/// </summary>
/// <param name="ledger">The ledger, opened for writing while no run goes on.</param>
/// <param name="folder">All sources.</param>
/// <param name="open">Opens the bytes kept under a hash.</param>
/// <param name="time">The clock.</param>
/// <param name="say">Told which copies are read.</param>
public sealed class Rehearsal(Ledger ledger, SourceFolder folder, Func<string, Stream> open, TimeProvider time, Action<string> say)
{
    /// <summary>Plays the night.</summary>
    /// <param name="source">The authority's source.</param>
    /// <param name="spec">The stream, perhaps not as its file says now.</param>
    /// <param name="handed">A copy that the ledger does not hold yet, or null.</param>
    public Rehearsed Run(Source source, StreamSpec spec, Snapshot? handed)
    {
        using var all = ledger.Begin();
        var row = Snapshots.Stream(ledger, source.Authority, spec.Name);
        var before = Verdicts.Of(ledger, row.Id).Where(v => v.Published).ToList();
        if (handed is not null)
        {
            Snapshots.Keep(ledger, row.Id, handed);
            Snapshots.Supersede(ledger, row.Id, handed.AsAt, handed.Sha256);
        }

        // With another mark all copies are read again, the newest among them.
        Snapshots.Unmark(ledger, row.Id);
        var portrait = new Portrait(folder.Reference.Outcodes);
        FoldResult? newest = null;
        var night = new StreamNight(ledger, source, spec, folder, Options(source, spec), open);
        var result = night.Run(null, (_, _) => (entries => See(portrait, entries), end => newest = end));
        var after = Verdicts.Of(ledger, row.Id).Where(v => v.Published).Select(v => v.Snapshot).ToHashSet();
        var now = Snapshots.Of(ledger, row.Id).Select(s => s.Id).ToHashSet();
        return new Rehearsed(result, newest, portrait, [.. before.Where(b => now.Contains(b.Snapshot) && !after.Contains(b.Snapshot)).Select(b => b.AsAt)]);
    }

    private static void See(Portrait portrait, IReadOnlyList<Entry> entries)
    {
        foreach (var entry in entries)
        {
            portrait.See(entry.Mapped, entry.Row);
        }
    }

    private NightOptions Options(Source source, StreamSpec spec) => new()
    {
        Sources = "",
        Reference = "",
        Data = "",
        Inbox = "",
        Offline = true,
        Invented = ledger.IsInvented,
        Proving = new HashSet<string>([$"{source.Authority}/{spec.Name}"], StringComparer.Ordinal),
        Collect = new CollectOptions { Jitter = () => 0 },
        Handler = Collector.Handler,
        Time = time,
        Say = say,
    };
}
