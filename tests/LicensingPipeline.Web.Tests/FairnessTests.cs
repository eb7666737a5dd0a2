using LicensingPipeline.Catalogue;
using LicensingPipeline.Summarise;
using LicensingPipeline.Tests.Demo;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Web.Tests;

/// <summary>Publishing more never makes a council look worse, and what is not known costs nothing.</summary>
[Collection(PublishedSiteGroup.Name)]
public sealed class FairnessTests(PublishedSite site)
{
    private SiteFacts Facts => field ??= SiteFacts.Read(
        new SiteFolders(site.Data, Path.Combine(site.Data, "sources"), PlayedDemo.Samples.Reference), new DateOnly(2026, 11, 2), _ => { });

    [Fact]
    public void Showing_one_particular_more_lowers_no_headline_figure_and_takes_no_good_point_away()
    {
        foreach (var borough in Facts.Boroughs)
        {
            foreach (var particular in Particular.All)
            {
                foreach (var less in new[] { Showing.NotSeen, Showing.NotShown, Showing.Withheld, Showing.ShownForSome })
                {
                    IsNoWorse(With(borough, particular.Key, less), With(borough, particular.Key, Showing.Shown), $"{borough.Authority.Gss} {particular.Key} {less}");
                }
            }
        }
    }

    [Fact]
    public void Climbing_a_rung_lowers_no_headline_figure_and_takes_no_good_point_away()
    {
        foreach (var borough in Facts.Boroughs.Where(b => b.Source is not null))
        {
            for (var rung = 0; rung < 5; rung++)
            {
                IsNoWorse(On(borough, rung), On(borough, rung + 1), $"{borough.Authority.Gss} from {rung}");
            }
        }
    }

    [Fact]
    public void One_column_or_one_row_more_on_a_copy_lowers_no_headline_figure()
    {
        foreach (var borough in Facts.Boroughs.Where(b => b.Standing.Any()))
        {
            // The new column is empty, odd throughout, and an issue of the register's own: as bad as a column can be.
            var more = borough with
            {
                Registers =
                [
                    .. borough.Registers.Select(r => r.AsAt is null ? r : r with
                    {
                        Rows = r.Rows + 1,
                        Licences = r.Licences + 1,
                        Fill = r.Fill.Append(new(Field.PrsDwellingId, 0d)).ToDictionary(f => f.Key, f => f.Value),
                        Issues = [.. r.Issues, new IssueFact(IssueCodes.Find(IssueCodes.DateUnreadable), r.Rows, r.Rows, [])],
                    }),
                ],
            };
            IsNoWorse(borough, more, borough.Authority.Gss);
        }
    }

    [Fact]
    public void No_mend_asks_for_a_persons_name_or_address_nor_for_what_is_withheld()
    {
        foreach (var borough in Facts.Boroughs)
        {
            var nothing = Particular.All.Aggregate(borough, (b, p) => With(b, p.Key, Showing.NotShown));
            Mends.Of(nothing).ShouldAllBe(m => !m.Sentence.Contains("holder") && !m.Sentence.Contains("manager"));
            var withheld = Particular.All.Aggregate(borough, (b, p) => With(b, p.Key, Showing.Withheld));
            Mends.Of(withheld).ShouldAllBe(m => !m.Sentence.StartsWith("Show for each licence"));
        }
    }

    [Fact]
    public void Only_what_is_so_in_the_register_is_named_as_something_to_mend()
    {
        var borough = Facts.Boroughs.First(b => b.Standing.Any() && b.Rung >= 4);
        foreach (var code in IssueCodes.All.Values.Where(c => c.Cause != Cause.Published))
        {
            var odd = borough with { Registers = [.. borough.Registers.Select(r => r with { Issues = [new IssueFact(code, 50, 50, [])] })] };
            var plain = borough with { Registers = [.. borough.Registers.Select(r => r with { Issues = [] })] };
            Mends.Of(odd).ShouldBe(Mends.Of(plain), code.Code);
        }
    }

    [Fact]
    public void What_was_found_odd_costs_no_place_in_a_list() =>
        Facts.Boroughs.Select(b => b.Authority.Name).ShouldBe(Facts.Boroughs.Select(b => b.Authority.Name).Order(StringComparer.Ordinal));

    private static void IsNoWorse(BoroughFacts less, BoroughFacts more, string which)
    {
        HeadlineFigures.Of(less).Zip(HeadlineFigures.Of(more)).ShouldAllBe(f => f.First.Name == f.Second.Name && f.Second.Value >= f.First.Value, which);
        GoodPoints.Of(more).Count.ShouldBeGreaterThanOrEqualTo(GoodPoints.Of(less).Count, which);
    }

    private static BoroughFacts On(BoroughFacts borough, int rung) => borough with { Source = borough.Source! with { Access = borough.Source.Access with { Rung = rung } } };

    private static BoroughFacts With(BoroughFacts borough, string particular, Showing showing)
    {
        var inventory = borough.Inventory ?? throw new InvalidOperationException("Every council has an inventory.");
        var findings = inventory.Findings.ToDictionary(f => f.Key, f => f.Key == particular ? f.Value with { Is = showing } : f.Value, StringComparer.Ordinal);
        return borough with { Inventory = inventory with { Findings = findings } };
    }
}
