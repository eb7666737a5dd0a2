using System.Globalization;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;

namespace LicensingPipeline.Map;

/// <summary>Which column of a table feeds which field: the first layout of the source file whose headings are all there.</summary>
public sealed class ColumnMap
{
    private ColumnMap(int layout, IReadOnlyList<(int Column, Field Field)> targets, IReadOnlyList<(int Column, ExtractRule Rule)> extracts, IReadOnlyList<(int Column, SplitRule Rule)> splits, IReadOnlyList<(int Column, string Name)> unmapped)
    {
        (Layout, Targets, Extracts, Splits, Unmapped) = (layout, targets, extracts, splits, unmapped);
    }

    /// <summary>1-based number of the layout in use.</summary>
    public int Layout { get; }

    /// <summary>Columns and the fields they feed, in the order of the source file.</summary>
    public IReadOnlyList<(int Column, Field Field)> Targets { get; }

    public IReadOnlyList<(int Column, ExtractRule Rule)> Extracts { get; }

    public IReadOnlyList<(int Column, SplitRule Rule)> Splits { get; }

    /// <summary>Columns that the source file neither reads nor sets aside, in the order of their names.</summary>
    public IReadOnlyList<(int Column, string Name)> Unmapped { get; }

    /// <summary>Lays a stream's layouts over the headings of a table.</summary>
    /// <exception cref="SourceException">No layout fits; says which headings are missing and suggests a line.</exception>
    public static ColumnMap For(StreamSpec spec, HeadingRow headings)
    {
        var demanded = spec.Extract.Select(e => e.Heading).Concat(spec.Split.Select(s => s.Heading)).ToList();
        for (var i = 0; i < spec.Layouts.Count; i++)
        {
            var layout = spec.Layouts[i];
            if (layout.Columns.All(c => c.Optional || headings.Find(c.Heading) >= 0) && demanded.All(h => headings.Find(h) >= 0))
            {
                return Build(spec, i, headings);
            }
        }

        throw Missing(spec, headings, demanded);
    }

    private static ColumnMap Build(StreamSpec spec, int layout, HeadingRow headings)
    {
        var used = new HashSet<int>(spec.Ignore.Select(headings.Find));
        var targets = new List<(int, Field)>();
        foreach (var column in spec.Layouts[layout].Columns)
        {
            var index = headings.Find(column.Heading);
            if (index >= 0)
            {
                used.Add(index);
                targets.Add((index, column.Field));
            }
        }

        var extracts = spec.Extract.Select(e => (headings.Find(e.Heading), e)).ToList();
        var splits = spec.Split.Select(s => (headings.Find(s.Heading), s)).ToList();
        used.UnionWith(extracts.Select(e => e.Item1));
        used.UnionWith(splits.Select(s => s.Item1));
        var unmapped = headings.Names.Select((name, i) => (i, name)).Where(c => !used.Contains(c.i)).OrderBy(c => c.name, StringComparer.Ordinal).ToList();
        return new ColumnMap(layout + 1, targets, extracts, splits, unmapped);
    }

    private static SourceException Missing(StreamSpec spec, HeadingRow headings, IReadOnlyList<string> demanded)
    {
        // The layout that is nearest is the one the publisher most likely changed.
        var (layout, missing) = spec.Layouts
            .Select((l, i) => (i, Absent: l.Columns.Where(c => !c.Optional).Select(c => c.Heading).Concat(demanded).Where(h => headings.Find(h) < 0).ToList()))
            .MinBy(c => c.Absent.Count);
        var known = spec.Layouts[layout].Columns.Select(c => Headings.Normal(c.Heading)).Concat(spec.Ignore.Select(Headings.Normal)).ToHashSet(StringComparer.Ordinal);
        var spare = headings.Names.Where(n => !known.Contains(n) && n[0] != '@').ToList();
        var first = missing[0];
        var nearest = spare.Count == 0 ? null : spare.MinBy(s => EditDistance(Headings.Normal(first), s));
        var field = spec.Layouts[layout].Columns.FirstOrDefault(c => c.Heading == first)?.Field.Key();
        var suggestion = nearest is not null && field is not null && EditDistance(Headings.Normal(first), nearest) <= Math.Max(first.Length, nearest.Length) * 2 / 3
            ? $"\"{nearest}\": {field}    # instead of \"{first}\""
            : null;
        var names = string.Join(", ", missing.Take(5).Select(m => $"\"{m}\"")) + (missing.Count > 5 ? string.Create(CultureInfo.InvariantCulture, $" and {missing.Count - 5} more") : "");
        return SourceException.Drift(
            $"The file no longer has the headings {names}. Compare its headings with columns in the source file and change the lines that moved.", suggestion);
    }

    private static int EditDistance(string a, string b)
    {
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
