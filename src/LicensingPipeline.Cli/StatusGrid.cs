using LicensingPipeline.Summarise;

namespace LicensingPipeline.Cli;

/// <summary>How sources stand, as a table for people: after a run, and whenever they ask.</summary>
internal static class StatusGrid
{
    public static void Print(Terminal terminal, IReadOnlyList<StreamStatus> rows, bool invented)
    {
        if (invented)
        {
            terminal.Print(Demonstration.Mark);
            terminal.Print();
        }

        var grid = new Grid("Authority", "Stream", "State", "#Rung", "As at", "Last changed", "Last checked", "#Rows", "#Issues");
        foreach (var status in rows)
        {
            var row = status.Row;
            grid.Add(
                [
                    status.Name, row.Stream ?? "-", State(status), row.Rung is { } rung ? Grid.Number(rung) : "-", row.AsAt ?? "-", row.LastChanged ?? "-",
                    row.LastChecked?.Replace('T', ' ').TrimEnd('Z') ?? "-", Grid.Number(row.Rows), Grid.Number(row.Issues),
                ],
                Notes(status));
        }

        grid.Print(terminal);
        if (invented)
        {
            terminal.Print();
            terminal.Print(Demonstration.Mark);
        }
    }

    private static string State(StreamStatus status) => status.Row.State ?? (status.Row.Stream is null ? "nothing to collect" : "not run yet");

    private static string[] Notes(StreamStatus status)
    {
        if (status.State is null or StreamState.Ok or StreamState.Unchanged or StreamState.EmptyDeclared)
        {
            return [];
        }

        var expected = status.Spec?.Expected is { } known && known.State == status.State ? $"Expected: {known.Why}" : "";
        var lines = (status.Suggestion ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"Suggested line: {line}");
        return [status.Detail, .. lines, expected];
    }
}
