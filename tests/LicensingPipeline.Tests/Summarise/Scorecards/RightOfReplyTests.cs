using System.Text.Json;
using LicensingPipeline.Summarise;
using LicensingPipeline.Summarise.Scorecards;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Summarise.Scorecards;

/// <summary>No council is scored in public before it was asked and had its days to answer.</summary>
public sealed class RightOfReplyTests
{
    [Fact]
    public async Task An_edition_that_nobody_was_asked_about_is_refused_and_leaves_nothing_behind()
    {
        using var night = await NightAsync();
        var typed = await PublishAsync(night, "2026-q1");
        typed.Exit.ShouldBe(65);
        typed.Error.ShouldContain("No council was asked about edition 2026-q1, so it is not published. Write to each that has a copy to score (camden and hackney)");
        Directory.Exists(Path.Combine(night.Data, "editions")).ShouldBeFalse();
        Directory.Exists(Path.Combine(night.Data, "public-site")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_council_that_was_not_asked_is_left_out_and_its_page_says_so()
    {
        using var night = await NightAsync();
        (await NoteAsync(night, "camden", "2026-q1", "2026-02-01")).Error.ShouldContain("Camden was sent the draft of edition 2026-q1 on 1 February 2026 and can answer until 1 March 2026.");
        var typed = await PublishAsync(night, "2026-q1");
        typed.Exit.ShouldBe(0, typed.Error);
        typed.Error.ShouldContain("Hackney is not scored in edition 2026-q1: no letter to it is recorded.");

        var edition = Path.Combine(night.Data, "public-site", "editions", "2026-q1");
        File.ReadAllText(Path.Combine(edition, "camden", "index.html")).ShouldContain("The council was sent a draft on 1 February 2026 and asked to answer by 1 March 2026.");
        File.ReadAllText(Path.Combine(edition, "hackney", "index.html")).ShouldContain("the council was not asked first to check a draft");
        Directory.EnumerateDirectories(Path.Combine(edition, "camden")).ShouldNotBeEmpty();
        Directory.EnumerateDirectories(Path.Combine(edition, "hackney")).ShouldBeEmpty();
        File.ReadAllText(Path.Combine(edition, "scores.csv")).ShouldNotContain("Hackney");
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(edition, Edition.FileName)));
        json.RootElement.GetProperty("asked").EnumerateArray().Select(a => (a.GetProperty("authority").GetString(), a.GetProperty("sent").GetString(), a.GetProperty("answer_by").GetString()))
            .ShouldBe([("E09000007", "2026-02-01", "2026-03-01")]);
        json.RootElement.GetProperty("copies").EnumerateArray().Select(c => c.GetProperty("authority").GetString()).Distinct(StringComparer.Ordinal).ShouldBe(["E09000007"]);
        File.ReadAllText(Path.Combine(night.Data, "public-site", "replies.html")).ShouldContain("1 March 2026");
    }

    [Theory]
    [InlineData("2026-02-02", 65)]
    [InlineData("2026-02-01", 0)]
    public async Task An_edition_waits_until_the_last_day_to_answer_is_over(string sent, int exit)
    {
        using var night = await NightAsync();
        await NoteAsync(night, "camden", "2026-q1", "2026-01-05");
        await NoteAsync(night, "hackney", "2026-q1", sent);
        var typed = await PublishAsync(night, "2026-q1");
        typed.Exit.ShouldBe(exit, typed.Error);
        typed.Error.Contains("Edition 2026-q1 has to wait: hackney may still answer the draft, the last of them until 2 March 2026.", StringComparison.Ordinal).ShouldBe(exit == 65);
    }

    [Fact]
    public async Task A_letter_about_another_edition_opens_no_way_to_this_one()
    {
        using var night = await NightAsync();
        await NoteAsync(night, "camden", "2025-q4", "2025-10-01");
        (await PublishAsync(night, "2026-q1")).Error.ShouldContain("No council was asked about edition 2026-q1");
    }

    [Fact]
    public async Task A_second_letter_begins_the_days_anew()
    {
        using var night = await NightAsync();
        await NoteAsync(night, "camden", "2026-q1", "2026-01-05");
        await NoteAsync(night, "camden", "2026-q1", "2026-02-20");
        (await NoteAsync(night, "camden", "2026-q1", "2026-02-20")).Error.ShouldContain("That stood there already");
        (await PublishAsync(night, "2026-q1")).Error.ShouldContain("camden may still answer the draft, the last of them until 20 March 2026");
    }

