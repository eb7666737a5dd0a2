using System.Globalization;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Collect;
using LicensingPipeline.Record;
using LicensingPipeline.Summarise.Scorecards;
using LicensingPipeline.Tests.Demo;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Summarise.Scorecards;

/// <summary>The sheets beside this file were worked out by hand from the written method before the program was there; it must come to the same, to the last digit.</summary>
[Collection(PlayedDemoGroup.Name)]
public sealed class WorkedSheetTests(PlayedDemo demo)
{
    [Theory]
    [InlineData("barnet", "hmo")]
    [InlineData("camden", "hmo")]
    [InlineData("enfield", "hmo")]
    [InlineData("enfield", "sel")]
    public void A_sheet_worked_out_by_hand_is_met_to_the_last_digit(string council, string part)
    {
        var lines = File.ReadAllLines(Checkout.File("tests", "LicensingPipeline.Tests", "Summarise", "Scorecards", "Worked", $"{council}-{part}.csv"));
        lines[0].ShouldBe("figure,numerator,denominator,withheld,value");
        lines.Length.ShouldBeGreaterThan(50);
        var sheet = Cards(demo.Data, council).SelectMany(c => c.Sheets).Single(s => s.Part == part);
        var figures = sheet.Figures.ToDictionary(f => f.Kind.Id, StringComparer.Ordinal);
        foreach (var cells in lines.Skip(1).Select(l => l.Split(',')))
        {
            var line = string.Join(',', cells);
            if (figures.TryGetValue(cells[0], out var figure))
            {
                (cells[1].Length == 0 ? cells[1] : Text(figure.Numerator), cells[2].Length == 0 ? cells[2] : Text(figure.Denominator)).ShouldBe((cells[1], cells[2]), line);
                Text(figure.Withheld).ShouldBe(cells[3].Length == 0 ? "0" : cells[3], line);
                Six(sheet.HasScores ? figure.Value : null).ShouldBe(cells[4], line);
            }
            else
            {
                Six(Named(sheet, cells[0])).ShouldBe(cells[4], line);
            }
        }
    }

    internal static IReadOnlyList<Scorecard> Cards(string data, string council)
    {
        using var ledger = Ledger.Ask(data);
        var folder = SourceFolder.Read(Path.Combine(data, "sources"), Checkout.File("data", "reference"), data);
        var inventories = Inventory.ReadFolder(Checkout.File("data", "inventory"), folder.Reference.Authorities).Inventories.ToDictionary(i => i.Authority, StringComparer.Ordinal);
        var archive = new Archive(Path.Combine(data, "archive"));
        return new ScorecardMaker(ledger, folder, inventories, ScoredCsv.Lists, archive.Open).Make(folder.Sources.Single(s => s.ShortName == council));
    }

    private static decimal? Named(ScoredSheet sheet, string id) => !sheet.HasScores ? null
        : id == "completeness.statutory" ? sheet.Statutory
        : id.Contains('.', StringComparison.Ordinal) ? sheet.Dimensions.SelectMany(d => d.Parts).Single(p => p.Id == id).Value
        : sheet.Dimensions.Single(d => d.Dimension.ToString().Equals(id, StringComparison.OrdinalIgnoreCase)).Value;

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Six(decimal? value) => value is { } v ? Math.Round(v, 6, MidpointRounding.AwayFromZero).ToString("0.000000", CultureInfo.InvariantCulture) : "not measured";
}
