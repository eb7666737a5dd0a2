namespace LicensingPipeline.Summarise.Scorecards;

/// <summary>In which ways one sheet says one thing. Shapes and labels name nobody.</summary>
/// <param name="Field">What is said.</param>
/// <param name="Headings">The headings above it, as the file has them.</param>
/// <param name="Forms">Shapes of its cells, or labels for the kind of licence, with how many cells; the commonest first.</param>
public sealed record Ways(Field Field, IReadOnlyList<string> Headings, IReadOnlyList<(string Form, long Cells)> Forms);
