using System.CommandLine;

namespace LicensingPipeline.Cli.Commands;

/// <summary><c>licensing schedule print</c>: what to give the machine so that it runs every night.</summary>
internal static class ScheduleCommand
{
    public static Command Build(Terminal terminal)
    {
        var kind = new Option<string>("--kind") { Description = "systemd or cron.", Required = true };
        kind.AcceptOnlyFromAmong("systemd", "cron");
        var (data, sources, json) = (Folders.Data(), Folders.Sources(), Folders.Json());
        var print = new Command("print", "Print systemd units or lines for a crontab: the run at night, and a look by day whether it came.") { kind, sources, data, json };
        print.SetAction(parsed =>
        {
            var files = Schedules.Of(parsed.GetValue(kind)!, Folders.Launcher(), parsed.GetValue(sources)!.FullName, parsed.GetValue(data)!.FullName);
            if (parsed.GetValue(json))
            {
                terminal.WriteJson(files);
                return Exits.Found;
            }

            foreach (var file in files)
            {
                terminal.Print($"# {file.Name}");
                terminal.Print(file.Text);
            }

            return Exits.Found;
        });
        return new Command("schedule", "Have the machine run this every night.") { print };
    }
}
