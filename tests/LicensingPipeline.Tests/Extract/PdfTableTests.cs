using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Extract;

/// <summary>From words and their boxes to rows, without the program that finds the words.</summary>
public sealed class PdfTableTests
{
    private static readonly string[] Three = ["Reference", "Address", "Persons"];

    public static TheoryData<string> Shapes => [.. PdfSamples.Names];

    [Theory, MemberData(nameof(Shapes))]
    public void Each_shape_gives_the_rows_that_were_approved(string name)
    {
        // The words are what pdftotext 22.12 found in PdfSamples.Copy(name, 6), drawn in that shape.
        var words = Checkout.File("tests", "LicensingPipeline.Tests", "Extract", "Pdf", $"{name}.tsv");
        var rows = new PdfTable(PdfSamples.Read(name), Reading.Layouts(PdfSamples.Required(name)), null).Rows(Tsv.Pages(File.ReadAllText(words)));

        string.Concat(rows.Select(r => $"{r.Where}: {(r.NoRecord is { } kind ? $"[{kind}] " : "")}{string.Join('|', r.Cells)}\n"))
            .ShouldBe(File.ReadAllText(Path.ChangeExtension(words, ".approved.txt")));
    }

    [Fact]
    public void Headings_over_several_lines_are_found_with_broken_words_and_a_title_above()
    {
        var rows = new Tsv().Page()
            .Line(20, (40, "Register of Nowhere"))
            .Line(40, (150, "No. of"))
            .Line(50, (20, "Reference"), (150, "sleep"), (220, "Remarks"))
            .Line(60, (150, "ing rooms"))
            .Line(80, (20, "A/1"), (150, "4"), (220, "none"))
            .Rows("Reference", "No. of sleeping rooms");

        rows.ShouldBe(["line 1: Register of Nowhere", "page 1, line 2: Reference|No. of sleeping rooms|Remarks", "page 1, line 5: A/1|4|none"]);
    }

    [Fact]
    public void A_heading_that_was_reworded_is_given_as_it_is_so_that_its_name_is_missed()
    {
        var rows = new Tsv().Page()
            .Line(40, (20, "Reference"), (150, "Address"), (300, "Persons"))
            .Line(50, (150, "of the home"), (300, "per"))
            .Line(60, (300, "home"))
            .Line(80, (20, "A/1"), (150, "1 Pretend Road"), (300, "4"))
            .Rows("Reference", "Address", "Persons per home", "Ward");

        rows[0].ShouldBe("page 1, line 1: Reference|Address of the home|Persons per home");
    }

    [Fact]
    public void A_heading_that_stands_twice_makes_two_columns() =>
        new Tsv().Page().Line(40, (20, "Name"), (150, "Address"), (300, "Name")).Line(60, (20, "Ambrel"), (150, "1 Pretend Road"), (300, "Bexo"))
            .Rows("Name@1", "Address", "Name@2").ShouldBe(["page 1, line 1: Name|Address|Name", "page 1, line 2: Ambrel|1 Pretend Road|Bexo"]);

    [Fact]
    public void A_word_across_two_columns_belongs_where_its_greater_part_lies()
    {
        // The cut lies between 290, where the longest address ends, and 300, where the persons start.
        var rows = Table()
            .Line(140, (20, "A/6"), (160, "Twentysixlettersinonewords"), (300, "4"))
            .Line(155, (20, "A/7"), (160, "Twentysixlettersinonewords"), (300, "4"))
            .Line(170, (20, "A/8"), (160, "Twentysixlettersinonewords"), (300, "4"))
            .Line(185, (20, "A/9"), (276, "Mostlyright"))
            .Line(200, (20, "A/10"), (262, "Mostlyleft"))
            .Rows(Three);

        rows[^2].ShouldEndWith("A/9||Mostlyright");
        rows[^1].ShouldEndWith("A/10|Mostlyleft|");
    }

    [Fact]
    public void A_text_that_runs_over_its_column_stays_in_its_cell()
    {
        var rows = Table().Line(140, (20, "A/9"), (160, "100 Extraordinarily Unbuilt Lane")).Line(155, (20, "A/10"), (160, "Flat 9, 1 Pretend Roads"), (300, "4")).Rows(Three);

        rows[^2].ShouldEndWith("A/9|100 Extraordinarily Unbuilt Lane|");
        rows[^1].ShouldEndWith("A/10|Flat 9, 1 Pretend Roads|4");
    }

    [Theory]
    [InlineData("Xaccommodationaccommodati", "on here", "Xaccommodationaccommodation here")]
    [InlineData("Sandringhamsandringhamsan", "Road", "Sandringhamsandringhamsan Road")]
    [InlineData("1234567890123456789012345", "67", "123456789012345678901234567")]
    [InlineData("self-", "contained", "self-contained")]
    [InlineData("2 rooms -", "one small", "2 rooms - one small")]
    [InlineData("short", "text", "short text")]
    public void Lines_of_a_cell_are_joined_by_a_space_unless_a_word_was_broken(string first, string second, string whole) =>
        Table().Line(140, (20, "A/9"), (160, first), (300, "4")).Line(149.6, (160, second)).Rows(Three)[^1].ShouldEndWith($"A/9|{whole}|4");

