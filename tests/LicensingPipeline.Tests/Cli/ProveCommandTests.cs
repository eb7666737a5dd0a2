using System.Text.Json;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Cli;

public sealed class ProveCommandTests
{
    [Fact]
    public async Task Renamed_columns_and_a_moved_header_go_from_proving_to_published_without_an_editor()
    {
        using var night = Moved();
        (await StateAsync(night)).ShouldBe("Proving");
        var before = await SourceAsync(night);

        var shown = await Typed.Into(night, "sources", "prove", "camden", "--data", night.Data);
        (shown.Exit, await SourceAsync(night)).ShouldBe((0, before));
        shown.Out.ShouldContain("Headings: in row 3; the source file says row 1");
        shown.Out.ShouldContain("Suggested line: \"Licence number\": reference    # instead of \"Ref\"");
        shown.Out.ShouldContain("As it stands: Proving.");
        shown.Out.ShouldContain("With the lines below: Ok.");
        shown.Out.ShouldContain("Dates in start_date: day first, proven by 1");

        var accepted = await Typed.Into(night, "sources", "prove", "camden", "--accept", "--by", "@reader", "--data", night.Data);
        accepted.Exit.ShouldBe(0);
        var after = await SourceAsync(night);
        SourceText.NewLines(before, after).Count.ShouldBeInRange(3, 10);
        after.ShouldContain("    verified: { by: \"@reader\", date: 2026-03-02 }\n");
        after.ShouldContain("header-row: 3");
        after.ShouldContain("# a remark that stays");
        (await Typed.Into(night, "sources", "check")).Exit.ShouldBe(0);
        (await StateAsync(night)).ShouldBe("Ok");
    }

    [Fact]
    public async Task A_stream_that_reads_well_and_nobody_saw_is_accepted_as_it_is()
    {
        using var night = InventedNight.Usual();
        night.Source("camden", Unverified());
        (await StateAsync(night)).ShouldBe("Proving");
        var before = await SourceAsync(night);
        (await Typed.Into(night, "sources", "prove", "camden", "--accept", "--data", night.Data)).Exit.ShouldBe(0);
        SourceText.NewLines(before, await SourceAsync(night)).Select(l => l.Trim()[..12]).ShouldBe(["verified: { ", "guards: { mi"]);
        (await StateAsync(night)).ShouldBe("Ok");
    }

    [Fact]
    public async Task A_copy_that_would_still_be_held_is_refused_in_a_sentence()
    {
        using var night = InventedNight.Usual();
        night.Source("camden", Unverified());
        night.Hand("camden", "hmo_2026-02-20.csv", "Something,Else\n1,2\n3,4\n");
        await StateAsync(night);
        var before = await SourceAsync(night);
        var typed = await Typed.Into(night, "sources", "prove", "camden", "--accept", "--data", night.Data);
        (typed.Exit, await SourceAsync(night)).ShouldBe((1, before));
        typed.Error.ShouldContain("would still be HeldDrift");
    }

    [Fact]
    public async Task Copies_that_stand_keep_being_read_when_a_heading_is_reworded()
    {
        using var night = InventedNight.Usual();
        (await StateAsync(night, "hackney")).ShouldBe("HeldDrift");
        var typed = await Typed.Into(night, "sources", "prove", "hackney", "--accept", "--data", night.Data);
        typed.Error.ShouldContain("lines of");
        typed.Exit.ShouldBe(0);
        var report = await Typed.Into(night, "run", "--offline", "--json");
        using var json = JsonDocument.Parse(report.Out);
        var stream = json.RootElement.GetProperty("streams").EnumerateArray().Single(s => s.GetProperty("authority").GetString() == "E09000012");
        stream.GetProperty("state").GetString().ShouldBe("Ok");
        stream.GetProperty("snapshots").EnumerateArray().Select(s => s.GetProperty("state").GetString()).ShouldBe(["Ok", "Ok"]);
    }

