using System.Globalization;
using System.Text.Json;

namespace LicensingPipeline.Collect;

/// <summary>
/// A layer of an ArcGIS server: first what the layer says of itself, then its features in the order of their object numbers, a page at
/// a time. A refusal comes as status 200 with an error inside, and is never taken for an empty register.
/// </summary>
internal static class ArcGisLayer
{
    /// <summary>The name under which the layer's own description is a file of the snapshot.</summary>
    public const string DescriptionName = "layer.json";

    private const int MostPageRecords = 10_000;

    /// <summary>Fetches the description and all pages.</summary>
    /// <param name="layer">Such as <c>https://maps.example/…/FeatureServer/0</c>.</param>
    public static async Task FetchAsync(Uri layer, Downloader downloader, Pages pages, Archive archive, List<Download> into, CancellationToken ct)
    {
        var (answer, number, most) = await downloader.AskAsync(Of(layer, "?f=json"), Describe, ct);
        using (var description = new MemoryStream(answer.Bytes))
        {
            into.Add(new Download(answer.Answer with { Body = null, ETag = null, LastModified = null, Modified = null }, await archive.StageAsync(description, answer.Bytes.Length, ct), answer.Redirects, DescriptionName));
        }

        var total = await downloader.AskAsync(Of(layer, "/query?where=1%3D1&returnCountOnly=true&f=json"), Count, ct);
        Uri Page(long from) => Of(layer, string.Create(CultureInfo.InvariantCulture,
            $"/query?where=1%3D1&outFields=*&orderByFields={Uri.EscapeDataString(number)}&resultOffset={from}&resultRecordCount={Math.Clamp(most, 1, MostPageRecords)}&f=json"));
        await pages.FetchAsync(new PageShape(Page, "features", CheckPage), total, into, ct);
    }

    private static Uri Of(Uri layer, string rest) => new(layer.AbsoluteUri + rest);

    /// <summary>
    /// What reading needs of the description. The rest of it moves while the data stands still: the time of the last edit, the version of
    /// the server.
    /// </summary>
    private static (Kept Kept, string Number, int Most) Describe(Download download) => JsonAnswer.Read(download, root =>
    {
        Check(root, download.Answer);
        var fields = root.Key("fields") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().ToList() : [];
        var number = root.Text("objectIdField") ?? fields.Where(f => f.Text("type") == "esriFieldTypeOID").Select(f => f.Text("name")).FirstOrDefault()
            ?? throw SourceException.Drift($"{download.Answer.Url} names no field that numbers its records, so its pages have no order. Open it in a browser; it may be a group of layers: put the address of the layer with the register under api.");
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            foreach (var key in new[] { "name", "objectIdField", "geometryType", "fields" })
            {
                if (root.Key(key) is { } value)
                {
                    json.WritePropertyName(key);
                    value.WriteTo(json);
                }
            }

            if (root.Key("extent")?.Key("spatialReference") is { } reference)
            {
                json.WritePropertyName("spatialReference");
                reference.WriteTo(json);
            }

            json.WriteEndObject();
        }

        var most = root.Key("maxRecordCount") is { } count && JsonAnswer.Whole(count) is { } whole ? (int)Math.Min(whole, MostPageRecords) : 1_000;
        return (new Kept(download.Answer, download.Redirects, bytes.ToArray()), number, most);
    });

    private static long Count(Download download) => JsonAnswer.Read(download, root =>
    {
        Check(root, download.Answer);
        return root.Key("count") is { } count ? JsonAnswer.Whole(count) : null;
    }) ?? throw SourceException.Drift($"{download.Answer.Url} did not say how many records the layer holds. Open it in a browser and compare with api in the source file.");

    private static void CheckPage(Download page) => JsonAnswer.Read(page, root =>
    {
        Check(root, page.Answer);
        return true;
    });

    private static void Check(JsonElement root, Answer answer)
    {
        if (root.Key("error") is not { } error)
        {
            return;
        }

        var code = error.Key("code") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var whole) ? whole : 0;
        var said = JsonAnswer.Quoted(error.Text("message"));
        throw code switch
        {
            401 or 403 or 429 or 498 or 499 => new SourceException(StreamState.Blocked, string.Create(CultureInfo.InvariantCulture, $"{answer.Url} refuses us ({code}, {said}). That is not got round; write to the council and ask for the file or for leave to read it.")),
            400 or 404 => new SourceException(StreamState.LinkMoved, string.Create(CultureInfo.InvariantCulture, $"{answer.Url} answered with an error ({code}, {said}): there is no such layer there now, or it is asked in a way it does not know. Find the layer on the council's site and put its address under api.")),
            _ => new SourceException(StreamState.Unreachable, string.Create(CultureInfo.InvariantCulture, $"{answer.Url} answered with an error ({code}, {said}). The next night asks again; after three such nights open it in a browser.")),
        };
    }

    /// <summary>The description as it is kept, and how it came.</summary>
    private sealed record Kept(Answer Answer, IReadOnlyList<Uri> Redirects, byte[] Bytes);
}
