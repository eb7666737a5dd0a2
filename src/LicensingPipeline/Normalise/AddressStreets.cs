namespace LicensingPipeline.Normalise;

/// <summary>Parts the words of an address into the name of a building, the street and the locality.</summary>
internal static class AddressStreets
{
    /// <summary>Words after the number.</summary>
    public static void AfterNumber(AddressParse parse, int from, bool mayHoldBuilding)
    {
        var end = parse.RestCount;
        if (from >= end)
        {
            return;
        }

        if (mayHoldBuilding && BuildingEnd(parse, from) is var building && building > from)
        {
            NumberIsUnit(parse, from, building);
            from = building;
            if (from == end)
            {
                return;
            }
        }

        var street = StreetEnd(parse, from, PartEnd(parse, from));
        SetStreet(parse, from, street);
        SetLocality(parse, street);
    }

    /// <summary>An address without a number: a building and a street, or a street alone.</summary>
    public static void WithoutNumber(AddressParse parse)
    {
        var end = parse.RestCount;
        if (end == 0)
        {
            return;
        }

        var from = AddressNames.TakeCode(parse, end);
        var building = BuildingEnd(parse, from);
        if (building == from && from > 0)
        {
            parse.Doubt = true;
        }

        if (building == 0 && PartEnd(parse, 0) is var part && part < end && (parse.Unit is not null || LastTypeIn(parse, 0, part) < 0) && LastTypeIn(parse, part, PartEnd(parse, part)) > 0)
        {
            building = part;
        }

        if (building == 0 && parse.Unit is not null)
        {
            building = NameBeforeStreet(parse);
        }

        if (building > from)
        {
            parse.Building = parse.Words(from, building, WordKind.Building);
            parse.Fired(AddressRules.Building);
            from = building;
        }

        if (from < end)
        {
            var street = StreetEnd(parse, from, PartEnd(parse, from));
            SetStreet(parse, from, street);
            SetLocality(parse, street);
        }
    }

    /// <summary>"14 Alder Court, Wildridings Road": the number before a building's name is the flat's.</summary>
    private static void NumberIsUnit(AddressParse parse, int from, int building)
    {
        var name = parse.Words(from, building, WordKind.Building);
        parse.Fired(AddressRules.Building);
        if (parse.Unit is null && parse.NumberText is { } number)
        {
            (parse.Unit, parse.UnitType) = (parse.Seen.Of(number), parse.UnitType ?? "FLAT");
            (parse.From, parse.To, parse.Suffix) = (0, 0, null);
            parse.Fired(AddressRules.FlatWithoutWord);
        }

        parse.Building = parse.Building is { } before ? parse.Seen.Of(before, " ", name) : name;
    }

    /// <summary>The end of the part (up to the next comma) that begins at a token left.</summary>
    public static int PartEnd(AddressParse parse, int from)
    {
        var end = from + 1;
        while (end < parse.RestCount && !parse.BreakBefore(end))
        {
            end++;
        }

        return Math.Min(end, parse.RestCount);
    }

    /// <summary>Where the name of a building that begins here ends, or its beginning where none does.</summary>
    private static int BuildingEnd(AddressParse parse, int from)
    {
        var part = PartEnd(parse, from);
        for (var n = from + 1; n < part; n++)
        {
            if (!parse.Left(n).Is(WordKind.Building) || Continues(parse, n, part))
            {
                // "Earls Court Road" is a street; of "Church Road Mill Court" the street comes first.
                if (parse.Left(n).Is(WordKind.Street) || IsStreetSaint(parse, n, part))
                {
                    return from;
                }

                continue;
            }

            var rest = n + 1 < part ? LastTypeIn(parse, n + 1, part) : part < parse.RestCount ? LastTypeIn(parse, part, PartEnd(parse, part)) : -1;
            var isOnlyBuilding = !parse.Left(n).Is(WordKind.Street | WordKind.WeakStreet);
            if (rest > 0 || isOnlyBuilding)
            {
                return n + 1;
            }
        }

        return from;
    }

    /// <summary>"Earls Court Road" goes on after COURT; in "Milman Court Vale Road" another street begins with VALE.</summary>
    private static bool Continues(AddressParse parse, int n, int part) =>
        n + 1 < part && IsType(parse, n + 1, part) && !(n + 2 < part && IsType(parse, n + 2, part));

