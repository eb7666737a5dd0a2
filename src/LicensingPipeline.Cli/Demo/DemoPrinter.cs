using System.Globalization;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Summarise;

namespace LicensingPipeline.Cli.Demo;

/// <summary>Prints the nights of the demonstration, each with the mark.</summary>
internal sealed class DemoPrinter(Terminal terminal, ReferenceTables reference)
{
    /// <summary>Prints one night: a row for each stream, why what is not well is not, and whether all is as it must be.</summary>
    public void Print(PlayedNight night)
    {
        var day = night.Expected.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        terminal.Print();
        terminal.Print($"The night of {day}. {Demonstration.Mark}.");
        terminal.Print();
        var grid = new Grid("Authority", "Stream", "State", "#Rows", "#Licences", "#Issues", "#Events");
        foreach (var stream in night.Report.Streams)
        {
            grid.Add(Cells(stream), stream.Detail);
        }

        grid.Print(terminal);
        var verdict = night.Differences.Count == 0 ? "Every count is what the answer key of the samples says" : "The counts are NOT those of the answer key of the samples";
        terminal.Print();
        terminal.Print(string.Create(CultureInfo.InvariantCulture, $"{verdict}. The night ended with code {night.Report.Exit}."));
        foreach (var difference in night.Differences)
        {
            terminal.Print($"- {difference}");
        }
    }

    private string[] Cells(StreamReport stream) =>
    [
        reference.Authorities.TryGetValue(stream.Authority, out var authority) ? authority.Name : stream.Authority,
        stream.Stream ?? "-", stream.State, Grid.Number(stream.RowsRead), Grid.Number(stream.Licences),
        Grid.Number(stream.Issues.Values.Sum()), Grid.Number(stream.Events.Values.Sum()),
    ];
}
