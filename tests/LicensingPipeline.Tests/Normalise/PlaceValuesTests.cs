using LicensingPipeline.Catalogue;
using LicensingPipeline.Normalise;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Normalise;

/// <summary>What the national lists add to an entry, and what they never overrule.</summary>
public sealed class PlaceValuesTests
{
    private static readonly PlaceTables Lists = new(Places.Table("QA1 1AA", "!QA2 2AA", "@QB1 1AA"), null);

    private static (Licence Licence, IReadOnlyList<string> Issues, IReadOnlyList<string> Rules) Read(PlaceTables places, params (Field Field, string Text)[] cells)
    {
        var raw = new string?[Fields.Count];
        (raw[(int)Field.Reference], raw[(int)Field.PropertyAddress]) = ("EX/1", "1 Quillfeather Road");
        foreach (var (field, text) in cells)
        {
            raw[(int)field] = text;
        }

        var hits = new List<RuleHit>();
        var copy = CopyContext.Of(Places.Home, new DateOnly(2026, 1, 31)) with { Places = places };
        var row = new Normaliser(Some.Stream("csv"), copy, hits).Normalise(raw, null, "row 2", null);
        return (row.Licence, [.. row.Issues.Select(i => i.Code)], [.. hits.Select(h => h.Rule)]);
    }

    [Fact]
    public void Ward_and_place_come_from_the_postcode_and_say_so()
    {
        var (licence, issues, rules) = Read(Lists, (Field.Postcode, "QA1 1AA"));

        (licence[Field.Ward], licence[Field.Latitude], licence[Field.Longitude], licence[Field.CoordinatesBasis]).ShouldBe(("Nosuch Ward", "51.5", "-0.1", "postcode"));
        issues.ShouldBeEmpty();
        rules.ShouldBe([Rules.WardFromPostcode, Rules.PlaceFromPostcode, Rules.PlaceFromPostcode]);
    }

    [Fact]
    public void What_the_register_states_stands()
    {
        var (licence, _, _) = Read(Lists, (Field.Postcode, "QA1 1AA"), (Field.Ward, "Their Ward"), (Field.Latitude, "51.6"), (Field.Longitude, "-0.2"));

        (licence[Field.Ward], licence[Field.Latitude], licence[Field.Longitude], licence[Field.CoordinatesBasis]).ShouldBe(("Their Ward", "51.6", "-0.2", "published"));
    }

    [Theory]
    [InlineData("QA2 2AA", "QA2 2AA", "postcode.terminated")]
    [InlineData("QA3 3AA", "QA3 3AA", "postcode.unknown")]
    [InlineData("QB1 1AA", "QB1 1AA", "postcode.elsewhere")]
    [InlineData("QA1 IAA", "QA1 1AA", "postcode.repaired")]
    [InlineData("QA3 OAA", null, "postcode.unreadable")]
    [InlineData("QA1", null, "postcode.outward-only")]
    public void What_is_odd_about_a_postcode_is_an_issue(string text, string? postcode, string issue)
    {
        var (licence, issues, _) = Read(Lists, (Field.Postcode, text));

        licence[Field.Postcode].ShouldBe(postcode);
        issues.ShouldBe([issue]);
    }

    [Fact]
    public void A_postcode_in_another_borough_gives_neither_ward_nor_place()
    {
        var (licence, _, _) = Read(Lists, (Field.Postcode, "QB1 1AA"));

        (licence[Field.Ward], licence[Field.Latitude], licence[Field.CoordinatesBasis]).ShouldBe((null, null, null));
    }

    [Fact]
    public void Half_a_postcode_is_kept_as_the_part_of_a_town()
    {
        var (licence, _, rules) = Read(Lists, (Field.Postcode, "RM3 "));

        (licence[Field.Postcode], licence[Field.Locality]).ShouldBe((null, "RM3"));
        rules.Contains(Rules.OutwardAsLocality, StringComparer.Ordinal).ShouldBeTrue();
        Read(Lists, (Field.Postcode, "RM3"), (Field.Locality, "Fictionby")).Licence[Field.Locality].ShouldBe("Fictionby");
    }

    [Fact]
    public void The_home_itself_goes_before_its_postcode()
    {
        using var folder = new Folder();
        var writer = new UprnTableWriter();
        writer.Add(99_123_456, 51.51, -0.11);
        using (var file = File.Create(folder["uprns.idx"]))
        {
            writer.Write(file);
        }

        using var uprns = UprnTable.OpenIfThere(folder["uprns.idx"])!;
        var (licence, _, rules) = Read(Lists with { Uprns = uprns }, (Field.Postcode, "QA1 1AA"), (Field.Uprn, "099123456"));

        (licence[Field.Latitude], licence[Field.Longitude], licence[Field.CoordinatesBasis]).ShouldBe(("51.51", "-0.11", "uprn"));
        rules.Contains(Rules.PlaceFromUprn, StringComparer.Ordinal).ShouldBeTrue();
    }

    [Theory]
    [InlineData("03/04/2019; 03/04/2024", "2024-04-03", "date.several")]
    [InlineData("03/04/2024, 03/04/2019", "2024-04-03", "date.several")]
    [InlineData("3 April 2019 & 3 April 2024", "2024-04-03", "date.several")]
    [InlineData("03/04/2019; to follow", null, "date.unreadable")]
    [InlineData("3rd April, 2024", "2024-04-03", null)]
    public void Of_several_dates_in_a_cell_the_latest_counts_by_a_rule_with_a_name(string text, string? iso, string? issue)
    {
        var (licence, issues, rules) = Read(PlaceTables.None, (Field.IssueDate, text));

        licence[Field.IssueDate].ShouldBe(iso);
        issues.Where(i => i.StartsWith("date.", StringComparison.Ordinal)).ShouldBe(issue is null ? [] : [issue]);
        rules.Contains(Rules.DateLatest, StringComparer.Ordinal).ShouldBe(issue == "date.several");
    }
}
