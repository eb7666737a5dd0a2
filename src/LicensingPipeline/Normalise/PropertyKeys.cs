namespace LicensingPipeline.Normalise;

/// <summary>
/// A key under which two writings of the same home meet when they differ only in case, punctuation, spacing and the
/// towns at the end. It joins nothing that differs in a number or a name.
/// </summary>
public static class PropertyKeys
{
    /// <summary>The key, or null where neither address nor postcode is there.</summary>
    public static string? Of(string? address, string? postcode, string? uprn)
    {
        // Homes of which the address is withheld are not one home.
        if (address is null or Licence.Withheld)
        {
            return uprn is null or Licence.Withheld ? null : $"UPRN {uprn}";
        }

        postcode = postcode == Licence.Withheld ? null : postcode;

        Span<char> key = stackalloc char[160];
        var length = Write(Body(address, postcode), key);
        if (postcode is not null)
        {
            key[length++] = '|';
            postcode.CopyTo(key[length..]);
            length += postcode.Length;
        }

        return length == 0 ? null : new string(key[..length]);
    }

    /// <summary>Letters and digits in capitals, one space between words; a very long address is cut.</summary>
    private static int Write(ReadOnlySpan<char> body, Span<char> key)
    {
        var length = 0;
        var gap = false;
        foreach (var c in body)
        {
            if (char.IsLetterOrDigit(c))
            {
                if (length + 2 > key.Length - 9)
                {
                    break;
                }

                if (gap && length > 0)
                {
                    key[length++] = ' ';
                }

                key[length++] = char.ToUpperInvariant(c);
                gap = false;
            }
            else if (c != '\'')
            {
                gap = true;
            }
        }

        return length;
    }

    /// <summary>
    /// The postcode stands apart. What follows the street (locality, town, county) is written or left out at will, so
    /// where there is a postcode the part up to the comma after the street is enough to tell homes apart.
    /// </summary>
    private static ReadOnlySpan<char> Body(string address, string? postcode)
    {
        var body = address.AsSpan();
        if (postcode is null)
        {
            return body;
        }

        Postcodes.Find(address, out var at);
        if (at >= 0)
        {
            body = body[..at];
        }

        // "5 Alloa Road, London," and "5 Alloa Road": cut after the first part that holds both a digit and a word.
        var from = 0;
        while (from < body.Length)
        {
            var comma = body[from..].IndexOf(',');
            var end = comma < 0 ? body.Length : from + comma;
            if (HoldsStreet(body[from..end]))
            {
                return body[..end];
            }

            from = end + 1;
        }

        return body;
    }

    /// <summary>Whether a part has a house number followed by a word other than Flat, Room or the like.</summary>
    private static bool HoldsStreet(ReadOnlySpan<char> part)
    {
        var digits = false;
        foreach (var range in part.Split(' '))
        {
            var word = part[range];
            if (word.Length == 0)
            {
                continue;
            }

            if (char.IsAsciiDigit(word[0]))
            {
                digits = true;
            }
            else if (digits && word.Length > 2)
            {
                return true;
            }
        }

        return false;
    }
}
