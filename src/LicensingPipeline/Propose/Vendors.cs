using System.Text.RegularExpressions;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Propose;

/// <summary>How an address is asked for.</summary>
/// <param name="Words">Whose interface or page it is, for a person.</param>
/// <param name="Api">The vendor's interface, or null.</param>
/// <param name="Format">What read.format would be; null where the answer must show it.</param>
/// <param name="IsSearch">Whether it is a search for people, which no program asks.</param>
internal sealed record WayIn(string Words, ApiSpec? Api, string? Format, bool IsSearch = false)
{
    /// <summary>The line of a source file that asks a vendor's interface.</summary>
    public static string Line(ApiSpec api) => $"api: {{ vendor: {api.Vendor}, url: {YamlText.Quoted(api.Url.OriginalString)} }}";
}

/// <summary>Recognises by its address whose interface or page stands behind it.</summary>
internal static partial class Vendors
{
    private static readonly string[] Files = ["csv", "xlsx", "xls", "json", "pdf"];

    /// <summary>What an address is; for a page of a council's own, only that it is one.</summary>
    public static WayIn Of(Uri url)
    {
        var root = $"{url.Scheme}://{url.Authority}";
        if (Dataset().Match(url.AbsolutePath) is { Success: true } dataset)
        {
            return new("a Socrata dataset", new(ApiSpecReader.Socrata, new Uri($"{root}/resource/{dataset.Groups["id"].Value}.json"), null), "json");
        }

        if (Layer().Match(url.AbsolutePath) is { Success: true } layer)
        {
            var path = layer.Groups["number"].Success ? layer.Value : layer.Value + "/0";
            return new("a layer of ArcGIS", new(ApiSpecReader.ArcGis, new Uri(root + path), null), ApiSpecReader.ArcGisFormat);
        }

        if (Package().Match(url.AbsoluteUri) is { Success: true } package)
        {
            return new("a CKAN or DataPress package", new(ApiSpecReader.Ckan, new Uri($"{root}/api/3/action/package_show?id={package.Groups["id"].Value}"), null), null);
        }

        if (url.Host.EndsWith(".metastreet.co.uk", StringComparison.OrdinalIgnoreCase) || url.AbsolutePath.TrimEnd('/').EndsWith("/public-register", StringComparison.Ordinal))
        {
            return new("a search for people (Metastreet); it is never requested by a program", null, null, IsSearch: true);
        }

        var ending = Path.GetExtension(url.AbsolutePath).TrimStart('.').ToLowerInvariant();
        return Files.Contains(ending, StringComparer.Ordinal)
            ? new("a file", null, ending)
            : new("a page", null, null);
    }

    [GeneratedRegex(@"(^|/)(?<id>[a-z0-9]{4}-[a-z0-9]{4})(\.json|\.csv|/data|/rows\.csv|/about_data)?/?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dataset();

    [GeneratedRegex(@"^.*/(FeatureServer|MapServer)(/(?<number>[0-9]+))?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Layer();

    [GeneratedRegex(@"(/dataset/|/api/3/action/package_show\?id=)(?<id>[^/?&#]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Package();
}
