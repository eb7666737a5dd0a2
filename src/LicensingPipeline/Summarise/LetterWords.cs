namespace LicensingPipeline.Summarise;

/// <summary>Words of letters to councils.</summary>
internal static class LetterWords
{
    /// <summary>Licence kinds as a person says them.</summary>
    public static string Kind(string scheme) => scheme switch
    {
        "mandatory-hmo" => "mandatory HMO",
        "additional-hmo" => "additional HMO",
        "section-257" => "section 257",
        "temporary-exemption" => "temporary exemptions",
        "hmo-unspecified" => "HMO",
        "unknown" => "licences",
        _ => scheme,
    };

    /// <summary>Why we hold no copy that can be shown, in the words of a register's state; none of them blames.</summary>
    public static string Why(string? state) => state switch
    {
        nameof(StreamState.Blocked) => "the site asks programs to stay away, and ours does",
        nameof(StreamState.Unreachable) => "the site did not answer",
        nameof(StreamState.LinkMoved) or nameof(StreamState.Gone) => "the link is not where it was",
        nameof(StreamState.HeldShrunk) or nameof(StreamState.HeldDrift) or nameof(StreamState.HeldDegraded) => "the file is laid out otherwise than we know it, so a person has to look at it",
        nameof(StreamState.Proving) => "a person has still to see that we read the file right",
        nameof(StreamState.ConfigError) => "our own description of the register has to be mended",
        nameof(StreamState.Manual) => "a copy has to be asked for, and none has come",
        _ => "we have not read it yet",
    };
}
