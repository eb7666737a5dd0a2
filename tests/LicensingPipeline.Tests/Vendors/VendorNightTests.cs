using LicensingPipeline.Cli.Demo;
using LicensingPipeline.Summarise;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Vendors;

/// <summary>Whole nights with the vendors' shapes: from a server that plays a portal, or from what people saved, to the published register.</summary>
public sealed class VendorNightTests
{
    private const string Manual = "    manual: { folder: sabotage, files: '*.copy', as-at: { name: '(\\d{4}-\\d\\d-\\d\\d)' } }";

    private static Nights Playing(VendorSample sample, string way)
    {
        var nights = new Nights().Source(VendorSamples.ShortName, sample.Yaml.Replace(Manual, "    " + way, StringComparison.Ordinal).Replace(VendorSamples.Authority, Nights.Gss, StringComparison.Ordinal));
        return nights.Beside("data/operator.yaml", "name: Example Branch\ncontact: desk@branch.example\n");
    }

    private static async Task<StreamReport> NightAsync(Nights nights, LoopbackCouncil council)
    {
        using var handler = council.Handler();
        var report = await Nights.RunAsync(nights.Options() with { Handler = () => council.Handler() });
        nights.Clock.Advance(TimeSpan.FromDays(1));
        return report.Streams.ShouldHaveSingleItem();
    }

    private static void Serve(LoopbackCouncil council, IEnumerable<(Uri At, byte[] Bytes)> answers)
    {
        foreach (var (at, bytes) in answers)
        {
            council.On(at.PathAndQuery, Replies.Bytes(bytes, "application/json"));
        }
    }

    [Fact]
    public async Task A_layer_is_published_stands_unchanged_and_tells_what_changed()
    {
        var sample = VendorSamples.Of("arcgis");
        var layer = new Uri("http://maps.example" + Portals.Layer);
        using var nights = Playing(sample, $"api: {{ vendor: arcgis, url: {layer} }}");
        await using var council = await LoopbackCouncil.OpenAsync(nights.Clock);
        Serve(council, SampleArcGis.Answers(layer, sample.Copy, 25));

        var first = await NightAsync(nights, council);
        (first.State, first.RowsRead, first.Published).ShouldBe(("Ok", 60, 60), first.Detail);
        var second = await NightAsync(nights, council);
        (second.State, second.Events.Count).ShouldBe(("Unchanged", 0), second.Detail);
        Serve(council, SampleArcGis.Answers(layer, sample.Copy with { Rows = [.. sample.Copy.Rows.Skip(1)] }, 25));
        var third = await NightAsync(nights, council);
        (third.State, third.Published, third.Events.Values.Sum()).ShouldBe(("Ok", 59, 1), third.Detail);
    }

    [Fact]
    public async Task A_dataset_that_lost_a_page_on_the_way_leaves_the_last_good_copy_up()
    {
        var sample = VendorSamples.Of("socrata");
        var dataset = new Uri("http://data.example" + Portals.Dataset);
        using var nights = Playing(sample, $"api: {{ vendor: socrata, url: {dataset} }}");
        await using var council = await LoopbackCouncil.OpenAsync(nights.Clock);
        Serve(council, SampleSocrata.Answers(dataset, sample.Copy));

        (await NightAsync(nights, council)).State.ShouldBe("Ok");
        Serve(council, SampleSocrata.Answers(dataset, sample.Copy with { Rows = [.. sample.Copy.Rows.Take(40)] }).Skip(1));
        council.On(Portals.SocrataPage(40), Replies.Text("[]", "application/json"));
        var night = await NightAsync(nights, council);

        night.State.ShouldBe("Unreachable");
        night.Detail.ShouldContain("counts 60 records and gave 40");
        Registers.Count(nights.Data, "select count(*) from licence").ShouldBe(60);
    }

    [Fact]
    public async Task Saved_pages_of_one_day_are_one_copy_and_a_page_saved_by_mistake_holds_it()
    {
        var sample = VendorSamples.Of("details");
        using var nights = Playing(sample, "manual: { folder: saved, files: '*', as-at: { name: '(\\d{4}-\\d\\d-\\d\\d)' } }");
        var inbox = Path.Combine(nights.Inbox, "saved");
        Directory.CreateDirectory(Path.Combine(inbox, "0001_files"));
        foreach (var (name, page) in VendorSamples.Details.Pages(sample.Copy).Take(20))
        {
            File.WriteAllBytes(Path.Combine(inbox, "2026-10-01-" + Path.GetFileName(name)), page);
        }

        File.WriteAllBytes(Path.Combine(inbox, "rest-2026-10-01.zip"), VendorSamples.Details.Zip(sample.Copy with { Rows = [.. sample.Copy.Rows.Skip(10)] }));
        var first = await nights.OneAsync();
        (first.State, first.RowsRead, first.Published).ShouldBe(("Ok", 60, 60), first.Detail);

        var wrong = Path.Combine(inbox, "2026-10-02.html");
        File.WriteAllText(wrong, "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Checking</body></html>");
        (await nights.OneAsync()).State.ShouldBe("Blocked");
        File.WriteAllText(wrong, "<!DOCTYPE html><html><body><h1>Search results</h1><p>No results found</p><script src=\"recaptcha.js\"></script></body></html>");
        var last = await nights.OneAsync();
        last.State.ShouldBe("HeldDrift");
        last.Detail.ShouldContain("2026-10-02.html is a search that found nothing");
        Registers.Count(nights.Data, "select count(*) from licence").ShouldBe(60);
    }
}
