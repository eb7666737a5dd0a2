using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LicensingPipeline.Cli.Demo;

/// <summary>Writes an invented register as JSON: one nested array, or one record a line.</summary>
internal static class SampleJson
{
    public static readonly JsonSerializerOptions OnOneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Indented = new(OnOneLine) { WriteIndented = true, NewLine = "\n" };

    /// <summary>An object that says what it is and holds the records at <c>register.licences</c>.</summary>
    public static byte[] Nested(SampleCopy copy)
    {
        var root = new JsonObject
        {
            ["about"] = Demonstration.Mark,
            ["register"] = new JsonObject { ["licences"] = new JsonArray([.. copy.Rows.Select(r => Record(copy.Headings, r))]) },
        };
        return Encoding.UTF8.GetBytes(root.ToJsonString(Indented) + "\n");
    }

    /// <summary>A record a line.</summary>
    public static byte[] Lines(SampleCopy copy) =>
        Encoding.UTF8.GetBytes(string.Concat(copy.Rows.Select(r => Record(copy.Headings, r).ToJsonString(OnOneLine) + "\n")));

    /// <summary>A heading such as <c>managers[1].name</c> is a place in the record.</summary>
    public static JsonObject Record(IReadOnlyList<string> headings, object[] cells)
    {
        var record = new JsonObject();
        foreach (var (heading, cell) in headings.Zip(cells).Where(p => p.Second is not ""))
        {
            var path = heading.Split('.');
            var at = record;
            foreach (var key in path[..^1])
            {
                at = Inside(at, key);
            }

            at[path[^1]] = cell is int number ? number : SampleText.Plain(cell);
        }

        return record;
    }

    private static JsonObject Inside(JsonObject at, string key)
    {
        var bracket = key.IndexOf('[', StringComparison.Ordinal);
        if (bracket < 0)
        {
            return (JsonObject)(at[key] ??= new JsonObject());
        }

        var list = (JsonArray)(at[key[..bracket]] ??= new JsonArray());
        var place = int.Parse(key[(bracket + 1)..^1], CultureInfo.InvariantCulture);
        while (list.Count < place)
        {
            list.Add(new JsonObject());
        }

        return (JsonObject)list[place - 1]!;
    }
}
