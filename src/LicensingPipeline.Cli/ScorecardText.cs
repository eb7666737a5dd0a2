using System.Globalization;
using LicensingPipeline.Summarise.Scorecards;

namespace LicensingPipeline.Cli;

/// <summary>A scorecard for a person at a terminal.</summary>
internal static class ScorecardText
{
    public static void Print(Terminal terminal, string name, IReadOnlyList<Scorecard> cards, string? figure, bool invented)
    {
        if (invented)
        {
            terminal.Print(Demonstration.Mark);
            terminal.Print();
        }

        if (cards.Count == 0)
        {
            terminal.Say($"We hold no copy of a register of licences of {name} that passed our checks, so there is nothing to score. That says nothing about the council's register.");
            return;
        }

        foreach (var card in cards)
        {
            terminal.Print($"{name}: {(card.IsPublished ? "what is online" : "a copy supplied to us, which is not what is online")}. Method {Method.Version}; not yet checked by a person.");
            foreach (var sheet in card.Sheets)
            {
                Sheet(terminal, sheet, figure);
            }
        }
    }

    /// <summary>One decimal place, halves upwards.</summary>
    public static string Value(decimal? value) => value is { } v ? Math.Round(v, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture) : "not measured";

    private static void Sheet(Terminal terminal, ScoredSheet sheet, string? figure)
    {
        terminal.Print();
        terminal.Print(string.Create(CultureInfo.InvariantCulture, $"{sheet.Stream}, {sheet.Part.ToUpperInvariant()}: {Grid.Number(sheet.Rows)} rows of the copy of {sheet.AsAt:yyyy-MM-dd} (sha256 {sheet.Sha256[..12]}), {Grid.Number(sheet.NotScored)} more that are shown and not scored"));
        if (figure is not null)
        {
            One(terminal, sheet, sheet.Figures.First(f => f.Kind.Id == figure));
            return;
        }

        if (!sheet.HasScores)
        {
            terminal.Print($"  Fewer than {Method.FewestRows} rows: counts only.");
        }

        var grid = new Grid("figure", "#value", "#counts", "note");
        foreach (var dimension in Method.Dimensions)
        {
            var score = sheet.Dimensions.FirstOrDefault(d => d.Dimension == dimension);
            grid.Add([dimension.ToString().ToUpperInvariant(), sheet.HasScores ? Value(score?.Value) : "", "", dimension == Dimension.Completeness && sheet.HasScores ? $"by the law alone {Value(sheet.Statutory)}" : ""]);
            foreach (var f in sheet.Figures.Where(f => f.Kind.Dimension == dimension))
            {
                grid.Add([$"  {f.Kind.Id}", f.Denominator is null || sheet.HasScores ? Value(f.Value) : "", Counts(f), f.NotMeasured ?? f.Note ?? (f.Withheld > 0 ? $"{Grid.Number(f.Withheld)} withheld" : "")]);
            }
        }

        grid.Print(terminal);
    }

    private static void One(Terminal terminal, ScoredSheet sheet, Figure figure)
    {
        terminal.Print($"  {figure.Kind.Title}: {(sheet.HasScores ? Value(figure.Value) : "no percentage of fewer than 30 rows")}");
        terminal.Print($"  counts: {figure.Kind.Counts}");
        terminal.Print($"  {Counts(figure)}; {Grid.Number(figure.Withheld)} withheld, {Grid.Number(figure.NotApplicable)} to which it does not apply");
        foreach (var line in new[] { figure.Kind.Rests is null ? null : $"rests on {figure.Kind.Rests}", figure.Note, figure.NotMeasured }.OfType<string>())
        {
            terminal.Print($"  {line}");
        }

        terminal.Print($"  rows that count against it ({Grid.Number(figure.FailingPlaces.Count)}):{(figure.FailingPlaces.Count == 0 ? " none" : "")}");
        foreach (var place in figure.FailingPlaces)
        {
            terminal.Print($"    {place}");
        }
    }

    private static string Counts(Figure figure) => figure.Denominator is { } all ? $"{Grid.Number(figure.Numerator!.Value)} of {Grid.Number(all)}" : "";
}
