using System.Collections.Frozen;

namespace LicensingPipeline.Summarise.Scorecards;

/// <summary>
/// The method of the scorecards, version 1.0, as docs/scorecard-method.md has it: weights, particulars, bands. A change of any of
/// them is a new version and needs a table of every council under both.
/// </summary>
public static class Method
{
    /// <summary>Version of the method.</summary>
    public const string Version = "1.0";

    /// <summary>The folder of its frozen lists below the reference folder.</summary>
    public const string Folder = "method-1.0";

    /// <summary>Below so many rows no percentage is printed.</summary>
    public const int FewestRows = 30;

    /// <summary>Fields wanted only of an HMO (regulation 11(2)).</summary>
    public static IReadOnlyList<Particulars> Completeness { get; } =
    [
        new("property_address", 4, [Field.PropertyAddress], "11(1)(c)"),
        new("holder_name", 3, [Field.HolderName], "11(1)(a)"),
        new("start_date", 3, [Field.StartDate], "11(1)(f)"),
        new("duration", 3, [Field.EndDate, Field.DurationMonths], "11(1)(f)"),
        new("manager_name", 2, [Field.ManagerName], "11(1)(b)"),
        new("reference", 2, [Field.Reference], null),
        new("scheme", 2, [Field.Scheme], null),
        new("description", 1, [Field.Description], "11(1)(d)"),
        new("conditions", 1, [Field.Conditions], "11(1)(e)"),
        new("holder_address", 1, [Field.HolderAddress], "11(1)(a)") { AddressOf = Field.HolderName },
        new("manager_address", 1, [Field.ManagerAddress], "11(1)(b)") { AddressOf = Field.ManagerName },
        new("max_persons", 2, [Field.MaxPersons, Field.MaxHouseholds], "11(2)(e)") { OnlyHmo = true },
        new("storeys", 1, [Field.Storeys], "11(2)(a)") { OnlyHmo = true },
        new("sleeping_rooms", 1, [Field.SleepingRooms], "11(2)(b)") { OnlyHmo = true },
        new("living_rooms", 1, [Field.LivingRooms], "11(2)(b)") { OnlyHmo = true },
    ];

    /// <summary>The six dimensions in the order of printing.</summary>
    public static IReadOnlyList<Dimension> Dimensions { get; } = [Dimension.Completeness, Dimension.Consistency, Dimension.Validity, Dimension.Openness, Dimension.Uniqueness, Dimension.Timeliness];

    /// <summary>Weight of each dimension; together 100.</summary>
    public static decimal Weight(Dimension dimension) => dimension switch
    {
        Dimension.Completeness or Dimension.Consistency => 25,
        Dimension.Validity or Dimension.Openness => 15,
        Dimension.Uniqueness or Dimension.Timeliness => 10,
        _ => throw new ArgumentOutOfRangeException(nameof(dimension)),
    };

    /// <summary>Weight of the three parts of Consistency.</summary>
    public static IReadOnlyList<(string Part, decimal Weight)> ConsistencyParts { get; } = [("consistency.within", 30), ("consistency.published", 45), ("consistency.over_time", 25)];

    /// <summary>Every kind of figure in the order of printing.</summary>
    public static IReadOnlyList<FigureKind> Kinds { get; } = [.. Completeness.Select(OfParticular), .. Others()];

    /// <summary>The kinds by id.</summary>
    public static FrozenDictionary<string, FigureKind> ById { get; } = Kinds.ToFrozenDictionary(k => k.Id, StringComparer.Ordinal);

    private static FigureKind OfParticular(Particulars p) => new(
        $"completeness.{p.Key}", Dimension.Completeness, p.Weight, $"{p.Words} is stated",
        $"rows that state it ÷ {p.Applies}, less those in which it is withheld", p.Paragraph is null ? null : $"regulation {p.Paragraph} of SI 2006/373");

