using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using LicensingPipeline.Cli;
using LicensingPipeline.Tests.Demo;
using LicensingPipeline.Tests.Support;
using Xunit;

namespace LicensingPipeline.Web.Tests;

/// <summary>The demonstration played and published once, for all tests that only look at the site.</summary>
public sealed class PublishedSite : IAsyncLifetime
{
    /// <summary>A council whose register is an open table, one of which little is online, and one of which nothing is.</summary>
    public static IReadOnlyList<string> Three { get; } = ["camden", "harrow", "tower-hamlets"];

    private readonly PlayedDemo _demo = new();
    private readonly Folder _folder = new();
    private readonly Dictionary<string, IDocument> _pages = new(StringComparer.Ordinal);

    /// <summary>The folder of the site.</summary>
    public string Path => _folder["site"];

    /// <summary>The data folder it was made from.</summary>
    public string Data => _demo.Data;

    /// <summary>Every file by its path below the site.</summary>
    public IReadOnlyList<string> Files { get; private set; } = [];

    /// <summary>Every page by its path.</summary>
    public IReadOnlyDictionary<string, IDocument> Pages => _pages;

    /// <summary>What was said while publishing.</summary>
    public string Said { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await _demo.InitializeAsync();
        (_, Said) = await PublishAsync(Path, Data);
        Files = PlayedDemo.Files(Path);
        var parser = new HtmlParser();
        foreach (var file in Files.Where(f => f.EndsWith(".html", StringComparison.Ordinal)))
        {
            _pages[file] = parser.ParseDocument(await File.ReadAllTextAsync(System.IO.Path.Combine(Path, file)));
        }
    }

    /// <summary>Types 'licensing publish'; returns how it ended and what it said.</summary>
    internal static async Task<(int Exit, string Said)> PublishAsync(string to, string data, string? sources = null)
    {
        var said = new StringWriter();
        var exit = await Licensing.RunAsync(
            ["publish", "--out", to, "--data", data, "--sources", sources ?? System.IO.Path.Combine(data, "sources")], new Terminal(TextWriter.Null, said, Interactive: false),
            new FixedClock(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero)), TestContext.Current.CancellationToken);
        return (exit, said.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await _demo.DisposeAsync();
    }
}

/// <summary>Tests that share one published site.</summary>
[CollectionDefinition(Name)]
public sealed class PublishedSiteGroup : ICollectionFixture<PublishedSite>
{
    public const string Name = "published site";
}
