using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Extract;

public sealed class TableReaderTests
{
    private const string Headings = "Licence No,Address,Holder,Start";

    private static readonly StreamSpec Spec = Some.Stream("csv") with
    {
        Layouts = [new Layout([new ColumnRule("Licence No", Field.Reference, false), new ColumnRule("Address", Field.PropertyAddress, false)])],
        StatedTotal = @"([\d,]+) licences in all",
    };

    private static (string Rows, ExtractSummary Summary) Read(string csv, StreamSpec? spec = null)
    {
        var reader = new TableReader(spec ?? Spec);
        var rows = reader.Open([Reading.File(csv)]).SelectMany(t => t.Rows).Select(r => r.Where).ToList();
        return (string.Join(' ', rows), reader.Summary);
    }

    [Theory]
    [InlineData(Headings + "\n1,a,x,\n", "row 2")]
    [InlineData("Register of houses,,,\n\nAs at May,,,\n" + Headings + "\n1,a,x,\n", "row 5")]
    [InlineData("  licence  NO ,ADDRESS,Holder,Start\n1,a,x,\n", "row 2")]
    public void The_row_of_headings_is_found_below_titles(string csv, string rows) => Read(csv).Rows.ShouldBe(rows);

    [Fact]
    public void A_row_that_the_source_file_names_is_the_heading() =>
        Read("a,b,c,d\ne,f,g,h\n1,2,3,4\n", Spec with { Read = new ReadSpec("csv") { HeaderRow = 2 } }).Rows.ShouldBe("row 3");

    [Theory]
    [InlineData(Headings, "repeated-heading")]
    [InlineData("LICENCE NO,address,HOLDER,start", "repeated-heading")]
    [InlineData(",,,", "blank")]
    [InlineData("   ,\t,,", "blank")]
    [InlineData("Total,412,,", "total")]
    [InlineData("Grand total: 412,,,", "total")]
    [InlineData("Note: some are pending,,,", "note")]
    [InlineData("Source: the council,,,", "note")]
    public void A_row_that_is_no_entry_is_counted_by_its_kind(string row, string kind)
    {
        var (rows, summary) = Read($"{Headings}\n1,a,x,y\n{row}\n2,b,x,y\n");

        rows.ShouldBe("row 2 row 4");
        summary.RowsRead.ShouldBe(3);
        summary.NotARecord.Single().ShouldBe(new KeyValuePair<string, long>(kind, 1));
    }

    [Theory]
    [InlineData("Totally House,9 Elm Row,Ada,2020")]
    [InlineData("Notes Lane 5,a,x,y")]
    [InlineData("7,,,")]
    public void A_row_that_may_be_an_entry_is_kept(string row) => Read($"{Headings}\n{row}\n").Rows.ShouldBe("row 2");

    [Theory]
    [InlineData("There are 1,234 licences in all,,,\n" + Headings + "\n1,a,x,y\n", 1234)]
    [InlineData(Headings + "\n1,a,x,y\nTotal: 7 licences in all,,,\n", 7)]
    [InlineData(Headings + "\n1,a,x,y\n", null)]
    public void A_stated_total_is_read_above_and_below(string csv, int? total) => Read(csv.Replace("1,234", "\"1,234\"", StringComparison.Ordinal).Replace("There are \"1,234\" licences in all", "\"There are 1,234 licences in all\"", StringComparison.Ordinal)).Summary.StatedTotal.ShouldBe(total);

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    public void A_file_without_headings_is_told_so(string csv) =>
        Should.Throw<SourceException>(() => Read(csv)).Message.ShouldBe("There is no row of headings: the file is empty or is not the register. Open it and see.");

    [Fact]
    public void Ten_thousand_blank_rows_running_are_too_many() =>
        Should.Throw<SourceException>(() => Read(Headings + string.Concat(Enumerable.Repeat("\n,,,", 10_002)) + "\n")).Message.ShouldContain("blank rows running is over the limit of 10,000");
}
