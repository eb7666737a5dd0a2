using LicensingPipeline.Summarise.Scorecards;

namespace LicensingPipeline.Cli;

/// <summary>A scorecard as JSON. Values are unrounded; the one number over the dimensions is not in it, since policy withholds it.</summary>
internal static class ScorecardJson
{
    public static IReadOnlyList<object> Of(IReadOnlyList<Scorecard> cards, string? figure, bool invented) =>
    [
        .. cards.Select(c => new
        {
            c.Authority,
            c.ShortName,
            Method = Method.Version,
            Published = c.IsPublished,
            c.Rung,
            Dimensions = c.Whole is null ? null : Dimensions(c.Whole.Dimensions),
            Parts = c.Parts.Select(p => new { p.Name, Dimensions = Dimensions(p.Dimensions) }),
            Sheets = c.Sheets.Select(s => Sheet(s, figure)),
            Demonstration = invented ? Demonstration.Mark : null,
        }),
    ];

    private static object Sheet(ScoredSheet sheet, string? figure) => new
    {
        sheet.Stream,
        sheet.Part,
        sheet.AsAt,
        sheet.Sha256,
        sheet.Rows,
        sheet.NotScored,
        Dimensions = Dimensions(sheet.Dimensions.Select(d => (d.Dimension, d.Value))),
        Parts = sheet.Dimensions.SelectMany(d => d.Parts).ToDictionary(p => p.Id, p => p.Value, StringComparer.Ordinal),
        Statutory = sheet.HasScores ? sheet.Statutory : null,
        Figures = sheet.Figures.Where(f => figure is null || f.Kind.Id == figure).Select(f => new
        {
            Figure = f.Kind.Id,
            f.Numerator,
            f.Denominator,
            f.Withheld,
            f.NotApplicable,
            Value = sheet.HasScores ? f.Value : null,
            f.Kind.Weight,
            f.NotMeasured,
            f.Note,
            Failing = f.FailingPlaces.Count,
            Places = figure is null ? null : f.FailingPlaces,
        }),
    };

    private static Dictionary<string, decimal?> Dimensions(IEnumerable<(Dimension Dimension, decimal? Value)> dimensions) =>
        dimensions.ToDictionary(d => d.Dimension.ToString().ToLowerInvariant(), d => d.Value, StringComparer.Ordinal);
}
