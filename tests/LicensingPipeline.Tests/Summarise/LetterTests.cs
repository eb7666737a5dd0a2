using System.Text.RegularExpressions;
using Dapper;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Cli.Demo;
using LicensingPipeline.Summarise;
using LicensingPipeline.Tests.Demo;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Summarise;

/// <summary>The letter to a council: one page, courteous, with its own rows and nobody's name.</summary>
[Collection(PlayedDemoGroup.Name)]
public sealed class LetterTests(PlayedDemo demo)
{
    private const int MostWords = 350;

    public static TheoryData<string> Councils => [.. ReferenceTables.Read(InventedNight.Reference, null).Authorities.Values.Select(a => a.ShortName).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Councils))]
    public async Task Each_of_the_33_gets_one_page_that_blames_nobody_and_names_nobody(string council)
    {
        var letter = (await Write(council)).Out;
        Words(letter).ShouldBeLessThanOrEqualTo(MostWords);
        letter.ShouldStartWith(Demonstration.Mark);
        // An address of the council's own site may hold any word.
        var ours = Regex.Replace(letter, @"https?://\S+", "");
        foreach (var never in NeverOurs.Words)
        {
            ours.ShouldNotContain(never, Case.Insensitive);
        }

        foreach (var name in People(council).Where(n => n != "withheld"))
        {
            letter.Contains(name, StringComparison.OrdinalIgnoreCase).ShouldBeFalse("a person of the register is named");
        }

        letter.ShouldContain("Write to demonstration@example.org by 30 November 2026.");
        letter.ShouldContain("not yet decided by the Union");
        letter.ShouldContain("If we hear nothing");
    }

    [Theory]
    [MemberData(nameof(Councils))]
    public async Task As_html_it_says_the_same_and_asks_nothing_of_anywhere(string council)
    {
        var (text, html) = ((await Write(council)).Out, (await Write(council, "--format", "html")).Out);
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        Said(document.Body!.TextContent).ShouldBe(Said(text));
        document.QuerySelectorAll("script, link, img, iframe").ShouldBeEmpty();
        document.DocumentElement.GetAttribute("lang").ShouldBe("en-GB");
    }

    [Fact]
    public async Task It_says_what_the_card_of_the_next_edition_would_say()
    {
        var letter = (await Write("camden")).Out;
        letter.ShouldContain("What a scorecard would say, of 100\n- completeness 89.7, consistency 99.3, validity 100.0, openness 100.0, uniqueness 85.0, timeliness 98.1 (method 1.0).\n- Add the UPRN of each home. 121 rows.\n- Publish a new copy whenever licences are granted.\n");
        (await Write("enfield")).Out.ShouldNotContain("What a scorecard would say");
    }

    [Fact]
    public async Task With_a_copy_it_says_what_was_read_and_mends_by_the_councils_own_rows()
    {
        var letter = (await Write("barnet")).Out;
        letter.ShouldContain("hmo (mandatory HMO, additional HMO): copy of 2026-11-02, CSV, 81 entries, fetched 2026-11-02.");
        letter.ShouldContain("Two things that would help");
        letter.ShouldContain("The calendar has no such day. 1 row: HMOM/99/00021 (row 22). Look the day up");
        letter.ShouldContain("Who could do it: licensing team.");
        letter.ShouldNotContain("What the law says");
    }

    [Fact]
    public async Task Without_a_copy_it_says_what_was_found_the_statutory_route_and_what_is_asked()
    {
        var letter = (await Write("richmond-upon-thames")).Out;
        letter.ShouldContain("rung 2: a look-up, one home at a time.");
        letter.ShouldContain("We found no file of the whole register, so we hold no copy.");
        letter.ShouldContain("open to inspection at your head office");
        letter.ShouldContain("What we ask");
        (await Write("bromley")).Out.ShouldNotContain("that would help");
    }

    [Fact]
    public async Task A_file_is_for_its_owner_only_and_nothing_is_written_without_somebody_to_answer_to()
    {
        using var folder = new Folder();
        (await Write("barnet", "--out", folder["letter.txt"])).Out.ShouldBe("");
        (await File.ReadAllTextAsync(folder["letter.txt"], TestContext.Current.CancellationToken)).ShouldBe((await Write("barnet")).Out);
        (OperatingSystem.IsWindows() || File.GetUnixFileMode(folder["letter.txt"]) == (UnixFileMode.UserRead | UnixFileMode.UserWrite)).ShouldBeTrue();
        var typed = await Typed.Into(Clock, "letter", "barnet", "--kind", "draft-card", "--data", folder.Path, "--sources", Sources);
        typed.Exit.ShouldNotBe(0);
        typed.Error.ShouldContain("A letter needs somebody to answer to");
    }

    [Fact]
    public async Task A_home_left_out_is_nobodys_example_and_a_reference_that_may_be_a_name_is_not_printed()
    {
        using var night = new InventedNight();
        night.Source("camden", InventedNight.Manual("E09000007", "hmo", "[ mandatory-hmo ]", "mandatory-hmo"));
        night.Hand("camden", "hmo_2026-02-01.csv", """
            Ref,Address,Holder,Manager,Start,End,People
            CAM/1,"12 Quillfeather Road, N1 1AA",Brightfold Lettings Ltd,,01/02/2023,31/02/2028,5
            Ottoline Quent,"14 Quillfeather Road, N1 1AA",Brightfold Lettings Ltd,,01/02/2023,31/02/2028,5
            CAM/3,"16 Quillfeather Road, N1 1AA",Brightfold Lettings Ltd,,01/02/2023,31/01/2028,5
            CAM/4,"18 Quillfeather Road, N1 1AA",Brightfold Lettings Ltd,,01/02/2023,31/01/2028,5
            """);
        await night.RunAsync();
        Places(night, isAsked: false).ShouldBe(["CAM/1 (row 2)", "row 3"]);
        await Typed.Into(new FixedClock(night.Now), "policy", "--leave-out", "12 Quillfeather Road, N1 1AA", "--data", night.Data);
        Places(night, isAsked: true).ShouldBe(["row 3"]);
    }

    [Fact]
    public async Task Of_a_copy_that_was_handed_in_no_row_is_held_out_to_the_council()
    {
        using var night = InventedNight.Usual();
        await night.RunAsync();
        await File.WriteAllTextAsync(Path.Combine(night.Data, "operator.yaml"), "name: Example Branch\ncontact: branch@example.org\n", TestContext.Current.CancellationToken);
        var letter = (await Typed.Into(night, "letter", "camden", "--kind", "draft-card")).Out;
        letter.ShouldContain("handed in.");
        letter.ShouldNotContain("The calendar has no such day");
        letter.ShouldNotContain("(row ");
    }

    private static List<string> Places(InventedNight night, bool isAsked)
    {
        using var registers = LicensingPipeline.Store.Registers.OpenIfThere(night.Data)!;
        return [.. new MendPlaces(registers, LicensingPipeline.Store.LeaveOutFile.Read(night.Data, isAsked)).Of("E09000007", ["hmo"], "date.no-such-day").Select(p => p.ToString())];
    }

    private DemoClock Clock => new(demo.Nights[^1].Expected.At);

    private string Sources => Path.Combine(demo.Data, "sources");

    private async Task<Typed> Write(string council, params string[] more)
    {
        var typed = await Typed.Into(Clock, ["letter", council, "--kind", "draft-card", .. more, "--data", demo.Data, "--sources", Sources]);
        typed.Exit.ShouldBe(0, typed.Error);
        return typed;
    }

    private List<string> People(string council) => Support.Registers.Open(demo.Data, "registers.db", c => c.Query<string>(
        "select holder_name from licence where authority=@gss and holder_name is not null union select manager_name from licence where authority=@gss and manager_name is not null",
        new { gss = ReferenceTables.Read(InventedNight.Reference, null).Authorities.Values.Single(a => a.ShortName == council).Gss }).Where(n => n.Length > 5).ToList());

    private static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static string Said(string text) => Regex.Replace(text.Replace("\n- ", "\n", StringComparison.Ordinal), @"\s+", " ").Trim();
}
