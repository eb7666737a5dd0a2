using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Cli;

public sealed class TodoCommandTests
{
    [Fact]
    public async Task What_waits_is_listed_with_why_and_command_and_doing_it_removes_it()
    {
        using var night = new InventedNight();
        night.Source("camden", InventedNight.Manual("E09000007", "hmo", "[ mandatory-hmo ]", "mandatory-hmo").Replace("    verified: { by: \"@nobody\", date: 2026-01-05 }\n", "", StringComparison.Ordinal));
        night.Hand("camden", "hmo_2026-02-20.csv", "Ref,Address,Holder,Manager,Start,End,People\nCAM/1,\"12 Quillfeather Road, N1 1AA\",Brightfold Lettings Ltd,,01/02/2023,31/01/2028,5\n");
        Decide(night, Policies.AllDecided());
        await Typed.Into(night, "run", "--offline");

        var typed = await Typed.Into(night, "todo");
        typed.Exit.ShouldBe(0);
        typed.Out.ShouldBe("""
            Camden, hmo: unverified, for @nobody
                Nobody has seen a real file of it read right; the copy of 2026-02-20 waits to be looked at.
                licensing sources prove camden --stream hmo

            """);
        (await Typed.Into(night, "todo", "--steward", "@somebody")).Exit.ShouldBe(1);
        (await Typed.Into(night, "todo", "--steward", "nobody", "--json")).Out.ShouldContain("\"kind\": \"unverified\"");

        await Typed.Into(night, "sources", "prove", "camden", "--stream", "hmo", "--accept", "--data", night.Data);
        var done = await Typed.Into(night, "todo");
        (done.Exit, done.Out, done.Error.Trim()).ShouldBe((1, "", "Nothing waits for anybody."));
    }

    [Fact]
    public async Task Before_any_run_the_sources_themselves_are_asked()
    {
        using var night = InventedNight.Usual();
        var typed = await Typed.Into(night, "todo");
        typed.Exit.ShouldBe(0);
        typed.Out.ShouldContain("Camden, hmo: copy-due");
    }

    [Fact]
    public async Task What_the_Union_has_not_decided_is_one_errand_until_it_has()
    {
        using var night = new InventedNight();
        Decide(night, Policies.TextDecided("reply-days", "21"));
        var typed = await Typed.Into(night, "todo");
        typed.Out.ShouldContain("All of it: policy-undecided");
        typed.Out.ShouldContain("has not decided 7 of 8 questions");
        typed.Out.ShouldContain("licensing policy\n");
        Decide(night, Policies.AllDecided());
        (await Typed.Into(night, "todo")).Exit.ShouldBe(1);
    }

    private static void Decide(InventedNight night, string policy)
    {
        Directory.CreateDirectory(Path.Combine(night.Data, "governance"));
        File.WriteAllText(Path.Combine(night.Data, "governance", "policy.yaml"), policy);
    }
}
