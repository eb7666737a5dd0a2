using LicensingPipeline.Cli.Bench;
using LicensingPipeline.Tests.RealRegisters;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Cli;

public sealed class BenchAddressesTests
{
    private static readonly string Matching = Path.Combine(RealNight.Repository, "..", "shared", "matching");
    private static readonly Lazy<IReadOnlyList<BenchFigure>> Measured = new(() => [.. BenchAddresses.Measure(Matching)]);

    /// <summary>Speed depends on what else the machine does, so it is measured by <c>bench</c> and not asked for here.</summary>
    [Theory]
    [InlineData("parsed_addresses_gold")]
    [InlineData("addresses_uprn_gold_wrong")]
    [InlineData("address_edge_cases")]
    public void The_labelled_sets_are_read_as_well_as_is_wanted(string figure)
    {
        Assert.SkipUnless(Directory.Exists(Matching), "The labelled sets are not beside this checkout (../shared/matching), so nothing was measured.");

        var measured = Measured.Value.Single(f => f.Figure == figure);

        measured.Met.ShouldBeTrue($"{measured.Value} where {measured.Target} is wanted");
    }

    /// <summary>What is not met is held to what was reached, so that it does not get worse unseen.</summary>
    [Theory]
    [InlineData("addresses_uprn_gold_right", 0.75, 1)]
    [InlineData("addresses_uprn_gold_stated_right", 0.93, 1)]
    [InlineData("addresses_uprn_gold_stated_wrong", 0, 0)]
    [InlineData("addresses_uprn_gold_absent", 0, 0.04)]
    public void What_was_reached_is_kept(string figure, double least, double most)
    {
        Assert.SkipUnless(Directory.Exists(Matching), "The labelled sets are not beside this checkout (../shared/matching), so nothing was measured.");

        Measured.Value.Single(f => f.Figure == figure).Value.ShouldNotBeNull().ShouldBeInRange(least, most);
    }

    [Fact]
    public void Where_a_set_is_missing_its_figure_is_there_and_not_met()
    {
        var figures = BenchAddresses.Measure("nowhere").ToList();

        figures.Where(f => f.Value is null).Select(f => f.Figure).ShouldBe(["parsed_addresses_gold", "addresses_uprn_gold_right", "addresses_uprn_gold_wrong", "address_edge_cases"]);
        figures.Where(f => f.Value is null).ShouldAllBe(f => !f.Met && f.Target != null);
    }

    [Fact]
    public void A_neighbour_differs_in_what_the_address_states()
    {
        BenchFoundAddresses.Neighbours("FLAT A 12 NOSUCH STREET LONDON E8 9ZZ", "12A NOSUCH STREET LONDON E8 9ZZ")
            .ShouldBe(["FLAT B 12 NOSUCH STREET LONDON E8 9ZZ", "FLAT A 14 NOSUCH STREET LONDON E8 9ZZ", "FLAT A 10 NOSUCH STREET LONDON E8 9ZZ"]);
        BenchFoundAddresses.Neighbours("FICTION 7 NOSUCH STREET E8 9ZZ", "FICTION NOSUCH STREET E8 9ZZ").ShouldBeEmpty();
        BenchFoundAddresses.Neighbours("7 B NOSUCH STREET E8 9ZZ", null).ShouldBe(["9 B NOSUCH STREET E8 9ZZ", "5 B NOSUCH STREET E8 9ZZ", "7 NOSUCH STREET E8 9ZZ"]);
    }
}
