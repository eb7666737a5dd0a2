using System.Globalization;
using System.Text;

namespace LicensingPipeline.Summarise;

/// <summary>docs/issue-codes.md: every kind of issue, for the organiser who meets one and for the council that wants to mend it.</summary>
public static class IssueCodesPage
{
    /// <summary>The page as Markdown.</summary>
    public static string Write()
    {
        var page = new StringBuilder("""
            # Kinds of issue

            Made from the code; do not edit it. A test makes it anew and says how to accept what changed.

            An issue is a value, a row or a column that is odd. `./licensing issues` prints them all, `./licensing explain ID` those of one licence.

            **Cause** says whose doing it is, and only `published` can ever count against a register: `published` stands so in the register, `parser` is a gap in our
            own reading, `withheld` is left out on purpose and neutral, `unknown` may be either. **Dimension** says which side of the register the issue tells of;
            one without a dimension counts nowhere. A council can mend at source what has a *mend*; where there is none, the mending is ours.


            """.ReplaceLineEndings("\n"));
        page.Append("| Dimension | Kinds |\n| --- | --- |\n");
        foreach (var group in Groups())
        {
            page.Append(CultureInfo.InvariantCulture, $"| {Word(group.Key)} | {string.Join(", ", group.Select(k => $"[`{k.Code}`](#{Anchor(k.Code)})"))} |\n");
        }

        foreach (var group in Groups())
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {Word(group.Key)}\n");
            foreach (var kind in group)
            {
                Write(page, kind);
            }
        }

        return page.ToString();
    }

    private static void Write(StringBuilder page, IssueCode kind)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n### {kind.Code}\n\n{kind.Sentence}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"- Severity {Lower(kind.Severity)}, cause `{Lower(kind.Cause)}`\n");
        page.Append(CultureInfo.InvariantCulture, $"- Mend: {kind.Mend ?? "by us, in the source file or the reader; the council need do nothing."}\n");
        page.Append(CultureInfo.InvariantCulture, $"- Rests on: {kind.RestsOn}\n");
    }

    /// <summary>By dimension; those that count nowhere come last.</summary>
    private static IEnumerable<IGrouping<Dimension, IssueCode>> Groups() =>
        IssueCodes.Table.GroupBy(k => k.Dimension).OrderBy(g => g.Key == Dimension.None).ThenBy(g => g.Key);

    /// <summary>The anchor that Markdown readers make of a heading: the full stop is left out.</summary>
    private static string Anchor(string code) => code.Replace(".", "", StringComparison.Ordinal);

    private static string Word(Dimension dimension) => dimension == Dimension.None ? "Counts nowhere" : dimension.ToString();

    private static string Lower<T>(T word)
        where T : struct, Enum => word.ToString().ToLowerInvariant();
}
