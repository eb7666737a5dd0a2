using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Map;

/// <summary>Joins the rows that a source file says are one licence (<c>one-licence</c>).</summary>
public static class LicenceRows
{
    /// <summary>Applies the stream's rule; without one, every row is a licence of its own.</summary>
    public static IEnumerable<MappedRow> Join(OneLicence? rule, IEnumerable<MappedRow> rows) =>
        rule is null ? rows : rule.ContinuedWhenEmpty.Count > 0 ? Continued(rule.ContinuedWhenEmpty, rows) : ByManager(rule.By, rows);

    /// <summary>
    /// A row with these fields empty and the rows after it in the file, up to the first that fills one of them, are one
    /// licence, each field taken from the first that fills it (a table extractor cut entries of a PDF in two and three:
    /// the Hackney copy of 2021).
    /// </summary>
    private static IEnumerable<MappedRow> Continued(IReadOnlyList<Field> whenEmpty, IEnumerable<MappedRow> rows)
    {
        MappedRow? open = null;
        foreach (var row in rows)
        {
            var whole = open is null ? row : Merge(open, row);
            if (whenEmpty.All(f => string.IsNullOrWhiteSpace(whole.Raw[(int)f])))
            {
                open = whole;
                continue;
            }

            open = null;
            yield return whole;
        }

        if (open is not null)
        {
            yield return open;
        }
    }

    /// <summary>Rows alike in all but their manager are one licence with several managers, wherever they stand in the file.</summary>
    private static IEnumerable<MappedRow> ByManager(IReadOnlyList<Field> by, IEnumerable<MappedRow> rows)
    {
        var groups = new Dictionary<string, List<MappedRow>>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var key = by.All(f => string.IsNullOrWhiteSpace(row.Raw[(int)f]))
                ? $"\u0001{row.Where}"
                : string.Join('\u001F', row.Raw.Where((_, i) => !IsManager((Field)i)).Select(r => r?.Trim()));
            if (!groups.TryGetValue(key, out var group))
            {
                groups[key] = group = [];
            }

            group.Add(row);
        }

        return groups.Values.Select(MergeManagers);
    }

    private static MappedRow MergeManagers(List<MappedRow> group)
    {
        if (group.Count == 1)
        {
            return group[0];
        }

        var raw = (string?[])group[0].Raw.Clone();
        foreach (var field in Fields.All.Where(IsManager))
        {
            var texts = group.Select(g => g.Raw[(int)field]?.Trim()).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            raw[(int)field] = texts.Count == 0 ? null : string.Join("; ", texts);
        }

        return new MappedRow(raw, group[0].First)
        {
            Rows = group.Sum(g => g.Rows),
            FurtherRows = string.Join(" + ", group.Skip(1).Select(g => g.First.Where)),
            Issues = [.. group.SelectMany(g => g.Issues ?? [])],
        };
    }

    private static MappedRow Merge(MappedRow first, MappedRow second)
    {
        var raw = (string?[])first.Raw.Clone();
        for (var i = 0; i < raw.Length; i++)
        {
            raw[i] ??= second.Raw[i];
        }

        return new MappedRow(raw, first.First)
        {
            Rows = first.Rows + second.Rows,
            FurtherRows = first.FurtherRows is null ? second.Where : $"{first.FurtherRows} + {second.Where}",
            Unmapped = first.Unmapped is null ? second.Unmapped : $"{first.Unmapped}{second.Unmapped}",
            Issues = first.Issues is null && second.Issues is null ? null : [.. first.Issues ?? [], .. second.Issues ?? []],
        };
    }

    private static bool IsManager(Field field) =>
        field is Field.ManagerName or Field.ManagerAddress or Field.ManagerCompanyNumber or Field.ManagerKind;
}
