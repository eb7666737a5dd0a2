using System.Globalization;
using LicensingPipeline.Summarise.Scorecards;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Summarise.Scorecards;

public sealed class CompositeTests
{
    private static readonly Scores Example = LicensingPipeline.Cli.Bench.BenchPublish.Example;

    [Fact]
    public void The_worked_example_comes_to_74_1()
    {
        var composite = Composite.Of(Example, rung: 4)!;
        Math.Round(composite.Value, 1, MidpointRounding.AwayFromZero).ShouldBe(74.1m);
        composite.Band.ShouldBe(Band.UsableWithLightCleaning);
        composite.IsBorderline.ShouldBeFalse();
        composite.Low.ShouldBe(71.5, 0.4);
        composite.High.ShouldBe(76.8, 0.4);
        composite.SameBand.ShouldBeInRange(0.985, 1);
    }

    [Fact]
    public void The_draws_are_the_same_for_everybody()
    {
        var draws = WeightDraws.Of(Example);
        draws.Count.ShouldBe(1000);
        // To six places: the last digits of a logarithm may differ from machine to machine.
        var frozen = File.ReadAllLines(Checkout.File("tests", "LicensingPipeline.Tests", "Summarise", "Scorecards", "Worked", "draws.txt"));
        // The last digits of a logarithm may differ from machine to machine; the file was written by another hand, in another language.
        draws.Zip(frozen).Count(d => Math.Abs(d.First - double.Parse(d.Second, CultureInfo.InvariantCulture)) > 0.000_002).ShouldBe(0);
        frozen.Length.ShouldBe(1000);
    }

    [Fact]
    public void Too_little_measured_gives_no_number() =>
        Composite.Of(new Scores("x", [.. Example.Dimensions.Select(d => (d.Dimension, d.Dimension is Dimension.Completeness or Dimension.Timeliness ? null : d.Value))]), 4).ShouldBeNull();

    [Theory]
    [InlineData(3, Band.UsableWithWork)]
    [InlineData(2, Band.HardToUse)]
    public void A_gate_stops_a_good_number_hiding_one_bad_figure(int rung, Band band) => Composite.Of(Example, rung)!.Band.ShouldBe(band);

    [Fact]
    public void A_dimension_under_40_is_no_light_cleaning() =>
        Composite.Of(new Scores("x", [.. Example.Dimensions.Select(d => (d.Dimension, d.Dimension == Dimension.Timeliness ? 39.9m : d.Value))]), 4)!.Band.ShouldBe(Band.UsableWithWork);

    [Theory]
    [InlineData(85, Band.ReadyToUse)]
    [InlineData(84.9, Band.UsableWithLightCleaning)]
    [InlineData(70, Band.UsableWithLightCleaning)]
    [InlineData(50, Band.UsableWithWork)]
    [InlineData(49.9, Band.HardToUse)]
    public void A_figure_alone_has_a_band(double value, Band band) => Composite.BandOf((decimal)value).ShouldBe(band);
}
