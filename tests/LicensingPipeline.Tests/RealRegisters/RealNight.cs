using LicensingPipeline.Collect;
using LicensingPipeline.Summarise;
using LicensingPipeline.Tests.Support;
using Xunit;

namespace LicensingPipeline.Tests.RealRegisters;

/// <summary>The real registers beside the checkout, loaded once for all tests that ask about them. They name people: tests print counts, row numbers and hashes only.</summary>
public sealed class RealNight : IAsyncLifetime
{
    private readonly Folder _folder = new();
    private NightReport? _report;

    /// <summary>The repository this build was made from.</summary>
    internal static string Repository { get; } = FindRepository();

    internal static string Inbox { get; } = Path.Combine(Repository, "..", "shared", "registers");

    internal static string Sources { get; } = Path.Combine(Repository, "tests", "LicensingPipeline.Tests", "RealRegisters");

    internal string Data => _folder["data"];

    internal NightReport Report => _report ?? throw new InvalidOperationException("Call Need first.");

    /// <summary>Skips the test where the registers are not there.</summary>
    internal static void Need() =>
        Assert.SkipUnless(Directory.Exists(Inbox), "The real registers are not beside this checkout (../shared/registers), so nothing was compared with their answer key.");

    internal static NightOptions Options(string data, string inbox, string sources) => new()
    {
        Sources = sources,
        Reference = Path.Combine(Repository, "data", "reference"),
        Data = data,
        Inbox = inbox,
        Collect = new CollectOptions { Jitter = () => 0.5 },
        Handler = Collector.Handler,
        Time = new FakeClock(),
        Say = _ => { },
    };

    internal StreamReport Stream(string authority, string stream) => Report.Streams.Single(s => s.Authority == authority && s.Stream == stream);

    public async ValueTask InitializeAsync()
    {
        if (Directory.Exists(Inbox))
        {
            _report = await Nights.RunAsync(Options(Data, Inbox, Sources));
        }
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LicensingPipeline.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The tests are not run from within the repository.");
    }
}

/// <summary>Tests that share <see cref="RealNight"/>.</summary>
[CollectionDefinition(Name)]
public sealed class RealRegistersLoaded : ICollectionFixture<RealNight>
{
    public const string Name = "real registers";
}
