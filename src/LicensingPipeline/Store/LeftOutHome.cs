namespace LicensingPipeline.Store;

/// <summary>A home that a resident asked to have left out of public files.</summary>
/// <param name="Date">When it was asked.</param>
/// <param name="Reason">safety, request or other; nobody need give one.</param>
/// <param name="Hashes">Keyed hashes of all by which the home is known; without the secret nothing can be read out of them.</param>
public sealed record LeftOutHome(DateOnly Date, string Reason, IReadOnlyList<string> Hashes)
{
    /// <summary>The reasons there are.</summary>
    public static IReadOnlyList<string> Reasons { get; } = ["request", "safety", "other"];
}
