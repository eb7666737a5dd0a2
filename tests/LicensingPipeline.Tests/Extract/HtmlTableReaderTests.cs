using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Extract;

public sealed class HtmlTableReaderTests
{
    private static readonly string[] Register = ["Reference", "Address"];

    private static string[] Read(string html, string? table = "table") => Reading.Text(new ReadSpec("html") { Table = table }, [Reading.File(html)], Register);

    private static SourceException Failure(string html, string? table = null) => Reading.Failure(new ReadSpec("html") { Table = table }, [Reading.File(html)], Register);

    private static string Cell(string inside) => Read($"<table><tr><td>{inside}</td></tr></table>")[0]["1: ".Length..];

    [Fact]
    public void Head_body_and_foot_are_rows_and_th_is_a_cell() =>
        Read("<table><caption>Register</caption><thead><tr><th>Reference<th>Address</thead><tbody><tr><th>A/1<td>1 Mill Lane<tr><td>A/2</tbody><tfoot><tr><td>Total</table>")
            .ShouldBe(["1: Reference|Address", "2: A/1|1 Mill Lane", "3: A/2", "4: Total"]);

    [Theory]
    [InlineData("  1   Mill\n Lane&nbsp; ", "1 Mill Lane")]
    [InlineData("1 Mill Lane<br>London<br/>N4 9ZZ", "1 Mill Lane/London/N4 9ZZ")]
    [InlineData("<p>1 Mill Lane</p> <p>London</p>", "1 Mill Lane/London")]
    [InlineData("<div>1 Mill <b>La</b>ne</div>London", "1 Mill Lane/London")]
    [InlineData("<script>x()</script><style>y</style>A<!-- no -->B", "AB")]
    [InlineData("&lt;b&gt; Br&ouml;ck &amp; Co", "<b> Br\u00f6ck & Co")]
    [InlineData("<ul><li>one<li>two</ul>", "one/two")]
    public void A_cell_is_the_text_a_person_sees(string inside, string read) => Cell(inside).ShouldBe(read);

    [Fact]
    public void A_cell_over_several_columns_or_rows_fills_the_first() =>
        Read("<table><tr><td colspan=2>a<td>b<tr><td rowspan=2>c<td>d<td>e<tr><td>f<td>g<tr><td>h<td rowspan=0>i<tr><td>j<td>k</table>")
            .ShouldBe(["1: a||b", "2: c|d|e", "3: |f|g", "4: h|i", "5: j||k"]);

    [Fact]
    public void Nested_tables_give_text_and_no_rows() =>
        Read("<table id=o><tr><td>a<table><tr><td>b<td>c<tr><td>d</table>e</td><td>f</td></tr></table>", "#o").ShouldBe(["1: a/b c/d/e|f"]);

    [Fact]
    public void The_only_table_with_the_headings_is_chosen_even_inside_one_that_lays_out_the_page() =>
        Read("<table><tr><td>menu<td><table><tr><td>Reference</table><table><tr><td>Title<tr><th> reference <th>ADDRESS<tr><td>A/1<td>x</table></table>", null)
            .ShouldBe(["1: Title", "2: reference|ADDRESS", "3: A/1|x"]);

    [Fact]
    public void A_table_that_lays_out_a_large_page_is_no_large_cell() =>
        Read("<table><tr><td><table><tr><td>Reference<td>Address" + string.Concat(Enumerable.Repeat("<tr><td>A/1<td>" + new string('x', 100), 12_000)) + "</table></table>", null).Length.ShouldBe(12_001);

    [Fact]
    public void Two_tables_with_the_headings_are_not_guessed_between()
    {
        const string table = "<table><tr><td>Reference<td>Address</table>";
        var failure = Failure(table + table + "<table></table>");
        failure.Message.ShouldContain("2 of the page's 3 tables");
        failure.Suggestion.ShouldNotBeNull();
    }

    [Fact]
    public void No_table_with_the_headings_says_how_many_there_are() =>
        Failure("<table><tr><td>Licence</table><table></table>").Message.ShouldContain("tables (2)");

    [Fact]
    public void A_page_without_a_table_says_so() => Failure("<p>The register is closed.").Message.ShouldContain("no table");

    [Theory]
    [InlineData("#gone", "No element")]
    [InlineData("p", "selects a p")]
    [InlineData("table", "2 elements")]
    public void A_selector_must_fit_one_table(string selector, string says) =>
        Failure("<p>x</p><table></table><table></table>", selector).Message.ShouldContain(says);

    [Fact]
    public void A_selector_that_is_none_is_an_error_of_the_source_file() =>
        Failure("<table></table>", "table[[").State.ShouldBe(StreamState.ConfigError);

    [Fact]
    public void Windows_1252_is_read_whatever_the_page_says() =>
        Reading.Text(new ReadSpec("html") { Table = "table" }, [Reading.File([.. "<meta charset=utf-8><table><tr><td>Caf"u8, 0xE9, .. "</table>"u8])]).ShouldBe(["1: Caf\u00e9"]);

    [Fact]
    public void Utf_8_is_read_whatever_the_page_says() => Read("<meta charset=iso-8859-1><table><tr><td>T\u0177").ShouldBe(["1: T\u0177"]);

    [Fact]
    public void A_workbook_is_named_as_what_it_is() => Reading.Failure("html", XlsxWriter.Of("")).Suggestion.ShouldBe("read: { format: xlsx }");

    [Fact]
    public void Rows_of_several_pages_say_which() =>
        Reading.Text(new ReadSpec("html") { Table = "table" }, [Reading.File("<table><tr><td>1</table>", "a.html"), Reading.File("<table><tr><td>2</table>", "b.html")])
            .ShouldBe(["a.html 1: 1", "b.html 1: 2"]);

    [Fact]
    public void Every_format_a_source_file_may_name_has_a_reader() =>
        new[] { "csv", "xlsx", "xls", "json", "html" }.ShouldAllBe(f => Formats.Reader(f) != null);
}
