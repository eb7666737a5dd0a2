using System.Globalization;
using System.Text;
using LicensingPipeline.Normalise;

namespace LicensingPipeline.Propose;

/// <summary>
/// Takes everything that could point at somebody out of a row and keeps its shape: names, addresses, references and places
/// become invented ones, columns that we do not read become empty. What is left are dates, counts and words for kinds.
/// </summary>
internal static class Disguise
{
    private static readonly string[] Streets = ["Quillfeather Road", "Marzipan Mews", "Treacle Terrace", "Custard Lane", "Thimblewick Street", "Nosuch Street", "Gingham Gardens", "Pumpernickel Place"];
    private static readonly string[] People = ["Ada Testholder", "Zebedee Plumstone", "Ottoline Quent", "Wilhelmina Snodgrove", "Pomfret Inventson"];
    private static readonly string[] Companies = ["Brightfold Example Ltd", "Nosuch Lettings Example Ltd", "Marzipan Homes Example LLP"];

    /// <summary>The cell of a row that takes the place of a real one.</summary>
    /// <param name="field">The field the column feeds, or null.</param>
    /// <param name="cell">The real text.</param>
    /// <param name="row">0-based number among the rows that are written.</param>
    /// <param name="part">0-based number of the column among those of its field.</param>
    public static string Cell(Field? field, string cell, int row, int part)
    {
        if (field is not { } known || string.IsNullOrWhiteSpace(cell))
        {
            return "";
        }

        return known switch
        {
            Field.Reference => Renumbered(cell, row),
            Field.Uprn => (100_000_000_000 + row).ToString(CultureInfo.InvariantCulture),
            Field.Postcode => Postcode(cell, row),
            Field.PropertyAddress => Address(cell, row, part),
            Field.HolderAddress or Field.ManagerAddress => Address(cell, row + 40, part),
            Field.HolderName or Field.ManagerName => part > 0 ? "" : Name(cell, row + (known == Field.ManagerName ? 2 : 0)),
            Field.HolderCompanyNumber or Field.ManagerCompanyNumber => Text($"{row + 1:D8}"),
            Field.Latitude => "51.5",
            Field.Longitude => "-0.1",
            _ when known.MayNameAPerson() => "invented text",
            _ => cell.Trim(),
        };
    }

    /// <summary>The digits become a number of ours; letters stay where they can be no name, since they may tell the kind.</summary>
    private static string Renumbered(string cell, int row)
    {
        var text = new StringBuilder(cell.Trim());
        var letters = 0;
        for (var i = 0; i < text.Length; i++)
        {
            letters = char.IsLetter(text[i]) ? letters + 1 : 0;
            text[i] = char.IsAsciiDigit(text[i]) ? '0' : letters > 6 ? 'X' : text[i];
        }

        var number = row + 1;
        for (var i = text.Length - 1; i >= 0 && number > 0; i--)
        {
            if (text[i] == '0')
            {
                (text[i], number) = ((char)('0' + (number % 10)), number / 10);
            }
        }

        return number == 0 ? text.ToString() : Text($"REF/{row + 1}");
    }

    /// <summary>No real postcode begins with Q.</summary>
    private static string Postcode(string cell, int row)
    {
        var postcode = Text($"Q{(row % 9) + 1} {(row % 9) + 1}ZZ");
        return cell.Any(char.IsWhiteSpace) ? postcode : postcode.Replace(" ", "", StringComparison.Ordinal);
    }

    private static string Address(string cell, int row, int part)
    {
        var text = cell.Trim();
        if (text.Length <= 5 && text.Any(char.IsAsciiDigit))
        {
            return Text($"{row + 1}");
        }

        if (!text.Any(char.IsAsciiDigit))
        {
            return part == 0 ? Streets[row % Streets.Length] : part == 1 && text.Contains(' ', StringComparison.Ordinal) ? Streets[row % Streets.Length] : "Inventedham";
        }

        var lines = text.Contains('\n', StringComparison.Ordinal) ? "\n" : text.Contains(',', StringComparison.Ordinal) ? ", " : " ";
        var flat = text.StartsWith("flat", StringComparison.OrdinalIgnoreCase) ? Text($"Flat {(row % 9) + 1}{lines}") : "";
        var town = lines == " " ? "" : $"{lines}Inventedham";
        var end = Postcodes.Find(text, out _).Postcode is null ? "" : lines + Postcode("a b", row);
        return Text($"{flat}{row + 1} {Streets[row % Streets.Length]}{town}{end}");
    }

    private static string Name(string cell, int row) =>
        NameReader.Read(cell).Kind is NameKind.Company or NameKind.PublicBody ? Companies[row % Companies.Length] : People[row % People.Length];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
