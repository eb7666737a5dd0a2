using System.Text;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Record;
using LicensingPipeline.Summarise;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LicensingPipeline.Web;

/// <summary>Renders the components to files, without a server.</summary>
public static class Site
{
    /// <summary>Writes the page of all registers below a data folder; returns its path.</summary>
    /// <param name="dataFolder">The data folder, in which a night has run.</param>
    /// <param name="sourcesFolder">Folder of sources.</param>
    /// <param name="referenceFolder">Folder of reference tables.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<string> WriteAsync(string dataFolder, string sourcesFolder, string referenceFolder, CancellationToken ct)
    {
        string html;
        using (var ledger = Ledger.Ask(dataFolder))
        {
            html = await PageAsync(StatusList.Of(SourceFolder.Read(sourcesFolder, referenceFolder), ledger), ledger.IsInvented);
        }

        var path = Path.Combine(dataFolder, "site", "index.html");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path + ".part", html, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), ct);
        File.Move(path + ".part", path, overwrite: true);
        return path;
    }

    /// <summary>The page as HTML.</summary>
    public static async Task<string> PageAsync(IReadOnlyList<StreamStatus> rows, bool invented)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(RegistersPage.Rows)] = rows,
            [nameof(RegistersPage.Invented)] = invented,
            [nameof(RegistersPage.Css)] = Css(),
        });
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<RegistersPage>(parameters)).ToHtmlString());
        return html.Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private static string Css()
    {
        using var css = new StreamReader(typeof(Site).Assembly.GetManifestResourceStream("page.css")!);
        return css.ReadToEnd();
    }
}
