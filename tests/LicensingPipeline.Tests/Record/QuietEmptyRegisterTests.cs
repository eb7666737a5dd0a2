using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Record;

public sealed class QuietEmptyRegisterTests
{
    [Fact]
    public async Task A_page_that_declared_a_register_empty_does_not_stop_a_later_night_on_which_only_others_changed()
    {
        const string none = "No notices are in force";
        using var nights = new Nights()
            .Source("other", Nights.SourceYaml(
                "E09000002",
                ("exemptions", [("read", "{ format: html }"), ("manual", "{ folder: other, files: 'page.html', as-at: 2026-09-01 }"), ("empty", $"\"{none}\""), ("register", "exemptions"), ("guards", "{ min-rows: 0 }")])))
            .Source()
            .File("other/page.html", $"<html><p>{none}.</p></html>")
            .Copy("2026-09-01", Rows.Csv(Rows.Of(1, 5)));
        (await nights.RunAsync()).Streams.Select(s => s.State).ShouldBe(["Ok", "EmptyDeclared"]);
        nights.Copy("2026-09-02", Rows.Csv(Rows.Of(1, 6)));
        (await nights.RunAsync()).Streams.Select(s => s.State).ShouldBe(["Ok", "EmptyDeclared"]);
    }
}
