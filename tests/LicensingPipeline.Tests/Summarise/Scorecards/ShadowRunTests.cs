using System.Text.Json;
using System.Text.Json.Nodes;
using LicensingPipeline.Summarise.Scorecards;
using LicensingPipeline.Tests.Demo;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Summarise.Scorecards;

/// <summary>What our own change moves is published beside it, council by council.</summary>
[Collection(PlayedDemoGroup.Name)]
public sealed class ShadowRunTests(PlayedDemo demo)
{
    private string Sources => Path.Combine(demo.Data, "sources");

    [Theory]
    [InlineData("demonstration-1")]
    [InlineData("demonstration-2")]
    public async Task An_edition_worked_out_again_from_its_own_copies_comes_to_what_it_printed(string edition)
    {
        var typed = await Typed.Into(TimeProvider.System, "scorecard", "--edition", edition, "--json", "--data", demo.Data, "--sources", Sources);
        typed.Exit.ShouldBe(0, typed.Error);
        using var json = JsonDocument.Parse(typed.Out);
        json.RootElement.GetArrayLength().ShouldBeGreaterThan(10);
        json.RootElement.EnumerateArray().Where(l => l.GetProperty("moves").GetBoolean()).Select(l => l.GetProperty("short_name").GetString()).ShouldBeEmpty();
        foreach (var line in json.RootElement.EnumerateArray())
        {
            line.GetProperty("now").GetRawText().ShouldBe(line.GetProperty("printed").GetRawText());
            line.GetProperty("demonstration").GetString().ShouldBe(Demonstration.Mark);
        }
    }

    [Fact]
    public async Task Without_a_council_or_an_edition_it_says_what_to_name()
    {
        var typed = await Typed.Into(TimeProvider.System, "scorecard", "--data", demo.Data, "--sources", Sources);
        (typed.Exit, typed.Error).ShouldBe((64, typed.Error));
        typed.Error.ShouldContain("Name an authority, or an edition with --edition");
    }

    [Fact]
    public async Task An_edition_after_a_change_of_the_method_says_whom_the_change_moves_and_one_without_does_not()
    {
        using var folder = new Folder();
        foreach (var file in PlayedDemo.Files(demo.Data))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[file])!);
            File.Copy(Path.Combine(demo.Data, file), folder[file]);
        }

        File.Exists(folder["editions/demonstration-2/shadow.html"]).ShouldBeFalse();
        var frozen = folder[$"editions/demonstration-2/{Edition.FileName}"];
        var json = JsonNode.Parse(await File.ReadAllTextAsync(frozen, TestContext.Current.CancellationToken))!;
        json["method"] = "0.9";
        var camden = json["cards"]!.AsArray().Single(c => (string?)c!["authority"] == "E09000007")!;
        camden["validity"] = 91.25m;
        await File.WriteAllTextAsync(frozen, json.ToJsonString(), TestContext.Current.CancellationToken);

        var clock = new FixedClock(new DateTimeOffset(2027, 1, 15, 2, 0, 0, TimeSpan.Zero));
        string[] where = ["--data", folder.Path, "--sources", folder["sources"]];
        await Typed.Into(clock, ["letter", "camden", "--kind", "draft-card", "--edition", "demonstration-3", "--sent", "2026-12-01", .. where]);
        var published = await Typed.Into(clock, ["publish", "--edition", "demonstration-3", "--out", folder["public-site"], .. where]);
        published.Exit.ShouldBe(0, published.Error);

        var page = await new AngleSharp.Html.Parser.HtmlParser().ParseDocumentAsync(await File.ReadAllTextAsync(folder["public-site/editions/demonstration-3/shadow.html"], TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        page.Body!.TextContent.ShouldContain("1 of ");
        var rows = page.QuerySelectorAll("table tbody tr").Select(r => string.Join('|', r.QuerySelectorAll("th, td").Select(c => c.TextContent.Trim()))).ToList();
        rows.Select(r => r.Split('|')[0]).Distinct(StringComparer.Ordinal).Count().ShouldBe(33);
        rows.Where(r => r.Contains('→')).ShouldHaveSingleItem().ShouldContain("Camden|what is online|89.7|99.3|91.3 → 100.0|");
        (await File.ReadAllTextAsync(folder["public-site/editions/demonstration-3/index.html"], TestContext.Current.CancellationToken)).ShouldContain("The method has changed since edition demonstration-2");
    }
}
