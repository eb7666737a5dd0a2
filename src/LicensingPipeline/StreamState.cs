namespace LicensingPipeline;

/// <summary>
/// What became of a stream tonight. In every state but the first two and <see cref="EmptyDeclared"/> the last good
/// data stays up, dated.
/// </summary>
public enum StreamState
{
    /// <summary>New bytes passed the gate and are published.</summary>
    Ok,
    /// <summary>The same bytes as last time, or the server said so.</summary>
    Unchanged,
    /// <summary>Read and archived, not published: no person has yet seen a real file of this stream read right.</summary>
    Proving,
    /// <summary>The register says in the text the source file names that it holds no entry.</summary>
    EmptyDeclared,
    /// <summary>Rows are missing that neither expiry nor a scheme's end explains.</summary>
    HeldShrunk,
    /// <summary>The file is not of the shape the source file describes.</summary>
    HeldDrift,
    /// <summary>The file has the right shape, but too much of what it says cannot be true or is missing.</summary>
    HeldDegraded,
    /// <summary>The publisher does not want to be read by a program: 401, 403, 429, a challenge, robots.txt.</summary>
    Blocked,
    /// <summary>No answer after three tries.</summary>
    Unreachable,
    /// <summary>The landing page is there, the expected link is not, or there are several.</summary>
    LinkMoved,
    /// <summary>The page is gone for good.</summary>
    Gone,
    /// <summary>A copy that a person hands in: no new file has come, the last good one stands.</summary>
    Manual,
    /// <summary>The source file itself is wrong.</summary>
    ConfigError,
    /// <summary>The stream has ended; its history stands.</summary>
    Retired,
}

/// <summary>Questions about a state that more than one stage asks.</summary>
public static class StreamStates
{
    /// <summary>Whether a file came and was not published because the gate or a reader held it back.</summary>
    public static bool IsHeld(this StreamState state) =>
        state is StreamState.HeldShrunk or StreamState.HeldDrift or StreamState.HeldDegraded;

    /// <summary>Whether the newest copy stands in the registers.</summary>
    public static bool IsPublished(this StreamState state) =>
        state is StreamState.Ok or StreamState.Unchanged or StreamState.EmptyDeclared or StreamState.Manual;

    /// <summary>Whether the state makes a run end with code 2, unless the source file says it is expected.</summary>
    public static bool NeedsSomeone(this StreamState state) =>
        state.IsHeld() || state is StreamState.Blocked or StreamState.Unreachable or StreamState.LinkMoved or StreamState.Gone;
}
