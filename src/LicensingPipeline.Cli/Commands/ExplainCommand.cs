using System.CommandLine;
using System.Text.RegularExpressions;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Record;
using LicensingPipeline.Store;
using LicensingPipeline.View;

namespace LicensingPipeline.Cli.Commands;

/// <summary><c>licensing explain ID</c>: why a record reads as it does.</summary>
internal static partial class ExplainCommand
{
    public static Command Build(Terminal terminal)
    {
        var id = new Argument<string>("id") { Description = "A licence id, as 'find' prints it: 16 hex digits, perhaps with a suffix." };
        var (data, sources, json) = (Folders.Data(), Folders.Sources(), Folders.Json());
        var command = new Command("explain", "Explain a record: its text as published, the rules that changed it, file, place and history.") { id, sources, data, json };
        command.SetAction(parsed =>
        {
            var wanted = parsed.GetValue(id)!.Trim();
            if (!IdPattern().IsMatch(wanted))
            {
                throw new UsageException("A licence id is 16 hex digits, perhaps followed by a hyphen and 8 more; 'licensing find' prints it.");
            }

            var folder = parsed.GetValue(data)!.FullName;
            using var registers = Registers.Open(folder);
            using var ledger = Ledger.Ask(folder);
            var at = parsed.GetValue(sources)!;
            var explained = new Explainer(registers, ledger, at.Exists ? SourceFolder.Read(at.FullName, Folders.Reference(), folder) : null).Explain(wanted);
            if (parsed.GetValue(json))
            {
                ExplanationJson.Write(terminal.Out, explained, registers.IsInvented);
            }
            else
            {
                ExplanationText.Print(terminal, explained, Names.Read(at), registers.IsInvented);
            }

            if (explained.Count == 0)
            {
                terminal.Say("No copy that we published ever held a licence with this id.");
            }

            return explained.Count > 0 ? Exits.Found : Exits.None;
        });
        return command;
    }

    [GeneratedRegex("^[0-9a-f]{16}(-[0-9a-f]{8})?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IdPattern();
}
