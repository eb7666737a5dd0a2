using System.Xml.Linq;
using LicensingPipeline.Normalise;

namespace LicensingPipeline.Cli.Bench;

/// <summary>
/// Addresses labelled token by token, read from their bare words. The labels keep "14 Alder Court" as the name of a
/// building; in the shape of BS 7666 its number is the unit's, so that is what is asked for.
/// </summary>
internal static class BenchParsedAddresses
{
    /// <summary>Share of addresses with unit, number, street and postcode all right.</summary>
    public static double Share(string path)
    {
        var reader = new AddressReader();
        var addresses = XDocument.Load(path).Root!.Elements("AddressString").ToList();
        return (double)addresses.Count(a => IsRight(a, reader)) / Math.Max(1, addresses.Count);
    }

    /// <summary>Whether one labelled address is read as labelled.</summary>
    internal static bool IsRight(XElement labelled, AddressReader reader)
    {
        var text = string.Join(' ', labelled.Elements().Where(e => e.Name != "Input").Select(e => e.Value));
        var reading = reader.Read(text);
        var number = Label(labelled, "BuildingNumber");
        var name = Label(labelled, "BuildingName");
        var unit = UnitOf(Label(labelled, "SubBuildingName"));
        var leading = name.Split(' ')[0];
        if (leading.Length > 0 && char.IsAsciiDigit(leading[0]))
        {
            // A name that is nothing but a number is the number (6A, 110-114); before words it is the unit's.
            (unit, number) = leading.Length == name.Length ? (unit, number.Length > 0 ? number : leading) : (unit.Length > 0 ? unit : leading, number);
        }

        return Same(unit, reading.Unit) && Same(number, reading.Number) && Same(Label(labelled, "StreetName"), reading.Street) && Same(Label(labelled, "Postcode"), reading.Postcode);
    }

    private static string Label(XElement labelled, string label) => string.Join(' ', labelled.Elements(label).Select(e => e.Value));

    private static string UnitOf(string label) => string.Join(' ', label.Split(' ').Where(w => w.Length == 1 || w.Any(char.IsAsciiDigit)));

    private static bool Same(string label, string? read) => string.Equals(Bare(label), Bare(read ?? ""), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
