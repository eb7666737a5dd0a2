using System.Globalization;
using System.Text.Json;

namespace LicensingPipeline.Collect;

/// <summary>Reads a short answer of a vendor's interface as a whole.</summary>
internal static class JsonAnswer
{
    /// <summary>Parses the answer and lets it be read.</summary>
    /// <exception cref="SourceException">It is no sound JSON.</exception>
    public static T Read<T>(Download answer, Func<JsonElement, T> read)
    {
        try
        {
            using var json = JsonDocument.Parse(answer.Body.Bytes);
            return read(json.RootElement);
        }
        catch (JsonException broken)
        {
            throw new SourceException(StreamState.HeldDrift, $"{answer.Answer.Url} gave JSON that is cut off or damaged. Open it in a browser; the next night asks again.", null, broken);
        }
    }

    /// <summary>A whole number, written as one or as text.</summary>
    public static long? Whole(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt64(out var number) && number >= 0 => number,
        JsonValueKind.String when long.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>The value of a key, or null where the element is no object or has none.</summary>
    public static JsonElement? Key(this JsonElement element, string key) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>The text of a key, or null.</summary>
    public static string? Text(this JsonElement element, string key) =>
        element.Key(key) is { ValueKind: JsonValueKind.String } value && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    /// <summary>What a server says of itself, cut short and on one line, for a sentence of ours.</summary>
    public static string Quoted(string? words)
    {
        var line = string.Join(' ', (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? "no reason given" : line.Length <= 120 ? $"\"{line}\"" : $"\"{line[..120]}…\"";
    }
}
