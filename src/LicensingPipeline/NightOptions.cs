using LicensingPipeline.Collect;

namespace LicensingPipeline;

/// <summary>All that one run of the pipeline is told from outside. Nothing in the library reads a setting, a clock or an environment of its own.</summary>
public sealed record NightOptions
{
    /// <summary>Folder of source files.</summary>
    public required string Sources { get; init; }

    /// <summary>Folder of authorities.csv, schemes.csv and outcodes.csv.</summary>
    public required string Reference { get; init; }

    /// <summary>Folder of policy.yaml; null means that the defaults hold.</summary>
    public string? Governance { get; init; }

    /// <summary>Folder of all that a run writes.</summary>
    public required string Data { get; init; }

    /// <summary>Folder of copies that people hand in.</summary>
    public required string Inbox { get; init; }

    /// <summary>GSS codes or short names to which the run is limited; empty means all.</summary>
    public IReadOnlyList<string> Authorities { get; init; } = [];

    /// <summary>Whether the network is left alone and only the archive and the inbox are read.</summary>
    public bool Offline { get; init; }

    /// <summary>Whether the data is invented, which the ledger then carries for good.</summary>
    public bool Invented { get; init; }

    /// <summary>Streams (<c>authority/stream</c>) that an invented run leaves in Proving.</summary>
    public IReadOnlySet<string> Proving { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Pauses, timeouts and limits on the network.</summary>
    public required CollectOptions Collect { get; init; }

    /// <summary>What carries the requests; the real network unless a demonstration or a test brings another.</summary>
    public required Func<HttpMessageHandler> Handler { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Told, as sentences, how far the run is.</summary>
    public required Action<string> Say { get; init; }
}
