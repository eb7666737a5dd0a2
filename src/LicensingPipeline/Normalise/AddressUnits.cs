namespace LicensingPipeline.Normalise;

/// <summary>Takes flats, rooms, studios and the like out of an address, wherever in it they stand.</summary>
internal static class AddressUnits
{
    private static readonly string[] NumberWords = ["ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN"];

    public static void Take(AddressParse parse)
    {
        for (var i = 0; i < parse.End; i++)
        {
            if (!parse.Tokens[i].Taken && parse.Tokens[i].Is(WordKind.Unit))
            {
                One(parse, i);
            }
        }
    }

    private static void One(AddressParse parse, int at)
    {
        var tokens = parse.Tokens;
        var type = tokens[at].Word!.Canonical == "APARTMENTS" ? "FLAT" : tokens[at].Word!.Canonical;
        if (tokens[at].Is(WordKind.Building) && at > 0 && !tokens[at - 1].Taken && tokens[at - 1].Type == TokenType.Word && tokens[at].Before != ',')
        {
            // "Park Row Apartments" is the name of a building.
            return;
        }

        string? unit = null;
        var next = at + 1;
        if (next < parse.End && tokens.Span(next) is "NO" or "NUMBER" or "NR" && tokens[next].Before != ',')
        {
            next++;
        }

        var end = FloorSaysWhich(parse, at, next) ? next : Designator(parse, next, out unit);
        if (end == next)
        {
            if (!StandsWithout(parse, at, type))
            {
                return;
            }

            end = at + 1;
        }
        else if (type == "BLOCK")
        {
            // A block holds flats; it is the building they are in.
            return;
        }

        for (var i = at; i < end; i++)
        {
            tokens[i].Taken = true;
        }

        parse.Fired(at > 0 && tokens[at - 1].Type == TokenType.Number && !tokens[at - 1].Taken ? AddressRules.FlatMoved : AddressRules.Flat);
        Add(parse, type, unit);
        parse.UnitToken = end - next == 1 && tokens[next].Type == TokenType.Number && parse.UnitToken == -1 ? next : -2;
    }

    /// <summary>"Ground floor flat 12 High Street": the floor says which flat, so the only number is the street's.</summary>
    private static bool FloorSaysWhich(AddressParse parse, int at, int next) =>
        next < parse.End && parse.Tokens[next].Type == TokenType.Number && !NumberAfter(parse, RunEnd(parse, next))
            && (parse.Tokens[at].Word!.Canonical is "MAISONETTE" or "PENTHOUSE" or "ANNEXE" || (at > 0 && parse.Tokens[at - 1].Taken && !parse.Floor.IsEmpty));

    /// <summary>The end of a run of numbers joined by dashes.</summary>
    private static int RunEnd(AddressParse parse, int at)
    {
        var end = at + 1;
        while (end < parse.End && parse.Tokens[end].Before is '-' or '~' or '/')
        {
            end++;
        }

        return end;
    }

    /// <summary>A room lies in a flat, whichever of them is written first.</summary>
    private static void Add(AddressParse parse, string type, string? unit)
    {
        if (parse.UnitType is null || parse.Unit is null)
        {
            parse.UnitType = parse.UnitType is null || unit is not null ? type : parse.UnitType;
            parse.Unit = unit ?? parse.Unit;
        }
        else if (unit is not null && parse.Unit.Length + unit.Length < 30)
        {
            var inner = parse.UnitType is "ROOM" or "BEDSIT" or "STUDIO" && type is not ("ROOM" or "BEDSIT");
            parse.Unit = inner ? parse.Seen.Of(unit, " ", parse.UnitType, " ", parse.Unit) : parse.Seen.Of(parse.Unit, " ", type, " ", unit);
            parse.UnitType = inner ? type : parse.UnitType;
        }
    }

