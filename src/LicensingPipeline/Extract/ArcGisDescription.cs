using System.Globalization;
using System.Text.Json;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Extract;

/// <summary>A field of a layer: what its numbers mean.</summary>
internal sealed class ArcGisField
{
    public bool IsDate { get; set; }

    /// <summary>What the layer writes and what it means by it, where it keeps a list.</summary>
    public Dictionary<string, string> Codes { get; } = new(StringComparer.Ordinal);
}

/// <summary>A page of features, and the number of the coordinate system it is written in.</summary>
internal sealed record ArcGisPage(SourceFile File, int? Wkid);

/// <summary>
/// All that the files of a snapshot say about the features: the description of the layer, where it is among them, and the top of
/// each page. The features themselves are passed over.
/// </summary>
internal sealed class ArcGisDescription
{
    private readonly List<ArcGisPage> _pages = [];
    private int? _layerWkid;
    private bool _oneIsWhole;

    /// <summary>By name, in the order of the layer.</summary>
    public OrderedDictionary<string, ArcGisField> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>The files that hold features.</summary>
    public IReadOnlyList<ArcGisPage> Pages => [.. _pages.Select(p => p with { Wkid = p.Wkid ?? _layerWkid })];

    /// <summary>Reads the tops of all files.</summary>
    /// <exception cref="SourceException">One of them is no layer's, or the pages do not hold all features.</exception>
    public static ArcGisDescription Read(IReadOnlyList<SourceFile> files, ReadSpec read)
    {
        var all = new ArcGisDescription();
        foreach (var file in files)
        {
            FileKind.Require(file, "json", "the JSON of a layer");
            all.ReadTop(file, read);
        }

        if (all._pages.Count == 0)
        {
            throw SourceException.Drift("The files describe a layer and hold no page of its features. Fetch the pages too (query?where=1=1&outFields=*&f=json).");
        }

        return all._oneIsWhole ? all : throw SourceException.Drift("Each page of the layer says that features were left out (exceededTransferLimit), so the last page is missing. Fetch all pages, or have them fetched with api.");
    }

    private void ReadTop(SourceFile file, ReadSpec read)
    {
        using var utf8 = JsonReader.Utf8(file, read);
        var tokens = new JsonTokens(utf8, file.Name);
        var (features, more, described, wkid) = (false, false, false, (int?)null);
        while (tokens.Next())
        {
            if (tokens.Depth != 1 || tokens.Type != JsonTokenType.PropertyName)
            {
                continue;
            }

            var key = tokens.Name;
            if (!tokens.Next() || tokens.Type is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            {
                more |= key == "exceededTransferLimit" && tokens.Type == JsonTokenType.True;
                continue;
            }

            if (key is "error" or "fields" or "spatialReference")
            {
                tokens.Hold();
                using var held = JsonDocument.Parse(tokens.Held.ToArray());
                tokens.Release();
                described |= key == "fields" && AddFields(held.RootElement);
                wkid = key == "spatialReference" ? Wkid(held.RootElement) ?? wkid : wkid;
                Refuse(key, file);
                continue;
            }

            features |= key == "features";
            tokens.Pass(tokens.Depth);
        }

        Note(file, features, more, described, wkid);
    }

    private void Note(SourceFile file, bool features, bool more, bool described, int? wkid)
    {
        if (features)
        {
            _pages.Add(new ArcGisPage(file, wkid));
            _oneIsWhole |= !more;
        }
        else if (described)
        {
            _layerWkid ??= wkid;
        }
        else
        {
            throw SourceException.Drift($"{file.Name} holds neither the features of a layer nor its fields. Open it and see; an answer of a layer is asked for with f=json.");
        }
    }

    private static void Refuse(string key, SourceFile file)
    {
        if (key == "error")
        {
            throw SourceException.Drift($"{file.Name} holds the server's error in place of features. Fetch it again; if it stays so, open the layer in a browser.");
        }
    }

    private bool AddFields(JsonElement fields)
    {
        var any = false;
        foreach (var field in fields.ValueKind == JsonValueKind.Array ? fields.EnumerateArray() : default)
        {
            if (Text(field, "name") is not { Length: > 0 } name)
            {
                continue;
            }

            any = true;
            Fields.TryAdd(name, new ArcGisField());
            Limit();
            var known = Fields[name];
            known.IsDate |= Text(field, "type") == "esriFieldTypeDate";
            if (Member(field, "domain") is { } domain && Member(domain, "codedValues") is { ValueKind: JsonValueKind.Array } codes)
            {
                foreach (var code in codes.EnumerateArray())
                {
                    if (Member(code, "code") is { } written && Text(code, "name") is { } means)
                    {
                        known.Codes.TryAdd(written.ValueKind == JsonValueKind.String ? written.GetString()! : written.GetRawText(), means);
                    }
                }
            }
        }

        return any;
    }

    /// <summary>Enters a field that only the features show.</summary>
    public void AddUndescribed(string name)
    {
        Fields.TryAdd(name, new ArcGisField());
        Limit();
    }

    private void Limit()
    {
        // Two more columns are for the place.
        if (Fields.Count > Caps.Columns - 2)
        {
            throw SourceException.Cap("The number of columns", string.Create(CultureInfo.InvariantCulture, $"{Caps.Columns:N0}"));
        }
    }

    private static int? Wkid(JsonElement reference) => Number(reference, "latestWkid") ?? Number(reference, "wkid");

    private static int? Number(JsonElement element, string key) =>
        Member(element, key) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : null;

    private static string? Text(JsonElement element, string key) => Member(element, key) is { ValueKind: JsonValueKind.String } value ? JsonFlat.Sound(value) : null;

    private static JsonElement? Member(JsonElement element, string key) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(key, out var value) ? value : null;
}
