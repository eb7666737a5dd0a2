namespace LicensingPipeline.Web;

/// <summary>A page among the others: what all of them are made from, and where this one lies.</summary>
/// <param name="Facts">What the pages are made from.</param>
/// <param name="Path">Below the folder of the site, with forward strokes.</param>
public sealed record Frame(SiteFacts Facts, string Path)
{
    /// <summary>The address of another page or file, as seen from this one, so that the site can lie anywhere and be read from a disk.</summary>
    public string To(string path) => string.Concat(Enumerable.Repeat("../", Path.Count(c => c == '/'))) + path;

    /// <summary>The address of an authority's page.</summary>
    public string To(Summarise.BoroughFacts borough, string page = "index.html") => To($"boroughs/{borough.Authority.ShortName}/{page}");
}
