using LicensingPipeline.Cli.Bench;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Cli;

public sealed class BenchNamesTests
{
    private static readonly string Registers = Checkout.File("..", "shared", "registers");

    [Fact]
    public void Labelled_names_are_measured_without_any_folder()
    {
        var figures = BenchNames.Measure("nowhere").ToList();

        figures.Where(f => !f.Met).Select(f => f.Figure).ShouldBe(["swindon_spellings", "swindon_false_joins"]);
        figures.Single(f => f.Figure == "names_all").Value.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(0.98);
    }

    [Fact]
    public void Spellings_with_one_company_number_are_one_holder_and_no_others_are()
    {
        Assert.SkipUnless(Directory.Exists(Registers), "The real registers are not beside this checkout.");

        var figures = BenchNames.Measure(Registers).ToDictionary(f => f.Figure, StringComparer.Ordinal);

        (figures["swindon_spellings"].Value, figures["swindon_false_joins"].Value).ShouldBe((158, 0));
    }
}
