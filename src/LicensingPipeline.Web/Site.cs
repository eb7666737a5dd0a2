using System.Text;
using LicensingPipeline.Summarise.Scorecards;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LicensingPipeline.Web;

/// <summary>Renders the components to files, without a server.</summary>
public static class Site
{
    /// <summary>The page on which everybody begins.</summary>
    public const string First = "index.html";

    /// <summary>Writes the pages below a data folder, as after every night; returns the path of the first.</summary>
    /// <param name="dataFolder">The data folder, in which a night has run.</param>
    /// <param name="sourcesFolder">Folder of sources.</param>
    /// <param name="referenceFolder">Folder of reference tables.</param>
    /// <param name="today">The day of which the pages speak.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<string> WriteAsync(string dataFolder, string sourcesFolder, string referenceFolder, DateOnly today, CancellationToken ct)
    {
        var facts = SiteFacts.Read(new SiteFolders(dataFolder, sourcesFolder, referenceFolder), today, _ => { });
        var folder = new SiteFolder(Path.Combine(dataFolder, "site"), facts.Invented);
        folder.Write(await FilesAsync(facts, new EditionStore(dataFolder), ct));
        return Path.Combine(folder.Path, First);
    }

    /// <summary>Every file of the site by its path, in order: the same facts give the same bytes. Editions published before stand as they were.</summary>
    public static async Task<IReadOnlyDictionary<string, byte[]>> FilesAsync(SiteFacts facts, EditionStore editions, CancellationToken ct)
    {
        var files = await RenderAsync(facts, SitePages.Of(facts), ct);
        foreach (var (path, text) in SiteAssets.Of(facts))
        {
            files[path] = Encoding.UTF8.GetBytes(text);
        }

        foreach (var (path, bytes) in editions.Files())
        {
            files[path] = bytes;
        }

        return files;
    }

    /// <summary>Every file of an edition by its path below the site.</summary>
    public static async Task<IReadOnlyDictionary<string, byte[]>> EditionAsync(SiteFacts facts, Edition edition, bool showsComposite, CancellationToken ct)
    {
        var files = await RenderAsync(facts, EditionPages.Of(edition, showsComposite), ct);
        foreach (var (path, text) in EditionPages.Files(edition))
        {
            files[path] = Encoding.UTF8.GetBytes(text);
        }

        return files;
    }

    private static async Task<SortedDictionary<string, byte[]>> RenderAsync(SiteFacts facts, IEnumerable<SitePage> pages, CancellationToken ct)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        foreach (var page in pages)
        {
            ct.ThrowIfCancellationRequested();
            files[page.Path] = Encoding.UTF8.GetBytes(await HtmlAsync(renderer, page, facts));
        }

        return files;
    }

    private static async Task<string> HtmlAsync(HtmlRenderer renderer, SitePage page, SiteFacts facts)
    {
        var parameters = new Dictionary<string, object?>(page.Parameters, StringComparer.Ordinal) { ["Frame"] = new Frame(facts, page.Path) };
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync(page.Component, ParameterView.FromDictionary(parameters))).ToHtmlString());
        return html.Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
