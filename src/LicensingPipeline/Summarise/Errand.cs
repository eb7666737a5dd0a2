using System.Text.Json.Serialization;

namespace LicensingPipeline.Summarise;

/// <summary>Something a person should do, what <c>todo --json</c> prints.</summary>
/// <param name="Kind">unverified, held, evidence-old, copy-due, scheme-ending or policy-undecided.</param>
/// <param name="Authority">GSS code; empty where it concerns the whole project.</param>
/// <param name="Stream">The stream, or null where it concerns the authority.</param>
/// <param name="Steward">Who is asked.</param>
/// <param name="Why">What is the matter, and what to do.</param>
/// <param name="Command">What to type.</param>
public sealed record Errand(string Kind, string Authority, string? Stream, string Steward, string Why, string Command)
{
    /// <summary>The sentence that marks invented data, else absent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Demonstration { get; init; }
}
