namespace LicensingPipeline.Normalise;

/// <summary>Takes floors and positions out of an address: "first and second floors", "top flat", "ground floor rear".</summary>
internal static class AddressFloors
{
    public static void Take(AddressParse parse)
    {
        for (var i = 0; i < parse.End; i++)
        {
            if (!parse.Tokens[i].Taken && Phrase(parse, i, out var levels) is var end && end > i)
            {
                parse.Floor = parse.Floor.And(levels);
                Mark(parse, i, end);
                parse.Fired(AddressRules.Floor);
                i = end - 1;
            }
        }
    }

    /// <summary>A position counts beside a flat, a floor or a number; "Front Street" and "Rear of 12" are something else.</summary>
    public static void TakePositions(AddressParse parse)
    {
        var tokens = parse.Tokens;
        for (var i = 0; i < parse.End; i++)
        {
            if (tokens[i].Taken || !tokens[i].Is(WordKind.Position))
            {
                continue;
            }

            var end = i + 1;
            while (end < parse.End && tokens.Span(end) is "HAND" or "SIDE" or "ROOM" && !tokens[end].Taken)
            {
                end++;
            }

            var beside = i == 0 || tokens[i - 1].Taken || tokens[i].Before == ',';
            var closed = end == parse.End || tokens[end].Taken || tokens[end].Before == ',' || tokens[end].Type == TokenType.Number || tokens[end].Is(WordKind.Unit) || tokens.Span(end) is "AND";
            var last = end == parse.End && i > 0 && tokens[i - 1].Is(WordKind.Street | WordKind.WeakStreet);
            if ((beside || last) && closed)
            {
                parse.Position ??= tokens[i].Word!.Canonical;
                Mark(parse, i, end);
                parse.Fired(AddressRules.Position);
            }
        }

        TakeLinks(parse);
    }

    /// <summary>"Basement rear and ground floor": the word between two parts that have been taken goes with them.</summary>
    private static void TakeLinks(AddressParse parse)
    {
        for (var i = 1; i < parse.End - 1; i++)
        {
            parse.Tokens[i].Taken |= parse.Tokens[i - 1].Taken && parse.Tokens[i + 1].Taken && parse.Tokens.Span(i) is "AND";
        }
    }

    /// <summary>The end of the floor phrase that starts at a token, or its start where none does.</summary>
    private static int Phrase(AddressParse parse, int at, out Levels levels)
    {
        levels = default;
        var tokens = parse.Tokens;
        if (tokens[at].Is(WordKind.Floor) && at + 1 < parse.End && tokens[at + 1].Before != ',')
        {
            return FloorThenNumber(parse, at, out levels);
        }

        var alone = true;
        var floor = false;
        var i = at;
        while (i < parse.End && One(parse, i, out var level, out var single) is var next && next > i)
        {
            levels = levels.IsEmpty ? level : tokens[i].Before is '-' or '~' || tokens.Span(i - 1) is "TO" ? Levels.Between(levels, level) : levels.And(level);
            alone &= single;
            i = next;
            if (i < parse.End && tokens[i].Is(WordKind.Floor))
            {
                floor = true;
                i++;
            }

            if (i + 1 >= parse.End || !(tokens.Span(i) is "AND" or "TO" || tokens[i].Before is '-' or '~' or '/'))
            {
                break;
            }

            // "First floor and 12": only a further level carries the phrase on.
            var further = tokens.Span(i) is "AND" or "TO" ? i + 1 : i;
            if (One(parse, further, out _, out _) == further)
            {
                break;
            }

            i = further;
        }

        return i > at && (alone || floor || BesideFlat(parse, at, i)) ? i : at;
    }

    /// <summary>One level: "ground", "lower ground", "2nd", "basement".</summary>
    private static int One(AddressParse parse, int at, out Levels level, out bool alone)
    {
        var tokens = parse.Tokens;
        level = default;
        alone = false;
        if (at >= parse.End || tokens[at].Taken)
        {
            return at;
        }

        if (tokens[at].Type == TokenType.Number)
        {
            // "2 floor"; a number with no floor after it is no level.
            var isLevel = tokens[at].Number is > 0 and < 30 && tokens[at].Suffix == '\0' && at + 1 < parse.End && tokens[at + 1].Is(WordKind.Floor);
            level = isLevel ? Levels.Of(tokens[at].Number) : default;
            return isLevel ? at + 1 : at;
        }

        if (at + 1 < parse.End && tokens.Span(at + 1) is "GROUND" or "GRD" or "GND" && tokens.Span(at) is "LOWER" or "LWR" or "UPPER" or "RAISED")
        {
            level = Levels.Of(tokens.Span(at) is "LOWER" or "LWR" ? -1 : 0);
            return at + 2;
        }

        if (!tokens[at].Is(WordKind.Level | WordKind.LevelAlone))
        {
            return at;
        }

        (level, alone) = (tokens[at].Word!.Levels, tokens[at].Is(WordKind.LevelAlone));
        return at + 1;
    }

    private static int FloorThenNumber(AddressParse parse, int at, out Levels levels)
    {
        ref var next = ref parse.Tokens[at + 1];
        levels = default;
        if (next is { Type: TokenType.Number, Suffix: '\0', Number: < 30 } && HasOtherNumber(parse, at + 1))
        {
            levels = Levels.Of(next.Number);
            return at + 2;
        }

        return One(parse, at + 1, out levels, out _) is var end && end > at + 1 ? end : at;
    }

    private static bool HasOtherNumber(AddressParse parse, int after)
    {
        for (var i = after + 1; i < parse.End; i++)
        {
            if (parse.Tokens[i].Type == TokenType.Number)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Top flat", "flat, first": but "First Avenue" and "Covent Garden Flat 2" are names.</summary>
    private static bool BesideFlat(AddressParse parse, int from, int to)
    {
        var tokens = parse.Tokens;
        var before = from > 0 && tokens[from - 1].Is(WordKind.Unit) && tokens.Span(from - 1).Length > 2;
        var startsPart = from == 0 || before || tokens[from].Before == ',' || tokens[from - 1].Taken || tokens[from - 1].Type == TokenType.Number;
        var flatAfter = to < parse.End && tokens[to].Is(WordKind.Unit) && tokens[to].Before != ',' && tokens.Span(to).Length > 2;
        var closed = to == parse.End || tokens[to].Before == ',' || tokens[to].Type == TokenType.Number;
        return startsPart && (flatAfter || (before && closed));
    }

    private static void Mark(AddressParse parse, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            parse.Tokens[i].Taken = true;
        }
    }
}
