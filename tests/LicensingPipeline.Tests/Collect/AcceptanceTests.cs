using System.IO.Compression;
using System.Text;
using LicensingPipeline.Collect;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Collect;

public sealed class AcceptanceTests
{
    /// <summary>Bytes by name: what councils serve under the name of a register.</summary>
    private static byte[] Sample(string name) => name switch
    {
        "empty" => [],
        "xlsx" => Zip("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"),
        "xlsx-late" => Zip("docProps/app.xml", "xl/workbook.xml", "[Content_Types].xml"),
        "xlsx-cut" => Zip("[Content_Types].xml", "xl/workbook.xml")[..^40],
        "zip" => Zip("hmo.csv"),
        "ods" => Zip("mimetype=application/vnd.oasis.opendocument.spreadsheet", "content.xml"),
        "xls" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]],
        "pdf" => "%PDF-1.7\n%\u00e2\u00e3\n%%EOF"u8.ToArray(),
        "pdf-late" => "\n\n%PDF-1.4\n%%EOF\n\n"u8.ToArray(),
        "pdf-cut" => "%PDF-1.7\n1 0 obj\n<< /Type /Catalog"u8.ToArray(),
        "csv" => "Licence No.,Property Address\n"u8.ToArray(),
        "csv-utf16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Licence No.\tAddress\n")],
        "csv-bracket" => "[Ref],Address\n"u8.ToArray(),
        "json" => "\uFEFF \r\n[{\"a\":1}]"u8.ToArray(),
        "json-object" => "{\"value\":[]}"u8.ToArray(),
        "json-utf16" => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(" {\"a\":1}")],
        "html" => "\uFEFF\r\n<!-- site --><!DOCTYPE html><html><table></table></html>"u8.ToArray(),
        "html-table" => "<TABLE border=1><tr><td>Licence</td></tr></TABLE>"u8.ToArray(),
        "html-utf16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<html><body>Sorry</body></html>")],
        "xhtml" => "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\"><html/>"u8.ToArray(),
        "xml" => "<?xml version=\"1.0\"?><Workbook/>"u8.ToArray(),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    [Theory]
    [InlineData("empty", ContentKind.Empty)]
    [InlineData("xlsx", ContentKind.Xlsx)]
    [InlineData("xlsx-late", ContentKind.Xlsx)]
    [InlineData("xlsx-cut", ContentKind.CutOff)]
    [InlineData("zip", ContentKind.Zip)]
    [InlineData("ods", ContentKind.Ods)]
    [InlineData("xls", ContentKind.Xls)]
    [InlineData("pdf", ContentKind.Pdf)]
    [InlineData("pdf-late", ContentKind.Pdf)]
    [InlineData("pdf-cut", ContentKind.CutOff)]
    [InlineData("csv", ContentKind.Text)]
    [InlineData("csv-utf16", ContentKind.Text)]
    [InlineData("csv-bracket", ContentKind.Json)]
    [InlineData("json", ContentKind.Json)]
    [InlineData("json-object", ContentKind.Json)]
    [InlineData("json-utf16", ContentKind.Json)]
    [InlineData("html", ContentKind.Html)]
    [InlineData("html-table", ContentKind.Html)]
    [InlineData("html-utf16", ContentKind.Html)]
    [InlineData("xhtml", ContentKind.Html)]
    [InlineData("xml", ContentKind.Xml)]
    public void Bytes_say_what_they_are(string sample, ContentKind kind)
    {
        using var bytes = new MemoryStream(Sample(sample));

        Sniffing.Kind(bytes).ShouldBe(kind);
    }

    [Theory]
    [InlineData("xlsx", "xlsx")]
    [InlineData("xlsx", "xlsx-late")]
    [InlineData("xls", "xls")]
    [InlineData("ods", "ods")]
    [InlineData("pdf", "pdf")]
    [InlineData("csv", "csv")]
    [InlineData("csv", "csv-utf16")]
    [InlineData("csv", "csv-bracket")]
    [InlineData("json", "json")]
    [InlineData("json", "json-utf16")]
    [InlineData("html", "html")]
    [InlineData("html", "xhtml")]
    public void What_was_expected_is_accepted(string format, string sample) => Refusal(format, Sample(sample)).ShouldBeNull();

    [Theory]
    [InlineData("xlsx", "empty", "empty file", null)]
    [InlineData("xlsx", "xlsx-cut", "cut off", null)]
    [InlineData("xlsx", "zip", "a zip file that is no workbook came", null)]
    [InlineData("xlsx", "xls", "under a password", "read: { format: xls }")]
    [InlineData("xlsx", "csv", "plain text came", "read: { format: csv }")]
    [InlineData("xlsx", "html", "an HTML page came where a spreadsheet (xlsx) was expected", null)]
    [InlineData("xls", "xlsx", "an xlsx workbook came", "read: { format: xlsx }")]
    [InlineData("xls", "html-table", "an HTML page came where a spreadsheet (xls) was expected", null)]
    [InlineData("xls", "xml", "XML came", null)]
    [InlineData("csv", "empty", "empty file", null)]
    [InlineData("csv", "html", "an HTML page came where a spreadsheet (csv) was expected", null)]
    [InlineData("csv", "html-utf16", "an HTML page came where a spreadsheet (csv) was expected", null)]
    [InlineData("csv", "zip", "a zip file that is no workbook came", null)]
    [InlineData("csv", "xlsx", "an xlsx workbook came", "read: { format: xlsx }")]
    [InlineData("csv", "xls", "an xls workbook came", "read: { format: xls }")]
    [InlineData("csv", "pdf", "a PDF file came", "read: { format: pdf }")]
    [InlineData("csv", "pdf-late", "a PDF file came", "read: { format: pdf }")]
    [InlineData("csv", "ods", "an ods workbook came", null)]
    [InlineData("json", "html", "an HTML page came where a JSON file was expected", null)]
    [InlineData("json", "csv", "plain text came", "read: { format: csv }")]
    [InlineData("html", "json", "an HTML page was expected, and JSON came", "read: { format: json }")]
    [InlineData("html", "csv", "plain text came", "read: { format: csv }")]
    [InlineData("pdf", "pdf-cut", "gave a pdf file that is cut off", null)]
    [InlineData("pdf", "html", "an HTML page came where a PDF file was expected", null)]
    public void What_was_not_expected_is_named(string format, string sample, string says, string? suggestion)
    {
        var refusal = Refusal(format, Sample(sample)).ShouldNotBeNull();

        refusal.State.ShouldBe(StreamState.HeldDrift);
        refusal.Message.ShouldContain(says);
        refusal.Suggestion.ShouldBe(suggestion);
    }

    [Theory]
    [InlineData("<title>Just a moment...</title>")]
    [InlineData("<title>Attention Required! | Cloudflare</title>")]
    [InlineData("<title> Access\n Denied </title>")]
    [InlineData("<title>Request Rejected</title>The requested URL was rejected. Please consult with your administrator.")]
    [InlineData("<body>Request unsuccessful. Incapsula incident ID: 1-2</body>")]
    [InlineData("<p>Our systems have detected unusual traffic from your computer network.</p>")]
    [InlineData("<script>window._cf_chl_opt={}</script>")]
    [InlineData("<title>Pardon Our Interruption</title>Pardon Our Interruption...")]
    public void A_challenge_is_known_whatever_was_expected(string page)
    {
        foreach (var format in new[] { "csv", "xlsx", "json", "html" })
        {
            Refusal(format, Encoding.UTF8.GetBytes("<html>" + page)).ShouldNotBeNull().State.ShouldBe(StreamState.Blocked);
        }
    }

    [Theory]
    [InlineData("<form><input type=\"password\" name=\"p\"></form>")]
    [InlineData("<div class='g-recaptcha'></div>")]
    [InlineData("<script src='/_Incapsula_Resource?x=1'></script>")]
    [InlineData("<script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script>")]
    [InlineData("<label>Please verify you are human</label>")]
    public void What_ordinary_pages_have_too_is_a_challenge_only_where_no_page_was_expected(string page)
    {
        var bytes = Encoding.UTF8.GetBytes("<html><title>Blocked drains and other housing matters</title>" + page + "<table></table>");

        Refusal("csv", bytes).ShouldNotBeNull().State.ShouldBe(StreamState.Blocked);
        Refusal("html", bytes).ShouldBeNull();
    }

    [Fact]
    public void A_format_nobody_reads_is_a_mistake_of_ours() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Refusal("docx", Sample("csv")));

    private static SourceException? Refusal(string format, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        try
        {
            Acceptance.Check(stream, format, "https://council.example/hmo");
            return null;
        }
        catch (SourceException refusal)
        {
            return refusal;
        }
    }

    /// <summary>A zip with these entries; <c>name=text</c> is stored plain.</summary>
    private static byte[] Zip(params string[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in entries)
            {
                var parts = entry.Split('=');
                using var content = zip.CreateEntry(parts[0], parts.Length > 1 ? CompressionLevel.NoCompression : CompressionLevel.Fastest).Open();
                content.Write(Encoding.UTF8.GetBytes(parts.Length > 1 ? parts[1] : "<x/>"));
            }
        }

        return bytes.ToArray();
    }

    [Theory]
    [InlineData("arcgis", "json-object", null)]
    [InlineData("arcgis", "csv", "the JSON of a layer was expected, and plain text came")]
    [InlineData("metastreet-details", "json-object", null)]
    [InlineData("metastreet-details", "zip", null)]
    [InlineData("metastreet-details", "html", null)]
    [InlineData("metastreet-details", "pdf", "a saved page, a zip of them or JSON was expected, and a PDF file came")]
    public void The_vendors_formats_know_their_bytes(string format, string sample, string? says)
    {
        using var bytes = new MemoryStream(Sample(sample));
        if (says is null)
        {
            Acceptance.Check(bytes, format, "register");
            return;
        }

        Should.Throw<SourceException>(() => Acceptance.Check(bytes, format, "register")).Message.ShouldContain(says);
    }

    [Fact]
    public void A_saved_page_may_speak_of_a_captcha_where_a_spreadsheet_may_not()
    {
        using var bytes = new MemoryStream("<!DOCTYPE html><html><body><script src='recaptcha.js'></script></body></html>"u8.ToArray());

        Acceptance.Check(bytes, "metastreet-details", "1.html");
        Should.Throw<SourceException>(() => Acceptance.Check(bytes, "csv", "1.csv")).State.ShouldBe(StreamState.Blocked);
    }
}
