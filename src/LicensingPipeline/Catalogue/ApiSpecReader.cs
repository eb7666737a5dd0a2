using System.Text.RegularExpressions;

namespace LicensingPipeline.Catalogue;

/// <summary>
/// Reads the key <c>api</c> and holds vendor, address and format to one another: an address of another shape would be asked for
/// every night and answer with something that is no register.
/// </summary>
internal static partial class ApiSpecReader
{
    public const string Socrata = "socrata";
    public const string ArcGis = "arcgis";
    public const string Ckan = "ckan";

    /// <summary>The format of a layer's answer, which is no table of its own accord.</summary>
    public const string ArcGisFormat = "arcgis";

    /// <summary>Detail pages that people saved.</summary>
    public const string DetailsFormat = "metastreet-details";

    public static ApiSpec? Read(YamlMap map)
    {
        if (map.Map("api") is not { } api)
        {
            return null;
        }

        var vendor = api.Choice("vendor", true, Socrata, ArcGis, Ckan);
        var url = api.Address("url", required: true);
        var resource = api.Text("resource");
        if (resource is not null && vendor is Socrata or ArcGis)
        {
            api.Error("resource", $"only a ckan package has several resources to choose from; the address of {vendor} names the one that is read.");
        }

        if (url is not null && Shape(vendor, url) is { } wanted)
        {
            api.Error("url", wanted);
        }

        api.Done();
        return url is null ? null : new ApiSpec(vendor, url, resource);
    }

    /// <summary>Whether the way in and the format belong together.</summary>
    public static void Check(YamlMap map, StreamSpec spec)
    {
        switch (spec.Api?.Vendor, spec.Read.Format)
        {
            case (Socrata, not "json"):
                map.Error("read", "what socrata answers is read with format json.");
                break;
            case (ArcGis, not ArcGisFormat):
                map.Error("read", "what a layer of arcgis answers is read with format arcgis.");
                break;
            case (null, ArcGisFormat) when spec.Manual is null:
                map.Error("read", "the format arcgis needs api: { vendor: arcgis, … }, which asks for all pages of a layer, or manual.");
                break;
            case (Ckan, ArcGisFormat):
                map.Error("read", "a ckan package holds files; for a layer give api: { vendor: arcgis, … }.");
                break;
        }

        if (spec.Read.Format != DetailsFormat)
        {
            return;
        }

        // The search in front of these pages asks for a person; what a person saved may be read where nobody forbids it.
        if (spec.Manual is null)
        {
            map.Error("read", "saved detail pages come by manual only: the search in front of them is for people and is never requested.");
        }

        if (spec.Terms.Reuse == "forbidden")
        {
            map.Error("terms", "re-use is forbidden here, so saved detail pages of it are not read; take the stream out and state the register under access.");
        }
    }

    private static string? Shape(string vendor, Uri url) => vendor switch
    {
        Socrata when url.Query.Length > 0 || !DatasetPath().IsMatch(url.AbsolutePath) =>
            "the address of a socrata dataset ends in /resource/ID.json, where ID is four letters or digits, a hyphen and four more, without a question mark.",
        ArcGis when url.Query.Length > 0 || !LayerPath().IsMatch(url.AbsolutePath) =>
            "the address of a layer ends in /FeatureServer/0 or /MapServer/0, or another number, without a question mark.",
        Ckan when !url.AbsolutePath.EndsWith("/api/3/action/package_show", StringComparison.Ordinal) || !PackageQuery().IsMatch(url.Query) =>
            "the address of a ckan package ends in /api/3/action/package_show?id=ID.",
        _ => null,
    };

    [GeneratedRegex(@"/resource/[a-z0-9]{4}-[a-z0-9]{4}\.json\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DatasetPath();

    [GeneratedRegex(@"/(FeatureServer|MapServer)/[0-9]+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LayerPath();

    [GeneratedRegex(@"\A\?id=[^&]+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PackageQuery();
}
