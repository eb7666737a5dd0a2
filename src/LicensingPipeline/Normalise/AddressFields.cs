namespace LicensingPipeline.Normalise;

/// <summary>Fills the parts of the home's address in the record from its first reading; what the register states in columns of its own stays.</summary>
internal sealed class AddressFields(List<RuleHit>? hits)
{
    private readonly AddressReader _reader = new();
    private readonly List<string>? _rules = hits is null ? null : [];
    private readonly string[] _levels = [.. Enumerable.Range(-1, 31).Select(l => Levels.Of(l).ToString())];

    /// <summary>Fills the parts, and gives the reading they came from; null where there is no address to read.</summary>
    public AddressReading? Fill(string?[] values)
    {
        if (values[(int)Field.PropertyAddress] is not { } address || address == Licence.Withheld)
        {
            return null;
        }

        _rules?.Clear();
        var postcode = values[(int)Field.Postcode];
        var reading = _reader.Read(address, postcode is null or Licence.Withheld ? "" : postcode, _rules);
        Set(values, Field.UnitType, reading.UnitType);
        Set(values, Field.Unit, reading.Unit);
        Set(values, Field.Floor, FloorText(reading.Floor));
        Set(values, Field.Position, reading.Position);
        Set(values, Field.Building, reading.Building);
        Set(values, Field.NumberFrom, _reader.Number(reading.NumberFrom));
        Set(values, Field.NumberTo, _reader.Number(reading.NumberTo));
        Set(values, Field.Suffix, reading.Suffix);
        Set(values, Field.Street, reading.Street);
        Set(values, Field.Locality, reading.Locality);
        Set(values, Field.Town, reading.Town);
        foreach (var rule in _rules?.Distinct(StringComparer.Ordinal) ?? [])
        {
            hits!.Add(new RuleHit(Field.PropertyAddress, rule, address, reading.ToString()));
        }

        return reading;
    }

    private static void Set(string?[] values, Field field, string? value) => values[(int)field] ??= value;

    private string? FloorText(Levels floor) => floor.IsEmpty ? null
        : floor.Highest >= -1 && Levels.Of(floor.Highest) == floor ? _levels[floor.Highest + 1] : floor.ToString();
}
