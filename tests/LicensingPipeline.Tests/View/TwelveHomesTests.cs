using System.Globalization;
using AngleSharp.Html.Parser;
using LicensingPipeline.Tests.Support;
using LicensingPipeline.Web;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.View;

/// <summary>Two invented councils alike in their schemes: the copy of one covers every kind, that of the other none of those asked about.</summary>
public sealed class TwoCouncils : IAsyncLifetime
{
    public InventedNight Night { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Night.Source("quillbury", InventedNight.Manual("X99100001", "register", "[ mandatory-hmo, additional-hmo, selective ]", "selective"));
        Night.Source("nowhereham", InventedNight.Manual("X99100002", "blocks", "[ section-257 ]", "section-257"));
        Table("authorities.csv", "gss,name,short_name,nation,region,grid_x,grid_y", "X99100001,Quillbury,quillbury,England,Nowhere,,", "X99100002,Nowhereham,nowhereham,England,Nowhere,,");
        Table("outcodes.csv", "outcode,authorities", "QA1,X99100001", "QB2,X99100002", "QC3,X99100001;X99100002");
        Table("schemes.csv", "authority,kind,designation,area,ward_year,in_force_from,in_force_to,ended_early,section_257,evidence_url,checked,confidence",
            "X99100001,additional-hmo,invented 2024,whole-borough,,2024-01-01,2028-12-31,,in,https://council.example/,2026-01-05,evidenced",
            "X99100001,selective,invented 2022,Upper Nowhere; Lower Nowhere,2022,2022-04-01,2027-03-31,,unknown,https://council.example/,2026-01-05,inferred",
            "X99100002,additional-hmo,invented 2024,whole-borough,,2024-01-01,2028-12-31,,in,https://council.example/,2026-01-05,evidenced",
            "X99100002,selective,invented 2022,Upper Nowhere; Lower Nowhere,2022,2022-04-01,2027-03-31,,unknown,https://council.example/,2026-01-05,inferred");
        foreach (var council in new[] { "quillbury", "nowhereham" })
        {
            Night.Hand(council, "hmo_2026-02-01.csv", """
                Ref,Address,Holder,Manager,Start,End,People
                Q/1,"1 Mirage Row, QA1 1AA",Placeholder Homes Ltd,,01/02/2023,31/01/2028,5
                """);
        }

        await Night.RunAsync();
    }

    public ValueTask DisposeAsync()
    {
        Night.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Table(string name, params string[] lines) => File.WriteAllText(Path.Combine(Night.Sources, name), string.Join('\n', lines) + "\n");
}

/// <summary>A home for each combination of kind of licence, coverage and date: each gets the exact sentences, and the same ones everywhere.</summary>
public sealed class TwelveHomesTests(TwoCouncils councils) : IClassFixture<TwoCouncils>
{
    private const string Mandatory = "Mandatory HMO licensing: in force in all of England, where five or more people of two or more households share.";
    private const string Additional = "Additional HMO licensing: in force in the whole borough, 2024-01-01 to 2028-12-31, converted blocks (section 257) too.";
    private const string NoAdditional = "Additional HMO licensing: none in force that we know of (the last ended on 2028-12-31).";
    private const string Selective = "Selective licensing: in force in some wards: check (Upper Nowhere; Lower Nowhere, wards as drawn in 2022), 2022-04-01 to 2027-03-31 (not all of it evidenced: ask the council).";
    private const string NoSelective = "Selective licensing: none in force that we know of (the last ended on 2027-03-31).";

