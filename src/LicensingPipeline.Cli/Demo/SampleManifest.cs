using System.Text.Encodings.Web;
using System.Text.Json;

namespace LicensingPipeline.Cli.Demo;

/// <summary>The answer key of the demonstration, worked out by the generator from what it planted.</summary>
internal sealed record SampleManifest
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public required string Mark { get; init; }

    /// <summary>Streams (<c>authority/stream</c>) that nobody has yet seen read right.</summary>
    public required IReadOnlyList<string> Proving { get; init; }

    public required IReadOnlyList<ExpectedNight> Nights { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Options) + "\n";

    public static SampleManifest Read(string json) => JsonSerializer.Deserialize<SampleManifest>(json, Options)
        ?? throw new InvalidDataException("The manifest of the samples is empty.");
}

/// <summary>What a night must come to.</summary>
internal sealed record ExpectedNight
{
    /// <summary>The moment at which the night is played.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The exit code of the run.</summary>
    public required int Exit { get; init; }

    public required IReadOnlyList<ExpectedStream> Streams { get; init; }
}
