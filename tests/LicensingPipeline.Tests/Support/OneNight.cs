using LicensingPipeline.Catalogue;
using LicensingPipeline.Collect;
using Xunit;

namespace LicensingPipeline.Tests.Support;

/// <summary>A night's collecting: a loopback council, a fake clock, an archive of its own, a collector.</summary>
internal sealed class OneNight : IAsyncDisposable
{
    public const string File = "http://council.example/files/hmo.csv";
    public const string Page = "http://council.example/hmo";
    public const string Csv = "Licence No.,Property Address\nHMO/1,1 Example Road\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("collect-");
    private readonly HttpMessageHandler _handler;
    private readonly Collector _collector;

    private OneNight(LoopbackCouncil council, FakeClock clock, CollectOptions options, bool trusts)
    {
        (Council, Clock) = (council, clock);
        Archive = new Archive(ArchiveFolder);
        _handler = council.Handler(trusts);
        _collector = new Collector(_handler, new Operator("Example Branch", "https://branch.example/register"), "1.2.3", Archive, options, clock);
    }

    public static CollectOptions Defaults { get; } = new() { Jitter = () => 0.5 };

    public LoopbackCouncil Council { get; }

    public FakeClock Clock { get; }

    public Archive Archive { get; }

    public string ArchiveFolder => Path.Combine(_folder.FullName, "archive");

    public IReadOnlyList<string> Archived => [.. Directory.EnumerateFiles(ArchiveFolder, "*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)!)];

    public static async Task<OneNight> OpenAsync(CollectOptions? options = null, bool tls = false, bool trusts = true)
    {
        var clock = new FakeClock();
        return new OneNight(await LoopbackCouncil.OpenAsync(clock, tls), clock, options ?? Defaults, trusts);
    }

    public Task<Attempt> FetchAsync(StreamSpec stream, Validators? last = null) =>
        _collector.FetchAsync("E09000000", stream, last, TestContext.Current.CancellationToken);

    /// <summary>Asks for one file.</summary>
    public Task<Attempt> FetchAsync(string url = File, string format = "csv", Validators? last = null) =>
        FetchAsync(Some.Stream(format) with { Url = new Uri(url) }, last);

    /// <summary>Looks for links on the landing page.</summary>
    public Task<Attempt> DiscoverAsync(Discovery discover, string format = "csv", string page = Page, Validators? last = null) =>
        FetchAsync(Some.Stream(format) with { Landing = new Uri(page), Discover = discover }, last);

    public async ValueTask DisposeAsync()
    {
        _collector.Dispose();
        _handler.Dispose();
        await Council.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
