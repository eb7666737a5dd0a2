using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LicensingPipeline.Cli;

/// <summary>Where a command writes: data to standard output, all else to standard error.</summary>
/// <param name="Out">Data.</param>
/// <param name="Error">Progress and complaints.</param>
/// <param name="Interactive">Whether a person looks at both.</param>
public sealed record Terminal(TextWriter Out, TextWriter Error, bool Interactive)
{
    /// <summary>Columns of the screen; null where the output is no screen, and lines are then never broken.</summary>
    public int? Width { get; init; }

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

    /// <summary>Prints a line of the answer.</summary>
    public void Print(string line = "") => Out.Write(line + "\n");

    /// <summary>Prints one JSON document.</summary>
    public void WriteJson<T>(T value) => Out.Write(JsonSerializer.Serialize(value, Json) + "\n");
}
