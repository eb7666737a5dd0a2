using LicensingPipeline.Cli.Demo;
using LicensingPipeline.Collect;
using LicensingPipeline.Summarise;
using LicensingPipeline.Tests.Support;

namespace LicensingPipeline.Tests.Demo;

/// <summary>A night without the network: sources/, inbox/ and data/ lie in one folder.</summary>
internal static class OfflineNight
{
    public static Task<NightReport> RunAsync(Folder folder, bool invented)
    {
        Directory.CreateDirectory(folder["sources"]);
        return Pipeline.RunAsync(
            new NightOptions
            {
                Sources = folder["sources"],
                Reference = PlayedDemo.Samples.Reference,
                Data = folder["data"],
                Inbox = folder["inbox"],
                Offline = true,
                Invented = invented,
                Collect = new CollectOptions { Jitter = () => 0.5 },
                Handler = () => throw new InvalidOperationException("This night stays offline."),
                Time = new DemoClock(new DateTimeOffset(2026, 11, 2, 2, 0, 0, TimeSpan.Zero)),
                Say = _ => { },
            },
            CancellationToken.None);
    }
}
