using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Collect;

namespace LicensingPipeline.Extract;

/// <summary>
/// Reads a saved detail page: the first heading is the address, the second the reference, and what follows are labels with their values:
/// in a paragraph of two lines, in a list of definitions, or in a table of two columns. Which labels there are is the page's affair.
/// </summary>
internal static partial class DetailHtml
{
    /// <summary>The longest label seen explains itself in 135 characters.</summary>
    private const int MostLabel = 250;

    private const string Scope = "main, #main-content, #content, [role='main']";

    /// <summary>Reads a page.</summary>
    /// <param name="part">The file, where there are several.</param>
    /// <param name="page">Null where it is no detail page.</param>
    /// <returns>What is wrong with it, as half a sentence; null where nothing is.</returns>
    public static string? Read(SourceFile file, ReadSpec read, string? part, out DetailPage? page)
    {
        page = null;
        using var html = HtmlPage.Parse(file, read);
        var scope = html.QuerySelector(Scope) ?? html.Body ?? html.DocumentElement;
        var pairs = new DetailPage(part, 1);
        var (label, reference) = Reference(scope);
        if ((scope.QuerySelector("h1.heading-large") ?? scope.QuerySelector("h1")) is { } address)
        {
            pairs.Put(DetailPage.Address, HtmlText.Of(address));
        }

        if (reference is not null)
        {
            pairs.Put(label, reference);
        }

        var headings = pairs.Values.Count;
        Pairs(scope, pairs);
        reference ??= Labelled(pairs) ?? (IsResult(scope) ? null : Linked(html));
        if (reference is null || pairs.Values.Count - headings < 2)
        {
            return Why(html, scope, file);
        }

        // The page of additional details says nothing of the licence itself.
        pairs.IsMore = !pairs.Values.Keys.Skip(headings).Any(l => l.StartsWith("licence", StringComparison.OrdinalIgnoreCase));
        if (pairs.IsMore)
        {
            pairs.Put(DetailPage.LicenceNumber, reference);
        }

        pairs.Reference = reference;
        page = pairs;
        return null;
    }

    /// <summary>Why a page is no entry, as half a sentence.</summary>
    private static string Why(IHtmlDocument html, IElement scope, SourceFile file)
    {
        using var bytes = file.Open();
        if (ChallengePage.Sign(Sniffing.TextHead(bytes), pageExpected: true) is { } sign)
        {
            return $"is a page that asks whether a person is there (its sign: '{sign}')";
        }

        var text = scope.TextContent;
        return text.Contains("no results found", StringComparison.OrdinalIgnoreCase) ? "is a search that found nothing"
            : IsResult(scope) ? "is a list of results and not the page of one licence"
            : html.QuerySelector("#search_query, form[action*='public-register'], input[name^='search[']") is not null ? "is the search itself"
            : "has no licence number with labels and values under it";
    }

    /// <summary>The second heading, such as <c>Licence number ABC-000000000000</c> or the reference alone.</summary>
    private static (string Label, string? Reference) Reference(IElement scope)
    {
        foreach (var heading in scope.QuerySelectorAll("h2"))
        {
            if (HtmlText.Of(heading) is { Length: <= MostLabel } text && ReferenceHeading().Match(text) is { Success: true } match)
            {
                var label = DetailPage.Label(match.Groups["label"].Value);
                return (label.Length == 0 ? DetailPage.LicenceNumber : label, match.Groups["reference"].Value);
            }
        }

        return (DetailPage.LicenceNumber, null);
    }

    private static string? Labelled(DetailPage pairs) => pairs.Values
        .Where(v => v.Value.Length > 0 && v.Key is "licence number" or "licence reference number" or "licence reference" or "reference number" or "reference")
        .Select(v => v.Value).FirstOrDefault();

    /// <summary>The reference in the addresses the page links to or was saved from, where they all name one.</summary>
    private static string? Linked(IHtmlDocument html)
    {
        var found = html.QuerySelectorAll("a[href], link[href], meta[content], form[action]")
            .SelectMany(e => new[] { e.GetAttribute("href"), e.GetAttribute("content"), e.GetAttribute("action") }).OfType<string>()
            .Select(a => Address().Match(a)).Where(m => m.Success).Select(m => m.Groups["reference"].Value.ToUpperInvariant()).Distinct(StringComparer.Ordinal).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private static bool IsResult(IElement scope) => scope.QuerySelector("h2 a[href*='public-register']") is not null;

    private static void Pairs(IElement scope, DetailPage into)
    {
        foreach (var element in scope.QuerySelectorAll("div > p, dl > dt, dl > div > dt, tr"))
        {
            if (element.Closest("nav, footer, header, form, aside") is not null)
            {
                continue;
            }

            var (label, value) = element.LocalName switch
            {
                "p" => Paragraph(element),
                "dt" => (HtmlText.Of(element), element.NextElementSibling is { LocalName: "dd" } dd ? HtmlText.Of(dd) : null),
                _ => element.Children is [{ LocalName: "td" or "th" } first, { LocalName: "td" } second] ? (HtmlText.Of(first), HtmlText.Of(second)) : ("", null),
            };
            var heading = DetailPage.Label(label);
            if (value is not null && heading.Length is > 0 and <= MostLabel)
            {
                into.PutBeside(heading, value);
            }
        }
    }

    /// <summary>The label on the first line and the value below it; one of the two may be in bold.</summary>
    private static (string Label, string? Value) Paragraph(IElement paragraph)
    {
        if (paragraph.QuerySelector("span.bold, strong, b") is { } marked)
        {
            var whole = HtmlText.Of(paragraph);
            var words = HtmlText.Of(marked);
            return whole.EndsWith(words, StringComparison.Ordinal) ? (whole[..^words.Length], words)
                : whole.StartsWith(words, StringComparison.Ordinal) ? (words, whole[words.Length..].Trim())
                : ("", null);
        }

        var lines = paragraph.QuerySelector("br") is not null
            ? HtmlText.Of(paragraph).Split('\n')
            : [.. paragraph.TextContent.Split('\n').Select(l => string.Join(' ', l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(l => l.Length > 0)];
        return lines.Length > 1 ? (lines[0], string.Join('\n', lines[1..])) : paragraph.QuerySelector("br") is not null ? (lines[0], "") : ("", null);
    }

    [GeneratedRegex(@"\A\s*(?<label>.*?\b(number|reference|no\.?|ref\.?)\s*:?)?\s*(?<reference>[A-Za-z0-9/_-]*[0-9][A-Za-z0-9/_-]*)\s*\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex ReferenceHeading();

    [GeneratedRegex(@"/public-register/(?<reference>[A-Za-z]{2,8}-[0-9]{4,})(?![A-Za-z0-9-])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
