using System.CommandLine;
using LicensingPipeline.Store;
using LicensingPipeline.Summarise;
using LicensingPipeline.View;

namespace LicensingPipeline.Cli.Commands;

/// <summary><c>licensing changes</c>: what happened between copies.</summary>
internal static class ChangesCommand
{
    public static Command Build(Terminal terminal)
    {
        var authority = new Argument<string?>("authority") { Description = "GSS code or short name; none means all.", Arity = ArgumentArity.ZeroOrOne };
        var since = new Option<string?>("--since") { Description = "Only what showed on copies of this day or later, such as 2026-09-27." };
        var code = new Option<string?>("--code") { Description = "Only events of this code, such as vanished." };
        var (data, sources, json) = (Folders.Data(), Folders.SourcesForNames(), Folders.Json());
        var command = new Command("changes", "Show what changed between copies of the registers, newest first.") { authority, since, code, sources, data, json };
        command.SetAction(parsed =>
        {
            var names = Names.Read(parsed.GetValue(sources)!);
            using var registers = Registers.Open(parsed.GetValue(data)!.FullName);
            var changes = new ChangeList(registers).Of(names.Gss(parsed.GetValue(authority)), Day(parsed.GetValue(since)), parsed.GetValue(code));
            var count = parsed.GetValue(json) ? WriteJson(terminal, changes, registers.IsInvented) : Print(terminal, changes, names, registers.IsInvented);
            if (count == 0)
            {
                terminal.Say("No such change between the copies we hold. The first copy of a register shows none: that is where our knowledge begins.");
            }

            return count > 0 ? Exits.Found : Exits.None;
        });
        return command;
    }

    private static DateOnly? Day(string? text) => text is null ? null : Days.Read(text);

    private static int Print(Terminal terminal, IEnumerable<Change> changes, Names names, bool invented)
    {
        var (count, heading) = (0, "");
        foreach (var change in changes)
        {
            if (count++ == 0 && invented)
            {
                terminal.Print(Demonstration.Mark);
            }

            var here = $"{change.AsAt}  {names.Of(change.Authority)}, {change.Stream}";
            if (here != heading)
            {
                terminal.Print(here);
                heading = here;
            }

            var home = LicenceText.OneLine(change.PropertyAddress ?? "(no address)");
            terminal.Print($"  {home} ({change.Reference ?? change.LicenceId}): {LicenceText.OneLine(ChangeWords.Of(change))}");
        }

        return count;
    }

    private static int WriteJson(Terminal terminal, IEnumerable<Change> changes, bool invented)
    {
        using var array = new JsonArray(terminal.Out);
        var count = 0;
        foreach (var change in changes)
        {
            array.Item(json =>
            {
                ChangeJson.Write(json, change);
                if (invented)
                {
                    json.WriteString(Export.MarkColumn, Demonstration.Mark);
                }
            });
            count++;
        }

        return count;
    }
}
