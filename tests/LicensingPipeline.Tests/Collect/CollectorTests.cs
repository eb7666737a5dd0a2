using System.Security.Cryptography;
using System.Text;
using LicensingPipeline.Collect;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Collect;

public sealed class CollectorTests
{
    [Fact]
    public async Task A_file_that_comes_whole_is_kept_under_its_hash_with_what_was_said_about_it()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/files/hmo.csv", Replies.Text(OneNight.Csv, "text/csv; charset=utf-8", ("ETag", "\"v1\""), ("Last-Modified", "Thu, 01 Oct 2026 08:30:00 GMT")));

        var got = (await night.FetchAsync()).ShouldBeOfType<Got>();

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(OneNight.Csv)));
        got.Sha256.ShouldBe(hash);
        got.Bytes.ShouldBe(OneNight.Csv.Length);
        got.Status.ShouldBe(200);
        got.ContentType.ShouldBe("text/csv; charset=utf-8");
        got.ETag.ShouldBe("\"v1\"");
        got.LastModified.ShouldBe("Thu, 01 Oct 2026 08:30:00 GMT");
        got.SourceDate.ShouldBe(new DateOnly(2026, 10, 1));
        got.Requested.ShouldBe(new Uri(OneNight.File));
        got.FinalUrl.ShouldBe(new Uri(OneNight.File));
        got.Redirects.ShouldBeEmpty();
        got.Files.ShouldHaveSingleItem().ShouldBe(new CollectedFile("hmo.csv", hash, OneNight.Csv.Length, new Uri(OneNight.File)));
        got.At.ShouldBe(new DateTimeOffset(2026, 10, 5, 1, 0, 0, TimeSpan.Zero));
        night.Archive.Check(hash).ShouldBeTrue();
    }

    [Fact]
    public async Task The_user_agent_names_the_program_its_version_and_whom_to_ask()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/files/hmo.csv", Replies.Text(OneNight.Csv));

        await night.FetchAsync();

        night.Council.Asked.Count.ShouldBe(2);
        night.Council.Asked.ShouldAllBe(a => a.Headers["User-Agent"] == "LicensingPipeline/1.2.3 (+https://branch.example/register)");
    }

    [Fact]
    public async Task What_was_remembered_of_an_address_is_sent_to_it_and_not_modified_is_taken_for_an_answer()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/files/hmo.csv", Replies.NotModified());

        var attempt = await night.FetchAsync(last: new Validators(new Uri(OneNight.File), "W/\"v1\"", "Thu, 01 Oct 2026 08:30:00 GMT"));

        attempt.ShouldBeOfType<NotModified>().Requested.ShouldBe(new Uri(OneNight.File));
        var asked = night.Council.Asked[^1];
        asked.Headers["If-None-Match"].ShouldBe("W/\"v1\"");
        asked.Headers["If-Modified-Since"].ShouldBe("Thu, 01 Oct 2026 08:30:00 GMT");
        night.Archived.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_remembered_of_one_address_is_not_sent_to_another()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/hmo", Replies.Page("<a href='files/2026-10.csv'>Register</a>")).On("/files/2026-10.csv", Replies.Text(OneNight.Csv));

        var attempt = await night.DiscoverAsync(new("a", null, 1), last: new Validators(new Uri("http://council.example/files/2026-09.csv"), "\"v1\"", null));

        attempt.ShouldBeOfType<Got>();
        night.Council.Asked.ShouldAllBe(a => !a.Headers.ContainsKey("If-None-Match"));
    }

    [Fact]
    public async Task What_is_to_be_remembered_belongs_to_the_address_that_gave_it()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/latest", Replies.Redirect("/files/hmo.csv")).On("/files/hmo.csv", Replies.Text(OneNight.Csv, "text/csv", ("ETag", "\"v1\"")), Replies.NotModified());

        var got = (await night.FetchAsync("http://council.example/latest")).ShouldBeOfType<Got>();
        got.Validators.ShouldBe(new Validators(new Uri(OneNight.File), "\"v1\"", null));
        (await night.FetchAsync("http://council.example/latest", last: got.Validators)).ShouldBeOfType<NotModified>();
        night.Council.Asked.Where(a => a.Path == "/latest").ShouldAllBe(a => !a.Headers.ContainsKey("If-None-Match"));
    }

    [Fact]
    public async Task Not_modified_without_having_been_asked_is_no_success()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/files/hmo.csv", Replies.NotModified());

        (await night.FetchAsync()).ShouldBeOfType<Failed>().State.ShouldBe(StreamState.Unreachable);
    }

    [Fact]
    public async Task A_date_in_the_future_is_not_taken_for_the_date_of_the_source()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/files/hmo.csv", Replies.Text(OneNight.Csv, "text/csv", ("Last-Modified", "Fri, 01 Oct 2027 08:30:00 GMT")));

        (await night.FetchAsync()).ShouldBeOfType<Got>().SourceDate.ShouldBeNull();
    }

    [Theory]
    [InlineData(401, StreamState.Blocked)]
    [InlineData(403, StreamState.Blocked)]
    [InlineData(406, StreamState.Blocked)]
    [InlineData(429, StreamState.Blocked)]
    [InlineData(404, StreamState.LinkMoved)]
    [InlineData(400, StreamState.LinkMoved)]
    [InlineData(410, StreamState.Gone)]
    [InlineData(408, StreamState.Unreachable)]
    [InlineData(500, StreamState.Unreachable)]
    [InlineData(503, StreamState.Unreachable)]
    public async Task A_refusal_becomes_a_state_with_the_status_beside_it(int status, StreamState state)
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/files/hmo.csv", Replies.Status(status));

        var failed = (await night.FetchAsync()).ShouldBeOfType<Failed>();

        failed.State.ShouldBe(state);
        failed.Status.ShouldBe(status);
        failed.Requested.ShouldBe(new Uri(OneNight.File));
        failed.Detail.ShouldEndWith(".");
        night.Archived.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_missing_file_suggests_to_look_for_the_link()
    {
        await using var night = await OneNight.OpenAsync();

        (await night.FetchAsync()).ShouldBeOfType<Failed>().Suggestion.ShouldNotBeNull().ShouldStartWith("discover:");
    }

    [Theory]
    [InlineData(404, StreamState.LinkMoved)]
    [InlineData(410, StreamState.Gone)]
    [InlineData(403, StreamState.Blocked)]
    public async Task A_landing_page_that_is_not_there_becomes_a_state(int status, StreamState state)
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/hmo", Replies.Status(status));

        var failed = (await night.DiscoverAsync(new("a", null, 1))).ShouldBeOfType<Failed>();

        failed.State.ShouldBe(state);
        failed.Requested.ShouldBe(new Uri(OneNight.Page));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(403)]
    [InlineData(503)]
    public async Task A_challenge_is_reported_at_any_status_and_asked_once(int status)
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/files/hmo.csv", Replies.Status(status, "<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>"));

        var failed = (await night.FetchAsync()).ShouldBeOfType<Failed>();

        failed.State.ShouldBe(StreamState.Blocked);
        failed.Detail.ShouldContain("just a moment");
        failed.Detail.ShouldContain("write to the council");
        night.Council.Paths.ShouldBe(["/files/hmo.csv"]);
    }

    [Fact]
    public async Task A_challenge_in_the_headers_is_one_too()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/files/hmo.csv", Replies.Status(202, "", ("x-amzn-waf-action", "challenge")));

        (await night.FetchAsync()).ShouldBeOfType<Failed>().State.ShouldBe(StreamState.Blocked);
    }

    [Fact]
    public async Task A_challenge_in_place_of_the_landing_page_is_no_moved_link()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/hmo", Replies.Page("<html><title>Attention Required! | Cloudflare</title><a href='https://www.example/'>about</a></html>"));

        (await night.DiscoverAsync(new("a[href$='.csv']", null, 1))).ShouldBeOfType<Failed>().State.ShouldBe(StreamState.Blocked);
    }

    [Fact]
    public async Task A_page_that_came_for_a_spreadsheet_is_drift_and_is_not_kept()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/files/hmo.csv", Replies.Text("<html><body>Our website is changing</body></html>", "text/csv"));

        var failed = (await night.FetchAsync()).ShouldBeOfType<Failed>();

        failed.State.ShouldBe(StreamState.HeldDrift);
        failed.Detail.ShouldContain("an HTML page came where a spreadsheet (csv) was expected");
        night.Archived.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stream_that_is_handed_in_is_never_fetched()
    {
        await using var night = await OneNight.OpenAsync();

        await Should.ThrowAsync<ArgumentException>(() => night.FetchAsync(Some.Stream("csv")));
        night.Council.Asked.ShouldBeEmpty();
    }
}
