namespace LicensingPipeline;

/// <summary>
/// The keys of the common record, in the order in which they are stored and exported. Numbers in brackets in
/// <see cref="Fields"/> are paragraphs of regulation 11 of SI 2006/373, which says what an entry must hold.
/// </summary>
public enum Field
{
    LicenceId, Authority, Register, Stream, Reference, Scheme,
    ApplicationDate, IssueDate, StartDate, EndDate, DurationMonths, EndDateBasis,
    HolderName, HolderKind, HolderCompanyNumber, HolderAddress,
    ManagerName, ManagerKind, ManagerCompanyNumber, ManagerAddress,
    PropertyAddress, UnitType, Unit, Floor, Position, Building, NumberFrom, NumberTo, Suffix, Street, Locality,
    Town, Postcode, Uprn, Ward, Latitude, Longitude, CoordinatesBasis,
    Description, Conditions, TribunalMatter, TribunalDecision,
    Storeys, SleepingRooms, LivingRooms, FlatsSelfContained, FlatsNotSelfContained, SharedAmenities,
    Kitchens, Bathrooms, Showers, Wcs, WashHandBasins, Sinks, MaxPersons, MaxHouseholds,
    Status, InForce, PrsDwellingId, PrsLandlordId,
    Sha256, Origin, AsAt, RetrievedAt, Where, FirstSeen, LastSeen,
}

/// <summary>What kind of value a field holds, which decides how its text is read and how it is written as JSON.</summary>
public enum FieldKind { Text, Date, WholeNumber, Decimal, Flag }

/// <summary>The names and kinds of the fields of the common record.</summary>
public static class Fields
{
    private static readonly Field[] AllFields = Enum.GetValues<Field>();
    private static readonly string[] KeyOf = [.. AllFields.Select(f => Snake(f.ToString()))];
    private static readonly Dictionary<string, Field> ByKey =
        AllFields.ToDictionary(f => KeyOf[(int)f], f => f, StringComparer.Ordinal);

    /// <summary>Every field, in record order.</summary>
    public static IReadOnlyList<Field> All => AllFields;

    /// <summary>How many fields a record has.</summary>
    public static int Count => AllFields.Length;

    /// <summary>The snake_case key under which a field is stored, exported and named in a source file.</summary>
    public static string Key(this Field field) => KeyOf[(int)field];

    /// <summary>Finds the field with a key such as <c>property_address</c>.</summary>
    public static bool TryParse(string key, out Field field) => ByKey.TryGetValue(key, out field);

    /// <summary>The kind of value the field holds.</summary>
    public static FieldKind Kind(this Field field) => field switch
    {
        Field.ApplicationDate or Field.IssueDate or Field.StartDate or Field.EndDate or Field.AsAt
            or Field.FirstSeen or Field.LastSeen => FieldKind.Date,
        Field.DurationMonths or (>= Field.Storeys and <= Field.FlatsNotSelfContained)
            or (>= Field.Kitchens and <= Field.MaxHouseholds) => FieldKind.WholeNumber,
        Field.Latitude or Field.Longitude => FieldKind.Decimal,
        Field.InForce => FieldKind.Flag,
        _ => FieldKind.Text,
    };

    /// <summary>
    /// Whether a source file may map a column onto the field. The rest is worked out by the pipeline: identity,
    /// the parsed parts of the address, and provenance.
    /// </summary>
    public static bool IsMappable(this Field field) => field
        is not (Field.LicenceId or Field.Authority or Field.Register or Field.Stream or Field.EndDateBasis
            or Field.HolderKind or Field.ManagerKind or Field.CoordinatesBasis or Field.InForce)
        && field < Field.Sha256;

    /// <summary>
    /// Whether the field may hold a natural person's name or address, or free text in which one may stand: it then appears in
    /// no public file (rule 9 of the design: privacy by absence). What may appear is named; all else may not. Each of
    /// them is a value the pipeline made or checked itself: a date, a count, a code of ours, a postcode, a number.
    /// </summary>
    public static bool MayNameAPerson(this Field field) => !(field
        is Field.LicenceId or Field.Authority or Field.Register or Field.Stream or Field.Scheme
        or (>= Field.ApplicationDate and <= Field.EndDateBasis) or Field.HolderKind or Field.ManagerKind
        or Field.Postcode or Field.Uprn or Field.Latitude or Field.Longitude or Field.CoordinatesBasis
        or (>= Field.Storeys and <= Field.FlatsNotSelfContained) or (>= Field.Kitchens and <= Field.MaxHouseholds)
        or Field.InForce or Field.Sha256 or Field.Origin or Field.AsAt or Field.RetrievedAt or Field.FirstSeen or Field.LastSeen);

    private static string Snake(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
