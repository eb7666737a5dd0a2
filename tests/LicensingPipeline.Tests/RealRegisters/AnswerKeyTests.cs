using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;
using LicensingPipeline.Normalise;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.RealRegisters;

/// <summary>
/// The real registers against the answer key that was measured on them. Where the key and the files differ,
/// docs/decisions/0002-what-the-answer-key-and-the-files-say.md says what was measured.
/// </summary>
[Collection(RealRegistersLoaded.Name)]
public sealed class AnswerKeyTests(RealNight night)
{
    [Theory]
    // Barnet 2024: seven rows repeat another to the letter.
    [InlineData("E09000003", "foi-2017", "Ok", 436, 436, 0, 0, 436)]
    [InlineData("E09000003", "postcodes-2024", "Ok", 1015, 1015, 0, 0, 1008)]
    // Hackney: 1,900 rows, 83 without a number, 15 licences on two or three of them.
    [InlineData("E09000012", "register-2021", "Ok", 1900, 1900, 0, 0, 1880)]
    [InlineData("E09000012", "extraction-b0287c8", "HeldDrift", 0, 0, 0, 0, 0)]
    [InlineData("E09000012", "extraction-55e964b", "HeldDrift", 0, 0, 0, 0, 0)]
    [InlineData("E09000013", "foi-2013", "Ok", 265, 265, 0, 0, 265)]
    [InlineData("E09000013", "foi-2017", "Ok", 315, 315, 0, 0, 314)]
    [InlineData("E09000016", "foi-2016", "Ok", 54, 47, 7, 0, 47)]
    [InlineData("E09000018", "foi-2017", "Ok", 775, 775, 0, 0, 775)]
    // Islington: two of the five files are one licence, scraped twice.
    [InlineData("E09000019", "sample-2026", "Ok", 5, 5, 0, 0, 4)]
    [InlineData("E09000020", "foi-2016", "Ok", 111, 111, 0, 0, 110)]
    [InlineData("E09000022", "foi-2015", "Ok", 390, 390, 0, 0, 385)]
    [InlineData("E09000023", "register-2021", "Ok", 915, 915, 0, 0, 895)]
    [InlineData("E09000031", "foi-2015", "Ok", 183, 183, 0, 0, 183)]
    [InlineData("E07000178", "register", "Ok", 3211, 3211, 0, 0, 3211)]
    [InlineData("E07000178", "temporary-exemptions", "Ok", 16, 16, 0, 0, 16)]
    [InlineData("E08000039", "licences-issued", "Ok", 1025, 1025, 0, 0, 1025)]
    [InlineData("E06000030", "list-2025", "Ok", 384, 384, 0, 0, 384)]
    [InlineData("E07000177", "register", "Ok", 223, 223, 0, 0, 223)]
    [InlineData("E07000179", "register", "Ok", 55, 55, 0, 0, 55)]
    // Preston: seven licences stand on 22 rows each, to the letter.
    [InlineData("E07000123", "register", "Ok", 244, 244, 0, 0, 97)]
    [InlineData("E07000121", "register", "HeldDegraded", 554, 0, 0, 554, 554)]
    [InlineData("W06000015", "hmo", "Ok", 3223, 1999, 1224, 0, 1999)]
    [InlineData("W06000015", "hmo2", "Ok", 1533, 1533, 0, 0, 1533)]
    [InlineData("E08000009", "licensed-hmos", "Ok", 56, 56, 0, 0, 56)]
    public void Each_stream_ends_with_the_rows_and_licences_of_the_answer_key(
        string authority, string stream, string state, long rows, long published, long notARecord, long held, long licences)
    {
        RealNight.Need();
        var s = night.Stream(authority, stream);

        (s.State, s.RowsRead, s.Published, s.Quarantined, s.NotARecord, s.Held, s.Licences)
            .ShouldBe((state, rows, published, 0, notARecord, held, licences));
    }

    [Fact]
    public void All_streams_are_there_and_nothing_needs_anybody()
    {
        RealNight.Need();

        night.Report.Exit.ShouldBe(0);
        night.Report.Streams.Count.ShouldBe(25);
    }

    [Theory]
    [InlineData("E09000012", "register-2021", "text.unclosed-bracket", 143)]
    [InlineData("E09000012", "register-2021", "extract.no-fit", 113)]
    [InlineData("E09000022", "foi-2015", "row.duplicate", 5)]
    [InlineData("E09000022", "foi-2015", "postcode.repaired", 15)]
    [InlineData("E09000022", "foi-2015", "postcode.unreadable", 2)]
    [InlineData("E07000178", "register", "postcode.missing", 27)]
    [InlineData("E07000178", "register", "date.far-future", 1)]
    [InlineData("E07000178", "register", "date.end-before-start", 3)]
    [InlineData("E09000018", "foi-2017", "postcode.missing", 2)]
    [InlineData("E09000023", "register-2021", "row.duplicate", 20)]
    [InlineData("E09000023", "register-2021", "reference.repeated", 194)]
    [InlineData("E09000023", "register-2021", "date.unreadable", 0)]
    [InlineData("E09000003", "foi-2017", "text.replacement-character", 2)]
    [InlineData("E09000003", "postcodes-2024", "row.duplicate", 7)]
    [InlineData("E07000123", "register", "row.duplicate", 147)]
    [InlineData("E07000121", "register", "address.holds-date", 554)]
    [InlineData("E09000019", "sample-2026", "row.duplicate", 1)]
    [InlineData("E07000177", "register", "date.no-such-day", 0)]
    [InlineData("E07000179", "register", "date.unreadable", 0)]
    public void Issues_are_counted_as_the_answer_key_states(string authority, string stream, string code, long count)
    {
        RealNight.Need();

        night.Stream(authority, stream).Issues.GetValueOrDefault(code).ShouldBe(count);
    }

