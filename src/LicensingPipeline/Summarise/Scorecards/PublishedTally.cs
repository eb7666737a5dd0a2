using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;
using LicensingPipeline.Map;
using LicensingPipeline.Normalise;

namespace LicensingPipeline.Summarise.Scorecards;

/// <summary>Holds a file against the published standard and the lists that are frozen with the method.</summary>
/// <param name="isHmo">Whether the sheet is of HMOs.</param>
/// <param name="spec">The stream.</param>
/// <param name="lists">The lists.</param>
internal sealed class PublishedTally(bool isHmo, StreamSpec spec, MethodLists lists)
{
    /// <summary>Repairs after which nothing is left of the figure.</summary>
    private const int MostRepairs = 5;

    private readonly bool _hasKinds = spec.Layouts.Any(l => l.Columns.Any(c => c.Field == Field.Scheme));
    private bool _spreads;
    private readonly Tally _kinds = new("consistency.published.kinds");
    private readonly Tally _rows = new("consistency.published.rows");

    public void See(ScoredRow row)
    {
        // Taken out of another cell it has no label of its own.
        if (_hasKinds && row.StatesInCell(Field.Scheme))
        {
            var label = Headings.Normal(row.Raw[(int)Field.Scheme]!);
            _kinds.See(lists.Kinds.Contains(label), row.Where);
        }

        _spreads |= row.Lines > 1;
        _rows.See(row.Lines == 1, row.Where);
    }

    public IEnumerable<Figure> Figures(CopyReader copy) => [Named(copy.Tables), _kinds.Figure("No row carries a label of its own for the kind of licence."), Structure(copy), _rows.Figure()];

    private Figure Named(IReadOnlyList<(HeadingRow Headings, ColumnMap Map)> tables)
    {
        var columns = tables.SelectMany(t => t.Map.Targets.Select(f => (f.Field, Heading: MethodLists.Plain(Bare(t.Headings.Names[f.Column]))))).ToHashSet();
        var there = Method.Completeness.Where(p => (isHmo || !p.OnlyHmo) && p.Fields.Any(f => columns.Any(c => c.Field == f))).ToList();
        var listed = there.Where(p => p.Fields.Any(f => columns.Any(c => c.Field == f && lists.Headings.Contains((f, c.Heading))))).ToList();
        var (passed, all) = ((long)listed.Sum(p => p.Weight), (long)there.Sum(p => p.Weight));
        var found = tables.SelectMany(t => t.Map.Targets.Select(f => (f.Field, Name: Bare(t.Headings.Names[f.Column])))).Distinct().ToLookup(f => f.Field, f => f.Name);
        return new Figure
        {
            Terms = [.. there.Select(p => (p.Words, string.Join(", ", p.Fields.SelectMany(f => found[f])), p.Weight, listed.Contains(p)))],
            Kind = Method.ById["consistency.published.headings"],
            Numerator = passed,
            Denominator = all,
            Value = all == 0 ? null : 100m * passed / all,
            NotMeasured = all == 0 ? "No column states what the law lists." : null,
            Note = there.Count == listed.Count ? null : $"headed in words that are not on the list: {string.Join(", ", there.Except(listed).Select(p => PlainWords.Of(p.Key)))}",
        };
    }

    /// <summary>The headings above each field, as the file has them, in the order of its columns.</summary>
    public static ILookup<Field, string> HeadingsOf(CopyReader copy) => copy.Tables
        .SelectMany(t => Feeds(t.Map).Where(f => f.Column >= 0).OrderBy(f => f.Column).Select(f => (f.Field, Name: t.Headings.Names[f.Column])))
        .Distinct().ToLookup(f => f.Field, f => f.Name);

    /// <summary>A column out of which two facts are taken; a pattern that only cleans one cell is our doing.</summary>
    private static bool HasSeveralFacts(CopyReader copy) => copy.Tables.Any(t => Feeds(t.Map).Where(f => f.Column >= 0).Distinct().CountBy(f => f.Column).Any(c => c.Value > 1));

    private static IEnumerable<(int Column, Field Field)> Feeds(ColumnMap map) =>
        [.. map.Targets, .. map.Extracts.SelectMany(e => e.Rule.Into.Select(f => (e.Column, f))), .. map.Splits.SelectMany(s => s.Rule.Into.Select(f => (s.Column, f)))];

    /// <summary>A heading that stands twice is called name@1 and name@2 in a source file.</summary>
    private static string Bare(string name) => name.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? name[..at] : name;

    private Figure Structure(CopyReader copy)
    {
        var none = copy.Summary.NotARecord;
        var names = copy.Tables.SelectMany(t => Feeds(t.Map).Where(f => f.Column >= 0).Select(f => t.Headings.Names[f.Column])).ToList();
        (string Repair, bool Needed)[] all =
        [
            ("lines above the headings", copy.Summary.LinesAboveHeadings > 0),
            ("headings repeated among the rows", none.ContainsKey("repeated-heading")),
            ("totals among the rows", none.ContainsKey("total")),
            ("notes or page lines among the rows", none.ContainsKey("note") || none.ContainsKey("page-line")),
            ("several facts in one cell", HasSeveralFacts(copy)),
            ("licences over several lines", _spreads),
            ("columns without a heading or with the same one", names.Exists(n => n.Contains('@', StringComparison.Ordinal))),
        ];
        var needed = all.Where(r => r.Needed).Select(r => r.Repair).ToList();
        var left = Math.Max(0, MostRepairs - needed.Count);
        return new Figure
        {
            Kind = Method.ById["consistency.published.structure"],
            Numerator = left,
            Denominator = MostRepairs,
            Value = 100m * left / MostRepairs,
            Note = needed.Count == 0 ? "no repair needed" : string.Join("; ", needed),
        };
    }
}
