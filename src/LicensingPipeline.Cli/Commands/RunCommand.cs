using System.CommandLine;
using LicensingPipeline.Collect;

namespace LicensingPipeline.Cli.Commands;

/// <summary><c>licensing run</c>: the nightly run.</summary>
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
                Data = folder,
                Inbox = parsed.GetValue(inbox)?.FullName ?? Path.Combine(folder, "inbox"),
                Authorities = parsed.GetValue(authorities) ?? [],
                Offline = parsed.GetValue(offline),
                Collect = new CollectOptions { Jitter = new Random(Environment.ProcessId).NextDouble },
                Handler = Collector.Handler,
                Time = time,
                Say = terminal.Say,
            };
            var report = await Pipeline.RunAsync(options, ct);
            if (parsed.GetValue(json))
            {
                terminal.WriteJson(report);
            }

            return report.Exit;
        });
        return command;
    }
}
