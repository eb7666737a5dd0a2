using System.Text;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Collect;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Collect;

/// <summary>A layer comes whole and in the order of its object numbers, and a refusal inside a good status is one.</summary>
public sealed class ArcGisLayerTests
{
    private static readonly StreamSpec Stream = Some.Stream("arcgis") with { Api = new ApiSpec("arcgis", new Uri("http://council.example" + Portals.Layer), null) };

    private static string[] Features(int count) => [.. Enumerable.Range(1, count).Select(i => $"{{\"attributes\":{{\"OBJECTID\":{i},\"REF\":\"HMO/{i}\"}},\"geometry\":{{\"x\":530000,\"y\":180000}}}}")];

    [Theory]
    [InlineData(5, 2, 3)]
    [InlineData(4, 2, 2)]
    [InlineData(0, 2, 1)]
    public async Task The_description_and_all_pages_are_one_copy(int features, int page, int pages)
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.ArcGis(Features(features), page);

        var got = (await night.FetchAsync(Stream)).ShouldBeOfType<Got>();

        got.Files.Select(f => f.Name).ShouldBe(["layer.json", .. Enumerable.Range(1, pages).Select(i => $"page-000{i}.json")]);
        got.Files.ShouldAllBe(f => night.Archive.Check(f.Sha256));
        night.Council.Paths.Skip(2).ShouldBe(Enumerable.Range(0, pages).Select(i => Portals.ArcGisPage(i * page, page)));
    }

    [Fact]
    public async Task What_moves_without_the_data_makes_no_new_copy()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.ArcGis(Features(3), 2, edited: "1760000000000");
        var first = (await night.FetchAsync(Stream)).ShouldBeOfType<Got>();
        night.Council.ArcGis(Features(3), 2, edited: "1769999999999");
        var again = (await night.FetchAsync(Stream)).ShouldBeOfType<Got>();

        again.Sha256.ShouldBe(first.Sha256);
        using var layer = new StreamReader(night.Archive.Open(first.Files[0].Sha256), Encoding.UTF8);
        (await layer.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe("""{"name":"Homes","objectIdField":"OBJECTID","geometryType":"esriGeometryPoint","fields":[{"name":"OBJECTID","type":"esriFieldTypeOID"},{"name":"REF","type":"esriFieldTypeString"}],"spatialReference":{"wkid":27700,"latestWkid":27700}}""");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    public async Task Pages_that_hold_another_number_than_was_counted_are_a_failure(int counted)
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.ArcGis(Features(5), 5, counted);

        var failed = (await night.FetchAsync(Stream)).ShouldBeOfType<Failed>();

        failed.State.ShouldBe(StreamState.Unreachable);
        failed.Detail.ShouldContain($"counts {counted} records and gave 5");
        night.Archived.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(498, StreamState.Blocked)]
    [InlineData(499, StreamState.Blocked)]
    [InlineData(403, StreamState.Blocked)]
    [InlineData(400, StreamState.LinkMoved)]
    [InlineData(404, StreamState.LinkMoved)]
    [InlineData(500, StreamState.Unreachable)]
    public async Task An_error_inside_a_good_status_is_a_failure_wherever_it_comes(int code, StreamState state)
    {
        var error = Replies.Text($"{{\"error\":{{\"code\":{code},\"message\":\"Token\\n required\",\"details\":[]}}}}", "application/json");
        foreach (var path in new[] { Portals.Layer + "?f=json", Portals.Layer + "/query?where=1%3D1&returnCountOnly=true&f=json", Portals.ArcGisPage(2, 2) })
        {
            await using var night = await OneNight.OpenAsync();
            night.Council.ArcGis(Features(5), 2).On(path, error);

            var failed = (await night.FetchAsync(Stream)).ShouldBeOfType<Failed>();

            failed.State.ShouldBe(state);
            failed.Detail.ShouldContain($"({code}, \"Token required\")");
            night.Archived.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("?f=json", "{\"layers\":[]}", "names no field that numbers its records")]
    [InlineData("?f=json", "[]", "names no field that numbers its records")]
    [InlineData("?f=json", "{\"fields\":", "cut off or damaged")]
    [InlineData("/query?where=1%3D1&returnCountOnly=true&f=json", "{\"objectIds\":[]}", "did not say how many records")]
    public async Task A_layer_that_is_none_is_not_read(string path, string answer, string says)
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.ArcGis(Features(1), 2).On(Portals.Layer + path, Replies.Text(answer, "application/json"));

        var failed = (await night.FetchAsync(Stream)).ShouldBeOfType<Failed>();

        failed.State.ShouldBe(StreamState.HeldDrift);
        failed.Detail.ShouldContain(says);
    }

    [Fact]
    public async Task A_server_that_does_not_name_the_number_of_an_object_says_which_field_it_is()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.ArcGis(Features(2), 5).On(Portals.Layer + "?f=json", Replies.Text("""{"maxRecordCount":5,"fields":[{"name":"REF","type":"esriFieldTypeString"},{"name":"OBJECTID","type":"esriFieldTypeOID"}]}""", "application/json"));

        (await night.FetchAsync(Stream)).ShouldBeOfType<Got>();
    }
}
