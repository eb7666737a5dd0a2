using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LicensingPipeline.Cli;

/// <summary>Where a command writes: data to standard output, all else to standard error.</summary>
/// <param name="Out">Data.</param>
/// <param name="Error">Progress and complaints.</param>
/// <param name="Interactive">Whether a person looks at standard output.</param>
public sealed record Terminal(TextWriter Out, TextWriter Error, bool Interactive)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DictionaryKeyPolicy = null,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        NewLine = "\n",
    };

    /// <summary>Says a sentence to the person, beside the data.</summary>
    public void Say(string sentence) => Error.WriteLine(sentence);

    /// <summary>Prints one JSON document.</summary>
    public void WriteJson<T>(T value) => Out.WriteLine(JsonSerializer.Serialize(value, Json));
}
