namespace LicensingPipeline.Summarise.Scorecards;

/// <summary>Words for a figure; they describe the data and not the council.</summary>
public enum Band
{
    HardToUse,
    UsableWithWork,
    UsableWithLightCleaning,
    ReadyToUse,
}

/// <summary>
/// The one number over the six dimensions. It is worked out and tested, and the public sees it only where policy says so
/// (docs/scorecard-method.md).
/// </summary>
/// <param name="Value">0 to 100.</param>
/// <param name="Band">Its band, gates included.</param>
/// <param name="IsBorderline">Whether it lies within one point of a line between bands.</param>
/// <param name="Low">5th percentile when the weights are drawn.</param>
/// <param name="High">95th percentile.</param>
/// <param name="SameBand">Share of the draws in which the band is the same, 0 to 1.</param>
public sealed record Composite(decimal Value, Band Band, bool IsBorderline, double Low, double High, double SameBand)
{
    /// <summary>Least share of the weight that must be measured.</summary>
    public const decimal LeastCoverage = 0.70m;

    private static readonly (decimal From, Band Band, int Rung, decimal Least, decimal Coverage)[] Lines =
    [
        (85, Band.ReadyToUse, 4, 60, 0.90m), (70, Band.UsableWithLightCleaning, 4, 40, 0), (50, Band.UsableWithWork, 3, 0, 0),
    ];

    /// <summary>Works it out; null where too little was measured.</summary>
    /// <param name="scores">The dimensions.</param>
    /// <param name="rung">Rung of the access ladder.</param>
    public static Composite? Of(Scores scores, int rung)
    {
        if (scores.Coverage < LeastCoverage)
        {
            return null;
        }

        var value = DimensionScore.Mean(scores.Dimensions.Select(d => (d.Value, Method.Weight(d.Dimension))))!.Value;
        var band = BandOf(value, scores, rung);
        var draws = WeightDraws.Of(scores);
        return new Composite(
            value, band, IsNearLine(value), WeightDraws.Percentile(draws, 0.05), WeightDraws.Percentile(draws, 0.95),
            (double)draws.Count(d => BandOf((decimal)d, scores, rung) == band) / draws.Count);
    }

    /// <summary>The band of a figure alone.</summary>
    public static Band BandOf(decimal value) => Array.Find(Lines, l => value >= l.From).Band;

    /// <summary>Whether a figure lies within one point of a line.</summary>
    public static bool IsNearLine(decimal value) => Array.Exists(Lines, l => Math.Abs(value - l.From) < 1);

    private static Band BandOf(decimal value, Scores scores, int rung) =>
        Array.Find(Lines, l => value >= l.From && rung >= l.Rung && scores.Coverage >= l.Coverage && scores.Dimensions.All(d => d.Value is null || d.Value >= l.Least)).Band;
}
