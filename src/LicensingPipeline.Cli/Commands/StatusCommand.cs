using System.CommandLine;
using System.Globalization;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Record;
using LicensingPipeline.Summarise;

namespace LicensingPipeline.Cli.Commands;

/// <summary><c>licensing status</c>: how every source stands.</summary>
internal static class StatusCommand
{
    public static Command Build(Terminal terminal, TimeProvider time)
    {
        var (data, sources, json) = (Folders.Data(), Folders.Sources(), Folders.Json());
        var maxAge = new Option<string?>("--max-age") { Description = "End with code 65 when the last run ended longer ago than this: 26h, 90m or 2d." };
        var command = new Command("status", "Show how every source stands: state, dates, rows, issues, and what to do.") { maxAge, sources, data, json };
        command.SetAction(parsed =>
        {
            var limit = parsed.GetValue(maxAge) is { } text ? Ages.Parse(text) : (TimeSpan?)null;
            var folder = parsed.GetValue(data)!.FullName;
            using var ledger = Ledger.Ask(folder);
            var rows = StatusList.Of(SourceFolder.Read(parsed.GetValue(sources)!.FullName, Folders.Reference()), ledger);
            if (parsed.GetValue(json))
            {
                terminal.WriteJson(rows.Select(r => r.Row));
            }
            else
            {
                StatusGrid.Print(terminal, rows, ledger.IsInvented);
            }

            return limit is { } most && TooOld(folder, most, time) is { } sentence ? Say(terminal, sentence) : rows.Count > 0 ? Exits.Found : Exits.None;
        });
        return command;
    }

    private static string? TooOld(string folder, TimeSpan most, TimeProvider time)
    {
        if (Heartbeat.Read(folder) is not { } last)
        {
            return "No run has ended in this data folder yet. Look at what the timer that starts 'licensing run' last printed.";
        }

        var age = time.GetUtcNow() - last;
        return age <= most ? null
            : $"The last run ended {Ages.Words(age)} ago, at {last.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC; at most {Ages.Words(most)} were wanted. Look at what the timer that starts 'licensing run' last printed.";
    }

    private static int Say(Terminal terminal, string sentence)
    {
        terminal.Say(sentence);
        return Exits.TooOld;
    }
}
