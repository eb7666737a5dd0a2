using LicensingPipeline.Collect;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Collect;

public sealed class RobotsTests
{
    private static Reply Txt(string text) => Replies.Text(text, "text/plain");

    [Fact]
    public async Task What_robots_txt_forbids_is_not_asked_for()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/robots.txt", Txt("User-agent: *\nDisallow: /files/")).On("/files/hmo.csv", Replies.Text(OneNight.Csv));

        var failed = (await night.FetchAsync()).ShouldBeOfType<Failed>();

        failed.State.ShouldBe(StreamState.Blocked);
        failed.Detail.ShouldContain("Disallow: /files/");
        night.Council.Paths.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_asked_for_once_in_a_run_and_by_each_host_and_port()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/files/hmo.csv", Replies.Text(OneNight.Csv));

        await night.FetchAsync();
        await night.FetchAsync();
        await night.FetchAsync("http://other.example/files/hmo.csv");
        await night.FetchAsync("http://council.example:8080/files/hmo.csv");

        night.Council.Asked.Where(a => a.Path == "/robots.txt").Select(a => a.Headers["Host"]).ShouldBe(["council.example", "other.example", "council.example:8080"]);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task A_file_that_is_not_there_allows_everything(int status)
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/robots.txt", Replies.Status(status)).On("/files/hmo.csv", Replies.Text(OneNight.Csv));

        (await night.FetchAsync()).ShouldBeOfType<Got>();
    }

    [Theory]
    [InlineData(429, StreamState.Blocked)]
    [InlineData(500, StreamState.Unreachable)]
    [InlineData(503, StreamState.Unreachable)]
    public async Task A_file_that_cannot_be_had_tonight_forbids_everything_tonight(int status, StreamState state)
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/robots.txt", Replies.Status(status)).On("/files/hmo.csv", Replies.Text(OneNight.Csv));

        var failed = (await night.FetchAsync()).ShouldBeOfType<Failed>();

        failed.State.ShouldBe(state);
        failed.Status.ShouldBe(status);
        failed.Detail.ShouldContain("robots.txt of council.example could not be read");
        night.Council.Paths.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_pause_it_asks_for_is_kept_up_to_half_a_minute()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("one.example/robots.txt", Txt("User-agent: *\nCrawl-delay: 11"))
            .On("two.example/robots.txt", Txt("User-agent: *\nCrawl-delay: 600"))
            .On("three.example/robots.txt", Txt("User-agent: *\nCrawl-delay: 0.5"));

        await night.FetchAsync("http://one.example/a");
        await night.FetchAsync("http://two.example/a");
        await night.FetchAsync("http://three.example/a");

        var at = night.Council.Asked.Select(a => a.At).ToList();
        (at[1] - at[0]).ShouldBe(TimeSpan.FromSeconds(11));
        (at[3] - at[2]).ShouldBe(TimeSpan.FromSeconds(30));
        (at[5] - at[4]).ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_redirect_is_followed_and_one_that_leads_nowhere_is_no_file()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("one.example/robots.txt", Replies.Redirect("/rules.txt")).On("one.example/rules.txt", Txt("User-agent: *\nDisallow: /"))
            .On("two.example/robots.txt", Replies.Redirect("/robots.txt")).On("two.example/a.csv", Replies.Text(OneNight.Csv));

        (await night.FetchAsync("http://one.example/a.csv")).ShouldBeOfType<Failed>().State.ShouldBe(StreamState.Blocked);
        (await night.FetchAsync("http://two.example/a.csv")).ShouldBeOfType<Got>();
    }

    [Fact]
    public async Task What_stands_beyond_500_KiB_is_not_read()
    {
        await using var night = await OneNight.OpenAsync();
        var padding = string.Concat(Enumerable.Repeat("# " + new string('x', 1021) + "\n", 500));
        padding.Length.ShouldBe(RobotsRules.MaxBytes);
        night.Council.On("one.example/robots.txt", Txt("User-agent: *\n" + padding + "Disallow: /"))
            .On("two.example/robots.txt", Txt("User-agent: *\nDisallow: /\n" + padding))
            .On("/a.csv", Replies.Text(OneNight.Csv));

        (await night.FetchAsync("http://one.example/a.csv")).ShouldBeOfType<Got>();
        (await night.FetchAsync("http://two.example/a.csv")).ShouldBeOfType<Failed>();
    }

    [Fact]
    public async Task The_landing_page_is_subject_to_it_too()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/robots.txt", Txt("User-agent: *\nDisallow: /hmo")).On("/hmo", Replies.Page("<a href='/a.csv'>a</a>"));

        (await night.DiscoverAsync(new("a", null, 1))).ShouldBeOfType<Failed>().State.ShouldBe(StreamState.Blocked);
        night.Council.Paths.ShouldBeEmpty();
    }
}
