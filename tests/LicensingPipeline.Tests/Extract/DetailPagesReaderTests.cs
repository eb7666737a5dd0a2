using System.IO.Compression;
using System.Text;
using LicensingPipeline.Catalogue;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Extract;

public sealed class DetailPagesReaderTests
{
    private const string Reference = "XYZ-000000000001";

    private static string Page(string body, string title = "Landlord licence public register") =>
        $"<!DOCTYPE html><html><head><title>{title}</title></head><body><header><div><p>Menu<br>Home</p></div></header><main id=\"main-content\">{body}</main><footer><div><p>Contact<br>Us</p></div></footer></body></html>";

    private static string Top(string reference = Reference, string label = "Licence number ", string address = "1 Pretend Road, Nowhere, QX1 1AA") =>
        $"<div class=\"grid-row\"><div class=\"column-full\"><h1 class=\"heading-large\">{address}</h1></div></div><h2 class=\"heading-medium\">{label}{reference}</h2>";

    private static string Pair(string label, string value) => $"<div><p>{label}<br>\n <span class=\"bold\">{value}</span></p></div>";

    private static readonly string Licence = Page(Top() + Pair("Licence type", "Additional HMO licence") + Pair("Licence holder name", "Bexo Fictionby") + Pair("Licence end date", "01/11/2028"));

    private static readonly string More = Page($"<h1>Additional details</h1><h2>{Reference}</h2>" + Pair("No. of storeys", "3") + Pair("Kitchens", "1"));

    private static string[] Read(params (string Name, string Text)[] files) => Reading.Text(new ReadSpec("metastreet-details"), [.. files.Select(f => Reading.File(f.Text, f.Name))]);

    private static SourceException Failure(params (string Name, string Text)[] files) => Reading.Failure(new ReadSpec("metastreet-details"), [.. files.Select(f => Reading.File(f.Text, f.Name))]);

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    [Fact]
    public void One_page_is_one_row_under_its_labels() =>
        Read(("1.html", Licence)).ShouldBe(
        [
            "0: address|licence number|licence type|licence holder name|licence end date",
            "1: 1 Pretend Road, Nowhere, QX1 1AA|XYZ-000000000001|Additional HMO licence|Bexo Fictionby|01/11/2028",
        ]);

    [Theory]
    [InlineData("<dl><dt>Licence type</dt><dd>Selective</dd><dt>Ward:</dt><dd>Upper Nowhere</dd></dl>")]
    [InlineData("<dl><div><dt>Licence type</dt><dd>Selective</dd></div><div><dt>Ward:</dt><dd>Upper Nowhere</dd></div></dl>")]
    [InlineData("<table><tr><th>Licence type</th><td>Selective</td></tr><tr><td>Ward</td><td>Upper Nowhere</td></tr></table>")]
    [InlineData("<div><p>Licence type<br>Selective</p><p>Ward<br>Upper Nowhere</p></div>")]
    [InlineData("<div><p>\n  Licence type\n  Selective\n</p><p>\n Ward\n\n Upper  Nowhere\n</p></div>")]
    [InlineData("<div><p>Licence type <strong>Selective</strong></p><p><b>Ward</b><br>Upper Nowhere</p></div>")]
    public void Labels_and_values_stand_in_many_shapes(string body) =>
        Read(("1.html", Page(Top() + body)))[1].ShouldBe("1: 1 Pretend Road, Nowhere, QX1 1AA|XYZ-000000000001|Selective|Upper Nowhere");

    [Fact]
    public void A_label_that_was_reworded_is_a_heading_of_its_own() =>
        Read(("1.html", Licence), ("2.html", Page(Top("XYZ-000000000002", "Licence reference number: ") + Pair("Licence type", "Selective licence") + Pair("Licence expiry", "01/01/2030")))).ShouldBe(
        [
            "0: address|licence number|licence type|licence holder name|licence end date|licence reference number|licence expiry",
            "1.html 1: 1 Pretend Road, Nowhere, QX1 1AA|XYZ-000000000001|Additional HMO licence|Bexo Fictionby|01/11/2028||",
            "2.html 1: 1 Pretend Road, Nowhere, QX1 1AA||Selective licence|||XYZ-000000000002|01/01/2030",
        ]);

