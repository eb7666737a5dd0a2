namespace LicensingPipeline.Summarise.Scorecards;

/// <summary>Counts what the rows of a sheet state of what the law lists.</summary>
/// <param name="isHmo">Whether the sheet is of HMOs.</param>
/// <param name="withheld">Keys of the particulars that the council says it holds and does not put online.</param>
internal sealed class CompletenessTally(bool isHmo, IReadOnlySet<string> withheld)
{
    private readonly List<(Particulars Wanted, Tally Tally)> _tallies =
        [.. Method.Completeness.Where(p => isHmo || !p.OnlyHmo).Select(p => (p, new Tally($"completeness.{p.Key}")))];

    public void See(ScoredRow row)
    {
        foreach (var (wanted, tally) in _tallies)
        {
            See(row, wanted, tally);
        }
    }

    public IEnumerable<Figure> Figures() =>
    [
        .. _tallies.Select(t => t.Tally.Figure(t.Tally.Withheld > 0 ? "All of it is withheld." : "It applies to no row.")),
        .. Method.Completeness.Where(p => p.OnlyHmo && !isHmo).Select(p => Figure.Missing($"completeness.{p.Key}", "It is wanted of HMOs only.")),
    ];

    private void See(ScoredRow row, Particulars wanted, Tally tally)
    {
        var states = wanted.Fields.Any(row.States);
        if (wanted.AddressOf is { } name)
        {
            // Where no name is stated there is nobody whose address could be shown, so what stands there may be a person's home.
            var organisation = row.IsOrganisation(name);
            if (row.Withholds(name) || (row.States(name) && !organisation))
            {
                tally.NotApplicable++;
                return;
            }

            states &= organisation;
        }

        if (wanted.Fields.Any(row.Withholds) || (!states && withheld.Contains(wanted.Key)))
        {
            tally.Withheld++;
            return;
        }

        tally.See(states, row.Where);
    }
}
