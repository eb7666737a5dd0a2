using System.Net;

namespace LicensingPipeline.Collect;

/// <summary>
/// What one try at one address gave. Exactly one of these holds: a fault (nothing usable arrived), staged bytes (status 2xx), or the
/// beginning of an error page.
/// </summary>
internal sealed record Answer(Uri Url) : IAsyncDisposable
{
    /// <summary>Why nothing whole arrived, as half a sentence; worth another try.</summary>
    public string? Fault { get; init; }

    public HttpStatusCode? Status { get; init; }

    /// <summary>Where the server sends us, resolved.</summary>
    public Uri? Location { get; init; }

    /// <summary>How long the server asks us to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public string? ContentType { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    public DateTimeOffset? Modified { get; init; }

    /// <summary>The sign of a challenge in headers or in an error page.</summary>
    public string? Challenge { get; init; }

    public Staged? Body { get; init; }

    public int? Code => (int?)Status;

    public bool IsSuccess => Code is >= 200 and < 300;

    public bool IsRedirect => Code is 301 or 302 or 303 or 307 or 308;

    /// <summary>
    /// Whether the same question may be answered otherwise in a moment: not where a challenge is put or more patience is asked for than
    /// we have.
    /// </summary>
    public bool WorthAnotherTry(TimeSpan maxRetryAfter) => Challenge is null && !(RetryAfter > maxRetryAfter) &&
        (Fault is not null || Code is 408 or >= 500 || (Code == 429 && RetryAfter is not null));

    public ValueTask DisposeAsync() => Body?.DisposeAsync() ?? ValueTask.CompletedTask;
}
