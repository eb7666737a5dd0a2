using System.Text;
using LicensingPipeline.Collect;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Collect;

public sealed class TransportTests
{
    [Fact]
    public async Task A_server_that_stumbles_twice_is_asked_a_third_time()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/files/hmo.csv", Replies.Status(502), Replies.HangUp(), Replies.Text(OneNight.Csv));

        (await night.FetchAsync()).ShouldBeOfType<Got>();

        night.Council.Paths.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Three_tries_are_all()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/files/hmo.csv", Replies.Status(500), Replies.Status(500), Replies.Status(500), Replies.Text(OneNight.Csv));

        var failed = (await night.FetchAsync()).ShouldBeOfType<Failed>();

        failed.State.ShouldBe(StreamState.Unreachable);
        failed.Detail.ShouldContain("answered 500 in 3 tries");
        night.Council.Paths.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_body_shorter_than_announced_is_asked_for_again()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/files/hmo.csv", Replies.CutOff("Licence No.,Prop", 5000), Replies.Text(OneNight.Csv));

        (await night.FetchAsync()).ShouldBeOfType<Got>().Bytes.ShouldBe(OneNight.Csv.Length);
    }

    [Fact]
    public async Task A_body_that_stays_shorter_than_announced_is_never_kept()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/files/hmo.csv", Replies.CutOff(OneNight.Csv, 5000));

        var failed = (await night.FetchAsync()).ShouldBeOfType<Failed>();

        failed.State.ShouldBe(StreamState.Unreachable);
        failed.Detail.ShouldMatch("broke off before it was whole|the connection was cut");
        night.Council.Paths.Count.ShouldBe(3);
        night.Archived.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(4, null)]
    [InlineData(5, HttpRequestError.ResponseEnded)]
    public async Task The_announced_length_is_checked_whatever_the_handler_does(int announced, HttpRequestError? error)
    {
        using var content = new StreamContent(new MemoryStream("1234"u8.ToArray()));
        content.Headers.ContentLength = announced;
        await using var wire = await Wire.OpenAsync(content, long.MaxValue, () => { }, TestContext.Current.CancellationToken);

        HttpRequestError? met = null;
        try
        {
            await wire.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
        }
        catch (HttpRequestException broken)
        {
            met = broken.HttpRequestError;
        }

        met.ShouldBe(error);
    }

    [Fact]
    public async Task A_minute_of_silence_ends_a_try()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/files/hmo.csv", Replies.Silence(night.Clock, TimeSpan.FromSeconds(60)));

        var failed = (await night.FetchAsync()).ShouldBeOfType<Failed>();

        failed.State.ShouldBe(StreamState.Unreachable);
        failed.Detail.ShouldContain("nothing was heard for 60 seconds");
        night.Council.Paths.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_slow_file_is_waited_for_as_long_as_it_keeps_coming()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/files/hmo.csv", Replies.Slowly(night.Clock, TimeSpan.FromSeconds(50), "Licence No.,Property Address\n", "HMO/1,1 Example Road\n", "HMO/2,2 Example Road\n"));

        (await night.FetchAsync()).ShouldBeOfType<Got>();
    }

    [Fact]
    public async Task A_file_that_trickles_for_ever_ends_too()
    {
        await using var night = await OneNight.OpenAsync(OneNight.Defaults with { MaxTry = TimeSpan.FromSeconds(100), Tries = 1 });
        night.Council.On("/files/hmo.csv", Replies.Slowly(night.Clock, TimeSpan.FromSeconds(50), "a", "b", "c", "d", "e"));

        (await night.FetchAsync()).ShouldBeOfType<Failed>().Detail.ShouldContain("was not whole after 100 seconds");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task What_the_transport_packed_is_kept_unpacked(string encoding)
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/files/hmo.csv", Replies.Packed(encoding, Encoding.UTF8.GetBytes(OneNight.Csv)));

        var got = (await night.FetchAsync()).ShouldBeOfType<Got>();

        night.Council.Asked[^1].Headers["Accept-Encoding"].ShouldContain(encoding);
        using var kept = new StreamReader(night.Archive.Open(got.Sha256));
        (await kept.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe(OneNight.Csv);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task The_limit_counts_unpacked_bytes(string encoding)
    {
        await using var night = await OneNight.OpenAsync(OneNight.Defaults with { MaxBytes = 1024 * 1024 });
        night.Council.On("/files/hmo.csv", Replies.Packed(encoding, new byte[3 * 1024 * 1024]));

        ShouldBeOverTheLimit(await night.FetchAsync(), night);
    }

    [Fact]
    public async Task Broken_packing_is_asked_for_again()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/files/hmo.csv", Replies.Text("this is no gzip", "text/csv", ("Content-Encoding", "gzip")), Replies.Text(OneNight.Csv));

        (await night.FetchAsync()).ShouldBeOfType<Got>();
    }

    [Fact]
    public async Task Packing_that_was_not_asked_for_is_drift()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/files/hmo.csv", Replies.Text(OneNight.Csv, "text/csv", ("Content-Encoding", "zstd")));

        (await night.FetchAsync()).ShouldBeOfType<Failed>().Detail.ShouldContain("'zstd'");
    }

    [Fact]
    public async Task A_file_announced_over_the_limit_is_refused_before_it_is_read()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/files/hmo.csv", Replies.CutOff("a", 201 * 1024 * 1024));

        var failed = (await night.FetchAsync()).ShouldBeOfType<Failed>();

        failed.State.ShouldBe(StreamState.HeldDrift);
        failed.Detail.ShouldContain("over the limit of 200 MB");
        night.Council.Paths.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_that_grows_over_the_limit_is_refused()
    {
        await using var night = await OneNight.OpenAsync(OneNight.Defaults with { MaxBytes = 1024 * 1024 });
        night.Council.On("/files/hmo.csv", Replies.Endless(2 * 1024 * 1024));

        ShouldBeOverTheLimit(await night.FetchAsync(), night);
    }

    [Fact]
    public async Task An_empty_body_is_drift()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/files/hmo.csv", Replies.Text(""));

        var failed = (await night.FetchAsync()).ShouldBeOfType<Failed>();

        failed.State.ShouldBe(StreamState.HeldDrift);
        failed.Detail.ShouldContain("empty file");
    }

    [Fact]
    public async Task A_certificate_nobody_vouches_for_is_never_waved_through()
    {
        await using var night = await OneNight.OpenAsync(tls: true, trusts: false);
        night.Council.On("/files/hmo.csv", Replies.Text(OneNight.Csv));

        var failed = (await night.FetchAsync("https://council.example/files/hmo.csv")).ShouldBeOfType<Failed>();

        failed.State.ShouldBe(StreamState.Unreachable);
        failed.Detail.ShouldContain("certificate");
        night.Council.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_certificate_that_holds_is_accepted()
    {
        await using var night = await OneNight.OpenAsync(tls: true);
        night.Council.On("/files/hmo.csv", Replies.Text(OneNight.Csv));

        (await night.FetchAsync("https://council.example/files/hmo.csv")).ShouldBeOfType<Got>();
    }

    [Fact]
    public async Task A_name_that_does_not_exist_is_unreachable()
    {
        using var folder = new Folder();
        using var handler = Collector.Handler();
        handler.UseProxy = false;
        using var collector = new Collector(handler, new Operator("Example Branch", "desk@branch.example"), "1.2.3", new Archive(folder.Path), OneNight.Defaults, new FakeClock());
        var stream = Some.Stream("csv") with { Url = new Uri("https://council.invalid/hmo.csv") };

        var failed = (await collector.FetchAsync("E09000000", stream, null, TestContext.Current.CancellationToken)).ShouldBeOfType<Failed>();

        failed.State.ShouldBe(StreamState.Unreachable);
        failed.Status.ShouldBeNull();
        failed.Detail.ShouldContain("robots.txt of council.invalid could not be read");
        failed.Detail.ShouldContain("in 3 tries");
    }

    [Fact]
    public async Task Who_stops_the_run_stops_the_request()
    {
        await using var night = await OneNight.OpenAsync();
        using var stop = new CancellationTokenSource();
        using var handler = night.Council.Handler();
        using var collector = new Collector(handler, new Operator("Example Branch", "desk@branch.example"), "1.2.3", night.Archive, OneNight.Defaults, night.Clock);
        night.Council.On("/files/hmo.csv", async http =>
        {
            await stop.CancelAsync();
            await Task.Delay(TimeSpan.FromSeconds(30), TimeProvider.System, http.RequestAborted);
        });

        await Should.ThrowAsync<OperationCanceledException>(() => collector.FetchAsync("E09000000", Some.Stream("csv") with { Url = new Uri(OneNight.File) }, null, stop.Token));
    }

    private static void ShouldBeOverTheLimit(Attempt attempt, OneNight night)
    {
        var failed = attempt.ShouldBeOfType<Failed>();
        failed.State.ShouldBe(StreamState.HeldDrift);
        failed.Detail.ShouldContain("over the limit of 1 MB");
        night.Archived.ShouldBeEmpty();
    }
}
