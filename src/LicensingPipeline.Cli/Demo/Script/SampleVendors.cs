using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LicensingPipeline.Cli.Demo.Script;

/// <summary>The answers of vendors' interfaces to the questions that Collect asks them.</summary>
internal static class SampleVendors
{
    private const int LongestLine = 26;
    private const double LetterWidth = 0.62;
    private const double CellPadding = 8;
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

    /// <summary>A layer of an ArcGIS server, which gives all its features on one page and none of them a place.</summary>
    public static void ArcGis(Website website, Uri layer, SampleCopy copy)
    {
        var headings = copy.Headings.Where(h => !h.StartsWith("geometry.", StringComparison.Ordinal)).ToList();
        var fields = new JsonArray([.. headings.Select(h => (JsonNode)new JsonObject { ["name"] = h, ["type"] = IsDate(h) ? "esriFieldTypeDate" : "esriFieldTypeString" })]);
        fields.Insert(0, new JsonObject { ["name"] = "OBJECTID", ["type"] = "esriFieldTypeOID" });
        Uri At(string rest) => new(layer.AbsoluteUri + rest);
        website.Serve(At("?f=json"), Utf8(new JsonObject
        {
            ["name"] = Demonstration.Mark,
            ["objectIdField"] = "OBJECTID",
            ["geometryType"] = "esriGeometryPoint",
            ["maxRecordCount"] = 2000,
            ["extent"] = new JsonObject { ["spatialReference"] = new JsonObject { ["wkid"] = 27700 } },
            ["fields"] = fields,
        }.ToJsonString(Relaxed)));
        website.Serve(At("/query?where=1%3D1&returnCountOnly=true&f=json"), Utf8(new JsonObject { ["count"] = copy.Rows.Count, ["about"] = Demonstration.Mark }.ToJsonString(Relaxed)));
        var features = copy.Rows.Select((row, number) => (JsonNode)new JsonObject { ["attributes"] = Attributes(copy.Headings, row, number + 1) });
        website.Serve(
            At("/query?where=1%3D1&outFields=*&orderByFields=OBJECTID&resultOffset=0&resultRecordCount=2000&f=json"),
            Utf8(new JsonObject { ["about"] = Demonstration.Mark, ["features"] = new JsonArray([.. features]) }.ToJsonString(Relaxed)));
    }

    private static JsonObject Attributes(IReadOnlyList<string> headings, object[] row, int number)
    {
        var attributes = new JsonObject { ["OBJECTID"] = number };
        foreach (var (heading, cell) in headings.Zip(row).Where(c => !c.First.StartsWith("geometry.", StringComparison.Ordinal)))
        {
            var text = SampleText.Plain(cell);
            attributes[heading] = IsDate(heading) ? long.Parse(text, CultureInfo.InvariantCulture) : text;
        }

        return attributes;
    }

    private static bool IsDate(string heading) => heading.EndsWith("_DATE", StringComparison.Ordinal);

    /// <summary>A table over the pages of a PDF, drawn as the script says, its columns as wide as their cells need.</summary>
    public static SamplePdf Pdf(SampleCopy copy, StreamScript script)
    {
        var shape = script.Drawn switch
        {
            "wide" => SamplePdfShape.Wide,
            "boxes" => SamplePdfShape.Boxes,
            "printed" => SamplePdfShape.Printed,
            "report" => SamplePdfShape.Report,
            _ => throw new InvalidDataException($"'{script.Drawn}' is no way to draw a PDF."),
        };
        return shape.Pdf with { Columns = [.. copy.Headings.Select((h, i) => Width(copy.Rows.Select(r => SampleText.Plain(r[i])).Prepend(h), shape.Pdf.Size))] };
    }

    /// <summary>Room for the longest word, and for most cells on a line or two.</summary>
    private static double Width(IEnumerable<string> cells, double size)
    {
        var texts = cells.ToList();
        var word = texts.SelectMany(t => t.Split([' ', '\n'])).Max(w => w.Length);
        return Math.Max(word, Math.Min(texts.Skip(1).Max(t => t.Length), LongestLine)) * size * LetterWidth + CellPadding;
    }

    private static JsonArray Records(SampleCopy copy) => new([.. copy.Rows.Select(r => (JsonNode)new JsonObject(
        copy.Headings.Zip(r).Where(p => p.Second is not "").Select(p => KeyValuePair.Create(p.First, (JsonNode?)SampleText.Plain(p.Second)))))]);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text + "\n");
}
