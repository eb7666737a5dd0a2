using System.Text.Json;
using System.Text.RegularExpressions;
using LicensingPipeline.Summarise;
using LicensingPipeline.Summarise.Scorecards;
using LicensingPipeline.Tests.Demo;
using LicensingPipeline.Tests.Support;
using LicensingPipeline.Web;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Summarise.Scorecards;

/// <summary>The editions that the demonstration publishes.</summary>
[Collection(PlayedDemoGroup.Name)]
public sealed class EditionTests(PlayedDemo demo)
{
    private string Site => Path.Combine(demo.Data, "site");

    [Fact]
    public void Both_nights_publish_an_edition_of_all_33_and_the_first_stands_as_it_was()
    {
        new EditionStore(demo.Data).Names.ShouldBe(["demonstration-1", "demonstration-2"]);
        foreach (var edition in new[] { "demonstration-1", "demonstration-2" })
        {
            Directory.EnumerateDirectories(Path.Combine(Site, "editions", edition)).Count().ShouldBe(33);
            var kept = Path.Combine(demo.Data, "editions", edition);
            foreach (var file in PlayedDemo.Files(kept))
            {
                File.ReadAllBytes(Path.Combine(Site, "editions", edition, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(kept, file))).ShouldBeTrue(file);
            }
        }

        AsAt("demonstration-1").ShouldAllBe(d => d == "2026-11-01");
        AsAt("demonstration-2").Contains("2026-11-02", StringComparer.Ordinal).ShouldBeTrue();
    }