    [Fact]
    public async Task A_note_that_cannot_be_is_refused_with_what_to_do()
    {
        using var night = await NightAsync();
        var none = await Typed.Into(night, "letter", "camden", "--kind", "draft-card", "--sent", "2026-02-01");
        (none.Exit, none.Error).ShouldBe((64, none.Error));
        none.Error.ShouldContain("--sent needs --edition");
        (await NoteAsync(night, "camden", "2026-q1", "2026-03-03")).Error.ShouldContain("3 March 2026 is still to come");
        (await NoteAsync(night, "camden", "2026-q1", "01/02/2026")).Error.ShouldContain("'01/02/2026' is no day. Write it as 2026-09-27: year, month, day.");
        (await NoteAsync(night, "camden", "2026 Q1", "2026-02-01")).Error.ShouldContain("cannot be the name of an edition");
        (await NoteAsync(night, "atlantis", "2026-q1", "2026-02-01")).Exit.ShouldBe(64);
        File.Exists(Path.Combine(night.Data, SentLetter.FileName)).ShouldBeFalse();

        await NoteAsync(night, "camden", "2026-q1", "2026-02-01");
        (OperatingSystem.IsWindows() || File.GetUnixFileMode(Path.Combine(night.Data, SentLetter.FileName)) == (UnixFileMode.UserRead | UnixFileMode.UserWrite)).ShouldBeTrue();
        await PublishAsync(night, "2026-q1");
        (await NoteAsync(night, "hackney", "2026-q1", "2026-02-01")).Error.ShouldContain("Edition 2026-q1 is published and stands as it was");
    }

    [Theory]
    [InlineData($"# {Demonstration.Mark}\nedition,authority\n", "must begin with the columns edition,authority,sent,answer_by")]
    [InlineData($"# {Demonstration.Mark}\n{SentLetter.Columns}\n2026-q1,E09000099,2026-02-01,2026-03-01\n", "line 3")]
    [InlineData($"# {Demonstration.Mark}\n{SentLetter.Columns}\n2026-q1,E09000007,01/02/2026,2026-03-01\n", "line 3")]
    [InlineData($"# {Demonstration.Mark}\n{SentLetter.Columns}\n2026-q1,E09000007,2026-03-01,2026-02-01\n", "line 3")]
    [InlineData($"{SentLetter.Columns}\n2026-q1,E09000007,2026-02-01,2026-03-01\n", "holds real letters and stands beside invented data")]
    public async Task A_list_of_letters_that_cannot_be_read_is_refused_and_never_guessed_at(string text, string said)
    {
        using var night = await NightAsync();
        await File.WriteAllTextAsync(Path.Combine(night.Data, SentLetter.FileName), text, TestContext.Current.CancellationToken);
        var typed = await PublishAsync(night, "2026-q1");
        typed.Exit.ShouldBe(65);
        typed.Error.ShouldContain(said);
    }

    private static async Task<InventedNight> NightAsync()
    {
        var night = new InventedNight();
        foreach (var (name, gss) in new[] { ("camden", "E09000007"), ("hackney", "E09000012") })
        {
            night.Source(name, InventedNight.Manual(gss, "hmo", "[ mandatory-hmo ]", "mandatory-hmo"));
            night.Hand(name, "hmo_2026-02-01.csv", "Ref,Address,Holder,Manager,Start,End,People\n"
                + string.Concat(Enumerable.Range(1, 40).Select(i => FormattableString.Invariant($"X/{i},\"{i} Quillfeather Road, N1 1AA\",Brightfold Lettings Ltd,,01/02/2023,31/01/2028,5\n"))));
        }

        await night.RunAsync();
        await File.WriteAllTextAsync(Path.Combine(night.Data, "operator.yaml"), "name: Example Branch\ncontact: branch@example.org\n", TestContext.Current.CancellationToken);
        return night;
    }

    private static Task<Typed> NoteAsync(InventedNight night, string council, string edition, string sent) =>
        Typed.Into(night, "letter", council, "--kind", "draft-card", "--edition", edition, "--sent", sent);

    private static Task<Typed> PublishAsync(InventedNight night, string edition) =>
        Typed.Into(night, "publish", "--edition", edition, "--out", Path.Combine(night.Data, "public-site"));
}
