namespace LicensingPipeline.Normalise;

/// <summary>
/// Reads the text of an address into its parts: from the end postcode, county and town, then floors, flats and positions
/// wherever they stand, then the number, and what is left is building, street and locality. An instance keeps its
/// buffers from row to row, so that a row costs little more than its result; it is for one thread.
/// </summary>
public sealed class AddressReader
{
    private readonly AddressParse _parse = new();

    /// <summary>The first and likeliest reading.</summary>
    /// <param name="text">The address, on one line or several.</param>
    /// <param name="postcode">The postcode where it is known; null to look for one in the text, empty where there is none.</param>
    /// <param name="rules">Takes the rules that fired; null for speed.</param>
    public AddressReading Read(string text, string? postcode = null, List<string>? rules = null)
    {
        Parse(text, postcode, rules);
        return Reading();
    }

    /// <summary>Up to four readings, the likeliest first: "12A" may be a house of its own or flat A of number 12.</summary>
    public IReadOnlyList<AddressReading> ReadAll(string text, string? postcode = null, List<string>? rules = null)
    {
        Parse(text, postcode, rules);
        var first = Reading();
        var readings = new List<AddressReading>(2) { first };
        AddressAlternatives.Add(readings, _parse);
        return readings;
    }

    /// <summary>The readings of a text, the rules that fired and the key, for whoever argues with the parser.</summary>
    public static IReadOnlyList<(string What, string Value)> Explain(string text)
    {
        var rules = new List<string>();
        var readings = new AddressReader().ReadAll(text, rules: rules);
        var lines = new List<(string, string)>();
        for (var i = 0; i < readings.Count; i++)
        {
            lines.Add((FormattableString.Invariant($"reading {i + 1}"), readings[i].ToString()));
        }

        lines.AddRange(readings[0].Parts());
        lines.AddRange(rules.Distinct(StringComparer.Ordinal).Select(r => ("rule", r)));
        lines.Add(("key", AddressKeys.Of(readings[0]) ?? PropertyKeys.Of(text, readings[0].Postcode, uprn: null) ?? ""));
        lines.Add(("sure", readings[0].IsSure ? "yes: the key is made of the parts" : "no: the key is made of the text"));
        return lines;
    }

    /// <summary>A number of a street as text; null for none.</summary>
    internal string? Number(int number) => number > 0 ? _parse.Seen.Of(number) : null;

    private void Parse(string text, string? postcode, List<string>? rules)
    {
        _parse.Begin(text, postcode ?? Postcodes.Find(text, out _).Postcode, rules);
        if (_parse.Tokens.WasCut)
        {
            _parse.Doubt = true;
            _parse.Fired(AddressRules.Cut);
        }

        AddressEnd.Take(_parse);
        TakeInside();
        _parse.ListRest();
        if (AddressNumbers.House(_parse) is { } house)
        {
            Split(house);
        }
        else
        {
            AddressStreets.WithoutNumber(_parse);
        }
    }

    /// <summary>What lies inside the building; a search is spared where no word of its kind was met.</summary>
    private void TakeInside()
    {
        var kinds = _parse.Tokens.Kinds;
        if ((kinds & (WordKind.Level | WordKind.LevelAlone | WordKind.Floor)) != WordKind.None)
        {
            AddressFloors.Take(_parse);
        }

        if ((kinds & (WordKind.Relation | WordKind.Position)) != WordKind.None)
        {
            AddressRelations.Take(_parse);
        }

        if ((kinds & WordKind.Position) != WordKind.None && (kinds & (WordKind.Level | WordKind.LevelAlone | WordKind.Floor)) != WordKind.None)
        {
            AddressFloors.TakePositions(_parse);
        }

        if ((kinds & WordKind.Unit) != WordKind.None)
        {
            AddressUnits.Take(_parse);
        }

        if ((kinds & WordKind.Position) != WordKind.None)
        {
            AddressFloors.TakePositions(_parse);
        }
    }

    private void Split(AddressNumbers.Group house)
    {
        if (house.From > 0 && house.To < _parse.RestCount)
        {
            AddressNames.Before(_parse, house.From);
        }

        AddressNumbers.Fill(_parse, house);
        if (house.To == _parse.RestCount)
        {
            // "High Street 12": nothing follows the number, so the street stands before it.
            _parse.RestCount = house.From;
            _parse.Fired(AddressRules.NumberLast);
            _parse.Doubt = true;
            AddressStreets.WithoutNumber(_parse);
            return;
        }

        AddressStreets.AfterNumber(_parse, house.To, mayHoldBuilding: house.From == 0 || _parse.Building is null);
    }

    private AddressReading Reading() => new()
    {
        UnitType = _parse.UnitType,
        Unit = _parse.Unit,
        Floor = _parse.Floor,
        Position = _parse.Position,
        Building = _parse.Building,
        NumberFrom = _parse.From,
        NumberTo = _parse.To,
        Suffix = _parse.Suffix,
        Street = _parse.Street,
        Locality = _parse.Locality,
        Town = _parse.Town,
        Postcode = _parse.Postcode is { Length: > 0 } postcode ? postcode : null,
        Relation = _parse.Relation,
        IsSure = !_parse.Doubt && !_parse.MaybeRange && !_parse.MaybeUnit && _parse.Relation == AddressRelation.At && _parse.Street is not null && (_parse.From > 0 || (_parse.Unit is not null && _parse.Building is not null)),
    };
}
