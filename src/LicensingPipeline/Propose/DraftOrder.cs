namespace LicensingPipeline.Propose;

/// <summary>What a draft is made from, beside the file itself.</summary>
public sealed record DraftOrder
{
    /// <summary>GSS code.</summary>
    public required string Authority { get; init; }

    /// <summary>Name of the stream.</summary>
    public required string Stream { get; init; }

    public required string Steward { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>The page on which a person finds the register.</summary>
    public required string Page { get; init; }

    /// <summary>The line that says how the file is had: manual, discover, url or api.</summary>
    public required string Way { get; init; }

    /// <summary>Words beside the file that may tell the licence kind: its name, its address.</summary>
    public required string Hint { get; init; }
}

/// <summary>What reading the file with a first draft showed, so that the second can set its guards.</summary>
/// <param name="Entries">Rows that are entries.</param>
/// <param name="Unfilled">Fields that are filled less than the gate wants, and how far they are.</param>
/// <param name="Quarantined">Share of entries set aside.</param>
/// <param name="Repeated">Share of entries that share their identity with one that differs.</param>
public sealed record DraftFigures(long Entries, IReadOnlyList<(Field Field, double Share)> Unfilled, double Quarantined, double Repeated);
