using LicensingPipeline.Store;

namespace LicensingPipeline.View;

/// <summary>
/// What our copies cover, and what they do not (rule 8: no absence without coverage). That something is not on our copies
/// may be said only beside this.
/// </summary>
public static class Coverage
{
    private static readonly (string Scheme, string Words)[] Kinds =
    [
        ("mandatory-hmo", "mandatory HMO licences"), ("additional-hmo", "additional HMO licences"), ("selective", "selective licences"),
        ("section-257", "licences of converted blocks (section 257)"), ("temporary-exemption", "temporary exemptions"),
        ("hmo-unspecified", "HMO licences of which the kind is not said"), ("unknown", "licences of which the kind is not said"),
    ];

    /// <summary>The words for a scheme of the common record.</summary>
    public static string Words(string scheme) => Array.Find(Kinds, k => k.Scheme == scheme).Words ?? scheme;

    /// <summary>One line for each authority of which a copy stands.</summary>
    /// <param name="copies">What is held.</param>
    /// <param name="name">The name of an authority by its GSS code.</param>
    public static IReadOnlyList<string> Sentences(IReadOnlyList<StandingCopy> copies, Func<string, string> name) =>
        [.. copies.Where(c => c.IsPublished).GroupBy(c => c.Authority, StringComparer.Ordinal).Select(a => Sentence(name(a.Key), [.. a]))];

    private static string Sentence(string name, List<StandingCopy> copies)
    {
        var held = string.Join("; ", copies.Select(c => $"{List([.. c.Schemes.Select(Words)])}, {Area(c.CoversArea)}, on the copy of {c.AsAt}"));
        var missing = Missing(copies);
        return missing.Count == 0 ? $"{name}: {held}." : $"{name}: {held}. Of {name} our copies do not include {List(missing, "or")}.";
    }

    /// <summary>The kinds that need a licence somewhere and are on none of an authority's copies.</summary>
    private static List<string> Missing(List<StandingCopy> copies)
    {
        var schemes = copies.Where(c => c.Register == "licences").SelectMany(c => c.Schemes).ToHashSet(StringComparer.Ordinal);
        if (schemes.Contains("unknown"))
        {
            return [];
        }

        var anyHmo = schemes.Contains("hmo-unspecified");
        return [.. Kinds.Take(3).Where(k => !schemes.Contains(k.Scheme) && !(anyHmo && k.Scheme != "selective")).Select(k => k.Words)];
    }

    private static string Area(string area) => area == "whole-borough" ? "whole borough" : area;

    /// <summary>Items as a person lists them.</summary>
    public static string List(IReadOnlyList<string> items, string last = "and") =>
        items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.Take(items.Count - 1))} {last} {items[^1]}";
}
