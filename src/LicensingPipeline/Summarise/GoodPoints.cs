using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Summarise;

/// <summary>
/// What is good about a register, said first. Each point follows from something that is there, so that publishing more adds points
/// and takes none away.
/// </summary>
public static class GoodPoints
{
    private static readonly Field[] Telling = [Field.Reference, Field.PropertyAddress, Field.StartDate, Field.EndDate, Field.MaxPersons, Field.Description, Field.Conditions, Field.Uprn];

    /// <summary>The points as sentences; empty where nothing was found online.</summary>
    public static IReadOnlyList<string> Of(BoroughFacts borough)
    {
        var points = new List<string>();
        Reach(borough, points);
        var shown = borough.Count(Particular.OfEveryLicence).Shown;
        if (shown > 0)
        {
            points.Add($"It shows {shown} of the {Particular.OfEveryLicence.Count} particulars that the law lists for every licence.");
        }

        foreach (var register in borough.Standing.Where(r => r.HasShares))
        {
            var full = Telling.Where(f => register.Fill.TryGetValue(f, out var share) && share >= 1).Select(PlainWords.Of).ToList();
            if (full.Count > 0)
            {
                points.Add($"Every entry on the copy '{register.Spec.Name}' states {PlainWords.List(full)}.");
            }
        }

        var own = new[] { "exemptions", "management_orders" }.Where(k => borough.Inventory?.Findings[k].Is == Showing.Shown).Select(PlainWords.Of).ToList();
        if (own.Count > 0)
        {
            points.Add($"The council says how its {PlainWords.List(own)} {(own.Count == 1 ? "stands" : "stand")}.");
        }

        return points;
    }

    private static void Reach(BoroughFacts borough, List<string> points)
    {
        var rung = borough.Rung ?? 0;
        if (rung > 0)
        {
            points.Add(rung switch
            {
                1 => "There is a way to see the register: a visit, an e-mail or a copy to be paid for.",
                2 => "Anybody can look up one home or one licence at a time online.",
                3 => "The whole register is online as a document.",
                4 => "The whole register is online as a table, which a program can read.",
                _ => "The whole register is online as a table with references, dates and terms of re-use.",
            });
        }

        if (borough.Source?.Streams.Any(s => s.Terms.Reuse == "ogl") == true)
        {
            points.Add("It may be used again under the Open Government Licence.");
        }
        else if (borough.Source?.Streams.Any(s => s.Terms.Reuse == "stated") == true)
        {
            points.Add("It says on which terms it may be used again.");
        }
    }
}
