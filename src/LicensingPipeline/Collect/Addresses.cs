namespace LicensingPipeline.Collect;

/// <summary>Small questions about addresses.</summary>
internal static class Addresses
{
    public static Uri WithoutFragment(Uri url) => url.Fragment.Length == 0 ? url : new Uri(url.GetLeftPart(UriPartial.Query));

    /// <summary>The last part of the path with the query, as a name for the file.</summary>
    public static string FileName(Uri url)
    {
        var name = Uri.UnescapeDataString(url.Segments[^1].Trim('/')) + url.Query;
        return name.Length == 0 ? url.Host : new string([.. name.Select(c => char.IsControl(c) || c is '/' or '\\' ? '_' : c)]);
    }
}
