using System.Text.Json;
using LicensingPipeline.Tests.Support;
using LicensingPipeline.Tests.View;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Cli;

public sealed class QuestionCommandTests(UsualNight usual) : IClassFixture<UsualNight>
{
    [Fact]
    public async Task Find_shows_a_home_and_how_it_stands()
    {
        var typed = await Typed.Into(usual.Night, "find", "custard", "lane");
        typed.Out.ShouldBe("""
            Demonstration: invented data, nothing about this council
            8 Custard Lane, N1 1AE
              mandatory HMO licence, reference CAM/5, held by Pomfret Example LLP
              2021-02-15 to 2026-02-15 - past its end date today
              Camden, stream hmo, copy as at 2026-02-01; matched by address; id ID

            1 found. An application that the council has not decided yet shows on no register.

            """.Replace("ID\n", typed.Out.Split("; id ")[1][..16] + "\n", StringComparison.Ordinal));
        typed.Exit.ShouldBe(0);
    }

    [Fact]
    public async Task A_former_licence_says_when_it_was_last_seen()
    {
        var typed = await Typed.Into(usual.Night, "find", "Plumstone");
        typed.Out.ShouldContain("2021-02-01 to 2026-01-31 - no longer on the register, last seen 2026-01-01");
    }

    [Fact]
    public async Task Find_json_has_the_record_and_why_and_what_is_covered()
    {
        using var json = JsonDocument.Parse((await Typed.Into(usual.Night, "find", "cam/1", "--json")).Out);
        var found = json.RootElement.EnumerateArray().Single();
        found.EnumerateObject().Select(p => p.Name).ShouldBe([.. Fields.All.Select(f => f.Key()), "current", "why", "covers", "demonstration"]);
        found.GetProperty("why").ToString().ShouldBe("""["reference"]""");
        found.GetProperty("covers").ToString().ShouldBe("""{"schemes":["mandatory-hmo","additional-hmo"],"area":"whole-borough","as_at":"2026-02-01"}""");
    }

    [Fact]
    public async Task Nothing_found_says_what_our_copies_cover()
    {
        var typed = await Typed.Into(usual.Night, "find", "Nowhere", "Street");
        typed.Exit.ShouldBe(1);
        typed.Out.ShouldContain("Not on our copies.");
        typed.Out.ShouldContain("Camden: mandatory HMO licences and additional HMO licences, whole borough, on the copy of 2026-02-01. Of Camden our copies do not include selective licences.");
        typed.Out.ShouldContain("Of Hackney our copies do not include mandatory HMO licences or additional HMO licences.");
        var asJson = await Typed.Into(usual.Night, "find", "Nowhere", "Street", "--json");
        (asJson.Exit, asJson.Out).ShouldBe((1, "[]\n"));
        asJson.Error.ShouldContain("Of Camden our copies do not include selective licences.");
    }

    [Fact]
    public async Task More_than_the_limit_are_counted() =>
        (await Typed.Into(usual.Night, "find", "N1", "--limit", "3")).Out.ShouldContain("1 more is not shown; narrow the question, or raise --limit.");

    [Fact]
    public async Task Changes_are_sentences_newest_first()
    {
        var typed = await Typed.Into(usual.Night, "changes", "camden");
        typed.Exit.ShouldBe(0);
        var lines = typed.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[..2].ShouldBe([Demonstration.Mark, "2026-02-01  Camden, hmo"]);
        lines[2..].Order(StringComparer.Ordinal).ShouldBe([
            "  14 Quillfeather Road, n11ab (CAM/2): left the register after its end date (it was 2026-01-31)",
            "  3 Marzipan Mews (CAM/3): max persons: '7' became '8'",
            "  8 Custard Lane, N1 1AE (CAM/5): new on the register (starts 2021-02-15), 1812 days after its start",
            "  =1 Formula Yard, N1 1AD (CAM/4): new on the register (starts 2026-01-01), 31 days after its start",
            "  Flat 1, 12 Quillfeather Road, N1 1AA (CAM/1): end date: '2028-01-31' became '2029-01-31'",
        ]);
    }

