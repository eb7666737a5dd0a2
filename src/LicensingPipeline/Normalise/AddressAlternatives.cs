using System.Globalization;

namespace LicensingPipeline.Normalise;

/// <summary>The second to fourth reading of an address whose text allows them.</summary>
internal static class AddressAlternatives
{
    private const int Most = 4;

    public static void Add(List<AddressReading> readings, AddressParse parse)
    {
        var first = readings[0];
        if (first is { Suffix: { Length: 1 } letter, Unit: null, NumberTo: 0 })
        {
            readings.Add(first with { Unit = letter, UnitType = first.UnitType ?? "FLAT", Suffix = null });
        }

        if (parse.MaybeRange && int.TryParse(first.Unit, NumberStyles.None, CultureInfo.InvariantCulture, out var low))
        {
            readings.Add(first with { Unit = null, UnitType = null, NumberFrom = low, NumberTo = first.NumberFrom });
        }

        if (parse.MaybeUnit)
        {
            readings.Add(first with { Unit = first.NumberFrom.ToString(CultureInfo.InvariantCulture), UnitType = first.UnitType ?? "FLAT", NumberFrom = first.NumberTo, NumberTo = 0 });
        }

        if (parse.UnitToken >= 0 && first is { NumberFrom: 0, Street: not null } && readings.Count < Most)
        {
            // "Flat 12 High Street" may be the flat at number 12.
            ref var token = ref parse.Tokens[parse.UnitToken];
            readings.Add(first with { Unit = null, NumberFrom = token.Number, Suffix = token.Suffix == '\0' ? null : token.Suffix.ToString() });
        }

        if (first is { NumberFrom: > 0, NumberTo: 0, Unit: null, Building: null, Street: { } street } && readings.Count < Most && AddressWords.EndsAsBuilding(street))
        {
            readings.Add(first with { Unit = first.Number, UnitType = first.UnitType ?? "FLAT", Building = street, NumberFrom = 0, Suffix = null, Street = null });
        }
    }
}
