using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Quality;

/// <summary>The states a stream can end in without a network, what people can say about them, and exit codes.</summary>
public sealed class StatesTests
{
    private const string January = "2026-01-31", February = "2026-02-28";
    private const string Verified = "verified";

    [Fact]
    public async Task A_stream_that_nobody_verified_is_read_and_archived_and_not_published()
    {
        using var nights = new Nights().Source((Verified, null)).Copy(January, Rows.Csv(Rows.Of(1, 10)));

        var night = await nights.OneAsync();

        (night.State, night.RowsRead, night.Published, night.Held).ShouldBe(("Proving", 10, 0, 10));
        Registers.Count(nights.Data, "select count(*) from licence").ShouldBe(0);
        File.Exists(Path.Combine(nights.Data, "archive", night.Sha256![..2], night.Sha256)).ShouldBeTrue();

        (await nights.Source().OneAsync()).State.ShouldBe("Ok");
        Registers.Count(nights.Data, "select count(*) from licence").ShouldBe(10);
    }

    [Theory]
    [InlineData("No licences are in force.\n", "EmptyDeclared", 0)]
    [InlineData(Nights.Columns + "\nNo licences are in force.\n", "EmptyDeclared", 0)]
    [InlineData("Nothing here.\n", "HeldDrift", 2)]
    public async Task A_register_that_says_it_is_empty_is_believed(string csv, string state, int exit)
    {
        using var nights = new Nights().Source(("empty", "No licences are in force")).Copy(January, csv);

        var report = await nights.RunAsync();

        (report.Streams[0].State, report.Exit).ShouldBe((state, exit));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_register_that_says_it_is_empty_and_holds_rows_is_held(bool otherHeadings)
    {
        using var nights = new Nights().Source(("empty", "No licences are in force")).Copy(January, Rows.Csv(Rows.Of(1, 100)));
        await nights.OneAsync();
        var csv = Rows.Csv(Rows.Of(1, 100), ["No licences are in force,,,,,"]);

        var night = await nights.Copy(February, otherHeadings ? csv.Replace("Licence No,", "Number,", StringComparison.Ordinal) : csv).OneAsync();

        night.State.ShouldStartWith("Held");
        Registers.Count(nights.Data, "select count(*) from licence").ShouldBe(100);
    }

    [Fact]
    public async Task An_empty_register_that_nobody_verified_stays_in_proving()
    {
        using var nights = new Nights().Source(("empty", "No licences are in force"), (Verified, null)).Copy(January, "No licences are in force.\n");

        (await nights.OneAsync()).State.ShouldBe("Proving");
    }

    [Fact]
    public async Task A_stream_that_ended_keeps_its_history_and_reads_nothing_new()
    {
        using var nights = new Nights().Source().Copy(January, Rows.Csv(Rows.Of(1, 10)));
        await nights.OneAsync();

        var report = await nights.Source(("retired", "{ date: 2026-02-01, why: moved to another system }")).Copy(February, Rows.Csv(Rows.Of(1, 3))).RunAsync();

        (report.Streams[0].State, report.Exit).ShouldBe(("Retired", 0));
        report.Streams[0].Detail.ShouldBe("Ended on 2026-02-01: moved to another system");
        Registers.Count(nights.Data, "select count(*) from licence").ShouldBe(10);
    }

    [Fact]
    public async Task A_second_night_without_a_new_file_is_manual_and_has_no_events()
    {
        using var nights = new Nights().Source().Copy(January, Rows.Csv(Rows.Of(1, 10))).Copy(February, Rows.Csv(Rows.Of(1, 11)));
        (await nights.OneAsync()).Events.ShouldCount(("granted", 1));

        var second = await nights.OneAsync();

        (second.State, second.Events.Count, second.Licences, second.AsAt).ShouldBe(("Manual", 0, 11, February));
    }

    [Fact]
    public async Task A_stream_without_any_copy_yet_says_what_to_hand_in()
    {
        using var nights = new Nights().Source();

        var report = await nights.RunAsync();

        (report.Streams[0].State, report.Exit).ShouldBe(("Manual", 0));
        report.Streams[0].Detail.ShouldContain("put a file named like register_*.csv into example of the inbox");
    }

    [Theory]
    [InlineData("HeldShrunk", 0)]
    [InlineData("HeldDrift", 2)]
    [InlineData(null, 2)]
    public async Task A_state_that_the_file_expects_needs_nobody(string? expected, int exit)
    {
        using var nights = new Nights().Source(("guards", "{ min-rows: 20 }"), ("expected", expected is null ? null : $"{{ state: {expected}, why: known, since: 2026-01-01 }}"))
            .Copy(January, Rows.Csv(Rows.Of(1, 10)));

        (await nights.RunAsync()).Exit.ShouldBe(exit);
    }

    [Fact]
    public async Task A_wrong_source_file_is_the_gravest_and_stops_only_itself()
    {
        using var nights = new Nights().Source(("guards", "{ min-rows: 20 }")).Source("other", "authority: E09000002\nsteward: '@x'\ncolour: red\n").Copy(January, Rows.Csv(Rows.Of(1, 10)));

        var report = await nights.RunAsync();

        report.Exit.ShouldBe(3);
        report.Streams.Select(s => (s.Authority, s.State)).ShouldBe([("E09000001", "HeldShrunk"), ("E09000002", "ConfigError")]);
        report.Streams[1].Detail.ShouldContain("other.yaml:3: colour: this key is not known here");
    }

    [Fact]
    public async Task What_a_person_accepts_holds_for_these_bytes_only()
    {
        using var nights = new Nights().Source().Copy(January, Rows.Csv(Rows.Of(1, 100)));
        await nights.OneAsync();
        var held = await nights.Copy(February, Rows.Csv(Rows.Of(1, 50))).OneAsync();
        held.State.ShouldBe("HeldShrunk");

        nights.Beside("sources/acks/example.yaml", Ack(held.Sha256!, "HeldShrunk"));
        var accepted = await nights.OneAsync();
        (accepted.State, accepted.Licences).ShouldBe(("Ok", 50));
        accepted.Events.ShouldCount(("vanished", 50));
        accepted.Warnings.ShouldContain(w => w.StartsWith("Acknowledged: 50 of 100 licences are gone", StringComparison.Ordinal));
        Registers.Count(nights.Data, "select count(*) from event where code='vanished' and cause='bytes'").ShouldBe(50);

        (await nights.Copy("2026-03-31", Rows.Csv(Rows.Of(1, 20))).OneAsync()).State.ShouldBe("HeldShrunk");
        Registers.Count(nights.Data, $"select count(*) from licence where as_at='{February}'").ShouldBe(50);
    }

    [Fact]
    public async Task Accepting_one_state_does_not_accept_another()
    {
        using var nights = new Nights().Source().Copy(January, Rows.Csv(Rows.Of(1, 100)));
        await nights.OneAsync();
        var held = await nights.Copy(February, Rows.Csv(Rows.Of(1, 50, persons: ""))).OneAsync();
        held.State.ShouldBe("HeldDegraded");

        nights.Beside("sources/acks/example.yaml", Ack(held.Sha256!, "HeldDegraded"));

        (await nights.OneAsync()).State.ShouldBe("HeldShrunk");
        Registers.Count(nights.Data, "select count(*) from licence").ShouldBe(100);
    }

    [Theory]
    [InlineData("- { sha256: [1")]
    [InlineData("just: a map\n")]
    [InlineData("- { sha256: abc, accept: Ok, why: x, who: y, date: 2026-01-01 }\n")]
    public async Task Wrong_acknowledgements_are_errors_of_that_source(string yaml)
    {
        using var nights = new Nights().Source().Source("other", Nights.SourceYaml("E09000002", ("hmo", [("manual", "{ folder: other, files: '*.csv', as-at: 2026-01-31 }")])))
            .Copy(January, Rows.Csv(Rows.Of(1, 10))).Copy(January, Rows.Csv(Rows.Of(1, 10)), "other").Beside("sources/acks/example.yaml", yaml);

        var report = await nights.RunAsync();

        report.Streams.Select(s => (s.Authority, s.State)).ShouldBe([("E09000001", "ConfigError"), ("E09000002", "Ok")]);
        report.Streams[0].Detail.ShouldContain("acks/example.yaml:");
    }

    [Fact]
    public async Task A_source_file_that_became_wrong_stops_its_collection_and_not_what_is_published()
    {
        using var nights = new Nights().Source().Copy(January, Rows.Csv(Rows.Of(1, 100)));
        await nights.OneAsync();
        var before = Registers.Licences(nights.Data);

        var report = await nights.Copy(February, Rows.Csv(Rows.Of(1, 99))).Beside("sources/example.yaml", "authority: E09000001\nstewart: misspelt\n").RunAsync();

        report.Exit.ShouldBe(3);
        report.Streams.Single().State.ShouldBe("ConfigError");
        Registers.Licences(nights.Data).ShouldBe(before);

        // Mended, it goes on where it stood.
        (await nights.Source().OneAsync()).Licences.ShouldBe(99);
    }

    [Theory]
    [InlineData(90, 95)]
    [InlineData(95, 90)]
    public async Task A_corrected_copy_of_the_same_date_takes_the_place_of_the_first(int first, int corrected)
    {
        // Whichever of the two hashes comes first in order: what lies in the inbox is what counts.
        using var nights = new Nights().Source().Copy(January, Rows.Csv(Rows.Of(1, first)));
        await nights.OneAsync();

        var report = await nights.Copy(January, Rows.Csv(Rows.Of(1, corrected))).OneAsync();

        (report.State, report.Licences).ShouldBe(("Ok", corrected));
        Registers.Count(nights.Data, "select count(*) from licence").ShouldBe(corrected);
        Registers.Count(nights.Data, "select count(*) from event").ShouldBe(0);
        (await nights.OneAsync()).State.ShouldBe("Manual");
    }

    [Theory]
    [InlineData(90, 40)]
    [InlineData(91, 41)]
    public async Task A_corrected_copy_of_the_same_date_that_is_held_takes_nobodys_place(int first, int corrected)
    {
        using var nights = new Nights().Source(("guards", "{ min-rows: 80 }")).Copy(January, Rows.Csv(Rows.Of(1, first)));
        await nights.OneAsync();

        (await nights.Copy(January, Rows.Csv(Rows.Of(1, corrected))).OneAsync()).State.ShouldBe("HeldShrunk");
        Registers.Count(nights.Data, "select count(*) from licence").ShouldBe(first);
        (await nights.OneAsync()).State.ShouldBe("HeldShrunk");
        Registers.Count(nights.Data, "select count(*) from licence").ShouldBe(first);

        // Corrected once more, and rightly.
        var report = await nights.Copy(January, Rows.Csv(Rows.Of(1, first - 1))).OneAsync();
        (report.State, report.Licences).ShouldBe(("Ok", first - 1));
        Registers.Count(nights.Data, "select count(*) from licence").ShouldBe(first - 1);
        Registers.Count(nights.Data, "select count(*) from event").ShouldBe(0);
    }

    [Fact]
    public async Task A_mended_line_judges_the_held_copy_again()
    {
        using var nights = new Nights().Source(("columns", """{ "Number": reference, "Property Address": property_address }""")).Copy(January, Rows.Csv(Rows.Of(1, 10)));
        (await nights.OneAsync()).State.ShouldBe("HeldDrift");

        var mended = await nights.Source().OneAsync();

        (mended.State, mended.Licences, mended.Events.Count).ShouldBe(("Ok", 10, 0));
    }

    [Fact]
    public async Task Events_of_a_copy_that_is_published_late_are_told_on_the_night_it_is_published()
    {
        using var nights = new Nights().Source(("guards", "{ min-rows: 11 }")).Copy(January, Rows.Csv(Rows.Of(1, 11)));
        await nights.OneAsync();
        (await nights.Copy(February, Rows.Csv(Rows.Of(2, 10), Rows.Of(20, 20))).OneAsync()).State.ShouldBe("HeldShrunk");

        var mended = await nights.Source(("guards", "{ min-rows: 1 }")).Copy(January, Rows.Csv(Rows.Of(1, 11))).OneAsync();

        mended.State.ShouldBe("HeldShrunk", "two of eleven are gone");
        var night = await nights.Copy("2026-03-31", Rows.Csv(Rows.Of(1, 11), Rows.Of(20, 20))).OneAsync();
        night.Events.ShouldCount(("granted", 1));
    }

    [Fact]
    public async Task Our_change_gives_only_remapped_events()
    {
        using var nights = new Nights().Source().Copy(January, Rows.Csv(Rows.Of(1, 10))).Copy(February, Rows.Csv(Rows.Of(1, 10, persons: "4")));
        await nights.OneAsync();
        var before = Registers.Events(nights.Data);

        var night = await nights.Source(("constants", "{ scheme: additional-hmo }")).OneAsync();

        night.Events.ShouldCount(("remapped", 10));
        Registers.Events(nights.Data).Where(e => !e.Contains("remapped", StringComparison.Ordinal)).ShouldBe(before);
        Registers.Count(nights.Data, "select count(*) from event where code='remapped' and cause='source'").ShouldBe(10);
        Registers.Count(nights.Data, "select count(*) from licence where scheme='additional-hmo'").ShouldBe(10);
        (await nights.OneAsync()).Events.ShouldBeEmpty();
    }

    private static string Ack(string sha256, string state) => $"- {{ sha256: {sha256}, accept: {state}, why: looked at it, who: '@example', date: 2026-03-01 }}\n";
}
