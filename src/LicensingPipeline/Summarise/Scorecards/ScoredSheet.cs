namespace LicensingPipeline.Summarise.Scorecards;

/// <summary>A dimension worked out from its figures.</summary>
/// <param name="Dimension">Which.</param>
/// <param name="Value">0 to 100; null where nothing of it was measured.</param>
/// <param name="Parts">Its parts, where it has some: id and value.</param>
public sealed record DimensionScore(Dimension Dimension, decimal? Value, IReadOnlyList<(string Id, decimal? Value)> Parts)
{
    /// <summary>Works a dimension out: the weighted mean of what was measured.</summary>
    public static DimensionScore Of(Dimension dimension, IReadOnlyList<Figure> figures)
    {
        var own = figures.Where(f => f.Kind.Dimension == dimension).ToList();
        if (dimension != Dimension.Consistency)
        {
            return new DimensionScore(dimension, Mean(own.Select(f => (f.Value, f.Kind.Weight))), []);
        }

        var parts = Method.ConsistencyParts.Select(p => (p.Part, p.Weight, Value: Mean(own.Where(f => f.Kind.Part == p.Part).Select(f => (f.Value, f.Kind.Weight))))).ToList();
        return new DimensionScore(dimension, Mean(parts.Select(p => (p.Value, p.Weight))), [.. parts.Select(p => (p.Part, p.Value))]);
    }

    /// <summary>The weighted mean of the values that are there; null where none is.</summary>
    public static decimal? Mean(IEnumerable<(decimal? Value, decimal Weight)> values)
    {
        var (sum, weights) = (0m, 0m);
        foreach (var (value, weight) in values)
        {
            if (value is { } measured)
            {
                (sum, weights) = (sum + (measured * weight), weights + weight);
            }
        }

        return weights == 0 ? null : sum / weights;
    }
}

/// <summary>The rows of one part of the register in one copy, and every figure over them.</summary>
public sealed record ScoredSheet
{
    /// <summary>GSS code.</summary>
    public required string Authority { get; init; }

    /// <summary>The stream.</summary>
    public required string Stream { get; init; }

    /// <summary><c>hmo</c> or <c>sel</c>.</summary>
    public required string Part { get; init; }

    /// <summary>Date of the copy.</summary>
    public required DateOnly AsAt { get; init; }

    /// <summary>Hash of the copy.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Where the copy came from over the network, or null where it was handed in.</summary>
    public string? RetrievedAt { get; init; }

    /// <summary>Where a person finds it online, or null.</summary>
    public Uri? Landing { get; init; }

    /// <summary>Whether the copy is of what is online; else it was supplied to us.</summary>
    public required bool IsPublished { get; init; }

    /// <summary>Rows scored.</summary>
    public required long Rows { get; init; }

    /// <summary>Rows of the same copy that belong to no part and are not scored.</summary>
    public required long NotScored { get; init; }

    /// <summary>Every figure, in the order of <see cref="Method.Kinds"/>.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }

    /// <summary>In which ways it says what every register says.</summary>
    public IReadOnlyList<Ways> Ways { get; init; } = [];

    /// <summary>The six dimensions; empty where there are too few rows.</summary>
    public IReadOnlyList<DimensionScore> Dimensions => HasScores ? [.. Method.Dimensions.Select(d => DimensionScore.Of(d, Figures))] : [];

    /// <summary>Whether there are rows enough for percentages.</summary>
    public bool HasScores => Rows >= Method.FewestRows;

    /// <summary>Completeness by the law alone; printed beside and counted nowhere.</summary>
    public decimal? Statutory => DimensionScore.Mean(Figures.Where(f => f.Kind.Dimension == Dimension.Completeness && f.Kind.Rests is not null).Select(f => (f.Value, f.Kind.Weight)));
}
