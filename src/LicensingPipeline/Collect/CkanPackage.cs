using System.Globalization;
using System.Text.Json;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Collect;

/// <summary>
/// A package of a CKAN portal, or of DataPress, which answers alike: says which of its resources is the newest of the format that is
/// read. Nobody picks the first of several; two that are equally new are a question for a person.
/// </summary>
internal static class CkanPackage
{
    /// <summary>What may say how new a resource is, the surest first. Only one that all candidates state can tell them apart.</summary>
    private static readonly string[] Moments = ["last_modified", "timeFrame", "created", "metadata_modified", "timestamp"];

    /// <summary>Finds the address of the resource.</summary>
    public static async Task<Uri> FindAsync(ApiSpec api, string format, Downloader downloader, CancellationToken ct)
    {
        var resources = await downloader.AskAsync(api.Url, Resources, ct);
        var fitting = resources.Where(r => r.Format == format && (api.Resource is null || r.Name.Contains(api.Resource, StringComparison.OrdinalIgnoreCase))).DistinctBy(r => r.Url).ToList();
        var newest = Newest(fitting);
        if (newest.Count != 1)
        {
            throw Lost(api, format, resources, newest);
        }

        return Courier.Refuses(api.Url, newest[0].Url) is { } why
            ? throw new SourceException(StreamState.LinkMoved, $"The resource that {api.Url} names leads {why}; that is not followed. If it is right, name the file itself.", $"url: {newest[0].Url}")
            : newest[0].Url;
    }

    private static List<Resource> Newest(List<Resource> fitting)
    {
        if (fitting.Count < 2)
        {
            return fitting;
        }

        var moment = Array.FindIndex(Moments, m => fitting.TrueForAll(r => r.At.ContainsKey(m)));
        return moment < 0 ? fitting : [.. fitting.GroupBy(r => r.At[Moments[moment]]).MaxBy(g => g.Key)!];
    }

    private static SourceException Lost(ApiSpec api, string format, IReadOnlyList<Resource> all, List<Resource> newest)
    {
        var there = all.Count == 0 ? "It holds no resource at all." : $"It holds {string.Join(", ", all.Take(8).Select(r => $"{JsonAnswer.Quoted(r.Name)} ({(r.Format.Length == 0 ? "of no known format" : r.Format)})"))}{(all.Count > 8 ? ", …" : "")}.";
        var named = api.Resource is null ? "" : $" whose name holds {JsonAnswer.Quoted(api.Resource)}";
        return new SourceException(StreamState.LinkMoved, newest.Count == 0
            ? $"The package at {api.Url} holds no {format} resource{named}. {there} Look at its page and mend api or read.format."
            : string.Create(CultureInfo.InvariantCulture, $"The package at {api.Url} holds {newest.Count} {format} resources{named} of which none can be told to be the newest. {there} Look at its page and say with api.resource which one is meant."));
    }

    private static List<Resource> Resources(Download answer) => JsonAnswer.Read(answer, root =>
    {
        if (root.Key("success") is { ValueKind: JsonValueKind.False } || (root.Key("result") ?? root).Key("resources") is not { } resources)
        {
            throw new SourceException(StreamState.LinkMoved, $"{answer.Answer.Url} names no package with resources ({JsonAnswer.Quoted(root.Key("error")?.Text("message"))}). Find the dataset on the portal and put its name under api.");
        }

        // An array; or, in DataPress, an object whose keys are the numbers of the resources.
        var each = resources.ValueKind switch
        {
            JsonValueKind.Array => resources.EnumerateArray(),
            JsonValueKind.Object => resources.EnumerateObject().Select(p => p.Value),
            _ => Enumerable.Empty<JsonElement>(),
        };
        return each.Select(r => Read(r, answer.Answer.Url)).OfType<Resource>().ToList();
    });

    private static Resource? Read(JsonElement resource, Uri package)
    {
        if (resource.Text("url") is not { } written || !Uri.TryCreate(package, written, out var url) || url.Scheme is not ("https" or "http"))
        {
            return null;
        }

        var at = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var moment in Moments)
        {
            var text = resource.Text(moment) ?? resource.Key(moment)?.Text("to") ?? resource.Key(moment)?.Text("from");
            if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var when))
            {
                at[moment] = when;
            }
        }

        return new Resource(resource.Text("name") ?? resource.Text("title") ?? "", Format(resource.Text("format"), url), Addresses.WithoutFragment(url), at);
    }

    /// <summary>As a source file names it. What the portal says goes before the ending of the file; it says it in many ways.</summary>
    private static string Format(string? said, Uri url)
    {
        foreach (var text in new[] { said, Path.GetExtension(url.AbsolutePath) })
        {
            var word = (text ?? "").TrimStart('.').ToLowerInvariant();
            var known = word switch
            {
                "csv" or "text/csv" => "csv",
                "xlsx" or "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "xlsx",
                "xls" or "application/vnd.ms-excel" => "xls",
                "json" or "application/json" => "json",
                "html" or "htm" or "text/html" => "html",
                "pdf" or "application/pdf" => "pdf",
                _ => null,
            };
            if (known is not null)
            {
                return known;
            }
        }

        return "";
    }

    /// <param name="Name">As the portal shows it; may be empty.</param>
    private sealed record Resource(string Name, string Format, Uri Url, IReadOnlyDictionary<string, DateTimeOffset> At);
}
