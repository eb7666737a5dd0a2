using System.Text;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Collect;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Collect;

/// <summary>A dataset comes whole, however its server cuts the pages, or not at all.</summary>
public sealed class SocrataDatasetTests
{
    private static readonly StreamSpec Stream = Some.Stream("json") with { Api = new ApiSpec("socrata", new Uri("http://council.example" + Portals.Dataset), null) };

    private static string[] Records(int count) => [.. Enumerable.Range(1, count).Select(i => $"{{\"licence_number\":\"HMO/{i}\"}}")];

    [Theory]
    [InlineData(5, 50_000, 1)]
    [InlineData(5, 2, 3)]
    [InlineData(4, 2, 2)]
    [InlineData(1, 1, 1)]
    [InlineData(0, 10, 1)]
    public async Task All_pages_are_one_copy(int records, int page, int pages)
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.Socrata(Records(records), page);

        var got = (await night.FetchAsync(Stream)).ShouldBeOfType<Got>();

        got.Files.Select(f => f.Name).ShouldBe(Enumerable.Range(1, pages).Select(i => $"page-000{i}.json"));
        got.Files.ShouldAllBe(f => night.Archive.Check(f.Sha256));
        got.Requested.ShouldBe(Stream.Api!.Url);
        night.Council.Paths.ShouldBe([Portals.Dataset + "?$select=count(*)", .. Enumerable.Range(0, pages).Select(i => Portals.SocrataPage(i * page))]);
        got.Files.Sum(f => Text(night, f).Split("licence_number").Length - 1).ShouldBe(records);
    }

    [Fact]
    public async Task The_same_records_give_the_same_hash_and_others_another()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.Socrata(Records(5), 2);
        var first = (await night.FetchAsync(Stream)).ShouldBeOfType<Got>();
        var again = (await night.FetchAsync(Stream)).ShouldBeOfType<Got>();
        night.Council.Socrata(Records(6), 2);
        var changed = (await night.FetchAsync(Stream)).ShouldBeOfType<Got>();

        again.Sha256.ShouldBe(first.Sha256);
        again.Validators.ShouldBeNull();
        changed.Sha256.ShouldNotBe(first.Sha256, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(5, 7, "counts 7 records and gave 5")]
    [InlineData(5, 4, "counts 4 records and gave 5")]
    public async Task Pages_that_hold_another_number_than_was_counted_are_a_failure_and_never_a_shorter_register(int records, int counted, string says)
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.Socrata(Records(records), 5, counted);

        var failed = (await night.FetchAsync(Stream)).ShouldBeOfType<Failed>();

        failed.State.ShouldBe(StreamState.Unreachable);
        failed.Detail.ShouldContain(says);
        night.Archived.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_gives_the_same_page_again_is_not_asked_for_ever()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.Socrata(Records(6), 2).On(Portals.SocrataPage(2), Replies.Text($"[{string.Join(",\n", Records(2))}]\n", "application/json"));

        var failed = (await night.FetchAsync(Stream)).ShouldBeOfType<Failed>();

        failed.State.ShouldBe(StreamState.HeldDrift);
        failed.Detail.ShouldContain("the same page twice over");
        night.Archived.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_without_end_are_stopped()
    {
        await using var night = await OneNight.OpenAsync(OneNight.Defaults with { MaxPages = 3 });
        night.Council.Socrata(Records(10), 1);

        (await night.FetchAsync(Stream)).ShouldBeOfType<Failed>().Detail.ShouldContain("The number of pages of council.example is over the limit of 3");
        night.Council.Paths.Count.ShouldBe(4);
    }

    [Fact]
    public async Task All_pages_together_must_not_be_too_large()
    {
        await using var night = await OneNight.OpenAsync(OneNight.Defaults with { MaxBytes = 100 });
        night.Council.Socrata(Records(10), 2);

        (await night.FetchAsync(Stream)).ShouldBeOfType<Failed>().Detail.ShouldContain("All pages of council.example together is over the limit of 100 bytes");
        night.Archived.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[{\"licence_number\":\"HMO/1\"}", "cut off or damaged")]
    [InlineData("[{\"licence_number\":\"HMO/1\"},\n{ \"code\" : \"query.execution\"", "cut off or damaged")]
    [InlineData("{\"error\":true,\"message\":\"Query coordinator error\"}", "without a list of records")]
    [InlineData("<html><title>Our portal is moving</title></html>", "an HTML page came")]
    public async Task A_page_that_is_no_list_is_a_failure(string page, string says)
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.Socrata(Records(3), 2).On(Portals.SocrataPage(2), Replies.Text(page, "application/json"));

        var failed = (await night.FetchAsync(Stream)).ShouldBeOfType<Failed>();

        failed.State.ShouldBe(StreamState.HeldDrift);
        failed.Detail.ShouldContain(says);
        night.Archived.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"message\":\"throttled\"}")]
    [InlineData("[{\"count\":\"many\"}]")]
    public async Task A_dataset_that_does_not_say_how_much_it_holds_is_not_read(string count)
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.Socrata(Records(3), 2).On(Portals.Dataset + "?$select=count(*)", Replies.Text(count, "application/json"));

        (await night.FetchAsync(Stream)).ShouldBeOfType<Failed>().Detail.ShouldContain("did not say how many records");
    }

    [Theory]
    [InlineData(404, StreamState.LinkMoved, "there is no such dataset there now")]
    [InlineData(403, StreamState.Blocked, "refuses us (403)")]
    [InlineData(429, StreamState.Blocked, "ask too often")]
    [InlineData(503, StreamState.Unreachable, "in 3 tries")]
    public async Task A_refusal_is_the_state_it_always_is(int status, StreamState state, string says)
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.Socrata(Records(3), 2).On(Portals.SocrataPage(2), Replies.Status(status));

        var failed = (await night.FetchAsync(Stream)).ShouldBeOfType<Failed>();

        failed.State.ShouldBe(state);
        failed.Detail.ShouldContain(says);
        failed.Status.ShouldBe(status);
        night.Archived.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_challenge_and_robots_txt_are_obeyed_here_too()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.Socrata(Records(3), 2).On(Portals.SocrataPage(0), Replies.Page("<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>"));
        (await night.FetchAsync(Stream)).ShouldBeOfType<Failed>().State.ShouldBe(StreamState.Blocked);

        await using var other = await OneNight.OpenAsync();
        other.Council.Socrata(Records(3), 2).On("/robots.txt", Replies.Text("User-agent: *\nDisallow: /resource/", "text/plain"));
        (await other.FetchAsync(Stream)).ShouldBeOfType<Failed>().Detail.ShouldContain("robots.txt");
        other.Council.Paths.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_page_waits_its_turn()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.Socrata(Records(5), 2);

        await night.FetchAsync(Stream);

        var times = night.Council.Asked.Select(a => a.At).ToList();
        times.Zip(times.Skip(1), (a, b) => b - a).ShouldAllBe(t => t >= OneNight.Defaults.Pause);
    }

    private static string Text(OneNight night, CollectedFile file)
    {
        using var reader = new StreamReader(night.Archive.Open(file.Sha256), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