    private static IEnumerable<FigureKind> Others() =>
    [
        .. Within(),
        new("consistency.published.headings", Dimension.Consistency, 35, "Headings are on the list of this method", "weight of the particulars whose column has a listed heading ÷ weight of those that have a column", "the lists of method 1.0"),
        new("consistency.published.kinds", Dimension.Consistency, 25, "Labels for the kind of licence are on the list of this method", "rows whose label for the kind is listed ÷ rows with such a label", "the lists of method 1.0"),
        new("consistency.published.structure", Dimension.Consistency, 25, "The file is one plain table", "5 less one for each kind of repair it needs ÷ 5", "tabular data standard for government"),
        new("consistency.published.rows", Dimension.Consistency, 15, "One line is one licence", "rows that stand on one line ÷ rows", "tabular data standard for government"),
        new("consistency.over_time.headings", Dimension.Consistency, 30, "Headings stay the same from copy to copy", "mean over neighbouring copies of headings in both ÷ headings in either"),
        new("consistency.over_time.presence", Dimension.Consistency, 40, "Licences stay until they end", "licences that still stand ÷ licences of the copy before that ran on"),
        new("consistency.over_time.values", Dimension.Consistency, 20, "What is fixed stays fixed", "licences whose home is the same and whose start is the same or later ÷ licences found again by reference"),
        new("validity.dates", Dimension.Validity, 3, "Dates are days of the calendar", "cells that give one day ÷ stated date cells"),
        new("validity.plausible", Dimension.Validity, 3, "Dates fit one another", "rows with plausible dates ÷ rows with a day of start or issue", "Housing Act 2004 sections 68 and 91"),
        new("validity.postcodes", Dimension.Validity, 3, "Postcodes are written as postcodes", "rows with a well-formed postcode ÷ rows in which something stands as one"),
        new("validity.counts", Dimension.Validity, 1, "Counts are whole numbers in range", "cells in range ÷ stated cells of storeys, rooms, persons and households"),
        new("validity.text", Dimension.Validity, 2, "Text is whole", "rows without damaged text ÷ rows"),
        new("validity.company_numbers", Dimension.Validity, 1, "Company numbers have eight characters", "well-formed numbers ÷ stated ones", "Companies House"),
        new("openness.access", Dimension.Openness, 40, "The whole register can be had", "by its rung: 5 is 100, 4 is 75, 3 is 45, 2 is 20"),
        new("openness.reuse", Dimension.Openness, 20, "Terms of re-use are stated", "Open Government Licence 100, other stated terms 50, none or forbidden 0"),
        new("openness.barriers", Dimension.Openness, 15, "No log-in, puzzle or fee", "100 where the copy can be had without"),
        new("uniqueness.repeats", Dimension.Uniqueness, 25, "No row stands twice", "rows that repeat no earlier one ÷ rows"),
        new("uniqueness.references", Dimension.Uniqueness, 35, "References are one licence's own", "rows with a reference that no other has ÷ rows, repeats left out"),
        new("uniqueness.overlaps", Dimension.Uniqueness, 25, "One licence for one home at one time", "homes without two licences of one kind side by side for over 31 days ÷ homes told by a UPRN, a number or a building's name, whose licence has dates that we could read"),
        new("uniqueness.uprn", Dimension.Uniqueness, 15, "Homes carry a UPRN", "rows with a UPRN ÷ rows, repeats left out", "open standards for government: UPRN"),
        new("timeliness.age", Dimension.Timeliness, 35, "The newest entry is recent", "100 up to 31 days, then in straight lines to 75 at 92, 50 at 183, 25 at 365, 0 at 730"),
        new("timeliness.rhythm", Dimension.Timeliness, 30, "Records change as licences do", "by the months in which a record changed"),
        new("timeliness.in_force", Dimension.Timeliness, 25, "No licence on it had ended, unless it says so", "rows that run on, or state a status ÷ rows with a plausible end", "Housing Act 2004 section 232"),
    ];

    private static IEnumerable<FigureKind> Within() => new (string Name, string Words)[]
    {
        ("start_date", "Start dates"), ("end_date", "End dates"), ("reference", "References"), ("property_address", "Addresses"), ("holder_name", "Holders' names"),
    }.Select(w => new FigureKind($"consistency.within.{w.Name}", Dimension.Consistency, 1, $"{w.Words} are written in one way", "cells of the commonest shape ÷ stated cells"))
        .Append(new FigureKind("consistency.within.scheme", Dimension.Consistency, 1, "One label for each kind of licence", "kinds ÷ labels used for them"));
}

/// <summary>What an entry must state, and of which rows it is wanted.</summary>
/// <param name="Key">Last part of the figure's id.</param>
/// <param name="Weight">Within Completeness.</param>
/// <param name="Fields">The fields of which one suffices.</param>
/// <param name="Paragraph">Of regulation 11 of SI 2006/373; null where it is ours and not the law's.</param>
public sealed record Particulars(string Key, decimal Weight, IReadOnlyList<Field> Fields, string? Paragraph)
{
    /// <summary>Whether only an HMO must state it.</summary>
    public bool OnlyHmo { get; init; }

    /// <summary>Where it is an address: the field of the name beside which it counts.</summary>
    public Field? AddressOf { get; init; }

    /// <summary>Its name in a sentence.</summary>
    public string Words => Key switch
    {
        "property_address" => "Address of the home",
        "holder_name" => "Name of the licence holder",
        "start_date" => "Start of the licence",
        "duration" => "End or duration of the licence",
        "manager_name" => "Name of the person managing",
        "reference" => "Reference",
        "scheme" => "Kind of licence",
        "description" => "Short description of the home",
        "conditions" => "Summary of the conditions",
        "holder_address" => "Address of a company that holds the licence",
        "manager_address" => "Address of a company that manages",
        "max_persons" => "Most persons or households allowed",
        "storeys" => "Number of storeys",
        "sleeping_rooms" => "Number of sleeping rooms",
        "living_rooms" => "Number of living rooms",
        _ => Key,
    };

    /// <summary>The rows it is wanted of.</summary>
    public string Applies => AddressOf is null ? "rows" : "rows in which the name is that of a company or a public body, or is not stated";
}
