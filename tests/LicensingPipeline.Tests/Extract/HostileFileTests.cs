using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using LicensingPipeline.Catalogue;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Extract;

/// <summary>Files made to harm a reader, each by name. None may hang it, fill the memory or end the process.</summary>
public sealed class HostileFileTests
{
    /// <summary>A second or two where nothing else runs; the machine may be shared.</summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(60);

    private static string Sentence(string format, byte[] bytes, params string[][] layouts) => Sentence(new ReadSpec(format), bytes, layouts);

    private static string Sentence(ReadSpec read, byte[] bytes, params string[][] layouts)
    {
        var started = Stopwatch.GetTimestamp();
        var failure = Reading.Failure(read, [Reading.File(bytes)], layouts);
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(MostTime);
        failure.State.ShouldBe(StreamState.HeldDrift);
        return failure.Message;
    }

    private static string InXlsx(string rows) => Sentence("xlsx", XlsxWriter.Of(rows));

    [Fact]
    public void A_bomb_of_one_part_is_not_unpacked() =>
        Sentence("xlsx", new XlsxWriter { Level = CompressionLevel.SmallestSize }.Sheet("Live", "<row><c t=\"str\"><v>" + new string('x', 20_000_000) + "</v></c></row>").Bytes())
            .ShouldContain("200 to 1");

    [Fact]
    public void A_bomb_of_many_parts_is_not_unpacked()
    {
        var bytes = new MemoryStream();
        bytes.Write(XlsxWriter.Of("<row><c><v>1</v></c></row>"));
        var part = new byte[8 * 1024 * 1024];
        var random = new Random(7);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            for (var i = 0; i < 70; i++)
            {
                // Packs about 100 to 1, which alone is no bomb.
                for (var at = 0; at < part.Length; at += 128)
                {
                    part[at] = (byte)random.Next(256);
                }

                using var stream = zip.CreateEntry($"xl/media/{i}.bin", CompressionLevel.Fastest).Open();
                stream.Write(part);
            }
        }

