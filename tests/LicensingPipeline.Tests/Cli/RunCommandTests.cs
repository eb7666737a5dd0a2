using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Cli;

public sealed class RunCommandTests
{
    [Fact]
    public async Task A_run_prints_how_it_went_and_writes_the_page()
    {
        using var night = InventedNight.Usual();
        var typed = await Typed.Into(night, "run", "--offline");
        typed.Exit.ShouldBe(2);
        typed.Out.ShouldContain("HeldDrift");
        typed.Out.ShouldContain("granted: 2");
        typed.Out.ShouldNotContain(Demonstration.Mark);
        typed.Error.ShouldContain("camden/hmo: reading the copy of 2026-02-01.");
        (await File.ReadAllTextAsync(Path.Combine(night.Data, "site", "index.html"), TestContext.Current.CancellationToken)).ShouldStartWith("<!DOCTYPE html>");
    }

    [Fact]
    public async Task A_misspelled_authority_runs_nothing()
    {
        using var night = InventedNight.Usual();
        var typed = await Typed.Into(night, "run", "--offline", "camdne");
        (typed.Exit, Directory.Exists(night.Data)).ShouldBe((64, false));
    }

    [Fact]
    public async Task Two_runs_at_once_are_refused_in_a_sentence()
    {
        using var night = InventedNight.Usual();
        PrivateFiles.MakeFolder(night.Data);
        using var held = RunLock.Take(night.Data, _ => { });
        var typed = await Typed.Into(night, "run", "--offline");
        (typed.Exit, typed.Out).ShouldBe((1, ""));
        typed.Error.Trim().ShouldStartWith("Another run is going on");
        typed.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Invented_data_is_never_run_over_as_real()
    {
        using var night = InventedNight.Usual();
        await night.RunAsync(invented: true);
        var typed = await Typed.Into(night, "run", "--offline");
        typed.Exit.ShouldBe(1);
        typed.Error.ShouldContain("never mixed");
    }

    [Fact]
    public async Task Sources_that_are_not_there_are_told_in_a_sentence()
    {
        using var night = new InventedNight();
        Directory.Delete(night.Sources);
        (await Typed.Into(night, "run", "--offline")).Exit.ShouldBe(1);
        var typed = await Typed.Into(night, "sources", "check");
        typed.Exit.ShouldBe(64);
        typed.Error.ShouldStartWith("There is no folder of sources");
    }
}
