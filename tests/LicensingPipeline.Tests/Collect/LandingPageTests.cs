using System.Security.Cryptography;
using System.Text;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Collect;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Collect;

public sealed class LandingPageTests
{
    [Theory]
    [InlineData("<a href='files/a.csv'>Register</a>", "a", null, "http://council.example/files/a.csv")]
    [InlineData("<a href='/files/a.csv'>Register</a>", "a[href$='.csv']", null, "http://council.example/files/a.csv")]
    [InlineData("<base href='http://council.example/docs/'><a href='a.csv'>Register</a>", "a", null, "http://council.example/docs/a.csv")]
    [InlineData("<base href='/docs/'><a href='a.csv'>Register</a>", "a", null, "http://council.example/docs/a.csv")]
    [InlineData("<a href='a.csv'>Form</a><a href='b.csv'>The\n  <b>HMO</b>   register</a>", "a", "hmo REGISTER", "http://council.example/b.csv")]
    [InlineData("<a href='a.csv'>here</a><a href='HMO-register.csv'>here</a>", "a", "hmo-register", "http://council.example/HMO-register.csv")]
    [InlineData("<a href='a%20b.csv'>here</a>", "a", "a b", null)]
    [InlineData("<a href='a.csv'>top</a><a href='a.csv#foot'>foot</a><a href='http://council.example/a.csv'>again</a>", "a", null, "http://council.example/a.csv")]
    [InlineData("<a href='mailto:desk@council.example'>Register</a><a href='javascript:void(0)'>Register</a><a>Register</a><a href=''>Register</a><a href='a.csv'>Register</a>", "a", "register", "http://council.example/a.csv")]
    [InlineData("<a href='a.csv?v=1&amp;w=2'>Register</a>", "a", null, "http://council.example/a.csv?v=1&w=2")]
    [InlineData("<a href='  a.csv\n'>Register</a>", "a", null, "http://council.example/a.csv")]
    public async Task Finds_the_link(string page, string css, string? text, string? url)
    {
        var found = await FindAsync(page, new Discovery(css, text, 1));

        found.ShouldBe(url is null ? null : [new Uri(url)]);
    }

