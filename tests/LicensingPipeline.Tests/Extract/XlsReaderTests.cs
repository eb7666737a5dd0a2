using System.Text;
using LicensingPipeline.Catalogue;
using Shouldly;
using Xunit;
using static LicensingPipeline.Tests.Extract.XlsWriter;

namespace LicensingPipeline.Tests.Extract;

public sealed class XlsReaderTests
{
    private static string[] Read(params byte[][] records) =>
        Reading.Text("xls", new XlsWriter()
            .Global(XlsWriter.Record(0x41E, [.. Two(164), .. Unicode("dd/mm/yyyy;@")]))
            .Global(XlsWriter.Record(0x0E0, [.. Two(0), .. Two(0), .. new byte[16]]))
            .Global(XlsWriter.Record(0x0E0, [.. Two(0), .. Two(164), .. new byte[16]]))
            .Global(XlsWriter.Record(0x0E0, [.. Two(0), .. Two(14), .. new byte[16]]))
            .Global(Strings("Reference", "Address", "Elm House\nMill Lane", "Tŷ Gwyn"))
            .Sheet("Live", records).Bytes());

    [Fact]
    public void Shared_strings_and_numbers_become_text_in_their_places() =>
        Read(Shared(1, 1, 0), Shared(1, 2, 1), Number(3, 1, 12.5), Shared(3, 2, 2), Shared(3, 4, 3))
            .ShouldBe(["1: Reference|Address", "2:", "3: 12.5|Elm House/Mill Lane||Tŷ Gwyn"]);

    [Fact]
    public void A_cell_formatted_as_a_date_is_an_iso_date() =>
        Read(Number(1, 1, 45415, 1), Number(1, 2, 45415.75, 2), Number(1, 3, 45415)).ShouldBe(["1: 2024-05-03|2024-05-03 18:00:00|45415"]);

    [Fact]
    public void A_workbook_that_counts_from_1904_is_read_so() =>
        Reading.Text("xls", new XlsWriter().Global(XlsWriter.Record(0x22, 1, 0)).Global(XlsWriter.Record(0xE0, [.. Two(0), .. Two(14), .. new byte[16]]))
            .Sheet("Live", Number(1, 1, 43953)).Bytes()).ShouldBe(["1: 2024-05-03"]);

    [Fact]
    public void Packed_numbers_are_unpacked() =>
        Read(
            Cell(0x27E, 1, 1, 0, BitConverter.GetBytes((123 << 2) | 2)),
            Cell(0x27E, 1, 2, 0, BitConverter.GetBytes((12345 << 2) | 3)),
            Cell(0x27E, 1, 3, 0, BitConverter.GetBytes((int)(BitConverter.DoubleToInt64Bits(1.5) >> 32))),
            XlsWriter.Record(0xBD, [.. Two(0), .. Two(3), .. Two(0), .. BitConverter.GetBytes((7 << 2) | 2), .. Two(1), .. BitConverter.GetBytes((45415 << 2) | 2), .. Two(4)]))
            .ShouldBe(["1: 123|123.45|1.5|7|2024-05-03"]);

    [Fact]
    public void Errors_and_truths_are_their_text() =>
        Read(Cell(0x205, 1, 1, 0, 0x2A, 1), Cell(0x205, 1, 2, 0, 1, 0), Cell(0x205, 1, 3, 0, 0, 0), Cell(0x205, 1, 4, 0, 0x17, 1)).ShouldBe(["1: #N/A|TRUE|FALSE|#REF!"]);

    [Fact]
    public void A_formula_is_its_stored_result() =>
        Read(
            Cell(6, 1, 1, 0, [.. BitConverter.GetBytes(2.5), .. new byte[8]]),
            Cell(6, 1, 2, 0, [0, 0, 0, 0, 0, 0, 0xFF, 0xFF, .. new byte[8]]), XlsWriter.Record(0x4BC, new byte[10]), XlsWriter.Record(0x207, Unicode("made up")),
            Cell(6, 1, 3, 0, [1, 0, 1, 0, 0, 0, 0xFF, 0xFF, .. new byte[8]]),
            Cell(6, 1, 4, 0, [2, 0, 0x2A, 0, 0, 0, 0xFF, 0xFF, .. new byte[8]]),
            Cell(6, 1, 5, 0, [3, 0, 0, 0, 0, 0, 0xFF, 0xFF, .. new byte[8]]), Number(1, 6, 1))
            .ShouldBe(["1: 2.5|made up|TRUE|#N/A||1"]);

    [Fact]
    public void Cells_out_of_order_find_their_places() =>
        Read(Number(2, 2, 4), Number(1, 2, 2), Number(2, 1, 3), Number(1, 1, 1)).ShouldBe(["1: 1|2", "2: 3|4"]);

    [Fact]
    public void A_chart_inside_the_sheet_adds_nothing() =>
        Read(Number(1, 1, 1), XlsWriter.Record(0x809, [.. Two(0x600), .. Two(0x20), .. new byte[12]]), Number(5, 5, 5), XlsWriter.Record(0x0A), Number(2, 1, 2)).ShouldBe(["1: 1", "2: 2"]);