        Sentence("xlsx", bytes.ToArray()).ShouldContain("512 MB");
    }

    [Fact]
    public void A_part_that_unpacks_to_more_than_the_zip_says_is_stopped()
    {
        var bytes = XlsxWriter.Of("<row><c t=\"str\"><v>" + string.Concat(Enumerable.Range(0, 9_000).Select(i => (char)('a' + (i * i % 26)))) + "</v></c></row>");
        // In the central directory the unpacked size stands 24 bytes into an entry and 22 before its name.
        var name = bytes.AsSpan().LastIndexOf("xl/worksheets/sheet1.xml"u8);
        BitConverter.GetBytes(200).CopyTo(bytes, name - 22);
        Sentence("xlsx", bytes);
    }

    [Fact]
    public void A_package_of_too_many_parts_is_refused()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("[Content_Types].xml");
            for (var i = 0; i < 10_001; i++)
            {
                zip.CreateEntry(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{i}"));
            }
        }

        Sentence("xlsx", bytes.ToArray()).ShouldContain("10,000");
    }

    [Theory]
    [InlineData("<row r=\"1\"><c r=\"ZZZZZ1\"><v>1</v></c></row>", "columns")]
    [InlineData("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", "columns")]
    [InlineData("<row r=\"2000000000\"><c><v>1</v></c></row>", "1,048,576")]
    [InlineData("<row r=\"1048577\"/>", "1,048,576")]
    [InlineData("<row r=\"1\"><c><v>1</v></c></row><row r=\"10003\"><c><v>1</v></c></row>", "blank rows")]
    [InlineData("<row r=\"99999999999999999999\"/>", "damaged")]
    [InlineData("<row r=\"2\"><c><v>1</v></c></row><row r=\"2\"><c><v>1</v></c></row>", "after row 2")]
    [InlineData("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>", "damaged")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>5</v></c></row>", "does not hold")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>", "does not hold")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99999999999</v></c></row>", "does not hold")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c>", "xlsx")]
    public void A_cell_where_none_can_be_is_refused(string rows, string says) => InXlsx(rows).ShouldContain(says);

    [Fact]
    public void Ten_thousand_blank_rows_are_still_a_register() =>
        Reading.Rows(new ReadSpec("xlsx"), [Reading.File(XlsxWriter.Of("<row r=\"10001\"><c><v>1</v></c></row>"))]).Count.ShouldBe(10_001);

    [Fact]
    public void A_cell_of_a_megabyte_and_a_half_is_refused_in_every_format()
    {
        var random = new Random(5);
        var text = string.Concat(Enumerable.Range(0, 1_500_000).Select(_ => (char)('a' + random.Next(26))));
        InXlsx($"<row><c t=\"str\"><v>{text}</v></c></row>").ShouldContain("1 MB");
        Sentence("csv", Encoding.UTF8.GetBytes("a,b\n1," + text + "\n")).ShouldContain("1 MB");
        Sentence("json", Encoding.UTF8.GetBytes($"[{{\"a\":\"{text}\"}}]")).ShouldContain("1 MB");
        Sentence("json", Encoding.UTF8.GetBytes($"[{{\"a\":[\"{text[..700_000]}\",\"{text[700_000..]}\"]}}]")).ShouldContain("1 MB");
        Sentence(new ReadSpec("html") { Table = "table" }, Encoding.UTF8.GetBytes("<table><tr><td>" + text)).ShouldContain("1 MB");
    }

    [Fact]
    public void A_record_that_never_ends_is_refused() =>
        Sentence("json", Encoding.UTF8.GetBytes("[{\"a\":\"" + new string('x', 17 * 1024 * 1024))).ShouldContain("16 MB");

    [Theory]
    [InlineData("xl/worksheets/sheet1.xml")]
    [InlineData("xl/workbook.xml")]
    [InlineData("xl/_rels/workbook.xml.rels")]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/styles.xml")]
    public void A_workbook_with_a_part_missing_is_refused(string part) =>
        Sentence("xlsx", new XlsxWriter { Without = part }.Sheet("Live", "<row><c t=\"s\"><v>0</v></c></row>").Bytes());

    [Fact]
    public void Entities_are_not_expanded() =>
        Sentence("xlsx", new XlsxWriter { Doctype = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>" }
            .Sheet("Live", "<row><c t=\"str\"><v>&b;</v></c></row>").Bytes()).ShouldContain("XmlException");

    [Fact]
    public void No_file_is_fetched_for_an_outside_entity() =>
        Sentence("xlsx", new XlsxWriter { Doctype = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>" }
            .Sheet("Live", "<row><c t=\"str\"><v>&a;</v></c></row>").Bytes()).ShouldContain("XmlException");

    [Fact]
    public void Deep_xml_is_read_without_recursion() =>
        Reading.Text("xlsx", XlsxWriter.Of("<row><c t=\"str\"><v>" + string.Concat(Enumerable.Repeat("<x>", 100_000)) + "1" + string.Concat(Enumerable.Repeat("</x>", 100_000)) + "</v></c></row>"))
            .ShouldBe(["1: 1"]);

    [Theory]
    [InlineData("[", "no object with keys")]
    [InlineData("{\"a\":", "limit of 64")]
    [InlineData("[{\"a\":", "limit of 64")]
    public void Deep_json_is_refused(string open, string says) =>
        Sentence("json", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(open, 100_000)))).ShouldContain(says);

    [Fact]
    public void Deep_json_beside_the_path_is_refused() =>
        Sentence(new ReadSpec("json") { Path = "rows" }, Encoding.UTF8.GetBytes("{\"a\":" + new string('[', 100_000))).ShouldContain("limit of 64");

    [Fact]
    public void Json_with_too_many_keys_is_refused() =>
        Sentence("json", Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Range(0, 17_000).Select(i => $"{{\"k{i}\":1}}")) + "]")).ShouldContain("16,384");

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<table><tr><td>")]
    public void Endless_nesting_is_refused(string open)
    {
        var html = "<table id=t><tr><td>1</table>" + string.Concat(Enumerable.Repeat(open, 100_000)) + "x";
        Sentence(new ReadSpec("html") { Table = "#t" }, Encoding.UTF8.GetBytes(html)).ShouldContain("512");
    }

    [Fact]
    public void A_row_without_end_is_refused() =>
        Sentence(new ReadSpec("html") { Table = "table" }, Encoding.UTF8.GetBytes("<table><tr>" + string.Concat(Enumerable.Repeat("<td>1", 1_000_000)))).ShouldContain("16,384");

    [Fact]
    public void A_page_with_too_many_elements_is_refused() =>
        Sentence(new ReadSpec("html") { Table = "table" }, Encoding.UTF8.GetBytes("<table><tr><td>" + string.Concat(Enumerable.Repeat("<br>", 2_000_100)))).ShouldContain("2 million");

    [Fact]
    public void Wide_spans_are_capped() =>
        Sentence(new ReadSpec("html") { Table = "table" }, Encoding.UTF8.GetBytes("<table><tr>" + string.Concat(Enumerable.Repeat("<td colspan=2000000000 rowspan=2000000000>1", 17)))).ShouldContain("16,384");

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("xls")]
    [InlineData("json")]
    [InlineData("html")]
    public void A_file_of_nothing_but_zero_bytes_gives_no_records(string format)
    {
        var bytes = new byte[100_000];
        if (format == "csv")
        {
            Reading.Rows(new ReadSpec(format), [Reading.File(bytes)]).Count.ShouldBeLessThanOrEqualTo(1);
        }
        else
        {
            Sentence(format, bytes);
        }
    }

    [Fact]
    public void Zero_bytes_inside_a_text_stay_text() =>
        Reading.Text("json", Encoding.UTF8.GetBytes("[{\"a\":\"x\\u0000y\"}]")).ShouldBe(["0: a", "1: x\0y"]);

    [Theory]
    [InlineData(68)]
    [InlineData(72)]
    [InlineData(48)]
    [InlineData(30)]
    [InlineData(60)]
    public void An_xls_with_a_size_or_place_out_of_range_is_refused_or_read(int at)
    {
        foreach (var value in new[] { 0, 1, 5, int.MaxValue, -1, -2, -7 })
        {
            var bytes = new XlsWriter().Sheet("Live", XlsWriter.Number(1, 1, 1)).Bytes();
            BitConverter.GetBytes(value).CopyTo(bytes, at);
            try
            {
                Reading.Rows(new ReadSpec("xls"), [Reading.File(bytes)]).Count.ShouldBe(1);
            }
            catch (SourceException failure)
            {
                failure.State.ShouldBe(StreamState.HeldDrift);
            }
        }
    }
}
