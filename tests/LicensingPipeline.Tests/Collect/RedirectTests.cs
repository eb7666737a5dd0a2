using LicensingPipeline.Collect;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Collect;

public sealed class RedirectTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_followed_and_recorded(int status)
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/old", Replies.Redirect("newer?x=1#top", status)).On("/newer?x=1", Replies.Redirect("/files/hmo.csv", status)).On("/files/hmo.csv", Replies.Text(OneNight.Csv));

        var got = (await night.FetchAsync("http://council.example/old")).ShouldBeOfType<Got>();

        got.Requested.ShouldBe(new Uri("http://council.example/old"));
        got.Redirects.ShouldBe([new Uri("http://council.example/newer?x=1"), new Uri(OneNight.File)]);
        got.FinalUrl.ShouldBe(new Uri(OneNight.File));
        got.Status.ShouldBe(200);
    }

    [Fact]
    public async Task Five_redirects_are_followed_and_a_sixth_is_not()
    {
        await using var night = await OneNight.OpenAsync();
        for (var i = 1; i <= 6; i++)
        {
            night.Council.On($"/{i}", Replies.Redirect($"/{i + 1}"));
        }

        night.Council.On("/7", Replies.Text(OneNight.Csv));

        (await night.FetchAsync("http://council.example/2")).ShouldBeOfType<Got>().Redirects.Count.ShouldBe(5);
        var failed = (await night.FetchAsync("http://council.example/1")).ShouldBeOfType<Failed>();
        failed.State.ShouldBe(StreamState.LinkMoved);
        failed.Status.ShouldBe(302);
        failed.Detail.ShouldContain("more than 5 times");
    }

    [Theory]
    [InlineData("http://other.example/hmo.csv", "on another host")]
    [InlineData("http://council.example/round", "in a circle")]
    [InlineData("ftp://council.example/hmo.csv", "no web address")]
    [InlineData("file:///etc/hosts", "no web address")]
    public async Task A_redirect_that_cannot_be_right_is_refused(string to, string why)
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/round", Replies.Redirect(to));

        var failed = (await night.FetchAsync("http://council.example/round")).ShouldBeOfType<Failed>();

        failed.State.ShouldBe(StreamState.LinkMoved);
        failed.Detail.ShouldContain(why);
        night.Council.Asked.ShouldAllBe(a => a.Host == "council.example");
    }

    [Fact]
    public async Task A_redirect_without_an_address_is_refused()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/files/hmo.csv", Replies.Status(302));

        (await night.FetchAsync()).ShouldBeOfType<Failed>().Detail.ShouldContain("without saying where to");
    }

    [Fact]
    public async Task Encryption_is_not_given_up_on_the_way()
    {
        await using var night = await OneNight.OpenAsync(tls: true);
        night.Council.On("/files/hmo.csv", Replies.Redirect("http://council.example/plain.csv"));

        var failed = (await night.FetchAsync("https://council.example/files/hmo.csv")).ShouldBeOfType<Failed>();

        failed.State.ShouldBe(StreamState.LinkMoved);
        failed.Detail.ShouldContain("from https to the unencrypted http://council.example/plain.csv");
        failed.Suggestion.ShouldBe("url: http://council.example/plain.csv");
    }

    [Fact]
    public async Task Another_host_is_reached_by_https_and_its_robots_txt_is_asked_first()
    {
        await using var night = await OneNight.OpenAsync(tls: true);
        night.Council.On("council.example/hmo.csv", Replies.Redirect("https://files.example/hmo.csv"))
            .On("files.example/robots.txt", Replies.Text("User-agent: *\nDisallow: /hmo", "text/plain"))
            .On("files.example/hmo.csv", Replies.Text(OneNight.Csv));

        var failed = (await night.FetchAsync("https://council.example/hmo.csv")).ShouldBeOfType<Failed>();

        failed.State.ShouldBe(StreamState.Blocked);
        failed.Detail.ShouldContain("robots.txt of files.example");
        night.Council.Asked.Select(a => a.Host + a.Path).ShouldBe(["council.example/robots.txt", "council.example/hmo.csv", "files.example/robots.txt"]);
    }
}
