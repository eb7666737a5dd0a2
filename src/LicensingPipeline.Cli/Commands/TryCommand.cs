using System.CommandLine;
using LicensingPipeline.Catalogue;
using LicensingPipeline.View;

namespace LicensingPipeline.Cli.Commands;

/// <summary><c>licensing try TEXT --as KIND</c>: what the readers make of one text, and by which rules.</summary>
internal static class TryCommand
{
    public static Command Build(Terminal terminal)
    {
        var text = new Argument<string[]>("text") { Description = "A cell of a register.", Arity = ArgumentArity.OneOrMore };
        var kind = new Option<string>("--as") { Description = "What it is to be read as.", Required = true };
        kind.AcceptOnlyFromAmong([.. Trial.Kinds]);
        var (data, json) = (Folders.Data(), Folders.Json());
        var command = new Command("try", "Read one text as an address, name, date or postcode: its parts, the rules that fired, its key.") { text, kind, data, json };
        command.SetAction(parsed =>
        {
            var tried = Trial.Of(parsed.GetValue(kind)!, string.Join(' ', parsed.GetValue(text)!), PlaceTables.Open(parsed.GetValue(data)!.FullName));
            if (parsed.GetValue(json))
            {
                terminal.WriteJson(tried);
            }
            else
            {
                Print(terminal, tried);
            }

            if (tried.Readings.Count == 0)
            {
                terminal.Say($"Nothing in it can be read as {(tried.Kind == "address" ? "an" : "a")} {tried.Kind}.");
            }

            return tried.Readings.Count > 0 ? Exits.Found : Exits.None;
        });
        return command;
    }

    private static void Print(Terminal terminal, Trial tried)
    {
        for (var i = 0; i < tried.Readings.Count; i++)
        {
            terminal.Print(tried.Readings.Count == 1 ? "Reading" : FormattableString.Invariant($"Reading {i + 1}"));
            foreach (var (part, value) in tried.Readings[i])
            {
                terminal.Print($"  {part,-24}{value}");
            }
        }

        Line(terminal, "Rules", string.Join(", ", tried.Rules));
        Line(terminal, "Issues", string.Join(", ", tried.Issues));
        Line(terminal, "Key", tried.Key ?? "");
        foreach (var note in tried.Notes)
        {
            terminal.Print(note);
        }
    }

    private static void Line(Terminal terminal, string what, string value)
    {
        if (value.Length > 0)
        {
            terminal.Print($"{what,-26}{value}");
        }
    }
}
