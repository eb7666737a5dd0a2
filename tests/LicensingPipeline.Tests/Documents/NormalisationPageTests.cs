using System.Text.RegularExpressions;
using LicensingPipeline.Cli.Bench;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Documents;

/// <summary>The page for the maintainer: its commands run, and it says something of every figure that is asked for.</summary>
public sealed class NormalisationPageTests
{
    private static readonly string Page = File.ReadAllText(Checkout.File("docs", "normalisation.md"));

    [Fact]
    public async Task Every_command_of_the_page_reads_something()
    {
        using var folder = new Folder();
        var commands = Regex.Matches(Page, "^\\./licensing try \"([^\"]+)\" --as (\\w+)$", RegexOptions.Multiline);

        commands.Count.ShouldBe(4);
        foreach (Match command in commands)
        {
            var typed = await Typed.Into(TimeProvider.System, "try", command.Groups[1].Value, "--as", command.Groups[2].Value, "--data", folder["data"]);
            typed.Exit.ShouldBe(0, command.Value);
        }
    }

    [Fact]
    public void Every_figure_stands_on_the_page() =>
        BenchNormalise.Asked.Where(f => !Page.Contains(f, StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void The_counts_of_the_registers_are_those_of_today()
    {
        var registers = Checkout.File("..", "shared", "registers");
        Assert.SkipUnless(Directory.Exists(registers), "The real registers are not beside this checkout.");

        var made = BenchRegisters.Markdown(BenchRegisters.Rates(registers, LicensingPipeline.Catalogue.PlaceTables.None));

        Page.Contains(made.TrimEnd(), StringComparison.Ordinal).ShouldBeTrue("'licensing bench normalise --rates' prints another table than docs/normalisation.md shows; put it there if it is right.");
    }
}
