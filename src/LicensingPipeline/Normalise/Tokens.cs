using System.Collections.Frozen;

namespace LicensingPipeline.Normalise;

/// <summary>Texts that stand for nothing, or for something withheld.</summary>
internal static class Tokens
{
    private static readonly FrozenSet<string> Nothing = new[]
    {
        "-", "--", "---", ".", "?", "n/a", "na", "n.a.", "n/k", "nil", "none", "null", "not applicable", "not available",
        "not known", "not stated", "not provided", "unknown", "tbc", "tba", "to be confirmed", "#n/a", "#ref!", "#value!",
        "undefined", "nan", "blank", "(blank)",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Hidden = new[]
    {
        "withheld", "[withheld]", "(withheld)", "redacted", "[redacted]", "(redacted)", "confidential", "exempt",
        "not for publication", "data protection", "data protected", "gdpr", "personal data", "name withheld",
        "address withheld", "information withheld", "withheld under data protection", "not published", "not disclosed",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Longer than every token, so that a look-up is spared for nearly every cell.
    private const int Longest = 32;

    public static bool MeansNothing(string text) => text.Length <= Longest && Nothing.Contains(text);

    public static bool MeansWithheld(string text) => text.Length <= Longest && Hidden.Contains(text);
}
