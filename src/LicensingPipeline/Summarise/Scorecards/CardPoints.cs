namespace LicensingPipeline.Summarise.Scorecards;

/// <summary>A sentence of a card that rests on a figure.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Sentence">What is good, or what would mend it.</param>
/// <param name="Rows">Rows that count against it; null where it is no count.</param>
/// <param name="Who">Who could do it: the licensing team, the web team or the supplier of the software; empty for what is good.</param>
/// <param name="Points">How much of the whole it is worth, in points of a hundred.</param>
public sealed record CardPoint(Figure Figure, string Sentence, long? Rows, string Who, decimal Points);

/// <summary>What a card says of a sheet: what is good, and the mends that would do most.</summary>
public static class CardPoints
{
    private const int Most = 3;
    private const int MostNamed = 5;
    private const decimal Good = 95;
    /// <summary>Points of a hundred below which a mend does little.</summary>
    private const decimal Slight = 0.1m;
    private const string Access = "openness.access", Reuse = "openness.reuse";

    private const string Licensing = "the licensing team";
    private const string Web = "the web team";
    private const string Supplier = "the supplier of the licensing software";

    /// <summary>Up to three things that are good, those of most weight first.</summary>
    public static IReadOnlyList<CardPoint> GoodOf(ScoredSheet sheet) =>
    [
        .. Weighed(sheet).Where(w => w.Figure.Value >= Good && w.Points > 0).OrderByDescending(w => w.Points).ThenBy(w => w.Figure.Kind.Id, StringComparer.Ordinal).Take(Most)
            .Select(w => new CardPoint(w.Figure, $"{w.Figure.Kind.Title}{Counts(w.Figure)}.", null, "", w.Points)),
    ];

    /// <summary>
    /// Up to three mends: first what the law lists and no row states, then what would do most, and what rests on our own lists last.
    /// Nobody's name or address is asked for.
    /// </summary>
    /// <remarks>Of a copy supplied to us none: it says nothing of what is online today, and who made it is not always the council.</remarks>
    public static IReadOnlyList<CardPoint> MendsOf(ScoredSheet sheet)
    {
        if (!sheet.IsPublished)
        {
            return [];
        }

        var lost = Weighed(sheet).Select(w => (w.Figure, Lost: w.Points * (100 - w.Figure.Value!.Value) / 100)).Where(w => w.Lost > 0 && !IsOfPeople(w.Figure))
            .OrderByDescending(w => w.Lost).ThenBy(w => w.Figure.Kind.Id, StringComparer.Ordinal).ToList();
        var absent = lost.Where(w => w.Figure.Kind is { Dimension: Dimension.Completeness, Rests: not null } && w.Figure.Numerator == 0).ToList();
        var terms = lost.Exists(w => w.Figure.Kind.Id == Reuse);
        var others = lost.Except(absent).Where(w => !(terms && IsAllButTerms(w.Figure)))
            .OrderBy(w => w.Lost < Slight).ThenBy(w => RestsOnUs(w.Figure)).ThenByDescending(w => w.Lost).ThenBy(w => w.Figure.Kind.Id, StringComparer.Ordinal)
            .Select(w => (w.Figure, w.Lost, Words: Mend(w.Figure)))
            .Select(w => new CardPoint(w.Figure, w.Words.Sentence, w.Figure.FailingPlaces.Count > 0 ? w.Figure.Denominator - w.Figure.Numerator : null, w.Words.Who, w.Lost));
        return [.. Absent(absent).Concat(others).Take(Most)];
    }

    /// <summary>One mend for all columns that the law lists and the copy lacks.</summary>
    private static IEnumerable<CardPoint> Absent(List<(Figure Figure, decimal Lost)> absent)
    {
        if (absent.Count > 0)
        {
            var words = absent.Take(MostNamed).Select(a => Small(a.Figure)).ToList();
            var list = absent.Count > MostNamed ? $"{string.Join(", ", words)} and {PlainWords.Count(absent.Count - MostNamed, "more particular")}" : PlainWords.List(words);
            yield return new CardPoint(absent[0].Figure, $"Show what the law lists: {list}. Or say what is withheld: that is neutral.", absent[0].Figure.Denominator, $"{Licensing} with {Supplier}", absent.Sum(a => a.Lost));
        }
    }

    private static bool IsOfPeople(Figure figure) => figure.Kind.Id is "completeness.holder_name" or "completeness.holder_address" or "completeness.manager_name" or "completeness.manager_address";

    /// <summary>A table that lacks nothing of the next rung but terms of re-use is mended by those.</summary>
    private static bool IsAllButTerms(Figure figure) => figure.Kind.Id == Access && figure.Value == 75;

    private static bool RestsOnUs(Figure figure) => figure.Kind.Id is "consistency.published.headings" or "consistency.published.kinds";