    /// <summary>FLAT without a number is a flat all the same; STUDIO or UNIT before a word is a name.</summary>
    private static bool StandsWithout(AddressParse parse, int at, string type)
    {
        var tokens = parse.Tokens;
        if (tokens[at].Length <= 3 || type is "BLOCK" or "PLOT" or "SHOP" or "UNIT")
        {
            return false;
        }

        var closed = at + 1 == parse.End || tokens[at + 1].Taken || tokens[at + 1].Before == ',' || tokens[at + 1].Type == TokenType.Number || tokens[at + 1].Is(WordKind.Unit) || tokens.Span(at + 1) is "AT";
        var opens = at == 0 || tokens[at - 1].Taken || tokens[at].Before == ',' || tokens.Span(at - 1) is "THE";
        return closed ? opens || type == "FLAT" : opens && type is "FLAT" or "MAISONETTE" && !tokens[at + 1].Is(WordKind.Street);
    }

    /// <summary>The number, letter or code after the word; several joined by a dash are a range of flats.</summary>
    private static int Designator(AddressParse parse, int at, out string? unit)
    {
        unit = null;
        var tokens = parse.Tokens;
        if (at >= parse.End || tokens[at].Taken || tokens[at].Before is ',' or '~')
        {
            return at;
        }

        ref var token = ref tokens[at];
        if (token.Type == TokenType.Word)
        {
            return Coded(parse, at, out unit);
        }

        unit = parse.Seen.Of(tokens.Span(at));
        var end = at + 1;
        if (end >= parse.End || tokens[end].Taken)
        {
            return end;
        }

        if (tokens[end].Before == '.' && tokens[end].Type == TokenType.Number)
        {
            unit = parse.Seen.Of(unit, tokens.Span(end));
            parse.Fired(AddressRules.DottedUnit);
            return end + 1;
        }

        if (LetterBelongs(parse, at, end))
        {
            unit = parse.Seen.Of(unit, tokens.Span(end));
            return end + 1;
        }

        return RangeEnd(parse, at, end, ref unit);
    }

    /// <summary>"Flat 1 A, 12 …" and "Flat A 1, 12 …": a letter and a number that close the part belong together.</summary>
    private static bool LetterBelongs(AddressParse parse, int at, int end)
    {
        var tokens = parse.Tokens;
        if (tokens[end].Before == ',' || tokens[at].Suffix != '\0')
        {
            return false;
        }

        var letter = tokens[at].Type == TokenType.Number && tokens[end].Type == TokenType.Letter;
        return letter && (tokens[end].Before is '-' or '/' || end + 1 == parse.End || tokens[end + 1].Before == ',' || tokens[end + 1].Type == TokenType.Number);
    }

    private static int RangeEnd(AddressParse parse, int at, int end, ref string? unit)
    {
        var tokens = parse.Tokens;
        var joined = tokens[end].Before is '-' or '/' or '~';
        var to = joined ? end : tokens.Span(end) is "TO" or "AND" && tokens.Span(at - 1) is "FLATS" or "ROOMS" or "UNITS" or "APARTMENTS" ? end + 1 : -1;
        if (to < 0 || to >= parse.End || tokens[to].Taken || tokens[to].Type == TokenType.Word || tokens[to].Type != tokens[at].Type)
        {
            return end;
        }

        if (tokens[at].Type == TokenType.Number && !NumberAfter(parse, to + 1))
        {
            // "Flat 6-20 High Street" has no other number: flat 6 of number 20.
            return end;
        }

        if (tokens[end].Before == '~' && tokens[at].Type == TokenType.Number)
        {
            return end;
        }

        unit = parse.Seen.Of(unit, "-", tokens.Span(to));
        parse.Fired(AddressRules.UnitRange);
        return to + 1;
    }

    private static bool NumberAfter(AddressParse parse, int from)
    {
        for (var i = from; i < parse.End; i++)
        {
            if (parse.Tokens[i].Type == TokenType.Number && !parse.Tokens[i].Taken)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A15, G02, LG1, or a number in words.</summary>
    private static int Coded(AddressParse parse, int at, out string? unit)
    {
        unit = null;
        var letters = parse.Tokens.Span(at);
        for (var n = 0; n < NumberWords.Length; n++)
        {
            if (letters.SequenceEqual(NumberWords[n]))
            {
                unit = parse.Seen.Of(n + 1);
                parse.Fired(AddressRules.NumberWord);
                return at + 1;
            }
        }

        if (letters.Length > 6 || letters.IndexOfAnyInRange('0', '9') < 0 || parse.Tokens[at].Is(WordKind.Level))
        {
            return at;
        }

        unit = parse.Seen.Of(letters);
        return at + 1;
    }
}
