namespace LicensingPipeline.Record;

/// <summary>A change between two versions of one licence.</summary>
/// <param name="Code">dates-changed, backdated, holder-changed, manager-changed, persons-changed, conditions-changed, address-retyped or reference-reused.</param>
/// <param name="Field">The field that changed.</param>
/// <param name="Before">Its value before, or null.</param>
/// <param name="After">Its value after, or null.</param>
public sealed record LicenceChange(string Code, Field Field, string? Before, string? After);

/// <summary>Tells what changed between two versions of one licence, both read by the same rules, so that only the bytes can differ.</summary>
public static class LicenceChanges
{
    /// <summary>Compares two versions.</summary>
    /// <param name="before">The earlier one.</param>
    /// <param name="rawBefore">Its text by field.</param>
    /// <param name="after">The later one.</param>
    /// <param name="rawAfter">Its text by field.</param>
    public static IReadOnlyList<LicenceChange> Between(Licence before, string?[] rawBefore, Licence after, string?[] rawAfter)
    {
        var changes = new List<LicenceChange>();
        // The parts of an address follow from its text: where that was retyped, they say nothing more.
        var retyped = rawBefore[(int)Field.PropertyAddress]?.Trim() != rawAfter[(int)Field.PropertyAddress]?.Trim();
        foreach (var field in Fields.All.Where(f => f.IsMappable() && !(retyped && IsPart(f))))
        {
            var (from, to) = field == Field.PropertyAddress
                ? (rawBefore[(int)field]?.Trim(), rawAfter[(int)field]?.Trim())
                : (before[field], after[field]);
            if (from != to && Code(field, from, to) is { } code)
            {
                changes.Add(new LicenceChange(code, field, from, to));
            }
        }

        // A number given to another home with another term is a new licence under an old number.
        if (changes.Exists(c => c.Field == Field.Postcode) && changes.Exists(c => c.Field == Field.PropertyAddress) && changes.Exists(c => c.Field == Field.StartDate))
        {
            return [new LicenceChange("reference-reused", Field.Reference, before[Field.Reference], after[Field.Reference])];
        }

        return changes;
    }

    private static bool IsPart(Field field) => field is >= Field.UnitType and <= Field.Town;

    private static string? Code(Field field, string? before, string? after) => field switch
    {
        Field.StartDate when before is not null && after is not null && string.CompareOrdinal(after, before) < 0 => "backdated",
        Field.StartDate or Field.EndDate or Field.IssueDate or Field.ApplicationDate or Field.DurationMonths => "dates-changed",
        Field.HolderName or Field.HolderAddress or Field.HolderCompanyNumber => "holder-changed",
        Field.ManagerName or Field.ManagerAddress or Field.ManagerCompanyNumber => "manager-changed",
        Field.MaxPersons or Field.MaxHouseholds => "persons-changed",
        Field.PropertyAddress or Field.Postcode or Field.Uprn => "address-retyped",
        _ when IsPart(field) => "address-retyped",
        Field.Reference => null,
        // What is left says what the licence is for and on what terms.
        _ => "conditions-changed",
    };
}