    [Theory]
    [InlineData(0, "changes", "--since", "2026-02-01")]
    [InlineData(1, "changes", "--since", "2026-02-02")]
    [InlineData(64, "changes", "--since", "2 Feb")]
    [InlineData(0, "changes", "--code", "granted")]
    [InlineData(1, "changes", "hackney")]
    [InlineData(64, "changes", "atlantis")]
    [InlineData(0, "issues", "E09000007")]
    [InlineData(64, "issues", "--code", "no.such-code")]
    [InlineData(1, "explain", "0123456789abcdef")]
    [InlineData(64, "explain", "CAM/1")]
    [InlineData(64, "find", "***")]
    [InlineData(64, "find")]
    [InlineData(64, "find", "x", "--limit", "0")]
    [InlineData(64, "export", "xml")]
    [InlineData(64, "status", "--max-age", "soon")]
    [InlineData(64, "nonsense")]
    [InlineData(64, "status", "--nonsense")]
    public async Task The_exit_code_says_how_it_went(int exit, params string[] words)
    {
        var typed = await Typed.Into(usual.Night, words);
        typed.Exit.ShouldBe(exit, typed.Error);
        typed.Error.ShouldNotContain("   at ");
        if (exit == 64)
        {
            (typed.Out, typed.Error.Length > 0).ShouldBe(("", true));
        }
    }

    [Theory]
    [InlineData(26, "26h", 0)]
    [InlineData(27, "26h", 65)]
    [InlineData(2, "90m", 65)]
    [InlineData(47, "2d", 0)]
    public async Task Status_tells_that_no_night_came(int hours, string most, int exit)
    {
        var clock = new FixedClock(usual.Night.Now.AddHours(hours));
        var typed = await Typed.Into(clock, "status", "--max-age", most, "--data", usual.Night.Data, "--sources", usual.Night.Sources);
        typed.Exit.ShouldBe(exit);
        typed.Error.Contains("The last run ended", StringComparison.Ordinal).ShouldBe(exit == 65);
    }

    [Fact]
    public async Task Status_says_beneath_a_held_register_why_and_what_to_write()
    {
        var typed = await Typed.Into(usual.Night, "status");
        var lines = typed.Out.Split('\n');
        var held = Array.FindIndex(lines, l => l.StartsWith("Hackney", StringComparison.Ordinal));
        lines[held].ShouldContain("HeldDrift");
        lines[held + 1].ShouldContain("\"Address\"");
        lines[held + 2].ShouldBe("    Suggested line: \"address of home\": property_address    # instead of \"Address\"");
    }

    [Fact]
    public async Task Status_json_has_the_agreed_keys()
    {
        using var json = JsonDocument.Parse((await Typed.Into(usual.Night, "status", "--json")).Out);
        json.RootElement.EnumerateArray().Select(r => string.Join(' ', r.EnumerateObject().Select(p => p.Name))).Distinct(StringComparer.Ordinal)
            .ShouldBe(["authority stream state rung as_at last_changed last_checked rows issues demonstration"]);
    }

    [Fact]
    public async Task A_folder_in_which_nothing_ran_is_told_in_a_sentence()
    {
        using var empty = new InventedNight();
        foreach (var command in new[] { "status", "changes", "issues" })
        {
            var typed = await Typed.Into(empty, command);
            (typed.Exit, typed.Out).ShouldBe((65, ""));
            typed.Error.ShouldContain("Run 'licensing run' first");
        }
    }

    [Fact]
    public async Task Issues_are_csv_and_the_public_ones_say_neither_where_nor_what()
    {
        var all = (await Typed.Into(usual.Night, "issues", "camden")).Out.Split('\n');
        all[0].ShouldBe("authority,stream,licence_id,code,severity,cause,field,where,raw,demonstration");
        all.ShouldContain(l => l.Contains("date.no-such-day,error,published,end_date,row 3,31/02/2029,", StringComparison.Ordinal));
        var open = (await Typed.Into(usual.Night, "issues", "--public")).Out;
        open.Split('\n')[0].ShouldBe("authority,stream,licence_id,code,severity,cause,field,demonstration");
        open.ShouldNotContain("31/02/2029");
    }

    [Fact]
    public async Task Our_sentences_blame_nobody()
    {
        foreach (var words in new[] { new[] { "find", "Nowhere" }, ["find", "N1"], ["status"], ["changes"], ["--help"], ["find", "--help"], ["run", "--help"] })
        {
            var typed = words[^1] == "--help" ? await Typed.Into(TimeProvider.System, words) : await Typed.Into(usual.Night, words);
            foreach (var never in NeverOurs.Words)
            {
                (typed.Out + typed.Error).ShouldNotContain(never, Case.Insensitive);
            }
        }
    }

    [Fact]
    public async Task An_export_to_a_file_is_the_printed_one_and_only_its_owner_reads_it()
    {
        var path = Path.Combine(usual.Night.Data, "all.csv");
        var typed = await Typed.Into(usual.Night, "export", "csv", "--out", path);
        (typed.Exit, typed.Out).ShouldBe((0, ""));
        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ShouldBe((await Typed.Into(usual.Night, "export", "csv")).Out);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
