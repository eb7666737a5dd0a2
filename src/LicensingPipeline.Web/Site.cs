using System.Text;
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
        folder.Write(await FilesAsync(facts, ct));
        return Path.Combine(folder.Path, First);
    }

    /// <summary>Every file of the site by its path, in order: the same facts give the same bytes.</summary>
    public static async Task<IReadOnlyDictionary<string, byte[]>> FilesAsync(SiteFacts facts, CancellationToken ct)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        foreach (var page in SitePages.Of(facts))
        {
            ct.ThrowIfCancellationRequested();
            files[page.Path] = Encoding.UTF8.GetBytes(await HtmlAsync(renderer, page, facts));
        }

        foreach (var (path, text) in SiteAssets.Of(facts))
        {
            files[path] = Encoding.UTF8.GetBytes(text);
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
