namespace LicensingPipeline.Summarise;

/// <summary>
/// A letter to one council, as plain facts and sentences: what we read, what is good, what would help, and how to answer. What writes
/// it as text or HTML adds nothing.
/// </summary>
public sealed record Letter
{
    /// <summary>The council's name.</summary>
    public required string Council { get; init; }

    /// <summary>The day it is written.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>What it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>Why it is written.</summary>
    public required string Opening { get; init; }

    /// <summary>What we read and when; of an authority without a copy, what we found.</summary>
    public required IReadOnlyList<string> Read { get; init; }

    /// <summary>What is good.</summary>
    public required IReadOnlyList<string> Good { get; init; }

    /// <summary>What would help, three at most.</summary>
    public required IReadOnlyList<LetterMend> Mends { get; init; }

    /// <summary>What the next edition would say of what is online: the six dimensions and the mends that would do most; empty where nothing is scored.</summary>
    public IReadOnlyList<string> Scorecard { get; init; } = [];

    /// <summary>How the register can be had by law, where we hold no copy; else null.</summary>
    public string? Route { get; init; }

    /// <summary>What we ask, where we hold no copy.</summary>
    public IReadOnlyList<string> Asks { get; init; } = [];

    /// <summary>How to answer, by when and to whom.</summary>
    public required string Answer { get; init; }

    /// <summary>What happens without an answer.</summary>
    public required string Otherwise { get; init; }

    /// <summary>Who signs.</summary>
    public required string SignedBy { get; init; }

    /// <summary>What of the letter's terms nobody has decided yet; null where all is decided.</summary>
    public string? Undecided { get; init; }

    /// <summary>The sentence that marks invented data, else null.</summary>
    public string? Demonstration { get; init; }
}