    [Fact]
    public void A_page_number_and_a_running_title_belong_to_the_page()
    {
        var tsv = new Tsv();
        for (var page = 1; page <= 2; page++)
        {
            tsv.Page().Line(10, (20, "Council of Nowhere"), (300, $"Page {page} of 2"));
            if (page == 1)
            {
                tsv.Line(40, (20, "Reference"), (160, "Address"), (300, "Persons"));
            }

            tsv.Line(60, (20, $"A/{page}"), (160, $"{page} Pretend Road"), (300, "4")).Line(500, (20, "Housing team"));
        }

        tsv.Rows(Three).ShouldBe(
        [
            "line 1: Council of Nowhere Page 1 of 2", "page 1, line 2: Reference|Address|Persons", "page 1, line 4: [page-line] Housing team||",
            "page 2, line 1: [page-line] Council of Nowhere Page 2 of 2||", "page 1, line 3: A/1|1 Pretend Road|4", "page 2, line 3: [page-line] Housing team||", "page 2, line 2: A/2|2 Pretend Road|4",
        ]);
    }

    [Fact]
    public void A_note_across_the_columns_is_a_row_of_its_own()
    {
        var rows = Table().Line(140, (20, "Total number of homes in this invented register: 6")).Line(155, (20, "A/9"), (160, "1 Pretend Road"), (300, "4")).Rows(Three);

        rows[^2].ShouldEndWith("line 8: Total number of homes in this invented register: 6||");
        rows[^1].ShouldEndWith("A/9|1 Pretend Road|4");
    }

    [Fact]
    public void Rows_found_wrongly_are_found_with_the_column_that_starts_them()
    {
        // Without space between rows and with every cell on two lines nothing tells a row from half of one.
        var tsv = new Tsv().Page().Line(40, (20, "Address"), (160, "Holder"), (300, "Persons"));
        for (var i = 0; i < 6; i++)
        {
            tsv.Line(60 + (20 * i), (20, $"{i} Pretend Road"), (160, "Ambrel"), (300, $"{i}")).Line(70 + (20 * i), (20, "Jackdawley"), (160, "Testerly"));
        }

        string[] headings = ["Address", "Holder", "Persons"];
        tsv.Rows(new ReadSpec("pdf") { Named = headings, RowStarts = "Persons" }, headings).Skip(1).Take(2)
            .ShouldBe(["page 1, line 2: 0 Pretend Road Jackdawley|Ambrel Testerly|0", "page 1, line 4: 1 Pretend Road Jackdawley|Ambrel Testerly|1"]);
    }

    [Fact]
    public void A_row_start_that_is_no_heading_is_a_fault_of_the_source_file() =>
        Should.Throw<SourceException>(() => Table().Rows(new ReadSpec("pdf") { Named = Three, RowStarts = "Refrence" }, Three)).State.ShouldBe(StreamState.ConfigError);

    [Fact]
    public void Without_known_headings_every_line_is_given_with_its_texts_apart() =>
        new Tsv().Page().Line(20, (40, "No licences are in force")).Line(40, (20, "Issued"), (300, "Never")).Rows()
            .ShouldBe(["page 1, line 1: No licences are in force", "page 1, line 2: Issued|Never"]);

    [Fact]
    public void Columns_that_cannot_be_told_apart_hold_the_file()
    {
        var tsv = Table();
        for (var i = 0; i < 20; i++)
        {
            tsv.Line(140 + (15 * i), (20, "A/9"), (185, "Acrossbothofthecolumnsandfurther"));
        }

        tsv.Failure(Three).Message.ShouldContain("words lie across two columns");
    }

    [Fact]
    public void A_column_without_a_heading_holds_the_file()
    {
        var tsv = Table();
        for (var i = 0; i < 20; i++)
        {
            tsv.Line(140 + (15 * i), (20, "A/9"), (80, "Unheaded"), (160, "1 Pretend"));
        }

        tsv.Failure(Three).Message.ShouldContain("lines under the heading \"Reference\" hold two texts far apart");
    }

    [Fact]
    public void Rows_above_headings_that_are_said_again_are_rows()
    {
        var tsv = Table().Page().Line(40, (20, "A/6"), (160, "6 Pretend Road"), (300, "4")).Line(55, (20, "Reference"), (160, "Address"), (300, "Persons"))
            .Line(70, (20, "A/7"), (160, "7 Pretend Road"), (300, "4"));

        tsv.Rows(Three).TakeLast(3).ShouldBe(["page 2, line 2: Reference|Address|Persons", "page 2, line 1: A/6|6 Pretend Road|4", "page 2, line 3: A/7|7 Pretend Road|4"]);
    }

    [Fact]
    public void Another_table_further_on_holds_the_file() =>
        Table().Page().Line(40, (20, "Reference"), (160, "Address"), (300, "Households")).Failure(Three).Message.ShouldContain("table on page 2 of the PDF has other headings");

    [Fact]
    public void Headings_that_are_nowhere_hold_the_file() =>
        new Tsv().Page().Line(40, (20, "A letter"), (200, "about nothing")).Failure(Three).Message.ShouldContain("stand on none of the 1 pages");

    [Fact]
    public void A_picture_of_a_register_holds_the_file() => new Tsv().Page().Page().Failure(Three).Message.ShouldContain("no text on its 2 pages");

    /// <summary>Six plain rows under three headings.</summary>
    private static Tsv Table()
    {
        var tsv = new Tsv().Page().Line(30, (20, "Reference"), (160, "Address"), (300, "Persons"));
        for (var i = 0; i < 6; i++)
        {
            tsv.Line(50 + (15 * i), (20, $"A/{i}"), (160, $"{i} Pretend Road"), (300, "4"));
        }

        return tsv;
    }
}
