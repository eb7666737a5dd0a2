using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Record;

/// <summary>
/// How much of a drop a scheme's end explains. The excuse holds only where the stream holds nothing but that scheme and
/// nine in ten of its entries left with it; else an unrelated loss could hide behind it.
/// </summary>
internal static class SchemeDrop
{
    private const double ShareThatMustLeave = 0.9;

    public static long Count(RollDifference difference, LastVerdict last, Snapshot copy, ReferenceTables reference, string authority, StreamSpec spec)
    {
        var ended = spec.Covers.Schemes.Where(s => SchemeEnds.Between(reference.Schemes, authority, s, last.AsAt, copy.AsAt)).ToList();
        var unexplained = difference.Gone.Count(g => g.EndDay is not { } end || end >= copy.AsAt.DayNumber);
        return ended.Count > 0 && ended.Count == spec.Covers.Schemes.Count && difference.Gone.Count >= last.Good.Licences * ShareThatMustLeave ? unexplained : 0;
    }
}
