namespace LicensingPipeline.Summarise;

/// <summary>A mend as the council itself is told of it: with its own rows.</summary>
/// <param name="Mend">The mend, as a card shows it to everybody.</param>
/// <param name="Places">A few of the rows.</param>
public sealed record LetterMend(Mend Mend, IReadOnlyList<MendPlace> Places);

/// <summary>A row that shows what to mend, by what names nobody.</summary>
/// <param name="Row">Its place, numbers only, such as <c>row 84</c>.</param>
/// <param name="Reference">The council's own reference, or null where it has none that is surely one.</param>
public sealed record MendPlace(string Row, string? Reference)
{
    /// <inheritdoc/>
    public override string ToString() => Reference is null ? Row : $"{Reference} ({Row})";
}
