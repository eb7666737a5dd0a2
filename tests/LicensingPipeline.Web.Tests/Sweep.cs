using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace LicensingPipeline.Web.Tests;

/// <summary>
/// Every template opened once in a real browser and looked at in every way: a page takes longer to open than to look at. What was
/// found is kept by what was looked for.
/// </summary>
public sealed class Sweep(PublishedSite site) : IAsyncLifetime
{
    private const string Edition = "editions/demonstration-2";
    private const string All = "{ type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }";
    private const string Colours = "{ type: 'rule', values: ['color-contrast', 'link-in-text-block'] }";

    /// <summary>All single pages, those of three councils, and those of an edition.</summary>
    public static IReadOnlyList<string> Templates { get; } =
    [
        "index.html", "boroughs.html", "matrix.html", "schemes.html", "not-online.html", "renters.html", "method.html", "status.html", "download.html", "councils.html", "governance.html", "replies.html", "issues/index.html", "issues/date.no-such-day.html",
        .. PublishedSite.Three.SelectMany(b => new[] { "index.html", "register.html", "history.html" }.Select(p => $"boroughs/{b}/{p}")), "outward/N1.html", "outward/E14.html",
        "editions/index.html", $"{Edition}/index.html", $"{Edition}/method.html", $"{Edition}/explorer.html", .. PublishedSite.Three.Select(b => $"{Edition}/{b}/index.html"), $"{Edition}/{PublishedSite.Three[0]}/hmo-hmo/completeness.conditions.html",
    ];

    private readonly Chromium _chromium = new();

    /// <summary>What the browser printed on its console.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Addresses that were asked for.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>What axe found by daylight, and in the dark.</summary>
    public List<string> Axe { get; } = [];

    /// <summary>Pages that had to be pushed sideways on a narrow screen or in large type.</summary>
    public List<string> Sideways { get; } = [];

    public async ValueTask InitializeAsync()
    {
        await _chromium.InitializeAsync();
        if (!_chromium.IsHere)
        {
            return;
        }

        await using var window = await _chromium.OpenAsync(new());
        await window.AddInitScriptAsync(new BundledAxeScriptProvider().GetScript());
        var page = await window.NewPageAsync();
        page.Console += (_, message) => Complaints.Add(message.Text);
        page.PageError += (_, error) => Complaints.Add(error);
        page.Request += (_, request) => Asked.Add(request.Url);
        foreach (var template in Templates)
        {
            await LookAsync(page, template);
        }
    }

    /// <summary>A window for a test that does more than look.</summary>
    public Task<IBrowserContext> OpenAsync(BrowserNewContextOptions options) => _chromium.OpenAsync(options);

    public ValueTask DisposeAsync() => _chromium.DisposeAsync();

    private async Task LookAsync(IPage page, string template)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(1280, 900);
        await page.GotoAsync(site.Address(template));
        await AxeAsync(page, template, All);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await AxeAsync(page, $"{template} in the dark", Colours);
        await WidthAsync(page, template, 320, 100);
        await WidthAsync(page, template, 640, 200);
    }

    /// <summary>It is told not to fetch the style sheet again: what it wants to know of it, it asks the browser.</summary>
    private async Task AxeAsync(IPage page, string template, string rules)
    {
        var found = await page.EvaluateAsync<string[]>(
            $"axe.run(document, {{ runOnly: {rules}, resultTypes: ['violations'], preload: false }}).then(r => r.violations.map(v => v.id + ' (' + v.help + '): ' + v.nodes.slice(0, 3).map(n => n.html).join(' | ')))");
        Axe.AddRange(found.Select(f => $"{template}: {f}"));
    }

    private async Task WidthAsync(IPage page, string template, int width, int text)
    {
        await page.SetViewportSizeAsync(width, 800);
        var over = await page.EvaluateAsync<int>($"document.documentElement.style.fontSize = '{text}%', document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (over > 0)
        {
            var which = await page.EvaluateAsync<string>("[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll')).map(e => e.tagName + '.' + e.className).slice(0, 3).join(' ')");
            Sideways.Add($"{template} at {width} px and {text}%: {over} px too wide: {which}");
        }
    }
}
