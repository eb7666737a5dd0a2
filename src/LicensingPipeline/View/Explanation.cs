using LicensingPipeline.Normalise;
using LicensingPipeline.Record;
using LicensingPipeline.Summarise;

namespace LicensingPipeline.View;

/// <summary>Why a record reads as it does: from the licence back to the bytes.</summary>
public sealed record Explanation
{
    /// <summary>The record.</summary>
    public required Licence Licence { get; init; }

    /// <summary>Whether it stands on the last copy.</summary>
    public required bool IsCurrent { get; init; }

    /// <summary>Its text as published, by field.</summary>
    public required IReadOnlyList<(Field Field, string Text)> Raw { get; init; }

    /// <summary>What stood in columns that nobody maps, or null.</summary>
    public string? Unmapped { get; init; }

    /// <summary>The rules that fired, in order; null where the source file is not at hand.</summary>
    public IReadOnlyList<RuleHit>? Rules { get; init; }

    /// <summary>What must be known about the rules, or null.</summary>
    public string? Note { get; init; }

    /// <summary>What is odd about it.</summary>
    public required IReadOnlyList<ListedIssue> Issues { get; init; }

    /// <summary>The copy it was read from.</summary>
    public required Snapshot Copy { get; init; }

    /// <summary>What the register said under its number, oldest first.</summary>
    public required IReadOnlyList<VersionSpan> Versions { get; init; }

    /// <summary>What happened to it, oldest first.</summary>
    public required IReadOnlyList<Change> Events { get; init; }
}

/// <summary>A version of an entry and the copies on which it stood.</summary>
/// <param name="FirstCopy">Date of the first copy that said so.</param>
/// <param name="GoneBy">Date of the first copy that did not any more, or null.</param>
/// <param name="Sha256">Hash of the first copy.</param>
/// <param name="Where">Its place there.</param>
/// <param name="Raw">Its text by field.</param>
public sealed record VersionSpan(DateOnly FirstCopy, DateOnly? GoneBy, string Sha256, string Where, IReadOnlyList<(Field Field, string Text)> Raw);
