using System.Text.Json;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Summarise.Scorecards;

/// <summary>One card of an earlier edition, as it was printed and as this program works it out from the same copies.</summary>
/// <param name="Authority">The council.</param>
/// <param name="IsPublished">Whether it is of what is online, or of a copy supplied to us.</param>
/// <param name="Dimensions">Each dimension, 0 to 100 and rounded to six places; null where it was not measured.</param>
public sealed record ShadowLine(Authority Authority, bool IsPublished, IReadOnlyList<(Dimension Dimension, decimal? Printed, decimal? Now)> Dimensions)
{
    /// <summary>Whether a figure as it is printed would be another.</summary>
    public bool Moves => Dimensions.Any(d => Rounded(d.Printed) != Rounded(d.Now));

    private static decimal? Rounded(decimal? value) => value is { } v ? Math.Round(v, 1, MidpointRounding.AwayFromZero) : null;
}

/// <summary>
/// An earlier edition worked out again from its own copies by the method and the reader of today: what moves is our doing and not the
/// council's. Every change of the method is published with it.
/// </summary>
/// <param name="Edition">Name of the earlier edition.</param>
/// <param name="Method">Version of the method by which it was made.</param>
/// <param name="Lines">A line a card, councils by name; a council that had none is not among them.</param>
public sealed record ShadowRun(string Edition, string Method, IReadOnlyList<ShadowLine> Lines)
{
    /// <summary>Works an edition out again.</summary>
    /// <param name="frozen">Its edition.json.</param>
    /// <param name="folder">All sources.</param>
    /// <param name="maker">Makes scorecards of the copies that are kept.</param>
    public static ShadowRun Of(string frozen, SourceFolder folder, ScorecardMaker maker)
    {
        using var json = JsonDocument.Parse(frozen);
        var copies = json.RootElement.GetProperty("copies").EnumerateArray()
            .Select(c => (Authority: c.GetProperty("authority").GetString()!, Stream: c.GetProperty("stream").GetString()!, Sha256: c.GetProperty("sha256").GetString()!))
            .ToLookup(c => c.Authority, StringComparer.Ordinal);
        var lines = new List<ShadowLine>();
        foreach (var cards in json.RootElement.GetProperty("cards").EnumerateArray().GroupBy(c => c.GetProperty("authority").GetString()!, StringComparer.Ordinal))
        {
            var newest = copies[cards.Key].GroupBy(c => c.Stream, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Sha256, StringComparer.Ordinal);
            var now = folder.Sources.FirstOrDefault(s => s.Authority == cards.Key) is { } source ? maker.Make(source, newest) : [];
            lines.AddRange(cards.Select(c => Line(folder.Reference.Authorities[cards.Key], c, now)));
        }

        return new ShadowRun(
            json.RootElement.GetProperty("edition").GetString()!, json.RootElement.GetProperty("method").GetString()!,
            [.. lines.OrderBy(l => l.Authority.Name, StringComparer.Ordinal).ThenByDescending(l => l.IsPublished)]);
    }

    /// <summary>Version of the method by which an edition was made.</summary>
    /// <param name="frozen">Its edition.json.</param>
    public static string MethodOf(string frozen)
    {
        using var json = JsonDocument.Parse(frozen);
        return json.RootElement.GetProperty("method").GetString()!;
    }

    /// <summary>A value as it is frozen: to six places, halves upwards.</summary>
    public static decimal? Frozen(decimal? value) => value is { } v ? Math.Round(v, 6, MidpointRounding.AwayFromZero) : null;

    private static ShadowLine Line(Authority authority, JsonElement card, IReadOnlyList<Scorecard> now)
    {
        var published = card.GetProperty("published").GetBoolean();
        var again = now.FirstOrDefault(c => c.IsPublished == published)?.Whole;
        return new ShadowLine(authority, published,
            [.. Scorecards.Method.Dimensions.Select(d => (d, Number(card, d), Frozen(again?[d])))]);
    }

    private static decimal? Number(JsonElement card, Dimension dimension) =>
        card.TryGetProperty(dimension.ToString().ToLowerInvariant(), out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;
}
