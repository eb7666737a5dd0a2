using System.Text;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Record;
using LicensingPipeline.Store;
using LicensingPipeline.Summarise;
using LicensingPipeline.View;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LicensingPipeline.Web;

/// <summary>Renders the components to files, without a server.</summary>
public static class Site
{
    /// <summary>The style sheet, which is written into each page.</summary>
    internal static string Css { get; } = ReadCss();

    /// <summary>Writes the pages below a data folder; returns the path of the first.</summary>
    /// <param name="dataFolder">The data folder, in which a night has run.</param>
    /// <param name="sourcesFolder">Folder of sources.</param>
    /// <param name="referenceFolder">Folder of reference tables.</param>
    /// <param name="today">The day of which the pages speak.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<string> WriteAsync(string dataFolder, string sourcesFolder, string referenceFolder, DateOnly today, CancellationToken ct)
    {
        var folder = Path.Combine(dataFolder, "site");
        Directory.CreateDirectory(folder);
        IReadOnlyList<StreamStatus> rows;
        bool invented;
        using (var ledger = Ledger.Ask(dataFolder))
        {
            (rows, invented) = (StatusList.Of(SourceFolder.Read(sourcesFolder, referenceFolder), ledger), ledger.IsInvented);
        }

        using (var open = File.Exists(Path.Combine(dataFolder, "public.db")) ? Registers.OpenPublic(dataFolder) : null)
        {
            rows = open is null ? rows : StatusList.InPublic(rows, open);
        }

        await WriteAsync(Path.Combine(folder, "schemes.html"), await SchemesAsync(Answers(dataFolder, sourcesFolder, referenceFolder, rows, today), today, invented), ct);
        var index = Path.Combine(folder, "index.html");
        await WriteAsync(index, await PageAsync(rows, invented), ct);
        return index;
    }

    /// <summary>The page of all registers as HTML.</summary>
    public static Task<string> PageAsync(IReadOnlyList<StreamStatus> rows, bool invented) => RenderAsync<RegistersPage>(new(StringComparer.Ordinal)
    {
        [nameof(RegistersPage.Rows)] = rows,
        [nameof(RegistersPage.Invented)] = invented,
    });

    /// <summary>The page of which licensing applies where, as HTML.</summary>
    public static Task<string> SchemesAsync(IReadOnlyList<PlaceAnswer> answers, DateOnly on, bool invented) => RenderAsync<SchemesPage>(new(StringComparer.Ordinal)
    {
        [nameof(SchemesPage.Answers)] = answers,
        [nameof(SchemesPage.On)] = on,
        [nameof(SchemesPage.Invented)] = invented,
    });

    private static List<PlaceAnswer> Answers(string dataFolder, string sourcesFolder, string referenceFolder, IReadOnlyList<StreamStatus> rows, DateOnly today)
    {
        var reference = ReferenceTables.Read(referenceFolder, sourcesFolder);
        using var registers = Registers.OpenIfThere(dataFolder);
        var copies = registers?.PublishedCopies() ?? [];
        return [.. rows.Select(r => r.Row.Authority).Distinct(StringComparer.Ordinal).Where(reference.Authorities.ContainsKey).Select(a => PlaceAnswer.Of(reference, copies, a, today))];
    }

    private static async Task<string> RenderAsync<T>(Dictionary<string, object?> parameters)
        where T : IComponent
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        return html.Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private static async Task WriteAsync(string path, string html, CancellationToken ct)
    {
        await File.WriteAllTextAsync(path + ".part", html, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), ct);
        File.Move(path + ".part", path, overwrite: true);
    }

    private static string ReadCss()
    {
        using var css = new StreamReader(typeof(Site).Assembly.GetManifestResourceStream("page.css")!);
        return css.ReadToEnd();
    }
}
