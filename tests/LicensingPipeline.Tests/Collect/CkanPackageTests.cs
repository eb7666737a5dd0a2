using LicensingPipeline.Catalogue;
using LicensingPipeline.Collect;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Collect;

/// <summary>The newest resource of a package is found by what the portal says of it, and by nothing else.</summary>
public sealed class CkanPackageTests
{
    private const string Old = """{"name":"HMO Register - 1 June 2026.csv","format":"CSV","url":"http://council.example/download/a/HMO%20Register%20-%201%20June%202026.csv","created":"2026-06-01T09:00:00","last_modified":"2026-06-01T09:00:00.123456"}""";
    private const string New = """{"name":"HMO Register - 7 September 2026.csv","format":"csv","url":"http://council.example/download/b/HMO%20Register%20-%207%20September%202026.csv","created":"2026-09-07T09:00:00","last_modified":"2026-09-07T09:00:00.654321"}""";
    private const string Notes = """{"name":"Notes about the file","format":"PDF","url":"http://council.example/download/c/notes.pdf","created":"2026-10-01T09:00:00","last_modified":"2026-10-01T09:00:00"}""";
    private const string NewFile = "/download/b/HMO%20Register%20-%207%20September%202026.csv";

    private static StreamSpec Stream(string? resource = null, string format = "csv") =>
        Some.Stream(format) with { Api = new ApiSpec("ckan", new Uri("http://council.example" + Portals.Package), resource) };

    private static Reply Package(string resources) => Replies.Text($$$"""{"help":"…","success":true,"result":{"name":"hmo-register","resources":{{{resources}}}}}""", "application/json");

    private static async Task<OneNight> NightAsync(string resources)
    {
        var night = await OneNight.OpenAsync();
        night.Council.On(Portals.Package, Package(resources)).On(NewFile, Replies.Text(OneNight.Csv, "text/csv", ("ETag", "\"v1\"")));
        return night;
    }

    [Theory]
    [InlineData($"[{Old},{New},{Notes}]")]
    [InlineData($"[{New},{Notes},{Old}]")]
    [InlineData($$"""{"x9a":{{New}},"b2c":{{Old}},"c3d":{{Notes}}}""")]
    public async Task The_newest_of_the_format_is_fetched(string resources)
    {
        await using var night = await NightAsync(resources);

        var got = (await night.FetchAsync(Stream())).ShouldBeOfType<Got>();

        got.Requested.ShouldBe(new Uri("http://council.example" + NewFile));
        got.Files.ShouldHaveSingleItem().Name.ShouldBe("HMO Register - 7 September 2026.csv");
        night.Council.Paths.ShouldBe([Portals.Package, NewFile]);
    }

    [Fact]
    public async Task A_file_that_stands_still_is_not_fetched_twice()
    {
        await using var night = await NightAsync($"[{Old},{New}]");
        var got = (await night.FetchAsync(Stream())).ShouldBeOfType<Got>();
        night.Council.On(NewFile, Replies.NotModified());

        (await night.FetchAsync(Stream(), got.Validators)).ShouldBeOfType<NotModified>();
        night.Council.Asked[^1].Headers["If-None-Match"].ShouldBe("\"v1\"");
    }

    [Theory]
    [InlineData("""{"title":"Register","format":".CSV","url":"/download/b/HMO%20Register%20-%207%20September%202026.csv","timeFrame":{"from":"2026-09-01","to":"2026-09-30"}},{"title":"Register","format":"csv","url":"/old.csv","timeFrame":{"from":"2026-06-01","to":"2026-06-30"}}""")]
    [InlineData("""{"title":"Register","url":"/download/b/HMO%20Register%20-%207%20September%202026.csv","created":"2026-09-01"},{"title":"Register","format":"","url":"/old.csv","created":"2026-06-01","last_modified":"2026-10-30"}""")]
    [InlineData("""{"name":"Register","format":"text/csv","url":"/download/b/HMO%20Register%20-%207%20September%202026.csv"}""")]
    public async Task Portals_say_it_in_different_ways(string resources)
    {
        await using var night = await NightAsync($"[{resources}]");

        (await night.FetchAsync(Stream())).ShouldBeOfType<Got>();
    }

    [Fact]
    public async Task The_words_of_the_name_choose_among_newer_ones()
    {
        const string fees = """{"name":"Fees and charges","format":"CSV","url":"http://council.example/fees.csv","last_modified":"2026-10-30"}""";
        await using var night = await NightAsync($"[{Old},{New},{fees}]");

        (await night.FetchAsync(Stream("hmo register"))).ShouldBeOfType<Got>();
    }

    [Theory]
    [InlineData("[]", "csv", "It holds no resource at all.")]
    [InlineData($"[{Notes}]", "csv", "holds no csv resource. It holds \"Notes about the file\" (pdf).")]
    [InlineData("""[{"name":"a","format":"CSV","url":"/a.csv","created":"2026-09-01"},{"name":"b","format":"CSV","url":"/b.csv","created":"2026-09-01"}]""", "csv", "holds 2 csv resources of which none can be told to be the newest. It holds \"a\" (csv), \"b\" (csv).")]
    [InlineData("""[{"name":"a","format":"CSV","url":"/a.csv","created":"2026-09-01"},{"name":"b","format":"CSV","url":"/b.csv","last_modified":"2026-09-02"}]""", "csv", "holds 2 csv resources of which none can be told")]
    public async Task None_or_two_alike_is_a_moved_link_that_says_what_is_there(string resources, string format, string says)
    {
        await using var night = await NightAsync(resources);

        var failed = (await night.FetchAsync(Stream(format: format))).ShouldBeOfType<Failed>();

        failed.State.ShouldBe(StreamState.LinkMoved);
        failed.Detail.ShouldContain(says);
        night.Council.Paths.ShouldBe([Portals.Package]);
    }

    [Theory]
    [InlineData("""{"help":"…","success":false,"error":{"__type":"Not Found Error","message":"Not found"}}""", StreamState.LinkMoved, "(\"Not found\")")]
    [InlineData("{}", StreamState.LinkMoved, "names no package with resources")]
    [InlineData("[1", StreamState.HeldDrift, "cut off or damaged")]
    public async Task A_portal_that_knows_no_such_package_says_so(string answer, StreamState state, string says)
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On(Portals.Package, Replies.Text(answer, "application/json"));

        var failed = (await night.FetchAsync(Stream())).ShouldBeOfType<Failed>();

        failed.State.ShouldBe(state);
        failed.Detail.ShouldContain(says);
    }

    [Fact]
    public async Task A_resource_on_an_unencrypted_other_host_is_not_followed()
    {
        await using var night = await NightAsync("""[{"name":"a","format":"CSV","url":"http://other.example/a.csv","created":"2026-09-01"}]""");

        (await night.FetchAsync(Stream())).ShouldBeOfType<Failed>().Suggestion.ShouldBe("url: http://other.example/a.csv");
    }
}
