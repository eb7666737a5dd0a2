using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Extract;

/// <summary>A worksheet of a workbook.</summary>
internal sealed record WorksheetName(string Name, bool Visible);

/// <summary>Which worksheet or table is meant, where a file holds several.</summary>
internal static class SheetChoice
{
    private const int RowsSearched = 50;

    /// <summary>
    /// The position of the sheet that is meant: the one named; else the only visible one; else the first visible one
    /// with the headings of a layout; else the first visible one, so that the heading check can say what is missing.
    /// </summary>
    public static int Choose(
        IReadOnlyList<WorksheetName> sheets, string? named, IReadOnlyList<IReadOnlySet<string>> headings, Func<int, IEnumerable<Row>> rows)
    {
        if (named is not null)
        {
            return Named(sheets, named);
        }

        var visible = Enumerable.Range(0, sheets.Count).Where(i => sheets[i].Visible).ToList();
        if (visible.Count == 0)
        {
            throw SourceException.Drift(sheets.Count == 0
                ? "The workbook has no worksheet at all. Fetch it again, or ask the publisher for a whole one."
                : $"The workbook has no visible worksheet, only {Names(sheets)}. Name the one to read with read.sheet, or ask the publisher.");
        }

        return visible.Count == 1 ? visible[0] : visible.Where(i => Holds(rows(i), headings)).Append(visible[0]).First();
    }

    /// <summary>Whether all headings of some layout stand in one of the first rows.</summary>
    public static bool Holds(IEnumerable<Row> rows, IReadOnlyList<IReadOnlySet<string>> headings) =>
        rows.Take(RowsSearched).Any(row => !row.IsBlank && Fits(row.Cells, headings));

    /// <summary>How the rows of a sheet say where they stand: by file where there are several, by sheet where more than one is visible.</summary>
    public static string? Part(IReadOnlyList<SourceFile> files, SourceFile file, IReadOnlyList<WorksheetName> sheets, int chosen)
    {
        var sheet = sheets.Count(s => s.Visible) > 1 ? sheets[chosen].Name.Trim() : null;
        return files.Count <= 1 ? sheet : sheet is null ? file.Name : $"{file.Name}, {sheet}";
    }

    private static bool Fits(string[] cells, IReadOnlyList<IReadOnlySet<string>> headings)
    {
        var counts = cells.CountBy(Headings.Normal, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return headings.Any(layout => layout.Count > 0 && layout.All(heading => Stands(heading, cells, counts)));
    }

    private static bool Stands(string heading, string[] cells, Dictionary<string, int> counts)
    {
        // @3 is the third column where it has no heading; name@2 the second column headed so.
        var at = heading.LastIndexOf('@');
        if (counts.ContainsKey(heading) || at < 0 || !int.TryParse(heading.AsSpan(at + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number))
        {
            return counts.ContainsKey(heading);
        }

        return at == 0
            ? number > 0 && (number > cells.Length || Headings.Normal(cells[number - 1]).Length == 0)
            : counts.GetValueOrDefault(heading[..at]) >= number;
    }

    private static int Named(IReadOnlyList<WorksheetName> sheets, string named)
    {
        // The name to the letter goes first: Excel allows "Live" beside "Live ".
        var all = Enumerable.Range(0, sheets.Count).ToList();
        var found = all.FindIndex(i => sheets[i].Name == named);
        found = found >= 0 ? found : all.FindIndex(i => sheets[i].Name.Trim().Equals(named.Trim(), StringComparison.OrdinalIgnoreCase));
        return found >= 0 ? found : throw SourceException.Drift(sheets.Count == 0
            ? "The workbook has no worksheet at all. Fetch it again, or ask the publisher for a whole one."
            : $"There is no worksheet \"{named}\". The workbook has {Names(sheets)}. Name one of them with read.sheet, or leave read.sheet out to have it found by its headings.");
    }

    private static string Names(IReadOnlyList<WorksheetName> sheets) =>
        string.Join(", ", sheets.Take(20).Select(s => $"\"{s.Name}\"{(s.Visible ? "" : " (hidden)")}")) + (sheets.Count > 20 ? " and more" : "");
}
