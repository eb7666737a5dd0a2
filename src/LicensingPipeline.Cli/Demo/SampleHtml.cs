using System.Net;
using System.Text;

namespace LicensingPipeline.Cli.Demo;

/// <summary>Writes the invented councils' pages.</summary>
internal static class SampleHtml
{
    /// <summary>A register as a table of a page that has another table too.</summary>
    public static byte[] Register(SampleCopy copy, string council) => Page($"Public register - {council}",
    [
        "<table><tr><th>Office</th><th>Open</th></tr><tr><td>Nowhere House</td><td>Never</td></tr></table>",
        "<table id=\"register\">",
        $"<thead><tr>{string.Concat(copy.Headings.Select(h => $"<th>{Text(h)}</th>"))}</tr></thead>",
        "<tbody>",
        .. copy.Rows.Select(r => $"<tr>{string.Concat(r.Select(c => $"<td>{Text(SampleText.Plain(c))}</td>"))}</tr>"),
        "</tbody>",
        "</table>",
    ]);

    /// <summary>The page a person would start from.</summary>
    public static byte[] Landing(string council, params IEnumerable<(string Address, string Words)> links) => Page($"Licensing of rented homes - {council}",
    [
        "<ul>",
        .. links.Select(l => $"<li><a href=\"{Text(l.Address)}\">{Text(l.Words)}</a></li>"),
        "<li><a href=\"/contact\">Contact us</a></li>",
        "</ul>",
    ]);

    /// <summary>A page with paragraphs and nothing else.</summary>
    public static byte[] Plain(string title, params IEnumerable<string> paragraphs) => Page(title, [.. paragraphs.Select(p => $"<p>{Text(p)}</p>")]);

    private static byte[] Page(string title, IReadOnlyList<string> lines) => Encoding.UTF8.GetBytes(string.Join('\n',
    [
        "<!DOCTYPE html>",
        "<html lang=\"en\">",
        $"<head><meta charset=\"utf-8\"><title>{Text(title)}</title></head>",
        "<body>",
        $"<h1>{Text(title)}</h1>",
        $"<p>{Demonstration.Mark}.</p>",
        .. lines,
        "</body>",
        "</html>",
        "",
    ]));

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
