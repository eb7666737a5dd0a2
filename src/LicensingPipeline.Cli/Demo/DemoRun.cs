using LicensingPipeline.Catalogue;
using LicensingPipeline.Collect;
using LicensingPipeline.Summarise;
using LicensingPipeline.Web;

namespace LicensingPipeline.Cli.Demo;

/// <summary>A night that was played: what came of it, and where that differs from the answer key.</summary>
internal sealed record PlayedNight(ExpectedNight Expected, NightReport Report, IReadOnlyList<string> Differences);

/// <summary>
/// Plays the nights of the answer key: the real nightly over real HTTP, against a server on this machine that stands for
/// the councils. But for the clock, the pauses and where the connections lead, nothing differs from a real run.
/// </summary>
internal static class DemoRun
{
    /// <summary>The pause between two requests to one host; a real run keeps two seconds.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task<IReadOnlyList<PlayedNight>> PlayAsync(SampleFolder samples, string data, Action<string> say, CancellationToken ct)
    {
        DemoFolder.Prepare(data, say);
        samples.CopySources(Path.Combine(data, "sources"));
        samples.CopyReplies(Path.Combine(data, ReplyFile.FolderName));
        var manifest = samples.Manifest();
        await using var server = await CouncilServer.StartAsync(samples, ct);
        var nights = new List<PlayedNight>();
        foreach (var (number, expected) in manifest.Nights.Index())
        {
            server.Turn(number);
            HandIn(samples, number, data);
            using var handler = server.Handler();
            var report = await Pipeline.RunAsync(Options(samples, manifest, data, handler, expected.At, say), ct);
            var folders = new SiteFolders(data, Path.Combine(data, "sources"), samples.Reference);
            var today = DateOnly.FromDateTime(expected.At.UtcDateTime);
            await FreezeAsync($"demonstration-{number + 1}", folders, today, say, ct);
            say($"The page is at {await Site.WriteAsync(data, folders.Sources, samples.Reference, today, ct)}.");
            nights.Add(new PlayedNight(expected, report, Differences(expected, report, data)));
        }

        return nights;
    }

    /// <summary>An edition of the night, with the letters that would have gone out before it.</summary>
    public static async Task FreezeAsync(string name, SiteFolders folders, DateOnly today, Action<string> say, CancellationToken ct)
    {
        var authorities = SourceFolder.Read(folders.Sources, folders.Reference).Reference.Authorities;
        var earlier = SentLetter.Read(folders.Data, authorities, invented: true);
        var sent = today.AddDays(-1 - Folders.PolicyOf(folders.Data).ReplyDays);
        SentLetter.Write(folders.Data, [.. earlier, .. authorities.Keys.Order(StringComparer.Ordinal).Select(a => new SentLetter(name, a, sent, today.AddDays(-1)))], invented: true);
        await Editions.FreezeAsync(name, folders, SiteFacts.Read(folders, today, say), new EditionStore(folders.Data), say, ct);
    }

    private static IReadOnlyList<string> Differences(ExpectedNight expected, NightReport report, string data)
    {
        using var registers = Store.Registers.OpenIfThere(data);
        return registers is null ? DemoComparison.Differences(expected, report) : [.. DemoComparison.Differences(expected, report), .. DemoComparison.CellDifferences(expected, registers)];
    }

    /// <summary>What people hand in before a night; the copies of earlier nights stay.</summary>
    private static void HandIn(SampleFolder samples, int night, string data)
    {
        var inbox = Path.Combine(samples.Root, SampleFolder.Night(night), SampleFolder.InboxName);
        foreach (var file in Directory.Exists(inbox) ? Directory.EnumerateFiles(inbox, "*", SearchOption.AllDirectories) : [])
        {
            var to = Path.Combine(data, "inbox", Path.GetRelativePath(inbox, file));
            PrivateFiles.MakeFolder(Path.GetDirectoryName(to)!);
            File.Copy(file, to, overwrite: true);
        }
    }

    private static NightOptions Options(SampleFolder samples, SampleManifest manifest, string data, HttpMessageHandler handler, DateTimeOffset at, Action<string> say) => new()
    {
        Sources = Path.Combine(data, "sources"),
        Reference = samples.Reference,
        Governance = Folders.Governance(data),
        Data = data,
        Inbox = Path.Combine(data, "inbox"),
        Invented = true,
        Proving = manifest.Proving.ToHashSet(StringComparer.Ordinal),
        Collect = new CollectOptions { Pause = Pause, BackOff = Pause, Jitter = () => 0.5 },
        Handler = () => handler,
        Time = new DemoClock(at),
        Say = say,
    };
}
