using System.CommandLine;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Cli.Demo;
using LicensingPipeline.Collect;
using LicensingPipeline.Record;
using LicensingPipeline.Summarise;
using LicensingPipeline.Web;

namespace LicensingPipeline.Cli.Commands;

/// <summary><c>licensing run</c>: the nightly run, and the page after it.</summary>
internal static class RunCommand
{
    public static Command Build(Terminal terminal, TimeProvider time)
    {
        var authorities = new Argument<string[]>("authority") { Description = "GSS codes or short names; none means all.", Arity = ArgumentArity.ZeroOrMore };
        var (data, sources, inbox, json) = (Folders.Data(), Folders.Sources(), Folders.Inbox(), Folders.Json());
        var offline = new Option<bool>("--offline") { Description = "Leave the network alone: read only the archive and the inbox." };
        var command = new Command("run", "Collect, read, judge and publish what the councils' registers say tonight.") { authorities, offline, sources, inbox, data, json };
        command.SetAction(async (parsed, ct) =>
        {
            var folder = parsed.GetValue(data)!.FullName;
            var options = new NightOptions
            {
                Sources = parsed.GetValue(sources)!.FullName,
                Reference = Folders.Reference(),
                Governance = Folders.Governance(folder),
                Data = folder,
                Inbox = parsed.GetValue(inbox)?.FullName ?? Path.Combine(folder, "inbox"),
                Authorities = Known(parsed.GetValue(authorities) ?? [], parsed.GetValue(sources)!.FullName),
                Offline = parsed.GetValue(offline),
                Collect = new CollectOptions { Jitter = new Random(Environment.ProcessId).NextDouble },
                Handler = Collector.Handler,
                Time = time,
                Say = terminal.Say,
            };
            options = Again(options, parsed.GetValue(inbox) is null);
            var report = await Progress.WatchAsync(terminal, say => NightAsync(options with { Say = say }, ct));
            if (parsed.GetValue(json))
            {
                terminal.WriteJson(report);
            }
            else
            {
                Print(terminal, options, report);
            }

            return report.Exit;
        });
        return command;
    }

    private static async Task<NightReport> NightAsync(NightOptions options, CancellationToken ct)
    {
        var report = await Pipeline.RunAsync(options, ct);
        options.Say($"The page is at {await Site.WriteAsync(options.Data, options.Sources, options.Reference, DateOnly.FromDateTime(options.Time.GetUtcNow().UtcDateTime), ct)}.");
        return report;
    }

    /// <summary>
    /// The folder of a demonstration may be judged again offline, as after a source file was mended: all it holds is the demonstration's
    /// own, and its councils are not asked.
    /// </summary>
    private static NightOptions Again(NightOptions options, bool ownInbox) => options.Offline && ownInbox && DemoFolder.IsDemonstration(options.Data)
        ? options with { Invented = true, Proving = SampleFolder.Find().Manifest().Proving.ToHashSet(StringComparer.Ordinal) }
        : options;

    /// <summary>A name misspelled must not run a night over nothing.</summary>
    private static string[] Known(string[] authorities, string sources)
    {
        if (authorities.Length > 0)
        {
            var folder = SourceFolder.Read(sources, Folders.Reference());
            foreach (var strange in authorities.Where(a => folder.Find(a) is null && !folder.Errors.ContainsKey(a)))
            {
                throw new UsageException($"'{strange}' has no source file in {sources}. Give a GSS code or a short name; ./licensing sources list prints them.");
            }
        }

        return authorities;
    }

    private static void Print(Terminal terminal, NightOptions options, NightReport report)
    {
        var tonight = report.Streams.Select(s => (s.Authority, s.Stream)).ToHashSet();
        using var ledger = Ledger.Ask(options.Data);
        var rows = StatusList.Of(SourceFolder.Read(options.Sources, options.Reference), ledger).Where(r => tonight.Contains((r.Row.Authority, r.Row.Stream))).ToList();
        StatusGrid.Print(terminal, rows, ledger.IsInvented);
        foreach (var missing in report.Streams.SelectMany(s => s.NotMade).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            terminal.Say($"Not checked: {missing}");
        }

        foreach (var (code, count) in report.Streams.SelectMany(s => s.Events).GroupBy(e => e.Key, e => e.Value, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Sum())))
        {
            terminal.Print($"{code}: {Grid.Number(count)}");
        }
    }
}
