namespace LicensingPipeline.Collect;

/// <summary>How politely and how long we ask.</summary>
public sealed record CollectOptions
{
    /// <summary>Time between the end of a request to a host and the start of the next.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest pause a robots.txt may ask for with crawl-delay; a longer one is cut to this.</summary>
    public TimeSpan MaxPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest silence within one try: until the answer begins, and between any two pieces of it.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest time one try may take as a whole, so that a file that trickles ends too.</summary>
    public TimeSpan MaxTry { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How often an address is asked before it counts as unreachable.</summary>
    public int Tries { get; init; } = 3;

    /// <summary>Wait before the second try; it doubles with every further one, and jitter is mixed in.</summary>
    public TimeSpan BackOff { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest Retry-After that is waited for; a longer one ends the stream for tonight.</summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Most bytes of one file, or of all pages of an interface together, counted after unpacking what the transport packed.</summary>
    public long MaxBytes { get; init; } = 200L * 1024 * 1024;

    /// <summary>Most bytes of a page on which links are looked for.</summary>
    public long MaxPageBytes { get; init; } = 10L * 1024 * 1024;

    /// <summary>Most pages of one answer of a vendor's interface.</summary>
    public int MaxPages { get; init; } = 1_000;

    /// <summary>Most redirects followed for one address.</summary>
    public int MaxRedirects { get; init; } = 5;

    /// <summary>Gives numbers from 0 up to 1 for the back-off; a seeded source makes a run repeatable.</summary>
    public required Func<double> Jitter { get; init; }
}
