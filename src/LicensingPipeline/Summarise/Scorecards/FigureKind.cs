namespace LicensingPipeline.Summarise.Scorecards;

/// <summary>A kind of figure: what it counts and how much it weighs within its part of a dimension.</summary>
/// <param name="Id">Such as <c>completeness.holder_name</c>; stable, and an address of a page.</param>
/// <param name="Dimension">The dimension it belongs to.</param>
/// <param name="Weight">Within its part; 0 where it is printed and counts nowhere.</param>
/// <param name="Title">What it is called on a page.</param>
/// <param name="Counts">What is divided by what, as a sentence.</param>
/// <param name="Rests">The regulation or standard it rests on, or null where it is ours.</param>
public sealed record FigureKind(string Id, Dimension Dimension, decimal Weight, string Title, string Counts, string? Rests = null)
{
    /// <summary>The part of the dimension: <c>consistency.within</c>, or the dimension itself.</summary>
    public string Part => Id[..Id.LastIndexOf('.')];

    /// <summary>The last part of the id, which for Completeness is a key of the record or <c>duration</c>.</summary>
    public string Name => Id[(Id.LastIndexOf('.') + 1)..];
}
