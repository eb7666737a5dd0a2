using System.Text;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Record;
using LicensingPipeline.Summarise.Scorecards;
using LicensingPipeline.Tests.Support;

namespace LicensingPipeline.Tests.Summarise.Scorecards;

/// <summary>Scores invented CSV files, the newest last, as the plain stream of <see cref="Nights"/> with some keys changed.</summary>
internal static class ScoredCsv
{
    private static readonly Dictionary<string, Authority> Authorities = new(StringComparer.Ordinal) { [Nights.Gss] = new Authority(Nights.Gss, "Example Borough", "example", "England", "London", null, null) };

    public static readonly MethodLists Lists = MethodLists.Read(Checkout.File("data", "reference"));

    public static IReadOnlyList<ScoredSheet> Score((string Key, string? Yaml)[] changes, params (string AsAt, string Csv)[] copies) => Score(changes, "published", copies);

    public static IReadOnlyList<ScoredSheet> Score((string Key, string? Yaml)[] changes, string origin, params (string AsAt, string Csv)[] copies) => Score(changes, origin, [], copies);

    /// <param name="changes">Keys of the plain stream that are changed.</param>
    /// <param name="origin">Where the copies came from.</param>
    /// <param name="withheld">Keys of the particulars that the council says it holds and does not put online.</param>
    /// <param name="copies">The copies, the newest last.</param>
    public static IReadOnlyList<ScoredSheet> Score((string Key, string? Yaml)[] changes, string origin, string[] withheld, params (string AsAt, string Csv)[] copies)
    {
        var (source, errors) = SourceReader.Read("example.yaml", Nights.SourceYaml(Nights.Gss, ("hmo", changes)), Authorities);
        if (source is null)
        {
            throw new InvalidOperationException(string.Join('\n', errors));
        }

        var snapshots = copies.Select((c, i) => new Snapshot(i + 1, DateOnly.ParseExact(c.AsAt, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), $"{i:d64}", origin, null, null, [new SnapshotFile("register.csv", $"{i:d64}")])).ToList();
        return new SheetScorer(new Scoring(source, source.Streams[0], snapshots, hash => new MemoryStream(Encoding.UTF8.GetBytes(copies[int.Parse(hash, System.Globalization.CultureInfo.InvariantCulture)].Csv)), PlaceTables.None, Lists, withheld.ToHashSet(StringComparer.Ordinal))).Score();
    }

    /// <summary>Every figure and dimension as text, unrounded.</summary>
    public static SortedDictionary<string, string> Figures(ScoredSheet sheet)
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var figure in sheet.Figures)
        {
            all[figure.Kind.Id] = FormattableString.Invariant($"{figure.Numerator}/{figure.Denominator} {figure.Withheld} {figure.Value}");
        }

        foreach (var dimension in sheet.Dimensions)
        {
            all[dimension.Dimension.ToString().ToLowerInvariant()] = FormattableString.Invariant($"{dimension.Value}");
        }

        return all;
    }
}
