using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Cli;

public sealed class SourcesCommandTests
{
    [Fact]
    public async Task Sources_that_are_right_are_counted()
    {
        using var night = InventedNight.Usual();
        var typed = await Typed.Into(night, "sources", "check");
        (typed.Exit, typed.Out).ShouldBe((0, ""));
        typed.Error.Trim().ShouldBe("3 files with 2 streams are right; 0 files with 0 errors.");
    }

    [Theory]
    [InlineData("max_persons: 5 }", "max_persons: 6 }", "streams.hmo.examples[1].out.max_persons: reads as '5', not as '6'.")]
    [InlineData("{ Ref: EX/1, ", "{ Reff: EX/1, ", "streams.hmo.examples[1].in.Reff: no layout of columns has this heading.")]
    [InlineData("dates: [ dd/MM/yyyy ]", "not-a-record: [ { field: reference, is: EX/1, why: invented } ]", "streams.hmo.examples[1].in: this row is no entry (not-a-record).")]
    public async Task An_example_that_reads_otherwise_is_an_error_of_its_line(string from, string to, string message)
    {
        using var night = new InventedNight();
        var yaml = InventedNight.Manual("E09000007", "hmo", "[ selective ]", "selective");
        night.Source("camden", yaml.Replace(from, to, StringComparison.Ordinal));
        var typed = await Typed.Into(night, "sources", "check");
        typed.Exit.ShouldBe(3);
        var line = yaml.Split('\n').TakeWhile(l => !l.Contains("- in:", StringComparison.Ordinal)).Count() + 1;
        typed.Out.ShouldBe($"camden.yaml:{line}: {message}\n");
    }

    [Fact]
    public async Task Every_error_of_every_file_is_printed()
    {
        using var night = InventedNight.Usual();
        night.Source("barnet", "authority: E09000003\nnonsense: 1\n");
        night.Source("brent", "authority: E09999999\nsteward: x\naccess: { rung: 9, evidence: [] }\n");
        var typed = await Typed.Into(night, "sources", "check");
        typed.Exit.ShouldBe(3);
        typed.Out.ShouldContain("barnet.yaml:2: nonsense: ");
        typed.Out.ShouldContain("brent.yaml:1: authority: ");
        typed.Error.ShouldContain("3 files with 2 streams are right; 2 files with");
    }

    [Fact]
    public async Task The_list_names_rung_streams_and_verification()
    {
        using var night = InventedNight.Usual();
        var typed = await Typed.Into(night, "sources", "list");
        typed.Out.ShouldContain("\nCamden          camden             4  hmo        verified by @nobody on 2026-01-05\n");
        typed.Out.ShouldContain("\nCity of London  city-of-london     1  -          nothing to collect\n");
    }
}
