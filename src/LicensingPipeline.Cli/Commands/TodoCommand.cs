using System.CommandLine;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Record;
using LicensingPipeline.Summarise;

namespace LicensingPipeline.Cli.Commands;

/// <summary><c>licensing todo</c>: what waits for a person, why, and what to type.</summary>
internal static class TodoCommand
{
    public static Command Build(Terminal terminal, TimeProvider time)
    {
        var steward = new Option<string?>("--steward") { Description = "Only what this person is asked for, such as @volunteer." };
        var (data, sources, json) = (Folders.Data(), Folders.Sources(), Folders.Json());
        var command = new Command("todo", "List what waits for a person: streams to look at, copies to ask for, evidence to renew, schemes that end, policy to decide.") { steward, sources, data, json };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetValue(data)!.FullName;
            using var none = File.Exists(Path.Combine(folder, "ledger.db")) ? null : BorrowedLedger.Empty();
            using var asked = none is null ? Ledger.Ask(folder) : null;
            var ledger = asked ?? none!.Ledger;
            var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            var read = SourceFolder.Read(parsed.GetValue(sources)!.FullName, Folders.Reference());
            var who = parsed.GetValue(steward)?.TrimStart('@');
            var errands = new ErrandList(read, ledger, today) { Policy = Folders.PolicyOf(folder) }.All().Where(e => who is null || string.Equals(e.Steward.TrimStart('@'), who, StringComparison.OrdinalIgnoreCase)).ToList();
            if (parsed.GetValue(json))
            {
                terminal.WriteJson(errands);
            }
            else
            {
                Print(terminal, errands, read, ledger.IsInvented);
            }

            return errands.Count > 0 ? Exits.Found : Exits.None;
        });
        return command;
    }

    private static void Print(Terminal terminal, List<Errand> errands, SourceFolder sources, bool invented)
    {
        if (invented)
        {
            terminal.Print(Demonstration.Mark);
            terminal.Print();
        }

        foreach (var errand in errands)
        {
            var name = errand.Authority.Length == 0 ? "All of it" : sources.Reference.Authorities.TryGetValue(errand.Authority, out var authority) ? authority.Name : errand.Authority;
            terminal.Print($"{name}{(errand.Stream is null ? "" : $", {errand.Stream}")}: {errand.Kind}{(errand.Steward.Length == 0 ? "" : $", for {errand.Steward}")}");
            Grid.Wrapped(errand.Why, "    ", terminal.Width).ForEach(l => terminal.Print(l));
            terminal.Print($"    {errand.Command}");
        }

        terminal.Say(errands.Count == 0 ? "Nothing waits for anybody." : $"{Grid.Number(errands.Count)} to do.");
    }
}
