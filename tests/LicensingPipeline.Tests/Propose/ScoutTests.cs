using LicensingPipeline.Collect;
using LicensingPipeline.Propose;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Propose;

/// <summary>What stands at an address that no source file names yet, and with which manners it is asked.</summary>
public sealed class ScoutTests
{
    [Fact]
    public async Task A_page_with_one_link_to_a_file_leads_to_the_file()
    {
        await using var at = await At.OpenAsync();
        at.Council.On("/hmo", Replies.Text("<html><body><a href=\"/about\">About</a><a href=\"/files/register.csv\">The register</a></body></html>", "text/html"))
            .On("/files/register.csv", Replies.Text(OneNight.Csv, "text/csv"));
        var found = await at.GoAsync("http://council.example/hmo");
        (found.Way, found.Format).ShouldBe(("discover: { css: \"a[href$='.csv']\", expect: 1 }", "csv"));
        found.Got.Files.ShouldHaveSingleItem().Name.ShouldBe("register.csv");
        at.Council.Asked[0].Path.ShouldBe("/robots.txt");
    }

    [Fact]
    public async Task A_page_that_holds_the_table_is_the_register()
    {
        await using var at = await At.OpenAsync();
        at.Council.On("/hmo", Replies.Text("<html><body><table><tr><th>Licence number</th><th>Property address</th></tr><tr><td>A/1</td><td>1 Nosuch Street</td></tr></table></body></html>", "text/html"));
        var found = await at.GoAsync("http://council.example/hmo");
        (found.Way, found.Format).ShouldBe(("url: \"http://council.example/hmo\"", "html"));
    }

    [Fact]
    public async Task A_file_of_another_kind_than_its_name_is_taken_for_what_it_is()
    {
        await using var at = await At.OpenAsync();
        at.Council.On("/register.xlsx", Replies.Text(OneNight.Csv, "text/csv"));
        (await at.GoAsync("http://council.example/register.xlsx")).Format.ShouldBe("csv");
    }

    [Fact]
    public async Task A_dataset_is_asked_through_its_interface()
    {
        await using var at = await At.OpenAsync();
        at.Council.Socrata(["""{"licence_number":"A/1","property_address":"1 Nosuch Street"}"""], 100);
        var found = await at.GoAsync("http://council.example/Housing/HMO-Register/abcd-1234/data");
        (found.Way, found.Format).ShouldBe(("api: { vendor: socrata, url: \"http://council.example/resource/abcd-1234.json\" }", "json"));
    }

    [Theory]
    [InlineData("https://council.metastreet.co.uk/public-register")]
    [InlineData("https://licensing.council.example/public-register")]
    public async Task A_search_for_people_is_never_asked(string search)
    {
        await using var at = await At.OpenAsync();
        (await Should.ThrowAsync<RefusedException>(() => at.GoAsync(search))).Message.ShouldContain("rung 2");
        at.Council.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_robots_txt_forbids_is_not_asked()
    {
        await using var at = await At.OpenAsync();
        at.Council.On("/robots.txt", Replies.Text("User-agent: *\nDisallow: /\n", "text/plain"));
        await Should.ThrowAsync<RefusedException>(() => at.GoAsync("http://council.example/register.csv"));
        at.Council.Paths.ShouldBeEmpty();
    }

    private sealed class At : IAsyncDisposable
    {
        private readonly Folder _folder = new();
        private readonly HttpMessageHandler _handler;
        private readonly Collector _collector;

        private At(LoopbackCouncil council, FakeClock clock)
        {
            Council = council;
            _handler = council.Handler();
            var archive = new Archive(_folder["archive"]);
            _collector = new Collector(_handler, new Operator("Example Branch", "https://branch.example/register"), "1.2.3", archive, OneNight.Defaults with { Tries = 1 }, clock);
            Scout = new Scout(_collector, archive, "E09000000");
        }

        public LoopbackCouncil Council { get; }

        private Scout Scout { get; }

        public static async Task<At> OpenAsync()
        {
            var clock = new FakeClock();
            return new At(await LoopbackCouncil.OpenAsync(clock), clock);
        }

        public Task<Scouted> GoAsync(string url) => Scout.GoAsync(new Uri(url), TestContext.Current.CancellationToken);

        public async ValueTask DisposeAsync()
        {
            _collector.Dispose();
            _handler.Dispose();
            await Council.DisposeAsync();
            _folder.Dispose();
        }
    }
}
