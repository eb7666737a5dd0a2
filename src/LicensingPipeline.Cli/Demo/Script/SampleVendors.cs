using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LicensingPipeline.Cli.Demo.Script;

/// <summary>The answers of vendors' interfaces to the questions that Collect asks them.</summary>
internal static class SampleVendors
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A Socrata dataset: how many records there are, and all of them on one page.</summary>
    public static void Socrata(Website website, Uri dataset, SampleCopy copy)
    {
        website.Serve(new Uri(dataset, "?$select=count(*)"), Utf8($"[{{\"count\":\"{copy.Rows.Count.ToString(CultureInfo.InvariantCulture)}\",\"about\":\"{Demonstration.Mark}\"}}]"));
        website.Serve(new Uri(dataset, "?$limit=50000&$offset=0&$order=:id"), Utf8(Records(copy).ToJsonString(Relaxed)));
    }

    /// <summary>The description of a package with one resource.</summary>
    public static byte[] Package(Uri file, string format) => Utf8(new JsonObject
    {
        ["help"] = Demonstration.Mark,
        ["success"] = true,
        ["result"] = new JsonObject
        {
            ["resources"] = new JsonArray(new JsonObject { ["name"] = "Register", ["format"] = format.ToUpperInvariant(), ["url"] = file.AbsoluteUri, ["last_modified"] = "2026-10-31T09:00:00Z" }),
        },
    }.ToJsonString(Relaxed));

    /// <summary>A layer of an ArcGIS server, in pages of at most two thousand features.</summary>
    public static void ArcGis(Website website, Uri layer, SampleCopy copy) => throw new NotImplementedException();

    public static byte[] Pdf(SampleCopy copy, StreamScript script) => throw new NotImplementedException();

    private static JsonArray Records(SampleCopy copy) => new([.. copy.Rows.Select(r => (JsonNode)new JsonObject(
        copy.Headings.Zip(r).Where(p => p.Second is not "").Select(p => KeyValuePair.Create(p.First, (JsonNode?)SampleText.Plain(p.Second)))))]);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text + "\n");
}
