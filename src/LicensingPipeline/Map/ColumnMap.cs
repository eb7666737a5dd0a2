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
        var demanded = Demanded(spec);
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

    /// <summary>Which headings of a stream's nearest layout a file lacks, and which of its own seem to stand in their place.</summary>
    public static IReadOnlyList<HeadingPair> Compare(StreamSpec spec, HeadingRow headings) => Compare(spec, headings, Demanded(spec));

    private static List<string> Demanded(StreamSpec spec) => [.. spec.Extract.Select(e => e.Heading).Concat(spec.Split.Select(s => s.Heading))];

    private static IReadOnlyList<HeadingPair> Compare(StreamSpec spec, HeadingRow headings, List<string> demanded)
    {
        // The layout that is nearest is the one the publisher most likely changed.
        var (layout, missing) = spec.Layouts
            .Select((l, i) => (i, Absent: l.Columns.Where(c => !c.Optional).Select(c => (c.Heading, (Field?)c.Field)).Concat(demanded.Select(d => (d, (Field?)null))).Where(h => headings.Find(h.Item1) < 0).ToList()))
            .MinBy(c => c.Absent.Count);
        var known = spec.Layouts[layout].Columns.Select(c => c.Heading).Concat(demanded).Concat(spec.Ignore).Select(Headings.Normal).ToHashSet(StringComparer.Ordinal);
        return HeadingMatch.Pair(missing, headings.Names.Where(n => !known.Contains(n) && n[0] != '@'));
    }

    private static SourceException Missing(StreamSpec spec, HeadingRow headings, List<string> demanded)
    {
        var pairs = Compare(spec, headings, demanded);
        var lines = pairs.Select(p => p.Line).OfType<string>().ToList();
        var names = string.Join(", ", pairs.Take(5).Select(m => $"\"{m.Declared}\"")) + (pairs.Count > 5 ? string.Create(CultureInfo.InvariantCulture, $" and {pairs.Count - 5} more") : "");
        return SourceException.Drift(
            $"The file no longer has the headings {names}. Compare its headings with columns in the source file and change the lines that moved.",
            lines.Count == 0 ? null : string.Join('\n', lines));
    }
}
