using System.Text;
using LicensingPipeline.Catalogue;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Extract;

public sealed class XlsxReaderTests
{
    private static string[] Read(string rows) => Reading.Text("xlsx", XlsxWriter.Of(rows));

    private static string Cell(string cell) => Read($"<row r=\"1\">{cell}</row>").ShouldHaveSingleItem()["1: ".Length..];

    private static string Number(string value, string format, string book = "") =>
        Reading.Text("xlsx", new XlsxWriter
        {
            Formats = $"<numFmt numFmtId=\"200\" formatCode=\"{format}\"/>",
            CellFormats = "<xf numFmtId=\"0\"/><xf numFmtId=\"200\"/>",
            BookProperties = book,
        }.Sheet("Live", $"<row r=\"1\"><c r=\"A1\" s=\"1\"><v>{value}</v></c></row>").Bytes())[0]["1: ".Length..];

    [Fact]
    public void Rows_are_numbered_as_the_spreadsheet_shows_them_and_gaps_are_blank_rows() =>
        Read("<row r=\"2\"><c r=\"B2\" t=\"str\"><v>Reference</v></c></row><row r=\"4\"><c r=\"A4\"><v>7</v></c></row>")
            .ShouldBe(["1:", "2: |Reference", "3:", "4: 7"]);

    [Fact]
    public void Rows_and_cells_without_numbers_follow_one_another() =>
        Read("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>").ShouldBe(["1: 1|2", "2: 3"]);

    [Fact]
    public void Rows_and_cells_written_as_empty_elements_end_nothing() =>
        Read("<row r=\"1\"><c r=\"A1\"/><c r=\"B1\"><v>1</v></c></row><row r=\"2\"/><row r=\"3\"><c r=\"A3\"><v>2</v></c></row>").ShouldBe(["1: |1", "2:", "3: 2"]);

    [Fact]
    public void Rows_that_are_only_formatted_at_the_end_are_no_rows() =>
        Read("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"C1\" s=\"0\"/></row><row r=\"1048576\"><c r=\"A1048576\" s=\"0\"/></row>").ShouldBe(["1: 1"]);

    [Theory]
    [InlineData("5", "5")]
    [InlineData("5.0", "5")]
    [InlineData("0.10000000000000001", "0.1")]
    [InlineData("100012963123", "100012963123")]
    [InlineData("1.0E+15", "1000000000000000")]
    [InlineData("1E-5", "0.00001")]
    [InlineData("-0", "0")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("1E300", "1E+300")]
    public void A_number_is_its_shortest_text(string written, string read) => Cell($"<c r=\"A1\"><v>{written}</v></c>").ShouldBe(read);

