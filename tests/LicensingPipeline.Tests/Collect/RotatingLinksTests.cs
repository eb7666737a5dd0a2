using LicensingPipeline.Catalogue;
using LicensingPipeline.Collect;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Collect;

/// <summary>Pages of the shapes councils have, whose link to the file is another one every time.</summary>
public sealed class RotatingLinksTests
{
    private const string Page = "https://council.example/housing/hmo";

    /// <summary>A portal page that links each file by number, name and a random ending, on another host.</summary>
    private static string Portal(string ending) => $$"""
        <!DOCTYPE html><html><head><title>Register of licensed HMOs</title><script id="__NEXT_DATA__" type="application/json">{"page":"/@org/[dataset]"}</script></head>
        <body><main><h1>Register of licensed HMOs</h1>
        <a href="https://files.example/resources/00000000-0000-4000-8000-000000000001/HMO%20Public%20Register-{{ending}}.csv" download>Download</a>
        <a href="https://files.example/resources/00000000-0000-4000-8000-000000000002/Data%20dictionary-{{ending}}.csv">Download</a>
        <a href="/@org/other-dataset">Other</a></main></body></html>
        """;

    /// <summary>A page of a content system, where the file carries its day and lies in a folder of its month.</summary>
    private static string Cms(params string[] links) => $"""
        <!DOCTYPE html><html><head><title>Licensed HMOs</title></head><body><nav><a href="/">Home</a><a href="/sites/default/files/2024-01/fees.pdf">Fees</a></nav>
        <main><h2>Public register</h2><ul>{string.Concat(links.Select(l => $"<li><span class=\"file\"><a href=\"{l}\">{Path.GetFileName(l)}</a> (CSV, 40 KB)</span></li>"))}</ul></main></body></html>
        """;

    private static Task<Attempt> LookAsync(OneNight night, string css, string? text = null, Validators? last = null) =>
        night.DiscoverAsync(new Discovery(css, text, 1), page: Page, last: last);

    [Fact]
    public async Task A_link_with_a_random_ending_is_found_anew_every_night()
    {
        await using var night = await OneNight.OpenAsync(tls: true);
        const string folder = "files.example/resources/00000000-0000-4000-8000-000000000001/HMO%20Public%20Register-";
        night.Council.On("/housing/hmo", Replies.Page(Portal("zbw1")), Replies.Page(Portal("q7rt")))
            .On(folder + "zbw1.csv", Replies.Text(OneNight.Csv, "text/csv", ("ETag", "\"1\"")))
            .On(folder + "q7rt.csv", Replies.Text(OneNight.Csv));

        var first = (await LookAsync(night, "a[href*='HMO%20Public%20Register']")).ShouldBeOfType<Got>();
        var second = (await LookAsync(night, "a[href*='HMO%20Public%20Register']", last: first.Validators)).ShouldBeOfType<Got>();

        second.FinalUrl.ShouldNotBe(first.FinalUrl);
        second.Sha256.ShouldBe(first.Sha256);
        night.Council.Asked.ShouldAllBe(a => !a.Headers.ContainsKey("If-None-Match"));
    }

    [Fact]
    public async Task A_link_with_the_day_in_its_name_is_found_anew_every_month()
    {
        await using var night = await OneNight.OpenAsync(tls: true);
        const string september = "/sites/default/files/2026-09/hmo-public-register-25-september-26.csv";
        const string october = "/sites/default/files/2026-10/hmo-public-register-30-october-26.csv";
        night.Council.On("/housing/hmo", Replies.Page(Cms(september)), Replies.Page(Cms(october))).On(september, Replies.Text(OneNight.Csv)).On(october, Replies.Text(OneNight.Csv + "HMO/2,2 Example Road\n"));

        var first = (await LookAsync(night, "main a[href*='hmo-public-register']")).ShouldBeOfType<Got>();
        var second = (await LookAsync(night, "main a[href*='hmo-public-register']")).ShouldBeOfType<Got>();

        first.FinalUrl.AbsolutePath.ShouldBe(september);
        second.FinalUrl.AbsolutePath.ShouldBe(october);
    }

    [Fact]
    public async Task Where_the_old_file_stands_beside_the_new_one_a_person_is_asked()
    {
        await using var night = await OneNight.OpenAsync(tls: true);
        night.Council.On("/housing/hmo", Replies.Page(Cms("/files/hmo-register-july-2026.csv", "/files/hmo-register-april-2026.csv")));

        var failed = (await LookAsync(night, "main a[href*='hmo-register']")).ShouldBeOfType<Failed>();

        failed.State.ShouldBe(StreamState.LinkMoved);
        failed.Detail.ShouldContain("1 link was expected");
        failed.Detail.ShouldContain("https://council.example/files/hmo-register-april-2026.csv");
    }

    [Fact]
    public async Task A_selector_may_say_where_on_the_page_the_newest_stands()
    {
        await using var night = await OneNight.OpenAsync(tls: true);
        night.Council.On("/housing/hmo", Replies.Page(Cms("/files/hmo-register-july-2026.csv", "/files/hmo-register-april-2026.csv"))).On("/files/hmo-register-july-2026.csv", Replies.Text(OneNight.Csv));

        (await LookAsync(night, "main li:first-child a[href*='hmo-register']")).ShouldBeOfType<Got>().FinalUrl.AbsolutePath.ShouldBe("/files/hmo-register-july-2026.csv");
    }
}
