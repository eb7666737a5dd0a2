using LicensingPipeline.Collect;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Collect;

public sealed class MannersTests
{
    private static readonly string[] FourFiles = ["/a.csv", "/b.csv", "/c.csv", "/d.csv"];

    [Fact]
    public void The_defaults_are_the_promised_ones()
    {
        var options = OneNight.Defaults;

        options.Pause.ShouldBe(TimeSpan.FromSeconds(2));
        options.MaxPause.ShouldBe(TimeSpan.FromSeconds(30));
        options.Timeout.ShouldBe(TimeSpan.FromSeconds(60));
        options.MaxTry.ShouldBe(TimeSpan.FromMinutes(15));
        options.Tries.ShouldBe(3);
        options.BackOff.ShouldBe(TimeSpan.FromSeconds(2));
        options.MaxRetryAfter.ShouldBe(TimeSpan.FromSeconds(120));
        options.MaxBytes.ShouldBe(200L * 1024 * 1024);
        options.MaxPageBytes.ShouldBe(10L * 1024 * 1024);
        options.MaxRedirects.ShouldBe(5);
    }

    [Fact]
    public async Task Two_seconds_pass_between_requests_to_a_host()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/hmo", Replies.Page("<a href='/files/hmo.csv'>Register</a>")).On("/files/hmo.csv", Replies.Text(OneNight.Csv));

        await night.DiscoverAsync(new("a", null, 1));

        night.Council.Asked.Select(a => a.Path).ShouldBe(["/robots.txt", "/hmo", "/files/hmo.csv"]);
        Gaps(night).ShouldBe([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2)]);
    }

    [Fact]
    public async Task The_pause_counts_from_the_end_of_the_answer()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/files/hmo.csv", Replies.Slowly(night.Clock, TimeSpan.FromSeconds(7), OneNight.Csv)).On("/b.csv", Replies.Text(OneNight.Csv));

        await night.FetchAsync();
        await night.FetchAsync("http://council.example/b.csv");

        Gaps(night)[^1].ShouldBe(TimeSpan.FromSeconds(9));
    }

    [Fact]
    public async Task A_host_gets_one_request_at_a_time_however_many_streams_it_has()
    {
        await using var night = await OneNight.OpenAsync();
        var gauge = new Gauge();
        foreach (var path in FourFiles)
        {
            night.Council.On(path, Replies.Gauged(gauge, Replies.Text(OneNight.Csv)));
        }

        var attempts = await Task.WhenAll(FourFiles.Select(p => night.FetchAsync("http://council.example" + p)));

        attempts.ShouldAllBe(a => a is Got);
        gauge.Most.ShouldBe(1);
        Gaps(night).ShouldAllBe(g => g >= TimeSpan.FromSeconds(2));
        night.Council.Asked.Count(a => a.Path == "/robots.txt").ShouldBe(1);
    }

    [Fact]
    public async Task Hosts_do_not_wait_for_one_another()
    {
        await using var night = await OneNight.OpenAsync();
        var met = new TaskCompletionSource();
        var first = new TaskCompletionSource();
        // The first host answers only when the second has been asked.
        night.Council
            .On("one.example/a.csv", async http =>
            {
                first.TrySetResult();
                await met.Task.WaitAsync(TimeSpan.FromSeconds(20), http.RequestAborted);
                await Replies.Text(OneNight.Csv)(http);
            })
            .On("two.example/a.csv", async http =>
            {
                await first.Task.WaitAsync(TimeSpan.FromSeconds(20), http.RequestAborted);
                met.TrySetResult();
                await Replies.Text(OneNight.Csv)(http);
            });

        var attempts = await Task.WhenAll(night.FetchAsync("http://one.example/a.csv"), night.FetchAsync("http://two.example/a.csv"));

        attempts.ShouldAllBe(a => a is Got);
    }

    [Theory]
    [InlineData(429, 90)]
    [InlineData(503, 90)]
    [InlineData(429, 120)]
    [InlineData(503, 120)]
    public async Task Retry_after_is_waited_for(int status, int seconds)
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/files/hmo.csv", Replies.Status(status, "", Replies.RetryAfter(seconds)), Replies.Text(OneNight.Csv));

        (await night.FetchAsync()).ShouldBeOfType<Got>();

        Gaps(night)[^1].ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task Retry_after_may_name_a_moment()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/files/hmo.csv", Replies.Status(503, "", ("Retry-After", "Mon, 05 Oct 2026 01:01:30 GMT")), Replies.Text(OneNight.Csv));

        (await night.FetchAsync()).ShouldBeOfType<Got>();

        night.Council.Asked[^1].At.ShouldBe(new DateTimeOffset(2026, 10, 5, 1, 1, 30, TimeSpan.Zero));
    }

    [Theory]
    [InlineData(429, 3600, StreamState.Blocked)]
    [InlineData(503, 3600, StreamState.Unreachable)]
    [InlineData(503, 125, StreamState.Unreachable)]
    public async Task A_longer_rest_than_a_run_waits_ends_every_stream_of_the_host(int status, int seconds, StreamState state)
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/files/hmo.csv", Replies.Status(status, "", Replies.RetryAfter(seconds))).On("/b.csv", Replies.Text(OneNight.Csv));

        var first = (await night.FetchAsync()).ShouldBeOfType<Failed>();
        var second = (await night.FetchAsync("http://council.example/b.csv")).ShouldBeOfType<Failed>();

        first.State.ShouldBe(state);
        first.Detail.ShouldContain($"{seconds} seconds");
        second.State.ShouldBe(state);
        second.Detail.ShouldContain("not to be asked again before 2026-10-05 0");
        night.Council.Paths.ShouldBe(["/files/hmo.csv"]);
    }

    [Fact]
    public async Task Too_often_without_a_time_is_not_asked_again()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/files/hmo.csv", Replies.Status(429));

        (await night.FetchAsync()).ShouldBeOfType<Failed>().State.ShouldBe(StreamState.Blocked);

        night.Council.Paths.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_wait_between_tries_grows_and_is_the_same_for_the_same_jitter()
    {
        var first = await GapsOfFailingAsync(() => 0.25);
        var again = await GapsOfFailingAsync(() => 0.25);
        var other = await GapsOfFailingAsync(() => 0.75);

        again.ShouldBe(first);
        other.ShouldNotBe(first);
        first.Count.ShouldBe(2);
        first[1].ShouldBeGreaterThan(first[0]);
        first.ShouldAllBe(g => g >= TimeSpan.FromSeconds(2) && g < TimeSpan.FromSeconds(30));
    }

    private static async Task<List<TimeSpan>> GapsOfFailingAsync(Func<double> jitter)
    {
        await using var night = await OneNight.OpenAsync(OneNight.Defaults with { Jitter = jitter, BackOff = TimeSpan.FromSeconds(5) });
        night.Council.On("/files/hmo.csv", Replies.Status(500));
        (await night.FetchAsync()).ShouldBeOfType<Failed>().State.ShouldBe(StreamState.Unreachable);
        return [.. Gaps(night).Skip(1)];
    }

    private static List<TimeSpan> Gaps(OneNight night) => [.. night.Council.Asked.Zip(night.Council.Asked.Skip(1), (a, b) => b.At - a.At)];
}
