namespace LicensingPipeline.Collect;

/// <summary>One copy that a person handed in: all files of one date.</summary>
/// <param name="AsAt">The day whose register it shows.</param>
/// <param name="Sha256">The file's own hash, or that of the set (<see cref="FileSet"/>).</param>
/// <param name="Files">In the order of their names.</param>
/// <param name="Origin">How it came: supplied, third-party-copy, union-copy or sighting.</param>
/// <param name="RetrievedAt">When these bytes first came, where the sidecar says so.</param>
public sealed record InboxCopy(DateOnly AsAt, string Sha256, IReadOnlyList<InboxFile> Files, string Origin, DateTimeOffset? RetrievedAt);

/// <summary>A file of the inbox.</summary>
public sealed record InboxFile(string Name, string Path, string Sha256);
