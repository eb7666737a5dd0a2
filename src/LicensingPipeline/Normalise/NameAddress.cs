namespace LicensingPipeline.Normalise;

/// <summary>Where an address begins that stands in one cell with the name, as in registers made from letters.</summary>
internal static class NameAddress
{
    /// <summary>
    /// The word with which the address begins, or 0: behind a legal form or a comma, with a number or a word like flat; and
    /// where a postcode ends the cell, at the first comma or number behind the name.
    /// </summary>
    public static int Find(in NameTokens tokens, int count)
    {
        var coded = EndsInPostcode(tokens, count);
        for (var i = 1; i < count; i++)
        {
            var (token, before) = (tokens[i], tokens[i - 1]);
            if (token.Depth > 0 || token.Is(NameWord.And | NameWord.Comma))
            {
                continue;
            }

            var apart = before.Is(NameWord.Comma) || (before.Is(NameWord.Legal) && i > 1);
            if (apart && i + 1 < count && StartsAddress(tokens, i))
            {
                return i;
            }

            if (coded && i < count - 1 && (before.Is(NameWord.Comma) || IsHouseNumber(tokens, i)) && !tokens.Is(i, NameWord.Legal | NameWord.Faint | NameWord.Title))
            {
                return i;
            }
        }

        return 0;
    }

    /// <summary>Whether the words before an address are of the address as well: Flat B, Sample House.</summary>
    public static bool IsOfPlace(in NameTokens tokens, int count)
    {
        while (count > 0 && tokens.Is(count - 1, NameWord.Comma))
        {
            count--;
        }

        return count > 0 && !tokens.Is(0, NameWord.Title) && (tokens.Is(0, NameWord.Place) || tokens.Is(count - 1, NameWord.Hint | NameWord.Place));
    }

    private static bool StartsAddress(in NameTokens tokens, int i) =>
        IsHouseNumber(tokens, i) || (tokens.Is(i, NameWord.Place) && (tokens.Is(i + 1, NameWord.Number | NameWord.Place) || tokens.At(i + 1, "BOX"))) || tokens.Is(i + 1, NameWord.Place);

    private static bool IsHouseNumber(in NameTokens tokens, int i) => char.IsAsciiDigit(tokens.Upper(i)[0]) && tokens[i].UpperLength <= 4 && tokens.Is(i + 1, NameWord.Letters | NameWord.Number) && !tokens.Is(i + 1, NameWord.Legal);

    /// <summary>N1 9ZZ at the end, with or without a space.</summary>
    private static bool EndsInPostcode(in NameTokens tokens, int count)
    {
        if (count < 3 || !tokens.Is(count - 1, NameWord.Number))
        {
            return false;
        }

        var last = tokens.Upper(count - 1);
        return last is [>= '0' and <= '9', >= 'A' and <= 'Z', >= 'A' and <= 'Z'] && tokens.Is(count - 2, NameWord.Number) && char.IsAsciiLetter(tokens.Upper(count - 2)[0])
            || (last.Length is >= 5 and <= 7 && char.IsAsciiLetter(last[0]) && last[^3..] is [>= '0' and <= '9', >= 'A' and <= 'Z', >= 'A' and <= 'Z']);
    }
}