    [Fact]
    public async Task A_file_is_looked_at_without_any_run_and_names_nobody()
    {
        using var night = InventedNight.Usual();
        var file = Path.Combine(night.Inbox, "camden", "hmo_2026-02-01.csv");
        var typed = await Typed.Into(night, "sources", "prove", "camden", file, "--data", night.Data);
        typed.Exit.ShouldBe(0);
        typed.Out.ShouldContain("The oddest entries:");
        typed.Out.ShouldContain("date.no-such-day (end_date: \"31/02/2029\")");
        foreach (var personal in new[] { "Tiddlewick", "Brightfold", "Quillfeather", "Marzipan", "Formula" })
        {
            typed.Out.ShouldNotContain(personal);
        }

        Directory.Exists(night.Data).ShouldBeFalse();
    }

    [Fact]
    public async Task Where_no_copy_came_it_says_what_to_type()
    {
        using var night = InventedNight.Usual();
        var typed = await Typed.Into(night, "sources", "prove", "camden", "--data", night.Data);
        typed.Exit.ShouldBe(65);
        typed.Error.ShouldContain("licensing run camden");
        (await Typed.Into(night, "sources", "prove", "nowhere", "--data", night.Data)).Exit.ShouldBe(64);
    }

    [Fact]
    public async Task A_look_leaves_the_ledger_as_it_was()
    {
        using var night = Moved();
        await StateAsync(night);
        var before = (await Typed.Into(night, "status", "--json")).Out;
        await Typed.Into(night, "sources", "prove", "camden", "--data", night.Data, "--json");
        (await Typed.Into(night, "status", "--json")).Out.ShouldBe(before);
    }

    [Fact]
    public async Task Invented_data_changes_no_source_of_the_project()
    {
        using var night = InventedNight.Usual();
        await night.RunAsync(invented: true);
        var shipped = Checkout.File("sources");
        var typed = await Typed.Into(new FixedClock(night.Now), "sources", "prove", "camden", Checkout.File("README.md"), "--accept", "--data", night.Data, "--sources", shipped);
        typed.Exit.ShouldBe(65);
        typed.Error.ShouldContain("the project's own");
        (await Typed.Into(night, "sources", "prove", "camden", "--accept", "--data", night.Data)).Exit.ShouldBe(0);
    }

    private static async Task<string?> StateAsync(InventedNight night, string authority = "camden")
    {
        using var json = JsonDocument.Parse((await Typed.Into(night, "run", "--offline", authority, "--json")).Out);
        return json.RootElement.GetProperty("streams")[0].GetProperty("state").GetString();
    }

    private static Task<string> SourceAsync(InventedNight night) => File.ReadAllTextAsync(Path.Combine(night.Sources, "camden.yaml"), TestContext.Current.CancellationToken);

    private static string Unverified() =>
        InventedNight.Manual("E09000007", "hmo", "[ mandatory-hmo ]", "mandatory-hmo").Replace("    verified: { by: \"@nobody\", date: 2026-01-05 }\n", "", StringComparison.Ordinal);

    /// <summary>A stream nobody verified, whose file has other headings, in another row.</summary>
    private static InventedNight Moved()
    {
        var night = new InventedNight();
        night.Source("camden", Unverified().Replace("    cadence: monthly", "    cadence: monthly    # a remark that stays", StringComparison.Ordinal));
        night.Hand("camden", "hmo_2026-02-01.csv", """
            Register of invented homes,,,,,,
            ,,,,,,
            Licence number,Property address,Licence holder,Managing agent,Licence start date,Licence end date,Permitted occupants
            CAM/1,"Flat 1, 12 Quillfeather Road, N1 1AA",Brightfold Lettings Ltd,Ottoline Quent,01/02/2023,31/01/2029,5
            CAM/3,3 Marzipan Mews,Brightfold Lettings Ltd,,21/03/2024,20/03/2029,8
            """);
        return night;
    }
}
