using Polly;
using Polly.Retry;

namespace LicensingPipeline.Collect;

/// <summary>Where an address led in the end, and what was there.</summary>
internal sealed record Journey(Answer Answer, IReadOnlyList<Uri> Redirects);

/// <summary>Asks again where that may help, and follows redirects by hand, so that each is checked and none is hidden.</summary>
internal sealed class Courier
{
    private readonly Exchange _exchange;
    private readonly CollectOptions _options;
    private readonly ResiliencePipeline<Answer> _tries;

    public Courier(Exchange exchange, CollectOptions options, TimeProvider time)
    {
        (_exchange, _options) = (exchange, options);
        var builder = new ResiliencePipelineBuilder<Answer> { TimeProvider = time };
        _tries = options.Tries < 2 ? builder.Build() : builder.AddRetry(Again(options)).Build();
    }

    /// <summary>Follows an address to its end and gives whatever answer stands there.</summary>
    /// <param name="allow">Asked before every address; throws where it may not be fetched.</param>
    public async Task<Journey> FollowAsync(Question question, Func<Uri, CancellationToken, Task> allow, CancellationToken ct)
    {
        var redirects = new List<Uri>();
        var seen = new HashSet<Uri> { question.Url };
        while (true)
        {
            await allow(question.Url, ct);
            var answer = await _tries.ExecuteAsync(async token => await _exchange.TryAsync(question, token), ct);
            if (!answer.IsRedirect)
            {
                return new Journey(answer, redirects);
            }

            var next = Next(answer, question.Url);
            if (!seen.Add(next))
            {
                throw Moved(answer, $"{question.Url} leads back to {next}, in a circle. Open it in a browser; if that shows the file, its site wants cookies, which is for the council to mend.");
            }

            if (redirects.Count == _options.MaxRedirects)
            {
                throw Moved(answer, $"The address was redirected more than {_options.MaxRedirects} times, lastly to {next}. Open it in a browser and put the address where it ends.");
            }

            redirects.Add(next);
            question = question with { Url = next };
        }
    }

    /// <summary>Why an address may not be reached from another; null where it may. Encryption is never given up on the way.</summary>
    public static string? Refuses(Uri from, Uri to) =>
        to.Scheme is not ("https" or "http") ? $"to {to.Scheme}:, which is no web address"
        : to.Scheme == "https" ? null
        : from.Scheme == "https" ? $"from https to the unencrypted {to}"
        : string.Equals(from.Host, to.Host, StringComparison.OrdinalIgnoreCase) ? null : $"to the unencrypted {to} on another host";

    private static RetryStrategyOptions<Answer> Again(CollectOptions options) => new()
    {
        MaxRetryAttempts = options.Tries - 1,
        Delay = options.BackOff,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Randomizer = options.Jitter,
        ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result?.WorthAnotherTry(options.MaxRetryAfter) ?? false),
        // Where the host said when to come again, its queue keeps us waiting until then.
        DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(args.Outcome.Result?.RetryAfter is null ? null : TimeSpan.Zero),
    };

    private static Uri Next(Answer answer, Uri from)
    {
        if (answer.Location is not { } to)
        {
            throw Moved(answer, $"{from} sends us on ({answer.Code}) without saying where to. Open it in a browser and put the address where it ends.");
        }

        // A fragment is for the reader of a page, not for the server.
        to = Addresses.WithoutFragment(to);
        return Refuses(from, to) is { } why
            ? throw Moved(answer, $"{from} redirects {why}; that is not followed. If it is right, put the new address into the source file.", $"url: {to}")
            : to;
    }

    private static SourceException Moved(Answer answer, string message, string? suggestion = null) =>
        new(StreamState.LinkMoved, message, suggestion, new HttpRequestException(null, null, answer.Status));
}
