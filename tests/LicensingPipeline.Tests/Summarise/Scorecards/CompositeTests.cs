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

    [Theory]
    [InlineData(Dimension.Validity, 60.0, 4, Band.ReadyToUse)]
    [InlineData(Dimension.Validity, 59.9, 4, Band.UsableWithLightCleaning)]
    [InlineData(Dimension.Validity, 100.0, 3, Band.UsableWithWork)]
    [InlineData(Dimension.Timeliness, null, 4, Band.ReadyToUse)]
    [InlineData(Dimension.Validity, null, 4, Band.UsableWithLightCleaning)]
    public void Ready_to_use_needs_a_table_nine_tenths_measured_and_no_dimension_under_60(Dimension dimension, double? value, int rung, Band band) =>
        Composite.Of(new Scores("x", [.. Method.Dimensions.Select(d => (d, d == dimension ? (decimal?)value : 95m))]), rung)!.Band.ShouldBe(band);

    [Fact]
    public void Near_a_line_it_is_borderline_and_the_draws_fall_on_either_side()
    {
        var composite = Composite.Of(new Scores("x", [.. Method.Dimensions.Select(d => (d, d is Dimension.Completeness or Dimension.Consistency ? 100m : (decimal?)40m))]), rung: 4)!;
        (composite.Value, composite.Band, composite.IsBorderline).ShouldBe((70, Band.UsableWithLightCleaning, true));
        composite.SameBand.ShouldBeInRange(0.2, 0.8);
    }

    [Fact]
    public void Seven_tenths_measured_are_enough() =>
        Composite.Of(new Scores("x", [.. Example.Dimensions.Select(d => (d.Dimension, d.Dimension is Dimension.Validity or Dimension.Openness ? null : d.Value))]), 4).ShouldNotBeNull();

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