    [Theory]
    [InlineData("Barnet 2017, mandatory", 263, "select count(*) from licence where authority='E09000003' and stream='foi-2017' and scheme='mandatory-hmo'")]
    [InlineData("Barnet 2017, additional", 173, "select count(*) from licence where authority='E09000003' and stream='foi-2017' and scheme='additional-hmo'")]
    [InlineData("Hounslow without a start", 775, "select count(*) from licence where authority='E09000018' and start_date is null")]
    [InlineData("Hounslow, repeated addresses", 3, "select count(*) from (select 1 from licence where authority='E09000018' group by upper(property_address) having count(*) > 1)")]
    [InlineData("Lewisham, numbers on several rows", 90, "select count(distinct substr(licence_id, 1, 16)) from licence where authority='E09000023' and licence_id like '%-%'")]
    [InlineData("Oxford, a start in 3017", 1, "select count(*) from licence where authority='E07000178' and start_date like '3017-%'")]
    [InlineData("Swindon, companies by number", 81, "select count(distinct holder_company_number) from licence where authority='E06000030'")]
    // A loose pattern finds a number in 158 spellings. Four of them say that it is a charity's; and one number it overlooks has six digits.
    [InlineData("Swindon, spellings of them", 155, "select count(distinct holder_name) from licence where authority='E06000030' and holder_company_number is not null")]
    [InlineData("Islington, homes by UPRN", 4, "select count(distinct uprn) from licence where authority='E09000019'")]
    [InlineData("Chelsea, without an address", 110, "select count(*) from licence where authority='E09000020' and property_address is null and postcode is not null")]
    [InlineData("Hackney, terms of five years", 1880, "select count(*) from licence where authority='E09000012' and abs(julianday(end_date) - julianday(date(start_date, '+5 years'))) <= 31")]
    [InlineData("South Oxfordshire, homes with a postcode", 55, "select count(*) from licence where authority='E07000179' and postcode is not null")]
    [InlineData("South Oxfordshire, terms of five years", 55, "select count(*) from licence where authority='E07000179' and duration_months=60 and start_date is not null")]
    [InlineData("nothing of Lancaster", 0, "select count(*) from licence where authority='E07000121'")]
    public void The_database_says_what_the_answer_key_says(string what, long count, string sql)
    {
        RealNight.Need();

        Registers.Count(night.Data, sql).ShouldBe(count, what);
    }

    [Fact]
    public void The_javascript_dates_of_Lewisham_are_read()
    {
        RealNight.Need();

        Registers.CountInLedger(night.Data, "select count(*) from raw_row where cells like '%GMT+0%(%'").ShouldBe(28);
        night.Stream("E09000023", "register-2021").Issues.Keys.ShouldNotContain(k => k.StartsWith("date.", StringComparison.Ordinal));
    }

    [Fact]
    public void Cherwell_proves_by_itself_that_all_its_dates_are_day_first()
    {
        RealNight.Need();
        var (source, spec) = SourceFolder.Read(RealNight.Sources, Path.Combine(RealNight.Repository, "data", "reference")).Streams().Single(s => s.Source.Authority == "E07000177");
        var path = Path.Combine(RealNight.Inbox, "cherwell-2025", "cherwell_hmo_register.csv");
        CopyReader Reader(StreamSpec s) => new(source.Authority, s, [new SourceFile("cherwell.csv", () => File.OpenRead(path))], new DateOnly(2025, 7, 31));

        var unstated = Reader(spec with { Dates = [] });
        var proven = unstated.Read().Select(r => Dates(r.Row.Licence)).ToList();

        unstated.Context.Proven.ShouldBe(new Dictionary<Field, DateOrder> { [Field.IssueDate] = DateOrder.DayFirst, [Field.StartDate] = DateOrder.DayFirst, [Field.EndDate] = DateOrder.DayFirst }, ignoreOrder: true);
        Hidden.Same(proven, [.. Reader(spec).Read().Select(r => Dates(r.Row.Licence))], "Cherwell's dates as proven and as stated");
        proven.Count.ShouldBe(223);

        static string Dates(Licence l) => $"{l[Field.IssueDate]} {l[Field.StartDate]} {l[Field.EndDate]}";
    }

    [Fact]
    public void Lancaster_is_held_with_a_sentence_that_says_why()
    {
        RealNight.Need();
        var lancaster = night.Stream("E07000121", "register");

        lancaster.Detail.ShouldContain("In 554 of 554 entries a date stands inside the address of the home");
        lancaster.Detail.ShouldContain("the permitted persons equal the house number");
    }

    [Theory]
    [InlineData("extraction-b0287c8")]
    [InlineData("extraction-55e964b")]
    public void The_bad_extractions_of_Hackney_are_held_with_the_headings_that_are_missing(string stream)
    {
        RealNight.Need();
        var held = night.Stream("E09000012", stream);

        held.Detail.ShouldStartWith("The file no longer has the headings \"No. of Storeys\"");
        Registers.Count(night.Data, $"select count(*) from licence where stream='{stream}'").ShouldBe(0);
    }

    [Fact]
    public void A_failed_comparison_prints_no_cell()
    {
        var thrown = Should.Throw<ShouldAssertException>(() => Hidden.Same(["Ada Testholder"], ["Bram Testholder"], "names"));

        thrown.Message.ShouldNotContain("Testholder");
        new Hidden("Ada Testholder").ToString().ShouldBe("<hidden>");
    }
}
