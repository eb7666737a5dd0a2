namespace LicensingPipeline.Web;

/// <summary>States and rungs in words for everybody: what they mean for a reader, with no word that blames.</summary>
public static class StateWords
{
    /// <summary>What each rung of the ladder means, from 0.</summary>
    public static IReadOnlyList<string> Rungs { get; } =
    [
        "nothing found online",
        "a way to see it: an inspection, an e-mail, a paid copy",
        "a look-up, one home or licence at a time",
        "the whole register as a document",
        "the whole register as a table",
        "a table with references, dates and terms of re-use",
    ];

    private const string Before = "{before}";

    /// <summary>A word or two for a state, and a sentence.</summary>
    /// <param name="state">The state; null where nothing is collected or no run has looked yet.</param>
    /// <param name="isStream">Whether there is a stream at all.</param>
    /// <param name="hasCopy">Whether an earlier copy stands.</param>
    public static (string Word, string Sentence) Of(StreamState? state, bool isStream, bool hasCopy)
    {
        if (state == StreamState.Manual && !hasCopy)
        {
            return ("Handed in", "Copies come by hand, and none has come yet.");
        }

        var (word, sentence) = Of(state, isStream);
        return (word, sentence.Replace(Before, hasCopy ? "What we held before stays." : "We hold no copy to show.", StringComparison.Ordinal));
    }

    private static (string Word, string Sentence) Of(StreamState? state, bool isStream) => state switch
    {
        StreamState.Ok => ("Published", "The newest copy was read and is shown."),
        StreamState.Unchanged => ("Published, unchanged", "The register is the same as when we last looked."),
        StreamState.Proving => ("Being proved", "Copies are read and kept, and are shown once a person has seen that they are read right."),
        StreamState.EmptyDeclared => ("Empty, as declared", "The register says that it holds no entry."),
        StreamState.HeldShrunk => ("Held back", $"Entries are missing from the newest copy that neither expiry nor a scheme's end explains. {Before}"),
        StreamState.HeldDrift => ("Held back", $"The newest copy is laid out otherwise than we know it. {Before}"),
        StreamState.HeldDegraded => ("Held back", $"Too much in the newest copy cannot be right or is missing. {Before}"),
        StreamState.Blocked => ("Closed to programs", $"The publisher asks programs to stay away, and ours does. {Before}"),
        StreamState.Unreachable => ("No answer", $"The site did not answer. We ask again every night. {Before}"),
        StreamState.LinkMoved => ("Moved", $"The link to the register is not where it was. {Before}"),
        StreamState.Gone => ("Gone", $"The page is no longer there. {Before}"),
        StreamState.Manual => ("Handed in", "Copies come by hand; the last one stands."),
        StreamState.ConfigError => ("Being mended", "Our own description of this register has a mistake, and we are at it."),
        StreamState.Retired => ("Ended", "This register is no longer published; its history stays."),
        null => isStream ? ("Not looked at yet", "No night has read this register yet.") : ("Nothing to collect", "The register cannot be had as a whole, so we hold no copy."),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No words for this state."),
    };
}
