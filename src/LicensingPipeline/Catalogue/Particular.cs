namespace LicensingPipeline.Catalogue;

/// <summary>How widely a particular must stand on a register.</summary>
public enum Demand
{
    /// <summary>In the entry of every licence.</summary>
    EveryLicence,
    /// <summary>In the entry of every licence of an HMO.</summary>
    EveryHmo,
    /// <summary>Only where there is something to say: a tribunal, flats, shared amenities.</summary>
    WhereItArises,
    /// <summary>No particular of a licence: a register of its own beside that of licences.</summary>
    RegisterOfItsOwn,
}

/// <summary>
/// What the law wants on a register: the particulars of regulation 11 of SI 2006/373, cut where it joins two things in one
/// paragraph (a name and an address), and the two registers of regulations 12 and 13. Nine are wanted of every licence, thirteen
/// of every licence of an HMO; the others only where they arise, and so count in no total.
/// </summary>
/// <param name="Key">As an inventory writes it; the key of the common record where there is one.</param>
/// <param name="Paragraph">Of regulation 11, or the regulation itself.</param>
/// <param name="Demand">How widely it is wanted.</param>
/// <param name="Fields">The fields of the common record of which one suffices.</param>
public sealed record Particular(string Key, string Paragraph, Demand Demand, IReadOnlyList<Field> Fields)
{
    /// <summary>All of them, in the order of the regulations.</summary>
    public static IReadOnlyList<Particular> All { get; } =
    [
        new("holder_name", "11(1)(a)", Demand.EveryLicence, [Field.HolderName]),
        new("holder_address", "11(1)(a)", Demand.EveryLicence, [Field.HolderAddress]),
        new("manager_name", "11(1)(b)", Demand.EveryLicence, [Field.ManagerName]),
        new("manager_address", "11(1)(b)", Demand.EveryLicence, [Field.ManagerAddress]),
        new("property_address", "11(1)(c)", Demand.EveryLicence, [Field.PropertyAddress]),
        new("description", "11(1)(d)", Demand.EveryLicence, [Field.Description]),
        new("conditions", "11(1)(e)", Demand.EveryLicence, [Field.Conditions]),
        new("start_date", "11(1)(f)", Demand.EveryLicence, [Field.StartDate]),
        // A day on which it ends says how long it lasts.
        new("duration", "11(1)(f)", Demand.EveryLicence, [Field.DurationMonths, Field.EndDate]),
        new("tribunal_matter", "11(1)(g)", Demand.WhereItArises, [Field.TribunalMatter]),
        new("tribunal_decision", "11(1)(h)", Demand.WhereItArises, [Field.TribunalDecision]),
        new("storeys", "11(2)(a)", Demand.EveryHmo, [Field.Storeys]),
        new("sleeping_rooms", "11(2)(b)", Demand.EveryHmo, [Field.SleepingRooms]),
        new("living_rooms", "11(2)(b)", Demand.EveryHmo, [Field.LivingRooms]),
        new("flats_self_contained", "11(2)(c)", Demand.WhereItArises, [Field.FlatsSelfContained]),
        new("flats_not_self_contained", "11(2)(c)", Demand.WhereItArises, [Field.FlatsNotSelfContained]),
        new("shared_amenities", "11(2)(d)", Demand.WhereItArises, [Field.SharedAmenities, Field.Kitchens, Field.Bathrooms, Field.Showers, Field.Wcs, Field.WashHandBasins, Field.Sinks]),
        // The law wants persons or households: either will do.
        new("max_persons", "11(2)(e)", Demand.EveryHmo, [Field.MaxPersons, Field.MaxHouseholds]),
        new("exemptions", "12", Demand.RegisterOfItsOwn, []),
        new("management_orders", "13", Demand.RegisterOfItsOwn, []),
    ];

    /// <summary>The nine wanted of every licence.</summary>
    public static IReadOnlyList<Particular> OfEveryLicence { get; } = [.. All.Where(p => p.Demand == Demand.EveryLicence)];

    /// <summary>The thirteen wanted of every licence of an HMO.</summary>
    public static IReadOnlyList<Particular> OfEveryHmo { get; } = [.. All.Where(p => p.Demand is Demand.EveryLicence or Demand.EveryHmo)];
}