    [Fact]
    public async Task No_link_is_a_moved_link_with_candidates_and_a_line_that_finds_one()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/hmo", Replies.Page("<a href='a.xlsx'>HMO \"public\" register</a><a href='b.xlsx'>Form</a><a href='/about'>About</a>"));

        var failed = (await night.DiscoverAsync(new("a[href$='.csv']", "register", 1), "xlsx")).ShouldBeOfType<Failed>();

        failed.State.ShouldBe(StreamState.LinkMoved);
        failed.Detail.ShouldBe("1 link was expected on http://council.example/hmo, and 0 are there. Candidates: http://council.example/a.xlsx, http://council.example/b.xlsx. Look at the page and mend discover.");
        failed.Suggestion.ShouldBe("""discover: { css: "a[href$='.xlsx']", text: "HMO \"public\" register", expect: 1 }""");
        failed.Status.ShouldBeNull();
    }

    [Fact]
    public async Task The_suggested_line_finds_the_link()
    {
        const string Page = "<a href='a.csv'>Old register</a><a href='b.csv'>Register</a><a href='c.xlsx'>Register as a workbook</a>";
        var lost = await LostAsync(Page, new Discovery("a.download", null, 1));

        lost.Suggestion.ShouldBe("""discover: { css: "a[href$='.csv']", text: "Old register", expect: 1 }""");
        (await FindAsync(Page, new Discovery("a[href$='.csv']", "Old register", 1))).ShouldNotBeNull();
    }

    [Fact]
    public async Task Several_links_are_never_chosen_from()
    {
        var links = string.Concat(Enumerable.Range(1, 7).Select(i => $"<a href='{i}.csv'>Register {i}</a>"));

        var lost = await LostAsync(links, new Discovery("a", "register", 1));

        lost.State.ShouldBe(StreamState.LinkMoved);
        lost.Message.ShouldContain("7 are there");
        lost.Message.ShouldContain("http://council.example/5.csv, …");
        lost.Message.ShouldNotContain("6.csv");
    }

    [Fact]
    public async Task A_page_without_files_says_so()
    {
        var lost = await LostAsync("<p>Under construction</p>", new Discovery("a", null, 1));

        lost.Message.ShouldContain("No link on it leads to a file.");
        lost.Suggestion.ShouldBeNull();
    }

    [Fact]
    public async Task A_selector_that_is_none_is_an_error_of_the_source_file()
    {
        var lost = await LostAsync("<a href='a.csv'>a</a>", new Discovery("a[href=", null, 1));

        lost.State.ShouldBe(StreamState.ConfigError);
        lost.Message.ShouldContain("a[href=");
    }

    [Fact]
    public async Task A_link_to_an_unencrypted_other_host_is_not_followed()
    {
        var lost = await LostAsync("<a href='http://other.example/a.csv'>a</a>", new Discovery("a", null, 1));

        lost.State.ShouldBe(StreamState.LinkMoved);
        lost.Suggestion.ShouldBe("url: http://other.example/a.csv");
    }

    [Fact]
    public async Task Deep_nesting_harms_nobody()
    {
        var page = string.Concat(Enumerable.Repeat("<div>", 20_000)) + "<a href='a.csv'>a</a>";

        (await FindAsync(page, new Discovery("a", null, 1))).ShouldNotBeNull();
    }

    [Fact]
    public async Task Links_are_resolved_against_the_address_a_redirect_led_to()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/hmo", Replies.Redirect("/housing/hmo/")).On("/housing/hmo/", Replies.Page("<a href='a.csv'>a</a>")).On("/housing/hmo/a.csv", Replies.Text(OneNight.Csv));

        var got = (await night.DiscoverAsync(new("a", null, 1))).ShouldBeOfType<Got>();

        got.Requested.ShouldBe(new Uri("http://council.example/housing/hmo/a.csv"));
    }

    [Fact]
    public async Task A_landing_page_that_is_a_file_suggests_to_name_it()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/hmo", Replies.Text(OneNight.Csv));

        var failed = (await night.DiscoverAsync(new("a", null, 1))).ShouldBeOfType<Failed>();

        failed.State.ShouldBe(StreamState.LinkMoved);
        failed.Suggestion.ShouldBe("url: http://council.example/hmo");
    }

    [Fact]
    public async Task Several_expected_files_are_one_attempt_with_one_hash()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/hmo", Replies.Page("<a href='b.csv'>b</a><a href='a.csv'>a</a>"))
            .On("/a.csv", Replies.Text("reference\n1\n", "text/csv", ("Last-Modified", "Thu, 01 Oct 2026 08:30:00 GMT")))
            .On("/b.csv", Replies.Text("reference\n2\n", "text/csv", ("ETag", "\"b\""), ("Last-Modified", "Fri, 02 Oct 2026 08:30:00 GMT")));

        var got = (await night.DiscoverAsync(new("a[href$='.csv']", null, 2))).ShouldBeOfType<Got>();

        got.Files.Select(f => f.Name).ShouldBe(["b.csv", "a.csv"]);
        got.Files.ShouldAllBe(f => night.Archive.Check(f.Sha256));
        var lines = string.Concat(got.Files.Select(f => $"{f.Sha256}  {f.Name}\n").Order(StringComparer.Ordinal));
        got.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines))));
        got.Bytes.ShouldBe(24);
        got.SourceDate.ShouldBe(new DateOnly(2026, 10, 2));
        got.Requested.ShouldBe(new Uri(OneNight.Page));
        got.Validators.ShouldBeNull();
    }

    [Fact]
    public async Task One_bad_file_of_several_fails_the_stream_and_none_is_kept()
    {
        await using var night = await OneNight.OpenAsync();
        night.Council.On("/hmo", Replies.Page("<a href='a.csv'>a</a><a href='b.csv'>b</a>")).On("/a.csv", Replies.Text("reference\n1\n"));

        (await night.DiscoverAsync(new("a", null, 2))).ShouldBeOfType<Failed>().State.ShouldBe(StreamState.LinkMoved);

        night.Archived.ShouldBeEmpty();
    }

    private static async Task<SourceException> LostAsync(string html, Discovery discover) =>
        await Should.ThrowAsync<SourceException>(() => LandingPage.FindAsync(Stream(html), "text/html; charset=utf-8", new Uri(OneNight.Page), discover, TestContext.Current.CancellationToken));

    private static async Task<IReadOnlyList<Uri>?> FindAsync(string html, Discovery discover)
    {
        try
        {
            return await LandingPage.FindAsync(Stream(html), "text/html; charset=utf-8", new Uri(OneNight.Page), discover, TestContext.Current.CancellationToken);
        }
        catch (SourceException lost) when (lost.State == StreamState.LinkMoved)
        {
            return null;
        }
    }

    private static MemoryStream Stream(string html) => new(Encoding.UTF8.GetBytes(html));
}