    [Fact]
    public void A_shared_string_cut_between_two_records_is_whole()
    {
        byte[] first = [.. BitConverter.GetBytes(2), .. BitConverter.GetBytes(2), .. Two(9), 1, .. Encoding.Unicode.GetBytes("Rose ")];
        byte[] second = [0, .. Encoding.Latin1.GetBytes("Hill"), .. Two(3), 0x0C, .. Two(1), .. BitConverter.GetBytes(2), .. "Elm"u8, 0, 0, 0, 0, 9, 9];
        Reading.Text("xls", new XlsWriter().Global(XlsWriter.Record(0xFC, first)).Global(XlsWriter.Record(0x3C, second))
            .Sheet("Live", Shared(1, 1, 0), Shared(1, 2, 1)).Bytes()).ShouldBe(["1: Rose Hill|Elm"]);
    }

    [Fact]
    public void A_workbook_smaller_than_a_sector_table_is_read() =>
        Reading.Text("xls", new XlsWriter().Sheet("Live", Number(1, 1, 5)).Bytes(atLeast: 0)).ShouldBe(["1: 5"]);

    [Fact]
    public void A_large_workbook_is_read() =>
        Reading.Text("xls", new XlsWriter().Sheet("Live", [.. Enumerable.Range(1, 20_000).Select(i => Number(i, 1, i))]).Bytes())[^1].ShouldBe("20000: 20000");

    [Fact]
    public void A_workbook_of_excel_95_is_read_in_its_code_page() =>
        Reading.Text("xls", new XlsWriter(excel95: true).Global(XlsWriter.Record(0x42, Two(1252))).Global(XlsWriter.Record(0xE0, [.. Two(0), .. Two(14), .. new byte[12]]))
            .Sheet("Caf\u00e9", Cell(0x204, 1, 1, 0, Narrow("Caf\u00e9 Royal")), Number(1, 2, 45415)).Sheet("Two").Bytes()).ShouldBe(["Caf\u00e9 1: Caf\u00e9 Royal|2024-05-03"]);

    [Fact]
    public void The_visible_sheet_with_the_headings_is_chosen_and_charts_are_none()
    {
        var book = new XlsWriter().Global(Strings("Reference", "Address", "About"))
            .Sheet("Chart", 0, 2, Shared(1, 1, 0), Shared(1, 2, 1))
            .Sheet("Old", 1, 0, Shared(1, 1, 0), Shared(1, 2, 1))
            .Sheet("About", Shared(1, 1, 2))
            .Sheet("Live", Shared(1, 1, 0), Shared(1, 2, 1)).Bytes();
        Reading.Text("xls", book, ["reference", "address"]).ShouldBe(["Live 1: Reference|Address"]);
        Reading.Text(new ReadSpec("xls") { Sheet = " OLD " }, [Reading.File(book)]).ShouldBe(["Old 1: Reference|Address"]);
        Reading.Failure(new ReadSpec("xls") { Sheet = "Chart" }, [Reading.File(book)]).Message.ShouldContain("\"Old\" (hidden), \"About\", \"Live\"");
    }

    [Fact]
    public void A_page_of_html_called_xls_is_named_as_what_it_is()
    {
        var failure = Reading.Failure("xls", Encoding.UTF8.GetBytes("<html><body><table><tr><td>1</td></tr></table></body></html>"));
        failure.Message.ShouldContain("an HTML page");
        failure.Suggestion.ShouldBe("read: { format: html }");
    }

    [Fact]
    public void A_zipped_workbook_called_xls_is_named_as_what_it_is() =>
        Reading.Failure("xls", XlsxWriter.Of("")).Suggestion.ShouldBe("read: { format: xlsx }");

    [Fact]
    public void An_xml_spreadsheet_called_xls_is_named_as_what_it_is() =>
        Reading.Failure("xls", Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>")).Message.ShouldContain("XML spreadsheet");

    [Fact]
    public void A_workbook_under_a_password_says_so() =>
        Reading.Failure("xls", new XlsWriter().Global(XlsWriter.Record(0x2F, new byte[6])).Sheet("Live").Bytes()).Message.ShouldContain("password");

    [Theory]
    [InlineData(600)]
    [InlineData(2000)]
    [InlineData(5000)]
    public void A_workbook_that_is_cut_off_is_no_workbook(int length) =>
        Reading.Failure("xls", new XlsWriter().Sheet("Live", [.. Enumerable.Range(1, 500).Select(i => Number(i, 1, i))]).Bytes()[..length]).State.ShouldBe(StreamState.HeldDrift);

    [Fact]
    public void A_ring_of_sectors_ends()
    {
        var book = new XlsWriter().Sheet("Live", [.. Enumerable.Range(1, 500).Select(i => Number(i, 1, i))]).Bytes();
        // The table's entry of the stream's second sector points back at its first.
        BitConverter.GetBytes(3).CopyTo(book, 512 + (4 * 4));
        Reading.Failure("xls", book).Message.ShouldContain("damaged");
    }

    [Fact]
    public void A_shared_string_that_is_not_there_is_damage() =>
        Reading.Failure("xls", new XlsWriter().Global(Strings("one")).Sheet("Live", Shared(1, 1, 7)).Bytes()).Message.ShouldContain("damaged");

    [Fact]
    public void A_column_past_the_last_is_a_cap() =>
        Reading.Failure("xls", new XlsWriter().Sheet("Live", Number(1, 60_000, 1)).Bytes()).Message.ShouldContain("columns");
}
