using System.Globalization;
using LicensingPipeline.Cli.Commands;
using LicensingPipeline.Summarise;

namespace LicensingPipeline.Cli;

/// <summary>What was drawn up, as a person reads it: what is placed, what is not, and what to do next.</summary>
internal static class DraftText
{
    public static void Print(Terminal terminal, Drafted drafted, FoundRegister found, IReadOnlyList<string> written, bool json)
    {
        if (json)
        {
            terminal.WriteJson(new
            {
                register = found.Words,
                rows = drafted.Draft.Rows,
                placed = drafted.Draft.Placed.Select(p => new { field = p.Field, heading = p.Heading }),
                notPlaced = drafted.Draft.NotPlaced.Select(p => new { heading = p.Heading, why = p.Why }),
                wordsNotPlaced = drafted.Draft.Strange,
                state = drafted.Night?.Result.State.ToString(),
                issues = drafted.Night?.Newest?.Issues,
                written,
                errors = drafted.Errors,
            });
            return;
        }

        terminal.Print($"{found.Name} is {found.Words}; {Grid.Number(drafted.Draft.Rows)} rows follow its headings.");
        terminal.Print();
        var grid = new Grid("Field", "Heading");
        foreach (var (field, heading) in drafted.Draft.Placed)
        {
            grid.Add([field, heading]);
        }

        foreach (var (heading, why) in drafted.Draft.NotPlaced)
        {
            grid.Add(["-", $"{heading} ({why})"]);
        }

        grid.Print(terminal);
        terminal.Print();
        Dates(terminal, drafted);
        Outcome(terminal, drafted);
        terminal.Print($"Written: {string.Join(" and ", written)}");
        terminal.Print("Next: settle the lines marked check, then 'licensing sources check'; have a copy in (licensing run, or licensing import for a file), then 'licensing sources prove'.");
    }

    private static void Dates(Terminal terminal, Drafted drafted)
    {
        foreach (var (heading, day, month) in drafted.Draft.DateProofs)
        {
            terminal.Print(string.Create(CultureInfo.InvariantCulture, $"Dates in {heading}: {day} prove that the day comes first, {month} that the month does."));
        }

        if (drafted.Draft.Strange.Count > 0)
        {
            terminal.Print($"Words for licence kinds that were not placed: {string.Join(", ", drafted.Draft.Strange.Select(w => $"\"{w}\""))}. Add them under values.");
        }
    }

    private static void Outcome(Terminal terminal, Drafted drafted)
    {
        drafted.Errors.ToList().ForEach(e => terminal.Print(e.ToString()));
        if (drafted.Night is not { } night)
        {
            return;
        }

        terminal.Print($"With it the copy is {night.Result.State}. {night.Result.Detail}".TrimEnd());
        if (night.Newest is { } newest)
        {
            terminal.Print($"Rows: {Grid.Number(newest.Sums.RowsRead)} read, {Grid.Number(newest.Sums.Licences)} licences, {Grid.Number(newest.Sums.Quarantined)} set aside. Issues: {(newest.Issues.Count == 0 ? "none" : string.Join(", ", newest.Issues.Select(i => $"{i.Key} {Grid.Number(i.Value)}")))}");
        }
    }
}
