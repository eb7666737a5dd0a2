using LicensingPipeline.Summarise.Scorecards;

namespace LicensingPipeline.Cli;

/// <summary>An edition beside what its own copies give today, for a person at a terminal and as JSON.</summary>
internal static class ShadowOut
{
    public static void Print(Terminal terminal, ShadowRun run, bool invented)
    {
        if (invented)
        {
            terminal.Print(Demonstration.Mark);
            terminal.Print();
        }

        terminal.Print($"Edition {run.Edition} as it was printed (method {run.Method}), and from the same copies today (method {Method.Version}) where that differs:");
        terminal.Print();
        var grid = new Grid(["authority", "of", .. Method.Dimensions.Select(d => $"#{d.ToString().ToLowerInvariant()}")]);
        foreach (var line in run.Lines)
        {
            grid.Add([line.Authority.Name, line.IsPublished ? "online" : "supplied", .. line.Dimensions.Select(d => Both(d.Printed, d.Now))]);
        }

        grid.Print(terminal);
        terminal.Say($"{Grid.Number(run.Lines.Count(l => l.Moves))} of {Grid.Number(run.Lines.Count)} scorecards would print another figure.");
    }

    public static IReadOnlyList<object> Json(ShadowRun run, bool invented) =>
    [
        .. run.Lines.Select(l => new
        {
            Authority = l.Authority.Gss,
            l.Authority.ShortName,
            run.Edition,
            Published = l.IsPublished,
            l.Moves,
            PrintedMethod = run.Method,
            Method = Method.Version,
            Printed = l.Dimensions.ToDictionary(d => d.Dimension.ToString().ToLowerInvariant(), d => d.Printed, StringComparer.Ordinal),
            Now = l.Dimensions.ToDictionary(d => d.Dimension.ToString().ToLowerInvariant(), d => d.Now, StringComparer.Ordinal),
            Demonstration = invented ? Demonstration.Mark : null,
        }),
    ];

    private static string Both(decimal? printed, decimal? now) => (ScorecardText.Value(printed), ScorecardText.Value(now)) is var (before, after) && before == after ? before : $"{before} → {after}";
}
