using System.Collections.Concurrent;
using System.Text;

namespace LicensingPipeline.Collect;

/// <summary>The robots.txt of each site, fetched once in a run, through the same queue as everything else.</summary>
internal sealed class RobotsBook(Courier courier, HostQueue queue, CollectOptions options)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Entry>>> _sites = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns where the address may be fetched.</summary>
    /// <exception cref="SourceException">robots.txt forbids it, or could not be read tonight, which counts as forbidding everything.</exception>
    public async Task CheckAsync(Uri url, CancellationToken ct)
    {
        var site = url.GetLeftPart(UriPartial.Authority);
        Entry entry;
        try
        {
            entry = await _sites.GetOrAdd(site, key => new Lazy<Task<Entry>>(() => FetchAsync(new Uri(key + "/robots.txt"), ct))).Value;
        }
        catch (OperationCanceledException)
        {
            // Another stream's cancellation must not stay behind as the site's answer.
            _sites.TryRemove(site, out _);
            throw;
        }

        if (entry.Trouble is { } trouble)
        {
            throw new SourceException(trouble.State, $"robots.txt of {url.Host} could not be read, so nothing is fetched from it tonight. {trouble.Message}", null, trouble.InnerException);
        }

        if (entry.Rules.Forbids(url) is { } rule)
        {
            throw new SourceException(StreamState.Blocked, $"robots.txt of {url.Host} asks programs not to fetch {url.PathAndQuery} ({rule}). That is obeyed; write to the council and ask for the file or for leave to read it.");
        }
    }

    private async Task<Entry> FetchAsync(Uri url, CancellationToken ct)
    {
        Journey journey;
        try
        {
            journey = await courier.FollowAsync(new Question(url, options.MaxPageBytes) { StopAfter = RobotsRules.MaxBytes }, (_, _) => Task.CompletedTask, ct);
        }
        catch (SourceException lost) when (lost.State == StreamState.LinkMoved)
        {
            // RFC 9309, 2.3.1.2: a file that redirects do not lead to is as good as none.
            return new Entry(RobotsRules.None, null);
        }

        await using var answer = journey.Answer;
        if (answer.Body is { } body)
        {
            var text = new byte[body.Length];
            await body.Bytes.ReadExactlyAsync(text, ct);
            var rules = RobotsRules.Parse(Encoding.UTF8.GetString(text));
            queue.SlowDown(url, rules.CrawlDelay ?? TimeSpan.Zero);
            return new Entry(rules, null);
        }

        return answer.Code is 429 or null or >= 500
            ? new Entry(RobotsRules.None, Refusals.Of(answer, Wanted.File, options))
            : new Entry(RobotsRules.None, null);
    }

    /// <param name="Trouble">Why the file could not be read.</param>
    private sealed record Entry(RobotsRules Rules, SourceException? Trouble);
}
