namespace LicensingPipeline.Normalise;

/// <summary>Takes postcode, outward code, country, county, borough and town from the end of an address, and from there only.</summary>
internal static class AddressEnd
{
    public static void Take(AddressParse parse)
    {
        TakePostcode(parse);
        string? borough = null;
        while (TakePlace(parse, ref borough) || TakeOutward(parse))
        {
        }

        parse.Town ??= borough;
    }

    /// <summary>The postcode in the text, which is known already; what follows it (a country, a note) is left out with it.</summary>
    private static void TakePostcode(AddressParse parse)
    {
        if (parse.Postcode is not { Length: >= 6 } postcode)
        {
            return;
        }

        var tokens = parse.Tokens;
        for (var i = tokens.Count - 1; i > 0; i--)
        {
            if (Matches(tokens, i, postcode, out var length))
            {
                parse.End = i;

                // "…, E8 1AA, UK" is harmless; "…, E8 1AA, Flat 2" is a part of the address in an odd place.
                parse.Doubt |= i + length < tokens.Count && !AddressPlaces.BySpan.ContainsKey(tokens.Span(i + length, tokens.Count));
                return;
            }
        }
    }

    /// <summary>Whether the tokens from one on spell the postcode, look-alikes of its digits and letters included.</summary>
    private static bool Matches(AddressTokens tokens, int at, string postcode, out int length)
    {
        length = 0;
        var next = 0;
        while (next < postcode.Length && at + length < tokens.Count && length < 4)
        {
            foreach (var c in tokens.Span(at + length))
            {
                next += next < postcode.Length && postcode[next] == ' ' ? 1 : 0;
                if (next >= postcode.Length || !Alike(postcode[next++], c))
                {
                    return false;
                }
            }

            length++;
        }

        return next == postcode.Length;
    }

    private static bool Alike(char a, char b) => a == b || (a, b) is ('0', 'O') or ('O', '0') or ('1', 'I' or 'L') or ('I', '1') or ('5', 'S') or ('S', '5') or ('8', 'B') or ('B', '8') or ('2', 'Z') or ('Z', '2');

    private static bool TakePlace(AddressParse parse, ref string? borough)
    {
        var tokens = parse.Tokens;
        if (parse.End < 2 || !AddressPlaces.LastWords.Contains(tokens.Span(parse.End - 1)))
        {
            return false;
        }

        for (var words = Math.Min(AddressPlaces.MostWords, parse.End - 1); words >= 1; words--)
        {
            var from = parse.End - words;
            if (!AddressPlaces.BySpan.TryGetValue(tokens.Span(from, parse.End), out var place) || !StandsAlone(parse, from))
            {
                continue;
            }

            parse.End = from;
            if (place.Kind == PlaceKind.Town)
            {
                parse.Town ??= place.Name;
            }
            else if (place.Kind == PlaceKind.Borough)
            {
                borough ??= place.Name;
            }

            parse.Fired(AddressRules.Town);
            return true;
        }

        return false;
    }

    /// <summary>
    /// Nothing is taken across a comma, and nothing that would leave an address without a word: "5 Islington, Liverpool" is
    /// in a street of that name. What follows a number directly is a street too.
    /// </summary>
    private static bool StandsAlone(AddressParse parse, int from)
    {
        var tokens = parse.Tokens;
        for (var i = from + 1; i < parse.End; i++)
        {
            if (tokens[i].Before == ',')
            {
                return false;
            }
        }

        for (var i = 0; i < from; i++)
        {
            if (tokens[i].Type == TokenType.Word && !tokens[i].Is(WordKind.Unit))
            {
                return tokens[from - 1].Type != TokenType.Number || tokens[from].Before == ',';
            }
        }

        return false;
    }

    /// <summary>"N16" after the town is a weak locality; "N16 6A" is a postcode of which a narrow column cut the rest off.</summary>
    private static bool TakeOutward(AddressParse parse)
    {
        var last = parse.End - 1;
        if (last >= 3 && IsInwardOrItsStart(parse.Tokens.Span(last)) && IsOutward(parse.Tokens, last - 1))
        {
            last--;
        }
        else if (last < 2 || !IsOutward(parse.Tokens, last))
        {
            return false;
        }

        parse.End = last;
        parse.Fired(AddressRules.Outward);
        return true;
    }

    private static bool IsOutward(AddressTokens tokens, int at)
    {
        var code = tokens.Span(at);
        var letters = code.IndexOfAnyInRange('0', '9');
        return tokens[at].Type == TokenType.Word && code.Length is >= 2 and <= 4 && letters is 1 or 2 && char.IsAsciiLetter(code[0]) && (letters == 1 || char.IsAsciiLetter(code[1]))
            && !tokens[at - 1].Is(WordKind.Unit);
    }

    private static bool IsInwardOrItsStart(ReadOnlySpan<char> code) =>
        code.Length is >= 1 and <= 3 && char.IsAsciiDigit(code[0]) && code[1..].IndexOfAnyInRange('0', '9') < 0;
}
