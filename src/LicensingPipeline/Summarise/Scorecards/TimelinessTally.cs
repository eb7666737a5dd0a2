using System.Globalization;

namespace LicensingPipeline.Summarise.Scorecards;

/// <summary>Counts whether a copy was up to date on its day.</summary>
/// <param name="asAt">The date of the copy.</param>
/// <param name="isPublished">Whether it is online; of a copy supplied to us age says nothing of how the council keeps its page.</param>
/// <param name="isDated">Whether the copy came with its date; else the date is a guess of ours that can cost nobody anything.</param>
internal sealed class TimelinessTally(DateOnly asAt, bool isPublished, bool isDated)
{
    /// <summary>Days of age and the value there; between two of them in a straight line.</summary>
    private static readonly (int Days, decimal Value)[] Ages = [(31, 100), (92, 75), (183, 50), (365, 25), (730, 0)];

    private static readonly string[] Implausible = [IssueCodes.DateEndBeforeStart, IssueCodes.DateFarFuture, IssueCodes.TermOverFiveYears];

    private readonly Tally _inForce = new("timeliness.in_force");
    private DateOnly? _latest;

    public void See(ScoredRow row)
    {
        foreach (var field in new[] { Field.StartDate, Field.IssueDate })
        {
            if (row.Licence.Date(field) is { } day && day <= asAt && (_latest is null || day > _latest))
            {
                _latest = day;
            }
        }

        if (row.Licence.Date(Field.EndDate) is { } end && !Implausible.Any(row.Has))
        {
            _inForce.See(end >= asAt || row.States(Field.Status), row.Where, row.Licence[Field.EndDate]);
        }
    }

    public IEnumerable<Figure> Figures(Figure rhythm) => [Age(), rhythm, isDated ? _inForce.Figure("No row gives a plausible end.") : Figure.Missing("timeliness.in_force", "The copy came without a date.")];

    /// <summary>What an age in days is worth.</summary>
    internal static decimal Worth(int days)
    {
        if (days <= Ages[0].Days)
        {
            return Ages[0].Value;
        }

        for (var i = 1; i < Ages.Length; i++)
        {
            var (from, to) = (Ages[i - 1], Ages[i]);
            if (days <= to.Days)
            {
                return from.Value - ((from.Value - to.Value) * (days - from.Days) / (to.Days - from.Days));
            }
        }

        return 0;
    }

    private Figure Age()
    {
        if (!isPublished)
        {
            return Figure.Missing("timeliness.age", "The copy was supplied to us.");
        }

        return _latest is { } latest
            ? Figure.Of("timeliness.age", Worth(asAt.DayNumber - latest.DayNumber), string.Create(CultureInfo.InvariantCulture, $"{asAt.DayNumber - latest.DayNumber} days, from {latest:yyyy-MM-dd} to {asAt:yyyy-MM-dd}"))
            : Figure.Missing("timeliness.age", "No row gives a start or issue date.");
    }
}
