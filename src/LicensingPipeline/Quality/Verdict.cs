namespace LicensingPipeline.Quality;

/// <summary>What the gate decides about one copy.</summary>
/// <param name="State">Ok, Proving, EmptyDeclared or one of the held states.</param>
/// <param name="Reasons">Why it is held, as sentences that say what to do; empty where it is published.</param>
/// <param name="Warnings">What is odd and does not hold it.</param>
/// <param name="NotMade">Checks that could not be made, and what is missing for them.</param>
public sealed record Verdict(
    StreamState State, IReadOnlyList<string> Reasons, IReadOnlyList<string> Warnings, IReadOnlyList<string> NotMade)
{
    /// <summary>A line of YAML that would mend it, where one would.</summary>
    public string? Suggestion { get; init; }

    /// <summary>Whether the copy is published.</summary>
    public bool Published => State is StreamState.Ok or StreamState.EmptyDeclared;
}

/// <summary>The last copy that was published, as far as the gate asks about it.</summary>
/// <param name="Licences">How many licences it held.</param>
/// <param name="Fill">Share of entries that stated each mapped field, by key of the record.</param>
/// <param name="HeaderFingerprint">Fingerprint of its headings.</param>
public sealed record LastGood(long Licences, IReadOnlyDictionary<string, double> Fill, string HeaderFingerprint);

/// <summary>What left the register between the last good copy and this one.</summary>
/// <param name="Gone">Licences that are no longer there.</param>
/// <param name="Expired">Of them, those past their end date.</param>
/// <param name="SchemeEnded">Of them, those of a scheme that ended between the two copies.</param>
public sealed record Drop(long Gone, long Expired, long SchemeEnded)
{
    /// <summary>What neither expiry nor a scheme's end explains.</summary>
    public long Unexplained => Gone - Expired - SchemeEnded;
}
