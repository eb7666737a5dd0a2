using System.Globalization;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Summarise;
using Spectre.Console;

namespace LicensingPipeline.Cli.Demo;

/// <summary>Prints the nights of the demonstration: a table on a terminal, plain lines elsewhere, the mark in both.</summary>
internal sealed class DemoPrinter(Terminal terminal, ReferenceTables reference)
{
    private static readonly string[] Headings = ["authority", "stream", "state", "rows", "licences", "issues", "events"];

    public void Print(PlayedNight night)
    {
        var day = night.Expected.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var title = $"The night of {day}. {Demonstration.Mark}.";
        var rows = night.Report.Streams.Select(Cells).ToList();
        terminal.Out.WriteLine();
        if (terminal.Interactive)
        {
            PrintTable(title, rows);
        }
        else
        {
            PrintLines(title, rows);
        }

        foreach (var stream in night.Report.Streams.Where(s => s.Detail.Length > 0))
        {
            terminal.Out.WriteLine($"  {Name(stream)}, {stream.Stream}: {stream.State}. {stream.Detail}");
        }

        var verdict = night.Differences.Count == 0 ? "Every count is what the answer key of the samples says" : "The counts are NOT those of the answer key of the samples";
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {verdict}. The night ended with code {night.Report.Exit}."));
        foreach (var difference in night.Differences)
        {
            terminal.Out.WriteLine($"  - {difference}");
        }
    }

    private string[] Cells(StreamReport s) =>
    [
        Name(s), s.Stream ?? "", s.State, Text(s.RowsRead), Text(s.Licences), Text(s.Issues.Values.Sum()), Text(s.Events.Values.Sum()),
    ];

    private void PrintTable(string title, List<string[]> rows)
    {
        var table = new Table { Title = new TableTitle(Markup.Escape(title)), Border = TableBorder.Simple };
        foreach (var (column, heading) in Headings.Index())
        {
            table.AddColumn(heading, c => c.Alignment = column > 2 ? Justify.Right : Justify.Left);
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Out) }).Write(table);
    }

    private void PrintLines(string title, List<string[]> rows)
    {
        terminal.Out.WriteLine(title);
        var widths = Headings.Select((h, i) => rows.Select(r => r[i].Length).Append(h.Length).Max()).ToList();
        foreach (var row in rows.Prepend(Headings))
        {
            terminal.Out.WriteLine("  " + string.Join("  ", row.Select((c, i) => i > 2 ? c.PadLeft(widths[i]) : c.PadRight(widths[i]))));
        }
    }

    private string Name(StreamReport stream) => reference.Authorities.TryGetValue(stream.Authority, out var authority) ? authority.Name : stream.Authority;

    private static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
