using System.Globalization;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Normalise;

/// <summary>Reads the dates of an entry and judges them against each other and against the law's beginning.</summary>
internal sealed class DateValues
{
    private static readonly DateOnly RegimeBegan = new(2006, 4, 6);

    private readonly CopyContext _copy;
    private readonly List<RuleHit>? _hits;
    private readonly DateOrder _stated;
    private readonly DateOnly _farFuture;
    private readonly DayTexts _days = new();

    public DateValues(StreamSpec spec, CopyContext copy, List<RuleHit>? hits)
    {
        (_copy, _hits) = (copy, hits);
        _stated = spec.Dates.Any(f => f.TrimStart().StartsWith('M')) ? DateOrder.MonthFirst : DateOrder.DayFirst;
        _farFuture = copy.AsAt.AddYears(1);
    }

    /// <summary>Reads one cell into ISO 8601, or null with an issue.</summary>
    public string? Read(Field field, string text, string raw, IssueSink issues)
    {
        var proven = _copy.Proven.TryGetValue(field, out var order);
        var read = Dates.Read(text, proven ? order : _stated, proven);
        if (read.Day is null && !read.NoSuchDay && Dates.ReadSeveral(text, proven ? order : _stated) is { } latest)
        {
            read = new Dates.Reading(latest, Rules.DateLatest, false);
            issues.Add(IssueCodes.DateSeveral, field, raw);
        }

        if (read.Day is { } day)
        {
            var iso = _days.Of(day);
            _hits?.Add(new RuleHit(field, read.Rule!, text, iso));
            return iso;
        }

        issues.Add(read.NoSuchDay ? IssueCodes.DateNoSuchDay : IssueCodes.DateUnreadable, field, raw);
        return null;
    }

    /// <summary>Works out the end where only the term is stated, and whether the licence was in force on the day of the copy.</summary>
    public void Derive(string?[] values, string?[] raw, IssueSink issues)
    {
        var start = Day(values[(int)Field.StartDate]);
        var end = Day(values[(int)Field.EndDate]);
        if (end is not null)
        {
            values[(int)Field.EndDateBasis] = "stated";
        }
        else if (start is { } from && int.TryParse(values[(int)Field.DurationMonths], NumberStyles.None, CultureInfo.InvariantCulture, out var months) && months is > 0 and <= 1200 && from.Year < 9900)
        {
            end = from.AddMonths(months).AddDays(-1);
            values[(int)Field.EndDate] = _days.Of(end.Value);
            values[(int)Field.EndDateBasis] = "computed";
            _hits?.Add(new RuleHit(Field.EndDate, Rules.EndComputed, null, values[(int)Field.EndDate]));
        }

        Plausible(Field.StartDate, start, raw, issues);
        Plausible(Field.IssueDate, Day(values[(int)Field.IssueDate]), raw, issues);
        Term(start, end, raw, issues);
        if (end is { } last)
        {
            values[(int)Field.InForce] = last >= _copy.AsAt && (start is null || start <= _copy.AsAt) ? "true" : "false";
        }
    }

    private static void Term(DateOnly? start, DateOnly? end, string?[] raw, IssueSink issues)
    {
        if (start is { } begin && end is { } close)
        {
            if (close <= begin)
            {
                issues.Add(IssueCodes.DateEndBeforeStart, Field.EndDate, raw[(int)Field.EndDate] ?? "");
            }
            else if (close.DayNumber > (begin.Year <= 9990 ? begin.AddYears(5).DayNumber + 31 : int.MaxValue))
            {
                issues.Add(IssueCodes.TermOverFiveYears, Field.EndDate, raw[(int)Field.EndDate] ?? "");
            }
        }
    }

    private void Plausible(Field field, DateOnly? day, string?[] raw, IssueSink issues)
    {
        if (day < RegimeBegan)
        {
            issues.Add(IssueCodes.DateBeforeRegime, field, raw[(int)field] ?? "");
        }
        else if (day > _farFuture)
        {
            issues.Add(IssueCodes.DateFarFuture, field, raw[(int)field] ?? "");
        }
    }

    private static DateOnly? Day(string? iso) => iso is { Length: 10 } && DayTexts.TryRead(iso, out var day) ? day : null;
}
