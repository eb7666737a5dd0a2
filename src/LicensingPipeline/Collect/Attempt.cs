namespace LicensingPipeline.Collect;

/// <summary>What came of asking for one stream once. The ledger keeps it.</summary>
/// <param name="Requested">The address that was asked for, after links were found; null where it did not come to that.</param>
/// <param name="At">When the asking began.</param>
/// <param name="Detail">A sentence for the person who can act.</param>
public abstract record Attempt(Uri? Requested, DateTimeOffset At, string Detail);

/// <summary>Bytes came, are of the right kind and stand in the archive.</summary>
public sealed record Got(Uri? Requested, DateTimeOffset At, string Detail) : Attempt(Requested, At, Detail)
{
    /// <summary>Where the bytes came from, after redirects.</summary>
    public required Uri FinalUrl { get; init; }

    /// <summary>Where redirects led, in order; the last is <see cref="FinalUrl"/>.</summary>
    public IReadOnlyList<Uri> Redirects { get; init; } = [];

    public required int Status { get; init; }

    /// <summary>Hash of the file, or of the set where there are several (<see cref="FileSet"/>).</summary>
    public required string Sha256 { get; init; }

    /// <summary>Length of all files together.</summary>
    public required long Bytes { get; init; }

    /// <summary>What came, in the order of the landing page; each is in the archive under its own hash.</summary>
    public required IReadOnlyList<CollectedFile> Files { get; init; }

    public string? ContentType { get; init; }

    public string? ETag { get; init; }

    /// <summary>The header's own text, to be sent back as it came.</summary>
    public string? LastModified { get; init; }

    /// <summary>The day of Last-Modified, the newest of several files; null where there is none or it lies in the future.</summary>
    public DateOnly? SourceDate { get; init; }

    /// <summary>What to hand in next time; null where several files make the stream, or the server gave nothing to remember.</summary>
    public Validators? Validators =>
        Files.Count == 1 && (ETag ?? LastModified) is not null ? new Validators(FinalUrl, ETag, LastModified) : null;
}

/// <summary>The server says that the remembered bytes still stand.</summary>
public sealed record NotModified(Uri? Requested, DateTimeOffset At, string Detail) : Attempt(Requested, At, Detail);

/// <summary>Nothing usable came; the last good data stays up.</summary>
/// <param name="State">What the stream becomes.</param>
/// <param name="Suggestion">A line of YAML that would mend it, where one would.</param>
/// <param name="Status">HTTP status, where a server answered.</param>
public sealed record Failed(Uri? Requested, DateTimeOffset At, string Detail, StreamState State, string? Suggestion, int? Status)
    : Attempt(Requested, At, Detail);

/// <summary>One file of an attempt.</summary>
/// <param name="Name">Last part of its address, with the query.</param>
public sealed record CollectedFile(string Name, string Sha256, long Bytes, Uri Url);

/// <summary>
/// What the ledger remembers of the last bytes. They are only sent to the very address that gave them: a date that one
/// file carried says nothing about another, and a false "not modified" would hide a new register.
/// </summary>
/// <param name="Url">The address that gave them (<see cref="Got.FinalUrl"/>).</param>
public sealed record Validators(Uri Url, string? ETag, string? LastModified);
