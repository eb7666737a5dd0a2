namespace LicensingPipeline.Summarise.Scorecards;

/// <summary>Six dimensions of one part of a register, or of an authority.</summary>
/// <param name="Name"><c>hmo</c>, <c>sel</c>, or the authority's short name.</param>
/// <param name="Dimensions">Value of each dimension; null where it was not measured.</param>
public sealed record Scores(string Name, IReadOnlyList<(Dimension Dimension, decimal? Value)> Dimensions)
{
    /// <summary>The value of a dimension.</summary>
    public decimal? this[Dimension dimension] => Dimensions.First(d => d.Dimension == dimension).Value;

    /// <summary>Share of the weight that was measured, 0 to 1.</summary>
    public decimal Coverage => Dimensions.Where(d => d.Value is not null).Sum(d => Method.Weight(d.Dimension)) / 100;
}

/// <summary>The scorecard of an authority: its sheets, the parts they make up, and the mean of those.</summary>
/// <param name="Authority">GSS code.</param>
/// <param name="ShortName">Short name.</param>
/// <param name="IsPublished">Whether it is of what is online, or of copies supplied to us.</param>
/// <param name="Rung">Rung of the access ladder.</param>
/// <param name="Sheets">Its sheets.</param>
public sealed record Scorecard(string Authority, string ShortName, bool IsPublished, int Rung, IReadOnlyList<ScoredSheet> Sheets)
{
    /// <summary>The parts with rows enough; each is the mean of its sheets, weighted by rows.</summary>
    public IReadOnlyList<Scores> Parts { get; } =
    [
        .. Sheets.Where(s => s.HasScores).GroupBy(s => s.Part, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Scores(g.Key, Each(d => DimensionScore.Mean(g.Select(s => (s.Dimensions.First(x => x.Dimension == d).Value, (decimal)s.Rows)))))),
    ];

    /// <summary>The plain mean of the parts; null where no part has rows enough.</summary>
    public Scores? Whole => Parts.Count == 0 ? null : new Scores(ShortName, Each(d => DimensionScore.Mean(Parts.Select(p => (p[d], 1m)))));

    private static IReadOnlyList<(Dimension, decimal?)> Each(Func<Dimension, decimal?> value) => [.. Method.Dimensions.Select(d => (d, value(d)))];
}
