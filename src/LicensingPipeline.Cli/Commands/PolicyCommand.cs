using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Record;
using LicensingPipeline.Store;

namespace LicensingPipeline.Cli.Commands;

/// <summary><c>licensing policy</c>: what may be published, who decided it, what nobody has decided yet; and residents' leave-out.</summary>
internal static class PolicyCommand
{
    public static Command Build(Terminal terminal, TimeProvider time)
    {
        var leave = new Option<string?>("--leave-out") { Description = "A resident asked: leave the home at this address (with its postcode, or the id of a licence) out of every public file, from now on." };
        var back = new Option<string?>("--put-back") { Description = "The resident asked again: take the home at this address off that list." };
        var reason = new Option<string>("--reason") { Description = $"With --leave-out: {string.Join(", ", LeftOutHome.Reasons)}. Nobody need give one.", DefaultValueFactory = _ => LeftOutHome.Reasons[0] };
        reason.AcceptOnlyFromAmong([.. LeftOutHome.Reasons]);
        var (data, json) = (Folders.Data(), Folders.Json());
        var command = new Command("policy", "Print what may be published, who decided it, and what the Union has not decided yet; leave a resident's home out of public files.") { leave, back, reason, data, json };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetValue(data)!.FullName;
            if (parsed.GetValue(leave) is { } home)
            {
                return LeaveOut(terminal, folder, desk => Told(terminal, desk.LeaveOut(home, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), parsed.GetValue(reason)!, RandomNumberGenerator.GetBytes)));
            }

            if (parsed.GetValue(back) is { } again)
            {
                return LeaveOut(terminal, folder, desk => PutBack(terminal, desk, again));
            }

            var policy = Folders.PolicyOf(folder);
            if (parsed.GetValue(json))
            {
                terminal.WriteJson(policy.Decisions.Select(Json));
                return Exits.Found;
            }

            foreach (var decision in policy.Decisions)
            {
                Print(terminal, decision);
            }

            terminal.Say($"{Grid.Number(policy.Undecided.Count())} of {Grid.Number(policy.Decisions.Count)} not yet decided by the Union. Left out because residents asked: {LeaveOutFile.Read(folder, listed: false).HowMany}.");
            return Exits.Found;
        });
        return command;
    }

    private static int LeaveOut(Terminal terminal, string folder, Func<LeaveOutDesk, int> work)
    {
        PrivateFiles.MakeFolder(folder);
        using var only = RunLock.Take(folder, terminal.Say);
        var path = Path.Combine(folder, "ledger.db");
        using var ledger = File.Exists(path) ? new Ledger(path) : null;
        var exit = work(new LeaveOutDesk(folder, Folders.Governance(folder), ledger));
        if (exit == Exits.Found)
        {
            terminal.Say("The public database is as it should be now; the pages are written again by the next run ('licensing run --offline' does it at once). Files that were downloaded before are out of reach.");
        }

        return exit;
    }

    private static int Told(Terminal terminal, int entries)
    {
        terminal.Say(entries > 0
            ? $"Left out of public files: {Grid.Number(entries)} {(entries == 1 ? "entry" : "entries")} of the copies we hold, and whatever comes of this home later."
            : "No entry of the copies we hold is of a home written so. It is left out all the same if one ever is. If it stands under another writing, 'licensing find' shows it: give that address, or the id beneath it.");
        return Exits.Found;
    }

    private static int PutBack(Terminal terminal, LeaveOutDesk desk, string home)
    {
        var was = desk.PutBack(home);
        terminal.Say(was ? "The home is no longer left out." : "This home is not on the list of those left out.");
        return was ? Exits.Found : Exits.None;
    }

    private static object Json(PolicyDecision decision) => new
    {
        decision.Key.Key,
        decision.Value,
        decision.Key.Default,
        decision.DecidedBy,
        Date = Iso(decision.Date),
        ReviewBy = Iso(decision.ReviewBy),
        decision.Reasons,
        decision.Standing,
        decision.Key.Question,
        decision.Key.ReadBy,
    };

    private static void Print(Terminal terminal, PolicyDecision decision)
    {
        terminal.Print($"{decision.Key.Key}: {decision.Value}");
        foreach (var line in new[] { decision.Key.Question, $"{char.ToUpperInvariant(decision.Standing[0])}{decision.Standing[1..]}.", $"Reasons: {decision.Reasons}", $"Read by: {decision.Key.ReadBy}." })
        {
            Grid.Wrapped(line, "    ", terminal.Width).ForEach(l => terminal.Print(l));
        }
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
