using System.Globalization;

namespace LicensingPipeline.Summarise;

/// <summary>Fields, particulars, numbers and days in the words of everybody. A holder of a licence is never called by another name.</summary>
public static class PlainWords
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["holder_name"] = "name of the licence holder",
        ["holder_address"] = "address of the licence holder",
        ["holder_company_number"] = "company number of the licence holder",
        ["manager_name"] = "name of the manager",
        ["manager_address"] = "address of the manager",
        ["manager_company_number"] = "company number of the manager",
        ["property_address"] = "address of the home",
        ["scheme"] = "kind of licence",
        ["description"] = "short description of the home",
        ["conditions"] = "conditions of the licence",
        ["duration"] = "how long it lasts",
        ["duration_months"] = "how long it lasts",
        ["tribunal_matter"] = "matter referred to a tribunal",
        ["tribunal_decision"] = "decision of a tribunal",
        ["sleeping_rooms"] = "number of sleeping rooms",
        ["living_rooms"] = "number of living rooms",
        ["flats_self_contained"] = "number of self-contained flats",
        ["flats_not_self_contained"] = "number of flats that are not self-contained",
        ["shared_amenities"] = "shared kitchens, bathrooms and toilets",
        ["storeys"] = "number of storeys",
        ["max_persons"] = "most people or households allowed",
        ["max_households"] = "most households allowed",
        ["wcs"] = "toilets",
        ["uprn"] = "property reference number (UPRN)",
        ["status"] = "status as published",
        ["reference"] = "licence reference",
        ["exemptions"] = "register of temporary exemptions",
        ["management_orders"] = "register of management orders",
    };

    /// <summary>The words for a field or a particular by its key.</summary>
    public static string Of(string key) => Known.GetValueOrDefault(key) ?? key.Replace('_', ' ');

    /// <summary>The words for a field.</summary>
    public static string Of(Field field) => Of(field.Key());

    /// <summary>A number as it is written here.</summary>
    public static string Number(long number) => number.ToString("N0", British);

    /// <summary>A number and what is counted, in the singular where it is one.</summary>
    public static string Count(long number, string one, string? many = null) => $"{Number(number)} {(number == 1 ? one : many ?? one + "s")}";

    /// <summary>A day such as 3 March 2026.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", British);

    /// <summary>A share as a whole per cent that claims neither all nor none where it is not so.</summary>
    public static string Share(double share) => share switch
    {
        <= 0 => "0%",
        < 0.01 => "under 1%",
        >= 1 => "100%",
        > 0.99 => "over 99%",
        _ => $"{Math.Round(share * 100, MidpointRounding.AwayFromZero).ToString("0", British)}%",
    };

    /// <summary>Items as a person lists them.</summary>
    public static string List(IReadOnlyList<string> items) =>
        items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}";
}
