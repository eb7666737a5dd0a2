using System.Globalization;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Store;

namespace LicensingPipeline.Summarise;

/// <summary>The facts of an authority as they may be published: counted without what the public file lacks, and places only where policy shows them.</summary>
/// <param name="gap">What the public file lacks.</param>
/// <param name="policy">What people decided.</param>
public sealed class PublicFacts(PublicGap gap, Policy policy)
{
    /// <summary>As a verdict keeps its shares.</summary>
    private const int SharePlaces = 4;

    /// <summary>The same facts for everybody.</summary>
    public BoroughFacts Of(BoroughFacts borough) => borough with { Registers = [.. borough.Registers.Select(r => Of(borough.Authority.Gss, r))] };

    private RegisterFacts Of(string authority, RegisterFacts register)
    {
        var stream = register.Spec.Name;
        var (rows, licences) = gap.Standing(authority, stream);
        return register with
        {
            Rows = register.Rows - rows,
            Licences = register.Licences - licences,
            Fill = licences == 0 ? register.Fill : register.Fill.ToDictionary(f => f.Key, f => Share(register, f.Value, (rows, licences), gap.Filled(authority, stream, f.Key))),
            Events = register.AsAt is { } day ? Without(register.Events, code => gap.Events(authority, stream, Iso(day), code)) : register.Events,
            Issues = [.. register.Issues.Select(i => Of(i, gap.Issues(authority, stream, i.Kind.Code))).Where(i => i.Count > 0)],
            Copies = [.. register.Copies.Select(c => Of(authority, stream, c, c.Sha256 == register.Sha256 && c.AsAt == register.AsAt ? rows : null))],
        };
    }

    /// <summary>Where one of them is of a home left out, nobody is shown where any of that kind stand.</summary>
    private IssueFact Of(IssueFact issue, long lacking) => issue with
    {
        Count = issue.Count - lacking,
        Rows = Math.Max(Math.Min(issue.Rows, 1), issue.Rows - lacking),
        Places = policy.ShowsIssuePlaces && lacking == 0 ? issue.Places : [],
    };

    /// <summary>The share among the entries that are left. Entries are rows, but where a source file joins several into one.</summary>
    private static double Share(RegisterFacts register, double share, (long Rows, long Licences) lacking, long filled)
    {
        var (entries, less, gone) = register.Spec.OneLicence is null ? (register.Rows, lacking.Rows, filled * lacking.Rows / lacking.Licences) : (register.Licences, lacking.Licences, filled);
        return entries == less ? 0 : Math.Round((Math.Round(share * entries, MidpointRounding.AwayFromZero) - gone) / (entries - less), SharePlaces);
    }

    /// <summary>How many rows of an earlier or a held copy are of homes left out is not known, so the rows of those are not told.</summary>
    private CopyFact Of(string authority, string stream, CopyFact copy, long? rows)
    {
        var licences = gap.Licences(authority, stream, Iso(copy.AsAt), copy.Sha256);
        long? Less(long? count, IEnumerable<string> codes) => count - codes.Sum(c => gap.Events(authority, stream, Iso(copy.AsAt), c));
        return copy with
        {
            RowsRead = copy.RowsRead - rows,
            Licences = copy.Licences - licences,
            Added = Less(copy.Added, CopyFacts.ComeIn),
            Gone = Less(copy.Gone, CopyFacts.GoneOut),
            Changed = Less(copy.Changed, CopyFacts.Altered),
        };
    }

    private static Dictionary<string, long> Without(IReadOnlyDictionary<string, long> counts, Func<string, long> lacking) =>
        counts.Select(c => (c.Key, Left: c.Value - lacking(c.Key))).Where(c => c.Left > 0).ToDictionary(c => c.Key, c => c.Left, StringComparer.Ordinal);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
