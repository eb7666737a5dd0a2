using System.Globalization;
using LicensingPipeline.Store;

namespace LicensingPipeline.View;

/// <summary>What our copies of one authority can say of one licence kind on one day.</summary>
public enum Reach
{
    /// <summary>A copy near the day claims to hold the kind for the whole area: what is not on it may be said not to be.</summary>
    Covered,

    /// <summary>A copy near the day holds the kind for a part of the area only.</summary>
    InPart,

    /// <summary>A copy near the day holds licences without saying their kind, so it may not hold all of this one.</summary>
    Unsaid,

    /// <summary>Copies that hold the kind are there, and none is near the day.</summary>
    NotNear,

    /// <summary>No copy claims to hold the kind.</summary>
    NotCovered,
}

/// <summary>How far our copies reach (rule 8: no absence without coverage).</summary>
/// <param name="Reach">What may be said.</param>
/// <param name="AsAt">The day of the copy that is meant, or null where there is none.</param>
/// <param name="Area">The part of the area it holds, or null where it is the whole.</param>
public sealed record CopyStanding(Reach Reach, DateOnly? AsAt, string? Area)
{
    /// <summary>A copy speaks for the quarter of a year around its date: the slowest registers of London are renewed once a quarter.</summary>
    public const int NearDays = 92;

    /// <summary>What the copies of one authority can say.</summary>
    /// <param name="copies">Its published copies.</param>
    /// <param name="kind">mandatory-hmo, additional-hmo or selective.</param>
    /// <param name="on">The day asked about.</param>
    public static CopyStanding Of(IEnumerable<PublishedCopy> copies, string kind, DateOnly on)
    {
        // The nearest day first, the earlier of two that are as near: it spoke before the day and not after it.
        var byDistance = copies.Where(c => c.Register == "licences").OrderBy(c => Distance(c, on)).ThenBy(c => c.AsAt).ToList();
        var named = byDistance.Where(c => c.Schemes.Contains(kind, StringComparer.Ordinal)).ToList();
        var near = named.Where(c => Distance(c, on) <= NearDays).ToList();
        if (near.Find(c => c.CoversArea == "whole-borough") is { } whole)
        {
            return new CopyStanding(Reach.Covered, whole.AsAt, null);
        }

        if (near.Count > 0)
        {
            return new CopyStanding(Reach.InPart, near[0].AsAt, near[0].CoversArea);
        }

        if (byDistance.Find(c => Distance(c, on) <= NearDays && SaysNoKind(c, kind)) is { } unsaid)
        {
            return new CopyStanding(Reach.Unsaid, unsaid.AsAt, null);
        }

        var far = named.Count > 0 ? named[0] : byDistance.Find(c => SaysNoKind(c, kind));
        return far is null ? new CopyStanding(Reach.NotCovered, null, null) : new CopyStanding(Reach.NotNear, far.AsAt, null);
    }

    /// <summary>The sentence for a person.</summary>
    /// <param name="kind">The licence kind.</param>
    /// <param name="name">The authority's name.</param>
    /// <param name="looked">Whether somebody looked for one home and nothing was found.</param>
    public string Sentence(string kind, string name, bool looked)
    {
        var (words, day) = (Coverage.Words(kind), AsAt?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return Reach switch
        {
            Reach.Covered when looked => $"Not on our copy of {day}, which covers {words} of {name}.",
            Reach.Covered => $"Our copy of {day} covers {words} of {name}.",
            Reach.InPart => $"Our copy of {day} covers {words} of {name} only in part ({Area}), so a licence may stand elsewhere.",
            Reach.Unsaid => $"Our copy of {day} does not say the kind of its licences, so it may not hold all {words} of {name}.",
            Reach.NotNear => $"Our copies with {words} of {name} are not near this day: the nearest is of {day}.",
            _ => $"Our copies do not include {words} of {name}.",
        };
    }

    private static bool SaysNoKind(PublishedCopy copy, string kind) =>
        copy.Schemes.Contains("unknown", StringComparer.Ordinal) || (kind != "selective" && copy.Schemes.Contains("hmo-unspecified", StringComparer.Ordinal));

    private static int Distance(PublishedCopy copy, DateOnly on) => Math.Abs(copy.AsAt.DayNumber - on.DayNumber);
}