    [Fact]
    public void The_page_of_additional_details_joins_its_licence_whichever_comes_first()
    {
        string[] joined =
        [
            "0: address|licence number|licence type|licence holder name|licence end date|no of storeys|kitchens",
            "1 Pretend Road, Nowhere, QX1 1AA|XYZ-000000000001|Additional HMO licence|Bexo Fictionby|01/11/2028|3|1",
        ];
        var before = Read(("a.html", More), ("b.html", Licence));
        before[0].ShouldBe(joined[0]);
        before[1].ShouldBe("b.html 1: " + joined[1]);
        before.Length.ShouldBe(2);
        Read(("a.html", Licence), ("b.html", More))[1].ShouldBe("a.html 1: " + joined[1]);
    }

    [Theory]
    [InlineData("<a href=\"/public-register/XYZ-000000000001?back=1\">Back</a>")]
    [InlineData("<a href=\"https://council.example/public-register/xyz-000000000001/licence-application-additional-info\">Here</a>")]
    public void Its_licence_is_known_by_the_only_reference_it_links_to(string link) =>
        Read(("a.html", Licence), ("b.html", Page(link + "<h1>Additional details</h1>" + Pair("No. of storeys", "3") + Pair("Kitchens", "1")))).Length.ShouldBe(2);

    [Fact]
    public void Details_without_their_licence_stay_a_row_that_can_be_seen() =>
        Read(("a.html", Licence), ("b.html", More.Replace(Reference, "XYZ-000000000009", StringComparison.Ordinal))).Length.ShouldBe(3);

    [Fact]
    public void A_licence_saved_twice_is_two_rows_and_the_details_go_to_one() =>
        Read(("a.html", Licence), ("b.html", Licence), ("c.html", More)).Skip(1).ShouldBe(
        [
            "a.html 1: 1 Pretend Road, Nowhere, QX1 1AA|XYZ-000000000001|Additional HMO licence|Bexo Fictionby|01/11/2028|3|1",
            "b.html 1: 1 Pretend Road, Nowhere, QX1 1AA|XYZ-000000000001|Additional HMO licence|Bexo Fictionby|01/11/2028||",
        ]);

    [Fact]
    public void A_label_that_stands_twice_with_another_value_loses_neither() =>
        Read(("1.html", Page(Top() + Pair("Licence type", "Selective") + Pair("Agent", "Nosuch Homes") + Pair("Agent", "Pretend Rooms") + Pair("Agent", "Nosuch Homes") + Pair("Agent", "Third"))))
            .ShouldBe(["0: address|licence number|licence type|agent|agent (2)|agent (3)", "1: 1 Pretend Road, Nowhere, QX1 1AA|XYZ-000000000001|Selective|Nosuch Homes|Pretend Rooms|Third"]);

    [Fact]
    public void What_a_script_stored_has_the_headings_of_the_page()
    {
        const string stored = """{"address":"1 Pretend Road","postcode":"QX1 1AA","details":{"address":"1 Pretend Road","licence_number":"XYZ-000000000001","licence_type":"Additional HMO licence","additional_details":{"no_of_storeys":"3","flats_(otherwise,_this_shows_no_of_bedrooms)":"5"}},"scraped_at":"2026-05-01"}""";
        string[] read =
        [
            "0: address|postcode|licence number|licence type|no of storeys|flats (otherwise, this shows no of bedrooms)|scraped at",
            "1: 1 Pretend Road|QX1 1AA|XYZ-000000000001|Additional HMO licence|3|5|2026-05-01",
        ];
        Read(("1.json", stored)).ShouldBe(read);
        Read(("1.json", $"[{stored}]")).ShouldBe(read);
        Read(("1.json", stored.Replace("\"details\":{\"address\":\"1 Pretend Road\"", "\"details\":{\"address\":\"1, Pretend Rd\"", StringComparison.Ordinal)))[0].ShouldContain("postcode|details.address|licence number");
    }

