using System.Globalization;
using System.Text.RegularExpressions;
using LicensingPipeline.Summarise.Scorecards;

namespace LicensingPipeline.Web;

/// <summary>Bands, figures and parts of a register in words.</summary>
internal static partial class EditionWords
{
    /// <summary>The words of a band; they describe the data and not the council.</summary>
    public static string Of(Band band) => band switch
    {
        Band.ReadyToUse => "Ready to use",
        Band.UsableWithLightCleaning => "Usable with light cleaning",
        Band.UsableWithWork => "Usable with work",
        _ => "Hard to use",
    };

    /// <summary>The band of a figure alone, and whether it lies near a line.</summary>
    public static string BandOf(decimal? value) => value is not { } v ? "not measured" : Of(Composite.BandOf(v)) + (Composite.IsNearLine(v) ? " (borderline)" : "");

    /// <summary>One decimal place, halves upwards; a dash where nothing was measured.</summary>
    public static string Value(decimal? value) => value is { } v ? Math.Round(v, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture) : "–";

    /// <summary>The page of an edition that says what a change of the method moves.</summary>
    public const string ShadowPage = "shadow.html";

    /// <summary>A part of the register.</summary>
    public static string Part(string part) => part == "hmo" ? "HMO licences" : "Selective licences";

    /// <summary>What was not measured of a dimension, each with its reason.</summary>
    public static IReadOnlyList<string> NotMeasured(ScoredSheet sheet, Dimension dimension) =>
        [.. sheet.Figures.Where(f => f.Kind.Dimension == dimension && f.Value is null && f.Kind.Weight > 0)
            .GroupBy(f => f.NotMeasured, StringComparer.Ordinal).Select(g => $"{string.Join(", ", g.Select(f => char.ToLowerInvariant(f.Kind.Title[0]) + f.Kind.Title[1..]))}: {g.Key}")];

    /// <summary>
    /// A place in the file by its numbers alone: a sheet or a file may be called after a person.
    /// </summary>
    public static string Place(string where) => CopyOf().Match(where).Value + string.Join(" + ", Numbers().Matches(where).Select(m => m.Value));

    /// <summary>The address of a figure's page below its edition.</summary>
    public static string Path(string edition, string shortName, ScoredSheet sheet, Figure figure, string ending = "html") =>
        $"editions/{edition}/{shortName}/{sheet.Stream}-{sheet.Part}/{figure.Kind.Id}.{ending}";

    [GeneratedRegex(@"^copy of [0-9]{4}-[0-9]{2}-[0-9]{2}: ", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CopyOf();

    [GeneratedRegex(@"(page \d+, )?(row|line|rows|lines) \d+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbers();
}
