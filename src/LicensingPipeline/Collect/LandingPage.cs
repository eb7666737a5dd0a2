using AngleSharp;
using AngleSharp.Dom;

namespace LicensingPipeline.Collect;

/// <summary>Finds the links a source file describes on the page a person would start from.</summary>
internal static class LandingPage
{
    private static readonly string[] FileEndings = [".csv", ".xlsx", ".xls", ".ods", ".json", ".pdf"];

    /// <summary>The links, resolved and distinct, in the order of the page.</summary>
    /// <exception cref="SourceException">There are more or fewer than expected.</exception>
    public static async Task<IReadOnlyList<Uri>> FindAsync(Stream html, string? contentType, Uri page, Catalogue.Discovery discover, CancellationToken ct)
    {
        try
        {
            using var context = BrowsingContext.New(Configuration.Default);
            using var document = await context.OpenAsync(
                answer => answer.Content(html).Header("Content-Type", contentType ?? "text/html").Address(page.AbsoluteUri), ct);
            var found = Distinct(document.QuerySelectorAll(discover.Css).Select(e => Read(e, document)), discover.Text);
            return found.Count == discover.Expect ? Checked(found, page) : throw Miscounted(found, document, page, discover);
        }
        catch (DomException bad)
        {
            throw new SourceException(StreamState.ConfigError, $"discover.css '{discover.Css}' is no selector ({bad.Message}). Write one such as a[href$='.csv'].", null, bad);
        }
#pragma warning disable CA1031 // A reading library may throw anything over a damaged page; what it was is kept.
        catch (Exception thrown) when (thrown is not (SourceException or OperationCanceledException or OutOfMemoryException))
        {
            throw SourceException.Unreadable("html", thrown);
        }
#pragma warning restore CA1031
    }

    private static Link? Read(IElement element, IDocument document)
    {
        var written = element.GetAttribute("href")?.Trim();
        return written is { Length: > 0 } && Uri.TryCreate(document.BaseUri, UriKind.Absolute, out var origin)
            && Uri.TryCreate(origin, written, out var url) && url.Scheme is "https" or "http"
            ? new Link(Addresses.WithoutFragment(url), written, string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            : null;
    }

    private static List<Link> Distinct(IEnumerable<Link?> links, string? text) => [.. links
        .OfType<Link>()
        .Where(l => text is null || l.Text.Contains(text, StringComparison.OrdinalIgnoreCase) || l.Written.Contains(text, StringComparison.OrdinalIgnoreCase) || l.Url.AbsoluteUri.Contains(text, StringComparison.OrdinalIgnoreCase))
        .DistinctBy(l => l.Url)];

    private static List<Uri> Checked(List<Link> found, Uri page)
    {
        foreach (var link in found)
        {
            if (Courier.Refuses(page, link.Url) is { } why)
            {
                throw new SourceException(StreamState.LinkMoved, $"The link on {page} leads {why}; that is not followed. If it is right, name the file itself.", $"url: {link.Url}");
            }
        }

        return [.. found.Select(l => l.Url)];
    }

    private static SourceException Miscounted(List<Link> found, IDocument document, Uri page, Catalogue.Discovery discover)
    {
        var all = Distinct(document.QuerySelectorAll("a[href], area[href]").Select(e => Read(e, document)), null);
        var files = all.Where(l => FileEndings.Any(e => l.Url.AbsolutePath.EndsWith(e, StringComparison.OrdinalIgnoreCase))).ToList();
        var candidates = found.Count > 0 ? found : files;
        var wanted = discover.Expect == 1 ? "1 link was" : $"{discover.Expect} links were";
        var named = candidates.Count == 0 ? "No link on it leads to a file." : $"Candidates: {string.Join(", ", candidates.Take(5).Select(l => l.Url))}{(candidates.Count > 5 ? ", …" : "")}.";
        return new SourceException(
            StreamState.LinkMoved,
            $"{wanted} expected on {page}, and {found.Count} {(found.Count == 1 ? "is" : "are")} there. {named} Look at the page and mend discover.",
            Suggest(candidates, all, discover.Expect));
    }

    /// <summary>A line that finds exactly one of the candidates: by its ending, or else by its words too.</summary>
    private static string? Suggest(List<Link> candidates, List<Link> all, int expect)
    {
        foreach (var link in candidates)
        {
            var ending = Path.GetExtension(link.Url.AbsolutePath);
            var alike = all.Where(l => ending.Length > 1 && l.Written.EndsWith(ending, StringComparison.Ordinal)).ToList();
            if (alike.Count == expect && alike.Contains(link))
            {
                return $"discover: {{ css: {Quote($"a[href$='{ending}']")}, expect: {expect} }}";
            }

            var byText = alike.Contains(link) ? alike : all;
            if (expect == 1 && link.Text.Length > 0 && byText.Count(l => l.Text.Contains(link.Text, StringComparison.OrdinalIgnoreCase)) == 1)
            {
                return $"discover: {{ css: {Quote(byText == alike ? $"a[href$='{ending}']" : "a[href]")}, text: {Quote(link.Text)}, expect: 1 }}";
            }
        }

        return null;
    }

    private static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <param name="Written">The address as it stands on the page.</param>
    /// <param name="Text">What a person reads, white space collapsed.</param>
    private sealed record Link(Uri Url, string Written, string Text);
}
