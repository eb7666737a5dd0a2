using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Quality;

/// <summary>Rule 5: one source failing never harms another, and a failure never becomes an empty result.</summary>
public sealed class OneBadSourceTests
{
    public static TheoryData<string, (string Key, string? Yaml)[], string> Bad => new()
    {
        { "garbage", [], new string('\u0001', 5000) },
        { "a quote that never closes", [], "Licence No,Property Address,Holder,Start,End,Persons\nEX/1,\"never closed\n1\n2\n" },
        { "nothing", [], "" },
        { "html", [], "<!doctype html><title>Sorry</title><p>Service unavailable" },
        { "a workbook that is none", [("read", "{ format: xlsx }")], "PK\u0003\u0004nonsense" },
        { "json that is none", [("read", "{ format: json, path: '' }")], "[{\"Licence No\": " },
        { "a pattern without end", [("extract", "{ \"Holder\": '(?<holder_name>(a+)+)b' }"), ("columns", """{ "Licence No": reference, "Property Address": property_address }""")], Rows.Csv([$"EX/1,1 Quillfeather Road,{new string('a', 60)},,,"]) },
        { "a total's pattern without end", [("stated-total", "'Total ((?:a|aa)+)$'")], Rows.Csv([$"Total {new string('a', 60)}!,,,,,"]) },
        { "a date's pattern without end", [("manual", "{ folder: other, files: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.csv', as-at: { name: '^((?:a|aa)+)$' } }")], "x" },
        { "a start at the end of time", [("columns", """{ "Licence No": reference, "Property Address": property_address, "Start": start_date, "Persons": duration_months }""")], Rows.Csv(Rows.Of(1, 3, start: "01/06/9999", persons: "60")) },
        { "a script's date at the start of time", [], Rows.Csv(Rows.Of(1, 3, start: "Mon Jan 01 0001 00:00:00 GMT+0100 (X)")) },
    };

    [Theory, MemberData(nameof(Bad))]
    public async Task A_bad_file_next_to_a_good_one_harms_nobody(string what, (string Key, string? Yaml)[] changes, string bytes)
    {
        (string, string?)[] plain = [("manual", "{ folder: other, files: 'register_*.csv', as-at: 2026-01-31 }"), ("verified", null)];
        using var nights = new Nights().Source().Copy("2026-01-31", Rows.Csv(Rows.Of(1, 10)))
            .Source("other", Nights.SourceYaml("E09000002", ("hmo", [.. plain.Where(p => changes.All(c => c.Key != p.Item1)), .. changes])))
            .File("other/register_1.csv", bytes).File("other/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.csv", bytes);

        var report = await nights.RunAsync();

        report.Streams.Count.ShouldBe(2, what);
        (report.Streams[0].State, report.Streams[0].Licences).ShouldBe(("Ok", 10), what);
        report.Streams[1].State.ShouldBeOneOf("HeldDrift", "HeldShrunk", "HeldDegraded", "Proving", "ConfigError");
        report.Streams[1].Published.ShouldBe(0);
        if (report.Streams[1].State != "Proving")
        {
            report.Streams[1].Detail.ShouldEndWith(".");
        }

        Registers.Count(nights.Data, "select count(*) from licence").ShouldBe(10);
    }

    [Fact]
    public async Task A_link_that_leads_nowhere_harms_nobody()
    {
        using var nights = new Nights().Source().Copy("2026-01-31", Rows.Csv(Rows.Of(1, 10)))
            .Source("other", Nights.SourceYaml("E09000002", ("hmo", [("manual", "{ folder: other, files: '*.csv', as-at: 2026-01-31 }")])));
        Directory.CreateDirectory(Path.Combine(nights.Inbox, "other"));
        File.CreateSymbolicLink(Path.Combine(nights.Inbox, "other", "a.csv"), Path.Combine(nights.Inbox, "nowhere.csv"));

        var report = await nights.RunAsync();

        report.Streams.Select(s => s.State).ShouldBe(["Ok", "HeldDrift"]);
    }

    [Fact]
    public async Task Two_files_that_describe_one_stream_are_an_error_of_the_second()
    {
        using var nights = new Nights().Source().Source("twin", Nights.SourceYaml("E09000001", ("hmo", []))).Copy("2026-01-31", Rows.Csv(Rows.Of(1, 10)));

        var report = await nights.RunAsync();

        report.Exit.ShouldBe(3);
        report.Streams.Select(s => s.State).Order(StringComparer.Ordinal).ShouldBe(["ConfigError", "Ok"]);
        report.Streams.Single(s => s.State == "ConfigError").Detail.ShouldContain("E09000001/hmo stands in example.yaml too");
    }

    [Fact]
    public async Task Homes_whose_address_is_withheld_are_not_one_home()
    {
        using var nights = new Nights().Source().Copy("2026-01-31", Rows.Csv(Rows.Of(1, 10), [Rows.Row(11, address: "withheld")]));
        await nights.OneAsync();

        var night = await nights.Copy("2026-02-28", Rows.Csv(Rows.Of(1, 10), [Rows.Row(11, address: "withheld"), Rows.Row(12, address: "withheld")])).OneAsync();

        night.Events.ShouldCount(("granted", 1));
    }
}
