using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Summarise;

/// <summary>What our copies say of one particular: the share of entries that state it.</summary>
/// <param name="Share">The share; null where it cannot be said.</param>
/// <param name="Entries">Of how many entries; 0 where no copy stands to which the particular applies.</param>
/// <param name="IsRead">Whether a column for it is read from a copy at all.</param>
public sealed record MeasuredShare(double? Share, long Entries, bool IsRead)
{
    private static readonly string[] HmoKinds = ["mandatory-hmo", "additional-hmo", "section-257", "hmo-unspecified", "unknown"];

    /// <summary>The measure over the copies of an authority that stand, weighted by their rows.</summary>
    public static MeasuredShare Of(BoroughFacts borough, Particular particular)
    {
        var copies = borough.Standing.Where(r => r.Spec.Register == "licences" && r.Rows > 0 && Applies(r, particular)).ToList();
        var entries = copies.Sum(c => c.Rows);
        var isRead = copies.Exists(c => particular.Fields.Any(c.Fill.ContainsKey));
        var share = isRead && entries >= RegisterFacts.FewestForAShare
            ? copies.Sum(c => c.Rows * particular.Fields.Select(f => c.Fill.GetValueOrDefault(f)).DefaultIfEmpty().Max()) / entries
            : (double?)null;
        return new MeasuredShare(share, entries, isRead);
    }

    /// <summary>Rooms and storeys are wanted of HMOs only.</summary>
    private static bool Applies(RegisterFacts register, Particular particular) =>
        particular.Fields.Count > 0 && (particular.Demand != Demand.EveryHmo || register.Spec.Covers.Schemes.Any(s => HmoKinds.Contains(s, StringComparer.Ordinal)));
}
