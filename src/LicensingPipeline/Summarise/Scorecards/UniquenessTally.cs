namespace LicensingPipeline.Summarise.Scorecards;

/// <summary>Counts whether licences and homes can be told apart. It remembers every row of the sheet, by hash where that will do.</summary>
internal sealed class UniquenessTally
{
    /// <summary>A renewal may begin before the old licence ends.</summary>
    private const int DaysOfRenewal = 31;

    private readonly Tally _repeats = new("uniqueness.repeats");
    private readonly Tally _uprn = new("uniqueness.uprn");
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<(string? Reference, string Where)> _rows = [];
    private long _withheld;
    private readonly Dictionary<string, List<(string? Kind, DateOnly Start, DateOnly End, string Where)>> _homes = new(StringComparer.Ordinal);

    public void See(ScoredRow row)
    {
        var repeats = !_seen.Add(row.Cells);
        _repeats.See(!repeats, row.Where);
        if (repeats)
        {
            return;
        }

        if (row.Withholds(Field.Reference))
        {
            _withheld++;
        }
        else
        {
            _rows.Add((row.Reference(), row.Where));
        }

        if (row.Withholds(Field.Uprn))
        {
            _uprn.Withheld++;
        }
        else
        {
            _uprn.See(row.Licence[Field.Uprn] is not null, row.Where);
        }

        if (row.TellsHomes && row.Home() is { } home && row.Licence.Date(Field.StartDate) is { } start && row.Licence.Date(Field.EndDate) is { } end)
        {
            (_homes.TryGetValue(home, out var licences) ? licences : _homes[home] = []).Add((row.Licence[Field.Scheme], start, end, row.Where));
        }
    }

    public IEnumerable<Figure> Figures() => [_repeats.Figure(), References(), Overlaps(), _uprn.Figure()];

    private Figure References()
    {
        var counts = _rows.Where(r => r.Reference is not null).CountBy(r => r.Reference!, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var tally = new Tally("uniqueness.references") { Withheld = _withheld };
        foreach (var (reference, where) in _rows)
        {
            tally.See(reference is not null && counts[reference] == 1, where);
        }

        return tally.Figure();
    }

    private Figure Overlaps()
    {
        var tally = new Tally("uniqueness.overlaps");
        foreach (var (_, licences) in _homes)
        {
            var both = licences.SelectMany((a, i) => licences.Skip(i + 1).Where(b => a.Kind == b.Kind && Days(a, b) > DaysOfRenewal).Select(b => b.Where)).FirstOrDefault();
            tally.See(both is null, both ?? licences[0].Where);
        }

        return tally.Figure("No row gives a home with the start and end of its licence.");
    }

    private static int Days((string? Kind, DateOnly Start, DateOnly End, string Where) a, (string? Kind, DateOnly Start, DateOnly End, string Where) b) =>
        (a.End < b.End ? a.End : b.End).DayNumber - (a.Start > b.Start ? a.Start : b.Start).DayNumber + 1;
}