    [Fact]
    public void A_zip_holds_pages_and_what_a_browser_put_beside_them()
    {
        var zip = Zip(("pages/b.html", More), ("pages/a.html", Licence), ("pages/a_files/frame.html", "<p>x"), ("pages/a_files/main.css", "p{}"), ("__MACOSX/pages/._a.html", "x"), ("pages/.DS_Store", "x"), ("pages/c.json", """{"address":"2 Pretend Road","licence_number":"XYZ-000000000002"}"""));
        var read = new ReadSpec("metastreet-details");

        Reading.Text(read, [Reading.File(zip, "pages.zip")]).Skip(1).ShouldBe(
        [
            "pages/a.html 1: 1 Pretend Road, Nowhere, QX1 1AA|XYZ-000000000001|Additional HMO licence|Bexo Fictionby|01/11/2028|3|1",
            "pages/c.json 1: 2 Pretend Road|XYZ-000000000002|||||",
        ]);
        Reading.Text(read, [Reading.File(Licence.Replace(Reference, "XYZ-000000000003", StringComparison.Ordinal), "0.html"), Reading.File(zip, "pages.zip")])[2].ShouldStartWith("pages.zip/pages/a.html 1: ");
    }

    [Theory]
    [InlineData("<h1>Search results</h1><p>No results found</p>", "1.html is a search that found nothing")]
    [InlineData("<h1>Search results</h1><h2><a href='/public-register/XYZ-000000000001?x'>1 Pretend Road</a></h2><div><p>Bexo Fictionby<br>01/01/2030</p><p>Type<br>Selective</p></div>", "1.html is a list of results")]
    [InlineData("<h1>Search the register</h1><form action='/public-register'><input id='search_query'></form>", "1.html is the search itself")]
    [InlineData("<h1>Page not found</h1><p>Sorry.</p>", "1.html has no licence number with labels and values under it")]
    [InlineData("<h2>Licence number XYZ-000000000001</h2><p>Not found</p>", "1.html has no licence number with labels and values under it")]
    public void A_page_saved_by_mistake_is_no_row_and_is_named(string body, string says)
    {
        var failure = Failure(("0.html", Licence), ("1.html", Page(body)));

        failure.State.ShouldBe(StreamState.HeldDrift);
        failure.Message.ShouldStartWith("1 of the saved files is no page of a licence: ");
        failure.Message.ShouldContain(says);
    }

    [Fact]
    public void A_challenge_saved_by_mistake_is_told_as_one() =>
        Failure(("1.html", "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Checking</body></html>")).Message.ShouldContain("asks whether a person is there (its sign: 'just a moment')");

    [Fact]
    public void Files_of_other_kinds_are_named_all_at_once() =>
        Failure(("1.pdf", "%PDF-1.4"), ("2.txt", "notes"), ("3.html", Licence)).Message.ShouldStartWith("2 of the saved files are no page of a licence: 1.pdf is a PDF document; 2.txt is plain text.");

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    public void Nothing_is_not_an_empty_register(string json) => Failure(("1.json", json)).Message.ShouldContain("There is no saved page in the file");

    [Fact]
    public void An_empty_zip_is_not_an_empty_register() =>
        Reading.Failure(new ReadSpec("metastreet-details"), [Reading.File(Zip(("a_files/x.css", "x")), "pages.zip")]).Message.ShouldContain("There is no saved page in the file");

    [Fact]
    public void A_zip_that_unpacks_to_far_more_than_it_is_is_not_unpacked() =>
        Reading.Failure(new ReadSpec("metastreet-details"), [Reading.File(Zip(("a.html", new string('x', 4_000_000))), "pages.zip")]).Message.ShouldContain("How far a file of the zip is packed is over the limit of 200 to 1");

    [Fact]
    public void A_zip_inside_a_zip_is_not_opened()
    {
        using var outer = new MemoryStream();
        using (var zip = new ZipArchive(outer, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("inner.zip").Open();
            entry.Write(Zip(("a.html", Licence)));
        }

        Reading.Failure(new ReadSpec("metastreet-details"), [Reading.File(outer.ToArray(), "pages.zip")]).Message.ShouldContain("inner.zip is a zip archive");
    }

    [Fact]
    public void The_real_pages_a_script_stored_have_their_counts()
    {
        var rows = Reading.Rows(new ReadSpec("metastreet-details"), RealRegisters.Files("islington-2026", "*.json"));
        rows.Count.ShouldBe(6);
        rows[0].Cells.ShouldContain(h => h == "licence number");
        rows[0].Cells.Count(h => h.StartsWith("no of non self", StringComparison.Ordinal)).ShouldBe(2);
        rows.Skip(1).ShouldAllBe(r => r.Cells.Count(c => c.Length > 0) > 15);
    }
}