    [Theory]
    [InlineData("45415", "dd/mm/yyyy", "2024-05-03")]
    [InlineData("45415", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2024-05-03")]
    [InlineData("45415", "mmm-yy;@", "2024-05-03")]
    [InlineData("45415.75", "dd/mm/yyyy hh:mm", "2024-05-03 18:00:00")]
    [InlineData("45415.749999999", "dd/mm/yyyy", "2024-05-03 18:00:00")]
    [InlineData("0.75", "hh:mm", "18:00:00")]
    [InlineData("1.5", "[h]:mm", "36:00:00")]
    [InlineData("60", "dd/mm/yyyy", "1900-02-29")]
    [InlineData("1", "dd/mm/yyyy", "1900-01-01")]
    [InlineData("61", "dd/mm/yyyy", "1900-03-01")]
    [InlineData("0", "dd/mm/yyyy", "0")]
    [InlineData("-3", "dd/mm/yyyy", "-3")]
    [InlineData("99999999", "dd/mm/yyyy", "99999999")]
    [InlineData("5", "0 &quot;days&quot;", "5")]
    [InlineData("5", "[Red]#,##0.00;[Blue]\\d0", "5")]
    [InlineData("5", "0\\ \\d\\a\\y\\s", "5")]
    [InlineData("5", "General", "5")]
    public void A_cell_formatted_as_a_date_is_an_iso_date(string value, string format, string read) => Number(value, format).ShouldBe(read);

    [Fact]
    public void The_built_in_date_format_is_known() =>
        Reading.Text("xlsx", new XlsxWriter { CellFormats = "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>" }
            .Sheet("Live", "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>45415</v></c><c r=\"B1\" s=\"0\"><v>45415</v></c></row>").Bytes()).ShouldBe(["1: 2024-05-03|45415"]);

    [Fact]
    public void A_workbook_that_counts_from_1904_is_read_so() =>
        Number("43953", "dd/mm/yyyy", "date1904=\"1\"").ShouldBe("2024-05-03");

    [Theory]
    [InlineData("<c r=\"A1\" t=\"b\"><v>1</v></c>", "TRUE")]
    [InlineData("<c r=\"A1\" t=\"b\"><v>0</v></c>", "FALSE")]
    [InlineData("<c r=\"A1\" t=\"e\"><v>#N/A</v></c>", "#N/A")]
    [InlineData("<c r=\"A1\" t=\"str\"><f>A2&amp;A3</f><v>made up</v></c>", "made up")]
    [InlineData("<c r=\"A1\"><f>1+1</f><v>2</v></c>", "2")]
    [InlineData("<c r=\"A1\" t=\"d\"><v>2024-05-03T00:00:00</v></c>", "2024-05-03")]
    [InlineData("<c r=\"A1\" t=\"d\"><v>2024-05-03T18:30:00.000</v></c>", "2024-05-03 18:30:00")]
    [InlineData("<c r=\"A1\" t=\"inlineStr\"><is><r><t>Rose </t></r><r><t>Court</t></r><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh></is></c>", "Rose Court")]
    [InlineData("<c r=\"A1\" t=\"str\"><v>one_x000A_two_x005F_x</v></c>", "one/two_x")]
    [InlineData("<c r=\"A1\" t=\"str\"><v>  kept  as it is</v></c>", "  kept  as it is")]
    public void A_cell_of_each_kind_becomes_text(string cell, string read) => Cell(cell).ShouldBe(read);

    [Fact]
    public void A_shared_string_is_found_by_its_position_runs_joined() =>
        Reading.Text("xlsx", new XlsxWriter { Strings = "<si><t>first</t></si><si/><si><r><t>Elm </t></r><r><t xml:space=\"preserve\">House </t></r></si>" }
            .Sheet("Live", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>0</v></c></row>").Bytes())
            .ShouldBe(["1: Elm House ||first"]);

    [Fact]
    public void A_merged_cell_holds_its_text_once() =>
        Read("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Holder</v></c><c r=\"B1\"/><c r=\"C1\" t=\"str\"><v>Start</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells><sheetData>")
            .ShouldBe(["1: Holder||Start"]);

    private static XlsxWriter ThreeSheets() => new XlsxWriter()
        .Sheet("Notes", "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>About this file</v></c></row>")
        .Sheet("Old", "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Reference</v></c><c r=\"B1\" t=\"str\"><v>Address</v></c></row>", "hidden")
        .Sheet("Live ", "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Title</v></c></row><row r=\"2\"><c r=\"A2\" t=\"str\"><v>reference</v></c><c r=\"B2\" t=\"str\"><v> ADDRESS</v></c></row>");

    [Fact]
    public void The_first_visible_sheet_with_the_headings_is_chosen() =>
        Reading.Text("xlsx", ThreeSheets().Bytes(), ["Licence"], ["Reference", "Address"]).ShouldBe(["Live 1: Title", "Live 2: reference| ADDRESS"]);

    [Fact]
    public void The_first_visible_sheet_stands_in_where_none_has_the_headings() =>
        Reading.Text("xlsx", ThreeSheets().Bytes(), ["Licence"]).ShouldBe(["Notes 1: About this file"]);

    [Theory]
    [InlineData("old", "Old 1: Reference|Address")]
    [InlineData(" LIVE", "Live 1: Title")]
    public void A_sheet_is_found_by_name_without_regard_to_case_even_hidden(string name, string first) =>
        Reading.Text(new ReadSpec("xlsx") { Sheet = name }, [Reading.File(ThreeSheets().Bytes())])[0].ShouldBe(first);

    [Fact]
    public void An_absent_sheet_is_drift_that_names_those_there_are() =>
        Reading.Failure(new ReadSpec("xlsx") { Sheet = "Register" }, [Reading.File(ThreeSheets().Bytes())])
            .Message.ShouldContain("\"Notes\", \"Old\" (hidden), \"Live \"");

    [Fact]
    public void A_workbook_with_hidden_sheets_only_says_so() =>
        Reading.Failure("xlsx", new XlsxWriter().Sheet("Live", "", "veryHidden").Bytes()).Message.ShouldContain("no visible worksheet");

    [Fact]
    public void Rows_of_several_files_say_which() =>
        Reading.Text(new ReadSpec("xlsx"), [Reading.File(XlsxWriter.Of("<row><c><v>1</v></c></row>"), "a.xlsx"), Reading.File(XlsxWriter.Of("<row><c><v>2</v></c></row>"), "b.xlsx")])
            .ShouldBe(["a.xlsx 1: 1", "b.xlsx 1: 2"]);

    [Fact]
    public void A_page_of_html_is_named_as_what_it_is()
    {
        var failure = Reading.Failure("xlsx", Encoding.UTF8.GetBytes("\n<!DOCTYPE html><html><table><tr><td>1</td></tr></table></html>"));
        failure.State.ShouldBe(StreamState.HeldDrift);
        failure.Message.ShouldContain("an HTML page");
        failure.Suggestion.ShouldBe("read: { format: html }");
    }

    [Fact]
    public void An_old_workbook_is_named_as_what_it_is() =>
        Reading.Failure("xlsx", new XlsWriter().Sheet("Live").Bytes()).Suggestion.ShouldBe("read: { format: xls }");

    [Theory]
    [InlineData("", "empty")]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("Reference,Address", "plain text")]
    [InlineData("[{}]", "JSON")]
    public void Whatever_else_it_is_is_said(string text, string says) =>
        Reading.Failure("xlsx", Encoding.UTF8.GetBytes(text)).Message.ShouldContain(says);

    [Fact]
    public void A_workbook_under_a_password_is_said_to_be_so() =>
        Reading.Failure("xlsx", XlsWriter.Compound("EncryptedPackage", new byte[5000])).Message.ShouldContain("password");

    [Fact]
    public void The_swindon_workbook_has_384_records_of_two_columns()
    {
        var file = RealRegisters.File("swindon-2025", "*.xlsx");
        var rows = Reading.Rows(new ReadSpec("xlsx"), [file]);
        rows.Count(r => !r.IsBlank).ShouldBe(385);
        rows.Max(r => r.Cells.Length).ShouldBe(2);
    }
}
