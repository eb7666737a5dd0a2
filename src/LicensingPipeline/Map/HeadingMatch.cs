using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Map;

/// <summary>A heading of the source file that the file no longer has, and the one that seems to stand in its place.</summary>
/// <param name="Declared">As the source file writes it.</param>
/// <param name="Field">The field it feeds, or null where a rule takes it apart.</param>
/// <param name="Found">The heading in the file, or null where none is near.</param>
public sealed record HeadingPair(string Declared, Field? Field, string? Found)
{
    /// <summary>The line of YAML that would mend it, or null.</summary>
    public string? Line => Found is not null && Field is { } into ? $"{YamlText.Quoted(Found)}: {into.Key()}    # instead of {YamlText.Quoted(Declared)}" : null;
}

/// <summary>Pairs headings that are missing with headings that are new: by what publishers call a field, else by their letters.</summary>
public static class HeadingMatch
{
    /// <summary>Pairs them, each found heading at most once.</summary>
    /// <param name="missing">Headings of the source file that the file lacks.</param>
    /// <param name="spare">Headings of the file that the source file does not know.</param>
    public static IReadOnlyList<HeadingPair> Pair(IReadOnlyList<(string Heading, Field? Field)> missing, IEnumerable<string> spare)
    {
        var left = spare.ToList();
        var found = new string?[missing.Count];
        for (var i = 0; i < missing.Count; i++)
        {
            var alike = missing[i].Field is { } wanted ? left.Where(s => Synonyms.Of(s) == wanted).ToList() : [];
            Take(i, alike.MinBy(s => (Distance(missing[i].Heading, s), Synonyms.Rank(s))));
        }

        foreach (var (i, heading) in Near(missing, left).OrderBy(n => n.Distance).Select(n => (n.Missing, n.Spare)))
        {
            if (found[i] is null && left.Contains(heading, StringComparer.Ordinal))
            {
                Take(i, heading);
            }
        }

        return [.. missing.Select((m, i) => new HeadingPair(m.Heading, m.Field, found[i]))];

        void Take(int i, string? heading)
        {
            found[i] = heading;
            if (heading is not null)
            {
                left.Remove(heading);
            }
        }
    }

    /// <summary>Pairs near in their letters, but for those of which we know that they are something else.</summary>
    private static IEnumerable<(int Missing, string Spare, int Distance)> Near(IReadOnlyList<(string Heading, Field? Field)> missing, List<string> spare) =>
        from m in Enumerable.Range(0, missing.Count)
        from s in spare
        let distance = Distance(missing[m].Heading, s)
        where distance <= Math.Max(missing[m].Heading.Length, s.Length) * 2 / 3 && (Synonyms.Of(s) is not { } other || missing[m].Field is null || other == missing[m].Field)
        select (m, s, distance);

    private static int Distance(string declared, string found)
    {
        var (a, b) = (Headings.Normal(declared), Headings.Normal(found));
        if (a.Length > 200 || b.Length > 200)
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var next = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], next);
            }
        }

        return row[b.Length];
    }
}
