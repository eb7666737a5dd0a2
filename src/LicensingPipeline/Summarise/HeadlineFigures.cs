using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Summarise;

/// <summary>A figure by which two authorities might be compared at a glance. More is never worse.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Value">How many.</param>
public sealed record HeadlineFigure(string Name, long Value);

/// <summary>
/// The figures in large type. Whoever publishes more must never look worse by one of them, so issues are none of them: a column
/// that is there can hold odd values, one that is not there cannot.
/// </summary>
public static class HeadlineFigures
{
    /// <summary>The figures of one authority.</summary>
    public static IReadOnlyList<HeadlineFigure> Of(BoroughFacts borough) =>
    [
        new("rung", borough.Rung ?? 0),
        new("particulars of every licence shown", borough.Count(Particular.OfEveryLicence).Shown),
        new("particulars of every licence shown at least for some", Seen(borough.Count(Particular.OfEveryLicence))),
        new("particulars of every HMO licence shown", borough.Count(Particular.OfEveryHmo).Shown),
        new("particulars of every HMO licence shown at least for some", Seen(borough.Count(Particular.OfEveryHmo))),
        new("kinds of licence our copies cover", borough.CoveredKinds.Count),
        new("registers of which a copy stands", borough.Standing.Count()),
        new("licences on our copies", borough.Licences),
        new("rows on our copies", borough.Rows),
    ];

    private static int Seen(ParticularCount count) => count.Shown + count.ForSome;
}
