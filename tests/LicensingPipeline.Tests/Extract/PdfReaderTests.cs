using System.Text;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Cli.Demo;
using LicensingPipeline.Extract;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Extract;

/// <summary>PDF files in the shapes that councils publish, through the real pdftotext.</summary>
public sealed class PdfReaderTests
{
    public static TheoryData<string, string, bool> Drawings
    {
        get
        {
            var data = new TheoryData<string, string, bool>();
            foreach (var name in PdfSamples.Names)
            {
                foreach (var alignment in Enum.GetNames<SampleAlignment>())
                {
                    data.Add(name, alignment, alignment == nameof(SampleAlignment.Middle));
                }
            }

            return data;
        }
    }

    [Theory]
    [InlineData("wide", 120)]
    // Sixty pages, two licences to a page.
    [InlineData("boxes", 120)]
    [InlineData("printed", 150)]
    [InlineData("report", 90)]
    public void Every_cell_of_every_shape_comes_out_as_it_went_in(string name, int rows)
    {
        var copy = PdfSamples.Copy(name, rows);

        Differences(copy, Records(name, PdfSamples.Shape(name).Pdf.Write(copy))).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Drawings))]
    public void It_does_not_matter_how_cells_stand_in_their_rows_or_how_often_the_headings_are_said(string name, string alignment, bool headingsOnEachPage)
    {
        var copy = PdfSamples.Copy(name, 70, seed: 3);
        var pdf = PdfSamples.Shape(name).Pdf with { Alignment = Enum.Parse<SampleAlignment>(alignment), HeadingsOnEachPage = headingsOnEachPage, HeadingsCentred = !headingsOnEachPage };

        Differences(copy, Records(name, pdf.Write(copy))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("wide", 3)]
    [InlineData("boxes", 3)]
    [InlineData("printed", 4)]
    [InlineData("report", 4)]
    public void A_row_that_goes_on_upon_the_next_page_is_one_row(string name, ulong seed)
    {
        var copy = PdfSamples.Copy(name, 70, seed);
        var pdf = PdfSamples.Shape(name).Pdf with { Alignment = SampleAlignment.Top, RowsGoOn = true, RowHeight = 0 };

        Differences(copy, Records(name, pdf.Write(copy))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_line_of_the_document_is_accounted_for_and_says_where_it_stands()
    {
        var copy = PdfSamples.Copy("boxes", 7);
        var spec = Some.Stream("pdf") with { Layouts = [new Layout([.. copy.Headings.Select(h => new ColumnRule(h, Field.Description, Optional: false))])] };
        var reader = new TableReader(spec);

        var rows = reader.Open([Reading.File(PdfSamples.Shape("boxes").Pdf.Write(copy))]).Single().Rows.ToList();

        rows.Count.ShouldBe(7);
        rows.Select(r => r.Where).Take(3).ShouldBe(["page 1, line 6", "page 1, line 9", "page 2, line 6"]);
        // Four pages: the headings again on three of them, and the line at the foot of each.
        reader.Summary.NotARecord.ShouldBe(new Dictionary<string, long>(StringComparer.Ordinal) { ["page-line"] = 4, ["repeated-heading"] = 3 }, ignoreOrder: true);
        reader.Summary.RowsRead.ShouldBe(14);
    }

    [Fact]
    public void Rows_of_several_files_name_their_file()
    {
        var pdf = PdfSamples.Shape("report").Pdf.Write(PdfSamples.Copy("report", 2));

        var rows = Reading.Rows(PdfSamples.Read("report"), [Reading.File(pdf, "a.pdf"), Reading.File(pdf, "b.pdf")], PdfSamples.Required("report"));

        rows.Select(r => r.Part).Distinct(StringComparer.Ordinal).ShouldBe(["a.pdf", "a.pdf, page 1", "b.pdf", "b.pdf, page 1"]);
    }

    [Theory]
    [InlineData("%PDF-1.4\nnothing of the kind\n%%EOF", "The PDF cannot be opened")]
    [InlineData("<html>Page not found</html>", "should be a PDF document but is an HTML page")]
    public void What_is_no_pdf_is_said_to_be_none(string text, string says) =>
        Reading.Failure("pdf", Encoding.ASCII.GetBytes(text), ["Reference", "Address"]).Message.ShouldContain(says);

    [Fact]
    public void A_register_of_pictures_is_said_to_be_one()
    {
        using var file = new SamplePdfFile(595, 842);
        file.Box(10, 10, 100, 100);
        file.EndPage();

        Reading.Failure("pdf", file.Bytes(), ["Reference", "Address"]).Message.ShouldContain("no text on its 1 pages: they are pictures");
    }

    [Fact]
    public void The_samples_are_the_same_on_every_machine_and_carry_the_mark_on_every_page()
    {
        var pdf = PdfSamples.Shape("boxes").Pdf.Write(PdfSamples.Copy("boxes", 5));

        PdfSamples.Shape("boxes").Pdf.Write(PdfSamples.Copy("boxes", 5)).ShouldBe(pdf);
        Encoding.ASCII.GetString(pdf).Split(Demonstration.Mark).Length.ShouldBe(1 + 3 + 1);
    }

    private static List<string> Records(string name, byte[] pdf) =>
    [
        .. Reading.Rows(PdfSamples.Read(name), [Reading.File(pdf)], PdfSamples.Required(name)).Where(r => r.NoRecord is null).SkipWhile(r => r.Cells.Length == 1)
            .Where(r => !r.Cells.Select(Headings.Normal).SequenceEqual(PdfSamples.Required(name), StringComparer.Ordinal)).Select(r => string.Join('|', r.Cells)),
    ];

    /// <summary>The first rows that differ; a whole register is more than anybody reads.</summary>
    private static IEnumerable<string> Differences(SampleCopy copy, List<string> read)
    {
        var wanted = PdfSamples.Cells(copy);
        return Enumerable.Range(0, Math.Max(wanted.Count, read.Count)).Select(i => (Wanted: wanted.ElementAtOrDefault(i), Read: read.ElementAtOrDefault(i)))
            .Where(r => r.Wanted != r.Read).Take(3).Select(r => $"{r.Wanted}\n{r.Read}\n");
    }
}
