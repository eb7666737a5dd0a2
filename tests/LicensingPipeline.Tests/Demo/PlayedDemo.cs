using LicensingPipeline.Cli.Demo;
using LicensingPipeline.Tests.Support;
using Xunit;

namespace LicensingPipeline.Tests.Demo;

/// <summary>The demonstration played once, for all tests that only look at what it left.</summary>
public sealed class PlayedDemo : IAsyncLifetime
{
    private readonly Folder _folder = new();

    /// <summary>The samples of this checkout.</summary>
    internal static SampleFolder Samples { get; } = SampleFolder.Find();

    /// <summary>The samples of invented authorities, each of another shape.</summary>
    internal static SampleFolder Shapes { get; } = SampleFolder.Shapes();

    /// <summary>Its data folder.</summary>
    public string Data => _folder["demo"];

    /// <summary>What it was said to have come to.</summary>
    internal IReadOnlyList<PlayedNight> Nights { get; private set; } = [];

    public async ValueTask InitializeAsync() =>
        Nights = await DemoRun.PlayAsync(Samples, Data, _ => { }, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Every file below a folder, by its path.</summary>
    internal static IReadOnlyList<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal)];
}

/// <summary>Tests that share one played demonstration.</summary>
[CollectionDefinition(Name)]
public sealed class PlayedDemoGroup : ICollectionFixture<PlayedDemo>
{
    public const string Name = "played demonstration";
}