    /// <summary>Each measured figure with the points of a hundred that it decides.</summary>
    private static IEnumerable<(Figure Figure, decimal Points)> Weighed(ScoredSheet sheet)
    {
        var measured = sheet.Figures.Where(f => f.Value is not null && f.Kind.Weight > 0).ToList();
        var dimensions = measured.Select(f => f.Kind.Dimension).Distinct().Sum(Method.Weight);
        var parts = Method.ConsistencyParts.Where(p => measured.Exists(f => f.Kind.Part == p.Part)).ToList();
        foreach (var figure in measured)
        {
            var part = figure.Kind.Dimension == Dimension.Consistency ? parts.First(p => p.Part == figure.Kind.Part).Weight / parts.Sum(p => p.Weight) : 1;
            var share = figure.Kind.Weight / measured.Where(f => f.Kind.Part == figure.Kind.Part).Sum(f => f.Kind.Weight);
            yield return (figure, 100 * Method.Weight(figure.Kind.Dimension) / dimensions * part * share);
        }
    }

    private static string Counts(Figure figure) => figure.Denominator is { } all ? $": {PlainWords.Number(figure.Numerator!.Value)} of {PlainWords.Number(all)}" : figure.Note is { } note ? $": {note}" : "";

    private static (string Sentence, string Who) Mend(Figure figure) => figure.Kind.Dimension switch
    {
        Dimension.Completeness => OfCompleteness(figure),
        Dimension.Consistency => OfConsistency(figure),
        _ => OfOthers(figure),
    };

    private static (string, string) OfCompleteness(Figure figure) => figure.Numerator == 0
        ? ($"Add a column: {Small(figure)}.", Supplier)
        : ($"Fill in where it is blank: {Small(figure)}.", Licensing);

    private static string Small(Figure figure) => Method.Completeness.First(p => p.Key == figure.Kind.Name).Words is var words ? char.ToLowerInvariant(words[0]) + words[1..] : "";

    private static (string, string) OfConsistency(Figure figure) => figure.Kind.Id switch
    {
        "consistency.published.headings" => ("Head the columns in words of the list that stands with the method.", Web),
        "consistency.published.kinds" => ("Call each kind of licence by a label of the list that stands with the method.", Web),
        "consistency.published.structure" => ($"Publish one plain table: {figure.Note}.", Web),
        "consistency.published.rows" => ("Put each licence on one line.", Supplier),
        "consistency.over_time.headings" => ("Keep the same headings from copy to copy.", Web),
        "consistency.over_time.presence" => ("Keep a licence on the register until it ends, or say why it left.", Licensing),
        "consistency.over_time.values" => ("Keep the home and the start of a licence as they are once it is granted; give a new licence a new reference.", Licensing),
        "consistency.within.scheme" => ("Use one label for each kind of licence.", Licensing),
        _ => ($"Write it in one way throughout: {figure.Kind.Title[..figure.Kind.Title.IndexOf(" are ", StringComparison.Ordinal)].ToLowerInvariant()}.", Supplier),
    };

    private static (string, string) OfOthers(Figure figure) => figure.Kind.Id switch
    {
        "validity.dates" => ("Correct the dates that the calendar does not have.", Licensing),
        "validity.plausible" => ("Look again at dates that cannot be true together: an end before the start, a term over five years, a start before 6 April 2006.", Licensing),
        "validity.postcodes" => ("Correct the postcodes that are not written as one.", Licensing),
        "validity.counts" => ("Look again at counts of storeys, rooms, persons and households that are out of range.", Licensing),
        "validity.text" => ("Mend the cells in which text was lost or cut off; an export as CSV in UTF-8 keeps it whole.", Supplier),
        "validity.company_numbers" => ("Correct the company numbers that are not eight characters.", Licensing),
        Access when figure.Value >= 75 => ("Give each licence in the table its reference and its dates, and say how it may be re-used.", Web),
        Access => ("Put the whole register online as a table that a computer can read, such as CSV.", Web),
        Reuse => ("Say on the page how the copy may be re-used; the Open Government Licence is the usual choice.", Web),
        "uniqueness.repeats" => ("Take out rows that repeat another in every cell.", Supplier),
        "uniqueness.references" => ("Give each licence a reference of its own and publish it.", Licensing),
        "uniqueness.overlaps" => ("Look again at homes with two licences of one kind at one time.", Licensing),
        "uniqueness.uprn" => ("Add the UPRN of each home.", Supplier),
        "timeliness.age" => ("Publish a new copy whenever licences are granted.", Web),
        "timeliness.rhythm" => ("Update the online copy at least every quarter.", Web),
        "timeliness.in_force" => ("Take out licences that have ended, or add a column that says so.", Licensing),
        _ => (figure.Kind.Title, Licensing),
    };
}
