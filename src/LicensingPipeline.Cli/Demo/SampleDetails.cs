using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;

namespace LicensingPipeline.Cli.Demo;

/// <summary>
/// Writes invented licences as the detail pages of a Metastreet register: the first heading is the address, the second the reference, then
/// a paragraph for each label; the counts stand on a page of their own.
/// </summary>
/// <param name="Counts">Labels that stand on the page of additional details; none where all stand on one.</param>
internal sealed record SampleDetails(IReadOnlyList<string> Counts)
{
    /// <summary>The heading of the address.</summary>
    public const string Address = "Address";

    /// <summary>The heading of the reference.</summary>
    public const string Number = "Licence number";

    private static readonly DateTimeOffset Saved = new(2026, 10, 31, 9, 0, 0, TimeSpan.Zero);

    /// <summary>All pages in one zip, as a person would hand them in. Nothing is packed, so that the mark can be found in it.</summary>
    public byte[] Zip(SampleCopy copy)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, page) in Pages(copy))
            {
                var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = Saved;
                entry.ExternalAttributes = 0;
                using var part = entry.Open();
                part.Write(page);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Each page under the name of its file.</summary>
    public IEnumerable<(string Name, byte[] Page)> Pages(SampleCopy copy)
    {
        foreach (var (number, row) in copy.Rows.Index())
        {
            var cells = copy.Headings.Zip(row.Select(SampleText.Plain)).ToList();
            yield return (string.Create(CultureInfo.InvariantCulture, $"pages/{number + 1:0000}.html"), Page(cells, isMore: false));
            if (Counts.Count > 0)
            {
                yield return (string.Create(CultureInfo.InvariantCulture, $"pages/{number + 1:0000}-more.html"), Page(cells, isMore: true));
            }
        }
    }

    /// <summary>The same as a script would store it: the labels with low lines for spaces.</summary>
    public byte[] Json(SampleCopy copy) => SampleJson.Nested(copy with
    {
        Headings = [.. copy.Headings.Select(h => $"{(h is Address ? "" : Counts.Contains(h, StringComparer.Ordinal) ? "details.additional_details." : "details.")}{h.Replace(".", "", StringComparison.Ordinal).Replace(' ', '_').ToLowerInvariant()}")],
    });

    private byte[] Page(IReadOnlyList<(string Label, string Text)> cells, bool isMore)
    {
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>Landlord licence public register</title></head>\n<body>\n");
        page.Append(CultureInfo.InvariantCulture, $"<header><p>{Demonstration.Mark}.</p></header>\n<main id=\"main-content\">\n<div class=\"grid-row\"><div class=\"column-full\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<h1 class=\"heading-large\">{Html(isMore ? "Additional details" : Of(cells, Address))}</h1>\n");
        page.Append(CultureInfo.InvariantCulture, $"<h2 class=\"heading-medium\">{(isMore ? "" : Number + " ")}{Html(Of(cells, Number))}</h2>\n");
        foreach (var (label, text) in cells.Where(c => c.Label is not (Address or Number) && Counts.Contains(c.Label, StringComparer.Ordinal) == isMore))
        {
            page.Append(CultureInfo.InvariantCulture, $"<div><p>{Html(label)}<br>\n<span class=\"bold\">{Html(text)}</span></p></div>\n");
        }

        if (!isMore && Counts.Count > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p><a href=\"/public-register/{Html(Of(cells, Number))}/licence-application-additional-info\">Additional details</a></p>\n");
        }

        return Encoding.UTF8.GetBytes(page.Append("</div></div>\n</main>\n</body>\n</html>\n").ToString());
    }

    private static string Of(IReadOnlyList<(string Label, string Text)> cells, string label) => cells.FirstOrDefault(c => c.Label == label).Text ?? "";

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
