using System.Text.RegularExpressions;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;

namespace LicensingPipeline.Map;

/// <summary>Turns the rows of one table into entries in our fields. It moves text and reads none of it.</summary>
public sealed class Mapper
{
    private readonly StreamSpec _spec;
    private readonly ColumnMap _map;
    private readonly ExtractSummary _summary;
    private readonly string?[] _join = new string?[Fields.Count];

    public Mapper(StreamSpec spec, ColumnMap map, ExtractSummary summary)
    {
        (_spec, _map, _summary) = (spec, map, summary);
        foreach (var field in map.Targets.Select(t => t.Field))
        {
            _join[(int)field] = spec.Join.GetValueOrDefault(field, " ");
        }
    }

    /// <summary>Maps the rows; those that turn out to be no entry are counted in the summary.</summary>
    public IEnumerable<MappedRow> Map(IEnumerable<Row> rows)
    {
        foreach (var row in rows)
        {
            var raw = new string?[Fields.Count];
            var issues = Fill(row, raw);
            if (Array.TrueForAll(raw, r => r is null))
            {
                _summary.Count("nothing-mapped");
            }
            else if (IsNotARecord(raw))
            {
                _summary.Count("not-a-record");
            }
            else
            {
                yield return new MappedRow(raw, row) { Issues = issues, Unmapped = Leftover(row.Cells) };
            }
        }
    }

    private List<Issue>? Fill(Row row, string?[] raw)
    {
        List<Issue>? issues = null;
        var cells = row.Cells;
        foreach (var (column, field) in _map.Targets)
        {
            if (column < cells.Length && !string.IsNullOrWhiteSpace(cells[column]))
            {
                Put(raw, field, cells[column]);
            }
        }

        foreach (var (column, rule) in _map.Extracts)
        {
            if (column < cells.Length && !string.IsNullOrWhiteSpace(cells[column]) && !TakeOut(cells[column], rule, raw))
            {
                (issues ??= []).Add(new Issue(IssueCodes.ExtractNoFit, rule.Into.Count > 0 ? rule.Into[0] : null, cells[column], row.Where));
            }
        }

        foreach (var (column, rule) in _map.Splits)
        {
            if (column < cells.Length)
            {
                Cut(cells[column], rule, raw);
            }
        }

        return issues;
    }

    private string? Leftover(string[] cells)
    {
        string? text = null;
        foreach (var (column, name) in _map.Unmapped)
        {
            if (column < cells.Length && !string.IsNullOrWhiteSpace(cells[column]))
            {
                text += $"{name}\u001F{cells[column].Trim()}\u001E";
            }
        }

        return text;
    }

    private void Put(string?[] raw, Field field, string text)
    {
        ref var value = ref raw[(int)field];
        if (value is null)
        {
            value = text;
        }
        else if (_join[(int)field] is { } join and not "first")
        {
            value = string.Concat(value.AsSpan().Trim(), join, text.AsSpan().Trim());
        }
    }

    private static bool TakeOut(string cell, ExtractRule rule, string?[] raw)
    {
        var match = Match(cell.Trim(), rule);
        if (!match.Success)
        {
            return false;
        }

        foreach (var field in rule.Into)
        {
            var group = match.Groups[field.Key()];
            if (group.Success && !string.IsNullOrWhiteSpace(group.Value))
            {
                raw[(int)field] ??= group.Value;
            }
        }

        return true;
    }

    private static Match Match(string cell, ExtractRule rule)
    {
        try
        {
            return rule.Pattern.Match(cell);
        }
        catch (RegexMatchTimeoutException slow)
        {
            throw SourceException.SlowPattern($"extract for \"{rule.Heading}\"", slow);
        }
    }

    private static void Cut(string cell, SplitRule rule, string?[] raw)
    {
        var parts = cell.Split(rule.At, rule.Into.Count, StringSplitOptions.TrimEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Length > 0)
            {
                raw[(int)rule.Into[i]] ??= parts[i];
            }
        }
    }

    private bool IsNotARecord(string?[] raw)
    {
        foreach (var rule in _spec.NotARecord)
        {
            if ((raw[(int)rule.Field] ?? "").AsSpan().Trim().Equals(rule.Is.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
