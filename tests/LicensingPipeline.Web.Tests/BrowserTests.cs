using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Web.Tests;

/// <summary>Every template in a real browser, for a council with much online, one with little, and one with nothing.</summary>
[Collection(PublishedSiteGroup.Name)]
public sealed class BrowserTests(PublishedSite site, Sweep sweep) : IClassFixture<Sweep>
{
    [Fact]
    public void No_page_complains_or_asks_anything_of_the_network()
    {
        SkipWithoutBrowser();
        sweep.Complaints.ShouldBeEmpty();
        sweep.Asked.Count.ShouldBeGreaterThan(Sweep.Templates.Count);
        sweep.Asked.ShouldAllBe(u => u.StartsWith("file:///") || u.StartsWith("data:"));
    }

    [Fact]
    public void Axe_finds_nothing_by_daylight_and_in_the_dark()
    {
        SkipWithoutBrowser();
        sweep.Axe.ShouldBeEmpty();
    }

    [Fact]
    public void No_page_must_be_pushed_sideways_on_a_narrow_screen_or_in_large_type()
    {
        SkipWithoutBrowser();
        sweep.Sideways.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_the_readers_own_colours_everything_can_be_told_apart()
    {
        await using var forced = await sweep.OpenAsync(new() { ForcedColors = ForcedColors.Active });
        var page = await forced.NewPageAsync();
        await GoAsync(page, "index.html");
        (await page.EvaluateAsync<bool>("[...document.querySelectorAll('.tiles .letter')].every(l => getComputedStyle(l).fill !== getComputedStyle(l.parentNode.querySelector('.chip')).fill)")).ShouldBeTrue();
        (await page.EvaluateAsync<bool>("[...document.querySelectorAll('.tiles .line')].every(l => getComputedStyle(l).stroke !== getComputedStyle(document.querySelector('.tile')).fill)")).ShouldBeTrue();
        await GoAsync(page, "matrix.html");
        (await page.EvaluateAsync<int>("new Set([0, 1, 2, 3].map(n => document.querySelector('.legend .seen-' + n)).map(e => getComputedStyle(e)).map(s => s.borderStyle + s.borderLeftWidth + s.backgroundColor)).size")).ShouldBe(4);
    }

    [Fact]
    public async Task Without_scripts_the_table_stands_by_name_and_all_is_there()
    {
        await using var window = await sweep.OpenAsync(new() { JavaScriptEnabled = false });
        var page = await window.NewPageAsync();
        await GoAsync(page, "boroughs.html");
        (await page.Locator("thead button").CountAsync()).ShouldBe(0);
        var names = await page.Locator("#councils").Locator("xpath=..").Locator("tbody th").AllInnerTextsAsync();
        names.ShouldBe(names.Order(StringComparer.Ordinal));
        names.Count.ShouldBe(33);
    }

    [Fact]
    public async Task With_the_keyboard_alone_a_table_is_sorted_and_says_so()
    {
        await using var window = await sweep.OpenAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        var page = await window.NewPageAsync();
        await GoAsync(page, "boroughs.html");
        await page.Locator("thead button", new() { HasText = "Rows" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        (await page.Locator("th[aria-sort=ascending]").InnerTextAsync()).ShouldContain("Rows");
        (await page.Locator(".said").InnerTextAsync()).ShouldBe("Sorted by Rows, rising.");
        var rows = await RowsAsync(page);
        rows.Count.ShouldBe(33);
        rows.TakeWhile(r => r is not null).Count().ShouldBe(rows.Count(r => r is not null), "what is not known stands last");
        rows.OfType<long>().ShouldBe(rows.OfType<long>().Order());
        await page.Keyboard.PressAsync("Space");
        var falling = await RowsAsync(page);
        falling.OfType<long>().ShouldBe(rows.OfType<long>().Reverse());
        falling[^1].ShouldBeNull();
    }

    [Fact]
    public async Task The_keyboard_reaches_everything_and_it_is_seen_where_it_is()
    {
        await using var window = await sweep.OpenAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        var page = await window.NewPageAsync();
        foreach (var template in new[] { "index.html", "matrix.html", $"boroughs/{PublishedSite.Three[0]}/index.html" })
        {
            await GoAsync(page, template);
            await page.Keyboard.PressAsync("Tab");
            (await page.EvaluateAsync<string>("document.activeElement.textContent")).ShouldBe("Skip to the content");
            (await page.EvaluateAsync<double>("document.activeElement.getBoundingClientRect().top")).ShouldBeGreaterThanOrEqualTo(0, template);
            await page.Keyboard.PressAsync("Enter");
            (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("main");
            var all = await page.EvaluateAsync<int>("document.querySelectorAll('main a[href], main summary, main .scroll').length - document.querySelectorAll('details:not([open]) :is(a[href], .scroll)').length");
            var seen = 0;
            for (; seen <= all; seen++)
            {
                await page.Keyboard.PressAsync("Tab");
                if (!await page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"))
                {
                    break;
                }

                (await page.EvaluateAsync<bool>("getComputedStyle(document.activeElement).outlineStyle !== 'none'")).ShouldBeTrue(template);
            }

            seen.ShouldBe(all, template);
        }
    }

    [Fact]
    public async Task A_card_prints_on_one_page_however_much_there_is_to_say()
    {
        await using var window = await sweep.OpenAsync(new());
        var page = await window.NewPageAsync();
        var longest = site.Pages.Where(p => p.Key.EndsWith("/index.html", StringComparison.Ordinal)).OrderByDescending(p => p.Value.QuerySelector("main")!.TextContent.Length).Take(4).Select(p => p.Key);
        foreach (var card in longest.Concat(PublishedSite.Three.Select(b => $"boroughs/{b}/index.html")).Distinct(StringComparer.Ordinal))
        {
            await GoAsync(page, card);
            var pdf = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
            Regex.Count(pdf, @"/Type\s*/Page\b(?!s)").ShouldBe(1, card);
        }
    }

    private static async Task<List<long?>> RowsAsync(IPage page) =>
        [.. (await page.Locator("#councils").Locator("xpath=..").Locator("tbody tr td:nth-last-child(2)").EvaluateAllAsync<string[]>("cells => cells.map(c => c.dataset.sort)")).Select(t => long.TryParse(t, System.Globalization.CultureInfo.InvariantCulture, out var n) ? n : (long?)null)];

    private async Task GoAsync(IPage page, string path) => await page.GotoAsync(site.Address(path));

    private void SkipWithoutBrowser() => Assert.SkipWhen(sweep.Asked.Count == 0, "No chromium is installed here.");
}