    /// <summary>"Flat 193 Bacton Haverstock Road": a flat without a number is in a building, and the street is the last name and its type.</summary>
    private static int NameBeforeStreet(AddressParse parse)
    {
        var part = PartEnd(parse, 0);
        var last = LastTypeIn(parse, 0, part);
        for (var n = 1; n < last - 1; n++)
        {
            if (IsType(parse, n, part) && !Continues(parse, n, part))
            {
                return n + 1;
            }
        }

        parse.Doubt = true;
        return last < 2 ? 0 : last - 1;
    }

    /// <summary>What is left over; a number among it is a part of the address that has not been understood.</summary>
    private static void SetLocality(AddressParse parse, int from)
    {
        parse.Locality = parse.Words(from, parse.RestCount);
        for (var n = from; n < parse.RestCount; n++)
        {
            parse.Doubt |= parse.Left(n).Type != TokenType.Word;
        }

        if (from < parse.RestCount)
        {
            parse.Fired(AddressRules.Locality);
        }
    }

    private static void SetStreet(AddressParse parse, int from, int to)
    {
        var last = to - 1;
        if (last > from && parse.Tokens.Span(parse.Rest[last]) is "ST")
        {
            parse.Street = parse.Seen.Of(parse.Words(from, last), " STREET");
            parse.Fired(AddressRules.StreetType);
            return;
        }

        parse.Street = parse.Words(from, to, WordKind.Street | WordKind.WeakStreet);
        if (last > from && parse.Left(last).Is(WordKind.Street | WordKind.WeakStreet) && !parse.Tokens.Span(parse.Rest[last]).SequenceEqual(parse.Left(last).Word!.Canonical))
        {
            parse.Fired(AddressRules.StreetType);
        }
    }

    /// <summary>Where the street that begins here ends: after its type, else at the end of its part.</summary>
    private static int StreetEnd(AddressParse parse, int from, int part)
    {
        var type = FirstType(parse, from, part, WordKind.Street);
        var isWeak = type < 0;
        if (isWeak)
        {
            // "Nosuch Common South Side," is one name up to its comma.
            var closes = part - 1 > from && parse.Left(part - 1).Is(WordKind.WeakStreet) && HasCommas(parse);
            type = closes ? part - 1 : FirstType(parse, from, part, WordKind.WeakStreet);
        }

        if (type >= 0)
        {
            while (type + 1 < part && parse.Left(type + 1).Is(isWeak ? WordKind.WeakStreet : WordKind.Street))
            {
                type++;
            }

            if (type + 1 < part && parse.Left(type + 1).Is(WordKind.Compass) && type + 2 == part)
            {
                type++;
            }

            return type + 1;
        }

        parse.Doubt = true;
        if (part < parse.RestCount || HasCommas(parse))
        {
            return part;
        }

        return Math.Min(part, from + (parse.Tokens.Span(parse.Rest[from]) is "THE" ? 2 : 1));
    }

    private static bool HasCommas(AddressParse parse)
    {
        for (var i = 1; i <= parse.End && i < parse.Tokens.Count; i++)
        {
            if (parse.Tokens[i].Before == ',')
            {
                return true;
            }
        }

        return false;
    }

    private static int FirstType(AddressParse parse, int from, int part, WordKind kind)
    {
        for (var n = from + 1; n < part; n++)
        {
            if (parse.Left(n).Is(kind) || (kind == WordKind.Street && IsStreetSaint(parse, n, part)))
            {
                return n;
            }
        }

        return -1;
    }

    private static int LastTypeIn(AddressParse parse, int from, int part)
    {
        for (var n = part - 1; n > from; n--)
        {
            if (IsType(parse, n, part))
            {
                return n;
            }
        }

        return -1;
    }

    private static bool IsType(AddressParse parse, int n, int part) =>
        parse.Left(n).Is(WordKind.Street | WordKind.WeakStreet) || IsStreetSaint(parse, n, part);

    /// <summary>Whether ST closes the name of a street here: not as its first word, and not before a saint's name in a street that goes on.</summary>
    private static bool IsStreetSaint(AddressParse parse, int n, int part)
    {
        if (n == 0 || parse.Tokens.Span(parse.Rest[n]) is not "ST" || parse.Left(n).Before == ',')
        {
            return false;
        }

        if (n + 1 >= part)
        {
            return true;
        }

        for (var later = n + 2; later < part; later++)
        {
            if (parse.Left(later).Is(WordKind.Street | WordKind.WeakStreet | WordKind.Building) || parse.Tokens.Span(parse.Rest[later]) is "ST")
            {
                return false;
            }
        }

        return !Saints.Contains(parse.Tokens.Span(parse.Rest[n + 1]));
    }
}