    [Fact]
    public void Every_file_of_an_edition_says_that_it_is_invented()
    {
        var files = PlayedDemo.Files(Path.Combine(demo.Data, "editions"));
        files.Count.ShouldBeGreaterThan(1000);
        files.Where(f => !Marks.StandsIn(Path.Combine(demo.Data, "editions", f))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_council_of_the_demonstration_was_asked_and_every_card_says_when()
    {
        var letters = SentLetter.Read(demo.Data, LicensingPipeline.Catalogue.ReferenceTables.Read(Checkout.File("data", "reference"), null).Authorities, invented: true);
        letters.Count(l => l.Edition == "demonstration-2" && l.AnswerBy == new DateOnly(2026, 11, 1)).ShouldBe(33);
        Marks.StandsIn(Path.Combine(demo.Data, SentLetter.FileName)).ShouldBeTrue();
        File.ReadAllText(Path.Combine(Site, "editions", "demonstration-2", "barnet", "index.html")).ShouldContain("sent a draft on 4 October 2026 and asked to answer by 1 November 2026");
    }

    [Fact]
    public void No_score_stands_on_a_page_outside_an_edition()
    {
        var bands = new Regex("ready to use|light cleaning|usable with work|hard to use", RegexOptions.IgnoreCase);
        PlayedDemo.Files(Site).Where(f => !f.StartsWith("editions", StringComparison.Ordinal) && bands.IsMatch(File.ReadAllText(Path.Combine(Site, f)))).ShouldBeEmpty();
        bands.IsMatch(File.ReadAllText(Path.Combine(Site, "editions", "demonstration-2", "barnet", "index.html"))).ShouldBeTrue();
    }

    [Fact]
    public void A_copy_that_was_handed_in_gets_no_band_and_its_card_asks_for_nothing()
    {
        WorkedSheetTests.Cards(demo.Data, "enfield").ShouldAllBe(c => !c.IsPublished);
        var card = File.ReadAllText(Path.Combine(Site, "editions", "demonstration-2", "enfield", "index.html"));
        Regex.IsMatch(card, "ready to use|light cleaning|usable with work|hard to use", RegexOptions.IgnoreCase).ShouldBeFalse();
        card.ShouldContain("so no band is given, and nothing is asked");
        card.ShouldNotContain("Who could do it");
    }

    [Fact]
    public void What_others_reported_is_said_to_be_so_and_nobodys_account_is_named()
    {
        var particulars = File.ReadAllText(Path.Combine(Site, "data", "particulars.csv"));
        particulars.ShouldContain("reported by others on github.com, not seen by us");
        particulars.ShouldNotContain("github.com/");
        particulars.ShouldContain("https://www.lbbd.gov.uk/");
    }

    [Fact]
    public void The_one_overall_figure_is_withheld_until_policy_says_otherwise()
    {
        var card = WorkedSheetTests.Cards(demo.Data, "camden")[0];
        var one = Composite.Of(card.Whole!, card.Rung)!;
        var shown = Math.Round(one.Value, 1, MidpointRounding.AwayFromZero).ToString(System.Globalization.CultureInfo.InvariantCulture);
        File.ReadAllText(Path.Combine(Site, "editions", "demonstration-2", "camden", "index.html")).ShouldNotContain($"{shown}:");
    }

    [Fact]
    public void Every_printed_figure_has_its_page_and_every_row_that_counts_against_it()
    {
        var at = Path.Combine(demo.Data, "editions", "demonstration-2");
        foreach (var sheet in WorkedSheetTests.Cards(demo.Data, "barnet").SelectMany(c => c.Sheets))
        {
            foreach (var figure in sheet.Figures.Where(f => f.NotMeasured is null))
            {
                var page = File.ReadAllText(Path.Combine(at, "barnet", $"{sheet.Stream}-{sheet.Part}", $"{figure.Kind.Id}.html"));
                page.ShouldContain(sheet.Sha256);
                page.ShouldContain($"licensing scorecard barnet --figure {figure.Kind.Id} --edition demonstration-2");
                var list = Path.Combine(at, "barnet", $"{sheet.Stream}-{sheet.Part}", $"{figure.Kind.Id}.csv");
                (File.Exists(list) ? File.ReadLines(list).Count() - 2 : 0).ShouldBe(figure.FailingPlaces.Count, figure.Kind.Id);
                if (figure.Kind.Dimension == Dimension.Completeness)
                {
                    // One cell of a row is asked for, so there are as many places as rows that lack it.
                    figure.FailingPlaces.Count.ShouldBe((int)(figure.Denominator!.Value - figure.Numerator!.Value), figure.Kind.Id);
                }
            }
        }
    }

    [Fact]
    public async Task The_command_on_a_figures_page_comes_to_the_same_from_the_copies_of_that_edition()
    {
        var first = await Typed.Into(TimeProvider.System, ["scorecard", "barnet", "--figure", "completeness.holder_name", "--edition", "demonstration-1", "--json", "--data", demo.Data, "--sources", Path.Combine(demo.Data, "sources")]);
        first.Exit.ShouldBe(0);
        using var json = JsonDocument.Parse(first.Out);
        json.RootElement[0].GetProperty("sheets")[0].GetProperty("as_at").GetString().ShouldBe("2026-11-01");
        var none = await Typed.Into(TimeProvider.System, ["scorecard", "barnet", "--edition", "2019-q1", "--data", demo.Data, "--sources", Path.Combine(demo.Data, "sources")]);
        (none.Exit, none.Error).ShouldBe((64, none.Error));
        none.Error.ShouldContain("demonstration-1, demonstration-2");
    }

    [Fact]
    public async Task Policy_that_shows_the_overall_figure_changes_the_cards_that_have_one_and_no_other_file()
    {
        var folders = new SiteFolders(demo.Data, Path.Combine(demo.Data, "sources"), Checkout.File("data", "reference"));
        var facts = SiteFacts.Read(folders, new DateOnly(2026, 11, 2), _ => { });
        var edition = LicensingPipeline.Cli.Editions.Make("other", folders);
        var (withheld, shown) = (await LicensingPipeline.Web.Site.EditionAsync(facts, edition, showsComposite: false, TestContext.Current.CancellationToken), await LicensingPipeline.Web.Site.EditionAsync(facts, edition, showsComposite: true, TestContext.Current.CancellationToken));
        shown.Keys.ShouldBe(withheld.Keys);
        shown.Where(f => !f.Value.AsSpan().SequenceEqual(withheld[f.Key])).Select(f => f.Key)
            .ShouldBe(edition.Entries.Where(e => e.Cards.Any(c => c.IsPublished && c.Whole is { } w && Composite.Of(w, c.Rung) is not null)).Select(e => $"editions/other/{e.Authority.ShortName}/index.html").Order(StringComparer.Ordinal));
        var again = await LicensingPipeline.Web.Site.EditionAsync(facts, LicensingPipeline.Cli.Editions.Make("other", folders), showsComposite: false, TestContext.Current.CancellationToken);
        again.Where(f => !f.Value.AsSpan().SequenceEqual(withheld[f.Key])).ShouldBeEmpty();
    }

    [Fact]
    public void Of_fewer_than_thirty_rows_no_page_and_no_table_prints_a_percentage()
    {
        var at = Path.Combine(demo.Data, "editions", "demonstration-2");
        var scores = File.ReadAllLines(Path.Combine(at, "scores.csv")).Skip(2).Select(l => l.Split(',')).ToList();
        var few = scores.Where(c => int.Parse(c[6], System.Globalization.CultureInfo.InvariantCulture) < 30).ToList();
        few.Count.ShouldBeGreaterThan(100);
        few.ShouldAllBe(c => c[12] == "");
        scores.Except(few).Count(c => c[12].Length > 0).ShouldBeGreaterThan(100);
        foreach (var sheet in WorkedSheetTests.Cards(demo.Data, "enfield").SelectMany(c => c.Sheets).Where(s => !s.HasScores))
        {
            foreach (var figure in sheet.Figures.Where(f => f.NotMeasured is null))
            {
                var page = File.ReadAllText(Path.Combine(at, "enfield", $"{sheet.Stream}-{sheet.Part}", $"{figure.Kind.Id}.html"));
                page.ShouldContain("No percentage: fewer than 30 rows");
                page.ShouldNotContain(" of 100:");
            }

            var card = File.ReadAllText(Path.Combine(at, "enfield", "index.html"));
            var section = card[card.IndexOf($"id=\"{sheet.Stream}-{sheet.Part}\"", StringComparison.Ordinal)..];
            var cells = Regex.Matches(section[..section.IndexOf("</section>", StringComparison.Ordinal)], "<td class=\"number\">([^<]*)</td>").Select(m => m.Groups[1].Value).ToList();
            cells.Count.ShouldBeGreaterThan(50);
            cells.ShouldAllBe(c => !Regex.IsMatch(c, @"^\d+\.\d$"));
        }
    }

    [Fact]
    public async Task An_edition_whose_copies_have_changed_is_refused_and_one_whose_have_not_stands()
    {
        using var folder = new Folder();
        var kept = File.ReadAllBytes(Path.Combine(demo.Data, "editions", "demonstration-1", Edition.FileName));
        Task<Typed> Publish(string edition) => Typed.Into(new FixedClock(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero)), "publish", "--out", folder["site"], "--edition", edition, "--data", demo.Data, "--sources", Path.Combine(demo.Data, "sources"));
        // Since the first edition a second night has brought newer copies.
        var changed = await Publish("demonstration-1");
        changed.Exit.ShouldNotBe(0);
        changed.Error.ShouldContain("demonstration-1 was published before from other copies");
        Directory.Exists(folder["site"]).ShouldBeFalse();
        var same = await Publish("demonstration-2");
        same.Exit.ShouldBe(0, same.Error);
        same.Error.ShouldContain("Edition demonstration-2 stands as it was published.");
        File.ReadAllBytes(Path.Combine(demo.Data, "editions", "demonstration-1", Edition.FileName)).ShouldBe(kept);
    }

    [Fact]
    public void A_reply_stands_beside_the_figure_it_answers_word_for_word_and_on_no_other()
    {
        var at = Path.Combine(demo.Data, "editions");
        const string Reply = "The address of the person managing can be inspected at our office.";
        PlayedDemo.Files(at).Where(f => File.ReadAllText(Path.Combine(at, f)).Contains(Reply, StringComparison.Ordinal)).ShouldBe([Path.Combine("demonstration-2", "barnet", "hmo-hmo", "completeness.manager_address.html")]);
    }

    [Fact]
    public void Hand_checks_give_an_interval_and_a_wrong_line_is_refused()
    {
        using var folder = new Folder();
        var authorities = LicensingPipeline.Catalogue.ReferenceTables.Read(Checkout.File("data", "reference"), null).Authorities;
        HandCheck.Read(folder.Path, "2026-q4", authorities).ShouldBeEmpty();
        folder.Write("2026-q4.csv", $"{HandCheck.Columns}\nE09000003,hmo,50,47,checker 1,2026-12-31\nE09000003,sel,50,50,checker 1,2026-12-31\n");
        var checks = HandCheck.Read(folder.Path, "2026-q4", authorities);
        (Math.Round(checks[0].Interval.Low, 2), Math.Round(checks[0].Interval.High, 2)).ShouldBe((0.84, 0.98));
        (Math.Round(checks[1].Interval.Low, 2), checks[1].Interval.High).ShouldBe((0.93, 1));
        folder.Write("2027-q1.csv", $"{HandCheck.Columns}\nE09000003,hmo,50,51,checker 1,2026-12-31\n");
        Should.Throw<RefusedException>(() => HandCheck.Read(folder.Path, "2027-q1", authorities)).Message.ShouldContain("line 2");
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("2026 Q4")]
    [InlineData("")]
    public void A_name_that_cannot_be_an_address_is_refused(string name) => Should.Throw<RefusedException>(() => Edition.CheckName(name));

    private IEnumerable<string> AsAt(string edition)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(demo.Data, "editions", edition, Edition.FileName)));
        return [.. json.RootElement.GetProperty("copies").EnumerateArray().Where(c => c.GetProperty("published").GetBoolean()).Select(c => c.GetProperty("as_at").GetString()!)];
    }
}
