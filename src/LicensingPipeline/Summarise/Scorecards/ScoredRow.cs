using LicensingPipeline.Catalogue;
using LicensingPipeline.Map;
using LicensingPipeline.Normalise;

namespace LicensingPipeline.Summarise.Scorecards;

/// <summary>A row of the register as the method sees it: what it states, whatever we could read of it.</summary>
/// <param name="mapped">Its text by field.</param>
/// <param name="row">What was read of it.</param>
/// <param name="spec">The stream.</param>
/// <param name="lists">The texts that state nothing.</param>
internal sealed class ScoredRow(MappedRow mapped, NormalisedRow row, StreamSpec spec, MethodLists lists)
{
    /// <summary>Texts longer than the longest that states nothing are not compared.</summary>
    private const int LongestNoValue = 20;

    /// <summary>The text by field.</summary>
    public string?[] Raw => mapped.Raw;

    /// <summary>What was read.</summary>
    public Licence Licence => row.Licence;

    /// <summary>What is odd about it.</summary>
    public IReadOnlyList<Issue> Issues => row.Issues;

    /// <summary>Its place in the file.</summary>
    public string Where { get; } = mapped.Where;

    /// <summary>On how many lines of the file it stands.</summary>
    public int Lines => mapped.Rows;

    /// <summary>Every cell of it but those that may hold a person's home, for finding a row that repeats another.</summary>
    public string Cells => string.Join('\u001F', mapped.Raw.Select((t, i) => IsPrivate((Field)i) ? null : t)) + '\u001E' + mapped.Unmapped;

    /// <summary>Whether a cell is the address of somebody who is no company and no public body: it is in no sum.</summary>
    public bool IsPrivate(Field field) => (field == Field.HolderAddress && !IsOrganisation(Field.HolderName)) || (field == Field.ManagerAddress && !IsOrganisation(Field.ManagerName));

    /// <summary>Whether a field is withheld.</summary>
    public bool Withholds(Field field) => Licence[field] == Licence.Withheld;

    /// <summary>Whether the row states a field, in a cell of its own or for all rows at once.</summary>
    public bool States(Field field) => IsValue(field, Raw[(int)field]) || spec.Constants.ContainsKey(field) || (IsBesideName(field) && Licence[field] is not null);

    /// <summary>Whether a cell of the row states a field.</summary>
    public bool StatesInCell(Field field) => IsValue(field, Raw[(int)field]);

    /// <summary>Whether a name is that of a company or a public body.</summary>
    /// <param name="name">The field of the name; its kind stands behind it in the record.</param>
    public bool IsOrganisation(Field name) => Licence[name + 1] is "company" or "public-body";

    /// <summary>Whether an issue of a code was raised on it.</summary>
    public bool Has(string code) => row.Issues.Any(i => i.Code == code);

    /// <summary>
    /// What is shown of a cell in a sample: the value we made of it, else its shape. Never the cell itself: where cells slid into one
    /// another a count may hold a piece of somebody's address (the Hackney copy).
    /// </summary>
    public string? Shown(Field field) => field.MayNameAPerson() || Raw[(int)field] is not { } text ? null : Licence[field] ?? $"written like {WithinTally.Letters(text.Trim())}";

    /// <summary>The home: its UPRN, else its address with the postcode behind, letters and digits only; null where neither is stated.</summary>
    public string? Home()
    {
        if (Licence[Field.Uprn] is { } uprn && uprn != Licence.Withheld)
        {
            return uprn;
        }

        if (!States(Field.PropertyAddress) || Withholds(Field.PropertyAddress))
        {
            return null;
        }

        var address = Plain(Raw[(int)Field.PropertyAddress]!);
        var postcode = Plain(Licence[Field.Postcode] ?? "");
        return (postcode.Length == 0 ? address : address.Replace(postcode, "", StringComparison.Ordinal)) + "|" + postcode;
    }

    /// <summary>Whether its address tells one home from its neighbour: by UPRN, a number or the name of a building. A street alone does not (the Lambeth answer).</summary>
    public bool TellsHomes => Licence[Field.Uprn] is not null || Licence[Field.NumberFrom] is not null || Licence[Field.Unit] is not null || Licence[Field.Building] is not null;

    /// <summary>The reference by which licences are found again, or null.</summary>
    public string? Reference() => States(Field.Reference) && !Withholds(Field.Reference) ? Headings.Normal(Raw[(int)Field.Reference]!.Trim().TrimStart('\'', '`')) : null;

    private static bool IsBesideName(Field field) => field is Field.HolderAddress or Field.ManagerAddress;

    private bool IsValue(Field field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || (text.Length <= LongestNoValue && lists.NoValue.Contains(Headings.Normal(text))))
        {
            return false;
        }

        return !spec.ZeroMeansUnknown.Contains(field) || text.AsSpan().Trim().TrimStart('0').TrimStart('.').TrimStart('0').Length > 0;
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant));
}
