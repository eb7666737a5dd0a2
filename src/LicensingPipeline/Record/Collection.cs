using System.Globalization;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Collect;

namespace LicensingPipeline.Record;

/// <summary>A stream that went wrong while its copy was fetched.</summary>
public sealed record Trouble(StreamState State, string Detail, string? Suggestion);

/// <summary>What went wrong tonight, by stream.</summary>
public sealed class Troubles
{
    private readonly Dictionary<(string Authority, string Stream), Trouble> _all = [];

    /// <summary>What went wrong with a stream, or null.</summary>
    public Trouble? Find(Source source, StreamSpec spec) => _all.GetValueOrDefault((source.Authority, spec.Name));

    internal void Add(Source source, StreamSpec spec, Trouble trouble) => _all[(source.Authority, spec.Name)] = trouble;
}

/// <summary>
/// Brings tonight's copies into the archive and the ledger: over the network, one request at a time per host while hosts go
/// side by side, and from the inbox. What fails is noted and harms nobody else.
/// </summary>
public sealed class Collection(Ledger ledger, long run, Archive archive, NightOptions options)
{
    /// <summary>A copy that a person hands in may be larger than what is fetched from a stranger.</summary>
    private const long MostHandedIn = 4L * 1024 * 1024 * 1024;

    /// <summary>Collects for the given streams; gives what went wrong, by authority and stream.</summary>
    /// <exception cref="OperatorException">There is a stream to fetch and nobody to answer for the requests.</exception>
    public async Task<Troubles> CollectAsync(IReadOnlyList<(Source Source, StreamSpec Spec)> streams, CancellationToken ct)
    {
        var troubles = new Troubles();
        foreach (var (source, spec) in streams.Where(s => s.Spec is { Manual: not null, Retired: null }))
        {
            if (await FromInboxAsync(source, spec, ct) is { } trouble)
            {
                troubles.Add(source, spec, trouble);
            }
        }

        var live = streams.Where(s => s.Spec is { Manual: null, Retired: null }).ToList();
        if (!options.Offline && live.Count > 0)
        {
            await FetchAsync(live, troubles, ct);
        }

        foreach (var (source, spec) in streams.Where(s => s.Spec.Retired is not null))
        {
            troubles.Add(source, spec, new Trouble(StreamState.Retired, $"Ended on {spec.Retired!.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}: {spec.Retired.Why}", null));
        }

        return troubles;
    }

    private async Task<Trouble?> FromInboxAsync(Source source, StreamSpec spec, CancellationToken ct)
    {
        var row = Snapshots.Stream(ledger, source.Authority, spec.Name);
        try
        {
            var copies = Inbox.Copies(options.Inbox, spec.Manual!, ct);
            foreach (var file in copies.SelectMany(c => c.Files).Where(f => !archive.Exists(f.Sha256)))
            {
                await using var bytes = File.OpenRead(file.Path);
                await archive.AddAsync(bytes, MostHandedIn, ct);
            }

            Attempts.Keep(ledger, run, row, options.Time.GetUtcNow(), copies, options.Invented ? "invented" : null);
            return null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            Attempts.Keep(ledger, run, row, options.Time.GetUtcNow(), [], null);
            return new Trouble(StreamState.HeldDrift, $"A file in {spec.Manual!.Folder} of the inbox cannot be opened ({unreadable.GetType().Name}). Look at who may read it, and whether it is still being copied.", null);
        }
        catch (SourceException failed)
        {
            // That nothing new was handed in is no trouble where an earlier copy stands.
            Attempts.Keep(ledger, run, row, options.Time.GetUtcNow(), [], null);
            return failed.State == StreamState.Manual && Snapshots.Of(ledger, row.Id).Count > 0 ? null : new Trouble(failed.State, failed.Message, failed.Suggestion);
        }
    }

    private async Task FetchAsync(List<(Source Source, StreamSpec Spec)> live, Troubles troubles, CancellationToken ct)
    {
        var op = OperatorFile.Read(options.Data)
            ?? throw new OperatorException($"Nobody answers for the requests yet, so nothing is fetched. Write {Path.Combine(options.Data, OperatorFile.Name)} with the two lines 'name: ...' and 'contact: ...' (an e-mail address or a web page), or run with --offline.");
        var version = typeof(Collection).Assembly.GetName().Version?.ToString(3) ?? "0";
        using var collector = new Collector(options.Handler(), op, version, archive, options.Collect, options.Time);
        var pending = new List<(Task<Attempt> Fetch, Source Source, StreamSpec Spec, StreamRow Row)>();
        foreach (var (source, spec) in live)
        {
            var row = Snapshots.Stream(ledger, source.Authority, spec.Name);
            pending.Add((collector.FetchAsync(source.Authority, spec, Attempts.LastValidators(ledger, row), ct), source, spec, row));
        }

        // They are fetched side by side and entered in the order of the streams, so that the ledger does not depend on who answered first.
        foreach (var (fetch, source, spec, row) in pending)
        {
            var attempt = await fetch;
            options.Say($"{source.ShortName}/{spec.Name}: {attempt.Detail}");
            if (Attempts.Keep(ledger, run, row, attempt, options.Invented ? "invented" : "published") is { } trouble)
            {
                troubles.Add(source, spec, trouble);
            }
        }
    }
}
