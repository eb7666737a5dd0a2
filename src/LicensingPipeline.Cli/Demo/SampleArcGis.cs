using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace LicensingPipeline.Cli.Demo;

/// <summary>
/// Writes an invented register as a layer of an ArcGIS server answers: days as milliseconds since 1970, counts as numbers, a number for
/// each record, and a point on the British National Grid where the register has one, in the sea.
/// </summary>
internal static class SampleArcGis
{
    /// <summary>Headings that make the point; no attribute has them both without being one.</summary>
    public const string Easting = "EASTING", Northing = "NORTHING";

    private const string Number = "OBJECTID";
    private const int Grid = 27700;
    private static readonly string[] OfPoint = [Extract.ArcGisReader.Latitude, Extract.ArcGisReader.Longitude];

    /// <summary>What the server answers to the questions that Collect asks it.</summary>
    /// <param name="page">The most records it gives at once.</param>
    public static IEnumerable<(Uri At, byte[] Bytes)> Answers(Uri layer, SampleCopy copy, int page = 2_000)
    {
        yield return (At(layer, "?f=json"), Description(copy, page));
        yield return (At(layer, "/query?where=1%3D1&returnCountOnly=true&f=json"), Utf8(new JsonObject { ["count"] = copy.Rows.Count, ["about"] = Demonstration.Mark }));
        foreach (var (number, bytes) in Pages(copy, page).Index())
        {
            yield return (At(layer, string.Create(CultureInfo.InvariantCulture, $"/query?where=1%3D1&outFields=*&orderByFields={Number}&resultOffset={number * page}&resultRecordCount={page}&f=json")), bytes);
        }
    }

    /// <summary>What the layer says of itself.</summary>
    public static byte[] Description(SampleCopy copy, int page = 2_000) => Utf8(new JsonObject
    {
        ["currentVersion"] = 11.5,
        ["name"] = $"Homes ({Demonstration.Mark})",
        ["objectIdField"] = Number,
        ["geometryType"] = "esriGeometryPoint",
        ["maxRecordCount"] = page,
        ["extent"] = new JsonObject { ["spatialReference"] = Reference() },
        ["fields"] = Fields(copy),
    });

    /// <summary>The pages of the layer; one without a record where it has none.</summary>
    public static IReadOnlyList<byte[]> Pages(SampleCopy copy, int page = 2_000)
    {
        var kinds = Kinds(copy);
        var chunks = copy.Rows.Index().Chunk(page).ToList();
        return [.. (chunks.Count == 0 ? [[]] : chunks).Select((rows, i) => Utf8(Page(copy, kinds, rows, isLast: i + 1 >= chunks.Count)))];
    }

    /// <summary>All of it as one file, as a person would save it: the fields stand on the page.</summary>
    public static byte[] Saved(SampleCopy copy) => Utf8(Page(copy, Kinds(copy), copy.Rows.Index(), isLast: true));

    private static JsonObject Page(SampleCopy copy, IReadOnlyList<Kind> kinds, IEnumerable<(int Index, object[] Item)> rows, bool isLast)
    {
        var page = new JsonObject
        {
            ["about"] = Demonstration.Mark,
            ["objectIdFieldName"] = Number,
            ["spatialReference"] = Reference(),
            ["fields"] = Fields(copy),
            ["features"] = new JsonArray([.. rows.Select(r => Feature(copy.Headings, kinds, r.Index + 1, r.Item))]),
        };
        if (!isLast)
        {
            page["exceededTransferLimit"] = true;
        }

        return page;
    }

    private static JsonObject Feature(IReadOnlyList<string> headings, IReadOnlyList<Kind> kinds, int number, object[] cells)
    {
        var attributes = new JsonObject { [Number] = number };
        foreach (var (i, heading) in headings.Index().Where(h => !OfPoint.Contains(h.Item, StringComparer.Ordinal)))
        {
            attributes[heading] = i < cells.Length ? Value(kinds[i], cells[i]) : null;
        }

        return new JsonObject { ["attributes"] = attributes, ["geometry"] = Point(headings, cells) };
    }

    private static JsonObject? Point(IReadOnlyList<string> headings, object[] cells)
    {
        double? Coordinate(string heading) => headings.Index().Where(h => h.Item == heading && h.Index < cells.Length)
            .Select(h => double.TryParse(SampleText.Plain(cells[h.Index]), NumberStyles.Float, CultureInfo.InvariantCulture, out var metres) ? metres : (double?)null).FirstOrDefault();
        return Coordinate(Easting) is { } x && Coordinate(Northing) is { } y ? new JsonObject { ["x"] = x, ["y"] = y } : null;
    }

    private static JsonValue? Value(Kind kind, object cell) => (kind, cell) switch
    {
        (_, "") => null,
        (Kind.Day, DateOnly day) => JsonValue.Create(Milliseconds(day)),
        (Kind.Day, string text) when Day(text) is { } day => JsonValue.Create(Milliseconds(day)),
        (Kind.Count, int number) => JsonValue.Create(number),
        (Kind.Count, string text) when Whole(text) is { } number => JsonValue.Create(number),
        _ => JsonValue.Create(SampleText.Plain(cell)),
    };

    private static JsonArray Fields(SampleCopy copy) => new(
    [
        Field(Number, "OID"),
        .. copy.Headings.Zip(Kinds(copy)).Where(h => !OfPoint.Contains(h.First, StringComparer.Ordinal)).Select(h => Field(h.First, h.Second switch { Kind.Day => "Date", Kind.Count => "Integer", _ => "String" })),
    ]);

    private static JsonObject Field(string name, string type) => new() { ["name"] = name, ["type"] = $"esriFieldType{type}", ["alias"] = name, ["domain"] = null };

    /// <summary>A column is what all its filled cells are.</summary>
    private static IReadOnlyList<Kind> Kinds(SampleCopy copy) => [.. copy.Headings.Select((_, i) =>
    {
        var filled = copy.Rows.Where(r => i < r.Length && r[i] is not "").Select(r => r[i]).ToList();
        return filled.Count == 0 ? Kind.Text
            : filled.TrueForAll(c => c is DateOnly || (c is string text && Day(text) is not null)) ? Kind.Day
            : filled.TrueForAll(c => c is int || (c is string text && Whole(text) is not null)) ? Kind.Count
            : Kind.Text;
    })];

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Up to five digits: a longer number may be a reference.</summary>
    private static int? Whole(string text) => text.Length is > 0 and <= 5 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static long Milliseconds(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeMilliseconds();

    private static JsonObject Reference() => new() { ["wkid"] = Grid, ["latestWkid"] = Grid };

    private static Uri At(Uri layer, string rest) => new(layer.AbsoluteUri + rest);

    private static byte[] Utf8(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString(SampleJson.OnOneLine) + "\n");

    private enum Kind
    {
        Text,
        Day,
        Count,
    }
}