    [Theory]
    [InlineData("2 Mirage Row, QA1 1AB", "2026-03-02", Mandatory, "Our copy of 2026-02-01 covers mandatory HMO licences of Quillbury.", "Not on our copy of 2026-02-01, which covers mandatory HMO licences of Quillbury.")]
    [InlineData("3 Mirage Row, QA1 1AC", "2026-03-02", Additional, "Our copy of 2026-02-01 covers additional HMO licences of Quillbury.", "Not on our copy of 2026-02-01, which covers additional HMO licences of Quillbury.")]
    [InlineData("4 Mirage Row, QA1 1AD", "2026-03-02", Selective, "Our copy of 2026-02-01 covers selective licences of Quillbury.", "Not on our copy of 2026-02-01, which covers selective licences of Quillbury.")]
    [InlineData("5 Mirage Row, QA1 1AE", "2030-06-01", Mandatory, "Our copies with mandatory HMO licences of Quillbury are not near this day: the nearest is of 2026-02-01.", null)]
    [InlineData("6 Mirage Row, QA1 1AF", "2030-06-01", NoAdditional, "Our copies with additional HMO licences of Quillbury are not near this day: the nearest is of 2026-02-01.", null)]
    [InlineData("7 Mirage Row, QA1 1AG", "2030-06-01", NoSelective, "Our copies with selective licences of Quillbury are not near this day: the nearest is of 2026-02-01.", null)]
    [InlineData("2 Phantom Yard, QB2 2AB", "2026-03-02", Mandatory, "Our copies do not include mandatory HMO licences of Nowhereham.", null)]
    [InlineData("3 Phantom Yard, QB2 2AC", "2026-03-02", Additional, "Our copies do not include additional HMO licences of Nowhereham.", null)]
    [InlineData("4 Phantom Yard, QB2 2AD", "2026-03-02", Selective, "Our copies do not include selective licences of Nowhereham.", null)]
    [InlineData("5 Phantom Yard, QB2 2AE", "2030-06-01", Mandatory, "Our copies do not include mandatory HMO licences of Nowhereham.", null)]
    [InlineData("6 Phantom Yard, QB2 2AF", "2030-06-01", NoAdditional, "Our copies do not include additional HMO licences of Nowhereham.", null)]
    [InlineData("7 Phantom Yard, QB2 2AG", "2030-06-01", NoSelective, "Our copies do not include selective licences of Nowhereham.", null)]
    public async Task Each_home_gets_the_exact_sentences_everywhere(string home, string day, string scheme, string covered, string? absent)
    {
        var night = councils.Night;
        var on = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        string[] folders = ["--data", night.Data, "--sources", night.Sources];

        var found = await Typed.Into(new FixedClock(new DateTimeOffset(on, TimeOnly.MinValue, TimeSpan.Zero)), ["find", home, .. folders]);
        found.Exit.ShouldBe(1);
        found.Out.Split('\n').ShouldContain($"  {scheme} {absent ?? covered}", StringComparer.Ordinal);
        if (absent is null)
        {
            found.Out.ShouldNotContain("Not on our cop", Case.Insensitive);
        }

        var schemes = await Typed.Into(new FixedClock(night.Now), ["schemes", home, "--on", day, .. folders]);
        schemes.Exit.ShouldBe(0);
        schemes.Out.Split('\n').ShouldContain($"  {scheme} {covered}", StringComparer.Ordinal);

        await Site.WriteAsync(night.Data, night.Sources, InventedNight.Reference, on, TestContext.Current.CancellationToken);
        var page = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(Path.Combine(night.Data, "site", "schemes.html"), TestContext.Current.CancellationToken));
        var council = home.Contains("QA1", StringComparison.Ordinal) ? "X99100001" : "X99100002";
        page.QuerySelectorAll($"#{council} p").Select(p => p.TextContent).ShouldContain(FactWords.PlainDays($"{scheme} {covered}"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_home_that_is_found_is_not_told_that_it_is_not_there()
    {
        var found = await Typed.Into(councils.Night, "find", "1 Mirage Row, QA1 1AA");
        found.Exit.ShouldBe(0);
        found.Out.ShouldContain("Not on our copy of 2026-02-01, which covers mandatory HMO licences of Quillbury.");
        found.Out.ShouldNotContain("which covers selective licences");
    }

    [Fact]
    public async Task A_postcode_of_two_councils_is_answered_for_both()
    {
        var schemes = await Typed.Into(councils.Night, "schemes", "QC3");
        schemes.Out.Split('\n').Where(l => !l.StartsWith(' ')).ShouldBe([
            Demonstration.Mark,
            "QC3 lies in Quillbury and Nowhereham: find out which of them it is (https://www.gov.uk/find-local-council).",
            "Quillbury, 2026-03-02:", "Nowhereham, 2026-03-02:", "An application that the council has not decided yet shows on no register.", "",
        ]);
    }

    [Theory]
    [InlineData(0, "quillbury")]
    [InlineData(0, "X99100002")]
    [InlineData(0, "Mirage", "Row")]
    [InlineData(0, "QA1")]
    [InlineData(0, "9 Nonesuch Hill qa1")]
    [InlineData(0, "9 Nonesuch Hill, QA1 1CC")]
    [InlineData(1, "QA1 Nonesuch Hill")]
    [InlineData(1, "QZ9")]
    [InlineData(1, "Nonesuch", "Hill")]
    [InlineData(64, "quillbury", "--on", "soon")]
    [InlineData(64)]
    public async Task A_place_may_be_asked_for_in_many_ways(int exit, params string[] words)
    {
        var typed = await Typed.Into(councils.Night, ["schemes", .. words]);
        typed.Exit.ShouldBe(exit, typed.Error);
        (typed.Out.Length > 0).ShouldBe(exit == 0);
    }

    [Fact]
    public async Task Json_has_the_same_sentences_and_what_they_rest_on()
    {
        using var json = System.Text.Json.JsonDocument.Parse((await Typed.Into(councils.Night, "schemes", "QA1", "--json")).Out);
        var answer = json.RootElement.EnumerateArray().Single();
        answer.EnumerateObject().Select(p => p.Name).ShouldBe(["authority", "name", "on", "kinds", "find_out", "demonstration"]);
        var selective = answer.GetProperty("kinds").EnumerateArray().Single(k => k.GetProperty("kind").GetString() == "selective");
        selective.EnumerateObject().Select(p => p.Name).ShouldBe(["kind", "in_force", "designations", "copies", "copy_as_at", "sentences"]);
        (selective.GetProperty("in_force").GetString(), selective.GetProperty("copies").GetString()).ShouldBe(("some-wards", "covered"));
        selective.GetProperty("designations")[0].GetProperty("section_257").GetString().ShouldBe("unknown");
        selective.GetProperty("sentences")[0].GetString().ShouldBe(Selective);
    }

    [Theory]
    [InlineData("2006-04-05", "not yet in force, it began on 2006-04-06")]
    [InlineData("2018-09-30", "for houses of three or more storeys where")]
    [InlineData("2018-10-01", "in all of England, where five")]
    public async Task Mandatory_licensing_is_that_of_the_day(string day, string words) =>
        (await Typed.Into(councils.Night, "schemes", "quillbury", "--on", day)).Out.ShouldContain(words);
}
