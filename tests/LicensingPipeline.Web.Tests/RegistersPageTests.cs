using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Web.Tests;

public sealed class RegistersPageTests : IAsyncLifetime
{
    private readonly InventedNight _night = InventedNight.Usual();

    public async ValueTask InitializeAsync()
    {
        _night.Source("islington", "authority: E09000019\nnonsense: yes\n");
        await _night.RunAsync();
    }

    public ValueTask DisposeAsync()
    {
        _night.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_authority_is_listed_whatever_its_state()
    {
        var rows = Document(await PageAsync()).QuerySelectorAll("tbody tr").Select(r => string.Join(" | ", r.Children.Select(c => string.Join(' ', c.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))).ToList();
        rows.ShouldBe([
            "Camden hmo | mandatory HMO licences, additional HMO licences; whole borough | Published The newest copy was read and is shown. Ok | 4 | 2026-02-01 | 2026-02-01 | 2026-03-02 02:00 | 4 | 3",
            "City of London | no copy | Nothing to collect The register cannot be had as a whole, so we hold no copy. | 1 | – | – | – | – | –",
            "Hackney selective | selective licences; whole borough | Held back The newest copy is laid out otherwise than we know it. What we held before stays. HeldDrift | 4 | 2026-01-15 | 2026-02-15 | 2026-03-02 02:00 | 1 | 0",
            "Islington | – | Being mended Our own description of this register has a mistake, and we are at it. ConfigError | – | – | – | – | – | –",
        ]);
    }

    [Fact]
    public async Task The_mark_stands_on_top_and_in_the_caption()
    {
        var page = Document(await PageAsync());
        page.QuerySelector("header")!.FirstElementChild!.TextContent.ShouldBe(Demonstration.Mark);
        page.QuerySelectorAll("caption").ShouldAllBe(c => c.TextContent.Contains(Demonstration.Mark));
    }

    [Fact]
    public async Task Real_data_carries_no_mark()
    {
        using var night = InventedNight.Usual();
        await night.RunAsync(invented: false);
        (await File.ReadAllTextAsync(await Site.WriteAsync(night.Data, night.Sources, InventedNight.Reference, new DateOnly(2026, 3, 2), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken)).ShouldNotContain("invented data");
    }

    [Fact]
    public async Task It_names_nobody_and_blames_nobody()
    {
        var page = await PageAsync();
        foreach (var never in NeverOurs.Words.Concat(["Brightfold", "Quent", "Snodgrove", "Quillfeather", "CAM/", _night.Data]))
        {
            page.ShouldNotContain(never, Case.Insensitive);
        }
    }

    [Fact]
    public async Task It_can_be_read_without_eyes()
    {
        var page = Document(await PageAsync());
        page.DocumentElement.GetAttribute("lang").ShouldBe("en-GB");
        page.QuerySelector("meta[name=viewport]").ShouldNotBeNull();
        page.QuerySelectorAll("h1").Length.ShouldBe(1);
        page.QuerySelectorAll("th").ShouldAllBe(h => h.GetAttribute("scope") == "col" || h.GetAttribute("scope") == "row");
        page.QuerySelectorAll("table > caption").Length.ShouldBe(page.QuerySelectorAll("table").Length);
        // On a narrow screen rows become blocks, and only the roles then say that it is a table.
        page.QuerySelectorAll("table, thead, tbody, tr, th, td").ShouldAllBe(e => e.HasAttribute("role"));
        page.QuerySelectorAll("tbody td").ShouldAllBe(c => c.HasAttribute("data-label"));
    }

    [Fact]
    public async Task The_same_night_gives_the_same_bytes() => (await PageAsync()).ShouldBe(await PageAsync());

    [Fact]
    public void Every_state_has_words()
    {
        foreach (var state in Enum.GetValues<StreamState>().Select(s => (StreamState?)s).Append(null))
        {
            var (word, sentence) = StateWords.Of(state, isStream: true, hasCopy: false);
            word.ShouldNotBeEmpty();
            sentence.ShouldEndWith(".");
            sentence.ShouldNotContain("{");
        }
    }

    private async Task<string> PageAsync()
    {
        await Site.WriteAsync(_night.Data, _night.Sources, InventedNight.Reference, new DateOnly(2026, 3, 2), TestContext.Current.CancellationToken);
        return await File.ReadAllTextAsync(Path.Combine(_night.Data, "site", "status.html"), TestContext.Current.CancellationToken);
    }

    private static IDocument Document(string html) => new HtmlParser().ParseDocument(html);
}
