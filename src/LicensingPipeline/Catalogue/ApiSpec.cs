namespace LicensingPipeline.Catalogue;

/// <summary>A vendor's interface, read in place of a file.</summary>
/// <param name="Vendor">socrata, arcgis or ckan.</param>
/// <param name="Url">The dataset (<c>…/resource/ID.json</c>), the layer (<c>…/FeatureServer/0</c>) or the package (<c>…/api/3/action/package_show?id=ID</c>).</param>
/// <param name="Resource">CKAN: words in the name of the resource that is meant, or null.</param>
public sealed record ApiSpec(string Vendor, Uri Url, string? Resource);
