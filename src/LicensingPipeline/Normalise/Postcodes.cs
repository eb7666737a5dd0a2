using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Normalise;

/// <summary>
/// Postcodes: found, spaced and repaired by position. The shape is that of BS 7666: an outward code of one or two
/// letters, a digit and perhaps one more sign, and an inward code of a digit and two letters, never C I K M O V.
/// </summary>
public static class Postcodes
{
    /// <summary>What a text turned out to be.</summary>
    public enum Reading { None, AsWritten, Spaced, Repaired }

    /// <summary>Reads a cell that should hold nothing but a postcode, by its shape alone.</summary>
    /// <returns>The postcode with its one space, or null; and how it was read.</returns>
    public static (string? Postcode, Reading How) Read(ReadOnlySpan<char> text)
    {
        Span<char> code = stackalloc char[8];
        return Compact(text, ref code) ? ReadCompact(code, text) : (null, Reading.None);
    }

    /// <summary>Finds the last postcode in an address, by its shape alone.</summary>
    /// <param name="address">The address, cleaned.</param>
    /// <param name="start">Where it starts in the address, or -1.</param>
    /// <returns>The postcode with its one space, or null; and how it was read.</returns>
    public static (string? Postcode, Reading How) Find(string address, out int start)
    {
        var found = PostcodeReader.ByShape.Find(address, out start);
        return (found.Postcode, found.How);
    }

    /// <summary>The outward code a text is and nothing more ("RM3"), or null: the part of a town, and no postcode.</summary>
    public static string? Outward(ReadOnlySpan<char> text)
    {
        Span<char> code = stackalloc char[8];
        var repaired = false;
        return Compact(text, ref code) && code.Length is >= 2 and <= 4 && Outward(code, ref repaired) && !repaired ? new string(code) : null;
    }

    /// <summary>What can be said about a text read as a postcode, for people who argue with it.</summary>
    public static IReadOnlyList<(string What, string Value)> Explain(string text, PostcodeTable? table = null, string authority = "")
    {
        var reader = new PostcodeReader(table, authority);
        var read = reader.Read(text);
        var said = new List<(string, string)> { ("postcode", read.Postcode ?? "none"), ("read", Said(read, text)) };
        if (read.Postcode is { } postcode && table is not null)
        {
            said.Add(("in the list of postcodes", table.Find(postcode) switch { PostcodeStatus.Live => "in use", PostcodeStatus.Terminated => "withdrawn", _ => "not there" }));
            var place = table.Place(postcode);
            said.AddRange(new[] { ("authority", place?.Authority), ("ward", place?.Ward), ("latitude", place?.Latitude), ("longitude", place?.Longitude) }
                .Where(p => !string.IsNullOrEmpty(p.Item2)).Select(p => (p.Item1, p.Item2!)));
        }

        if (table is null)
        {
            said.Add(("not checked", "whether it exists; './licensing reference update' brings the list of postcodes"));
        }

        return said;
    }

    private static string Said(PostcodeReading read, string text) => read.How switch
    {
        Reading.AsWritten => "as written",
        Reading.Spaced => Rules.PostcodeSpaced,
        Reading.Repaired => read.Status is null ? Rules.PostcodeRepaired : Rules.PostcodeRepairedToLive,
        _ => Outward(text) is { } outward ? $"only an outward code, {outward}: the part of a town" : "not the shape of a postcode, and nothing it looks like exists",
    };

    /// <summary>Letters and digits in capitals; false where the text holds anything but a postcode's signs, or has lost one.</summary>
    internal static bool Compact(ReadOnlySpan<char> text, ref Span<char> code)
    {
        var (length, gaps, lastGap, gap) = (0, 0, 0, false);
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                if (length == 8)
                {
                    return false;
                }

                if (gap && length > 0)
                {
                    (gaps, lastGap) = (gaps + 1, length);
                }

                gap = false;
                code[length++] = char.ToUpperInvariant(c);
            }
            else if (!char.IsWhiteSpace(c) && c is not ('.' or ',' or '-' or '`' or '\''))
            {
                return false;
            }
            else
            {
                gap = true;
            }
        }

        code = code[..length];
        return gaps != 1 || !LacksADigit(code, lastGap);
    }

    /// <summary>Reads by shape what was made compact.</summary>
    internal static (string? Postcode, Reading How) ReadCompact(ReadOnlySpan<char> compact, ReadOnlySpan<char> text)
    {
        Span<char> code = stackalloc char[compact.Length];
        compact.CopyTo(code);
        return ReadCompact(code, text);
    }

    private static (string?, Reading) ReadCompact(Span<char> code, ReadOnlySpan<char> text)
    {
        if (code.Length is < 5 or > 7)
        {
            return (null, Reading.None);
        }

        var repaired = false;
        var inward = code[^3..];
        if (!Digit(ref inward[0], ref repaired) || !Letter(ref inward[1], ref repaired) || !Letter(ref inward[2], ref repaired)
            || NeverInward(inward[1]) || NeverInward(inward[2]) || !Outward(code[..^3], ref repaired))
        {
            return (null, Reading.None);
        }

        var postcode = string.Concat(code[..^3], " ", inward);
        return (postcode, repaired ? Reading.Repaired : text.Trim().SequenceEqual(postcode) ? Reading.AsWritten : Reading.Spaced);
    }

    /// <summary>"SW16 AF" lost a digit of its inward code; read as "SW1 6AF" it would be another place.</summary>
    private static bool LacksADigit(ReadOnlySpan<char> code, int gap)
    {
        Span<char> outward = stackalloc char[4];
        if (code.Length - gap != 2 || gap is < 2 or > 4 || !char.IsAsciiLetter(code[^1]) || !char.IsAsciiLetter(code[^2]))
        {
            return false;
        }

        var repaired = false;
        code[..gap].CopyTo(outward);
        return Outward(outward[..gap], ref repaired) && !repaired;
    }

    /// <summary>A9, A99, AA9, AA99, A9A or AA9A; a look-alike is exchanged only where the position leaves no choice.</summary>
    private static bool Outward(Span<char> code, ref bool repaired)
    {
        if (!Letter(ref code[0], ref repaired))
        {
            return false;
        }

        // "WIG": of the areas with one letter, three have districts that end in one, all with the number 1, and no area is called WI, EI or NI.
        if (code.Length == 3 && code[0] is ('E' or 'N' or 'W') && code[1] is 'I' && char.IsAsciiLetter(code[2]) && code[2] is not ('O' or 'I' or 'L' or 'S' or 'B'))
        {
            code[1] = '1';
            repaired = true;
        }

        switch (code.Length)
        {
            case 2:
                return Digit(ref code[1], ref repaired);
            case 3:
                // A99 and A9A have a digit second, AA9 a letter. A letter that is really one decides for AA9.
                return char.IsAsciiDigit(code[1]) ? char.IsAsciiLetterOrDigit(code[2]) : Digit(ref code[2], ref repaired) && char.IsAsciiLetter(code[1]);
            case 4:
                return Letter(ref code[1], ref repaired) && Digit(ref code[2], ref repaired) && char.IsAsciiLetterOrDigit(code[3]) && LastIsDigit(ref code[3], ref repaired);
            default:
                return false;
        }
    }

    /// <summary>AA99 is far commoner than AA9A, and of the letters that can close AA9A none looks like a digit but S and B (never used so outside SE1, EC and WC).</summary>
    private static bool LastIsDigit(ref char last, ref bool repaired)
    {
        if (last is 'O' or 'I')
        {
            return Digit(ref last, ref repaired);
        }

        return true;
    }

    private static bool Digit(ref char c, ref bool repaired)
    {
        var digit = c switch { 'O' => '0', 'I' => '1', 'L' => '1', 'S' => '5', 'B' => '8', _ => c };
        repaired |= digit != c;
        c = digit;
        return char.IsAsciiDigit(c);
    }

    private static bool Letter(ref char c, ref bool repaired)
    {
        var letter = c switch { '0' => 'O', '1' => 'I', '5' => 'S', '8' => 'B', _ => c };
        repaired |= letter != c;
        c = letter;
        return char.IsAsciiLetter(c);
    }

    private static bool NeverInward(char c) => c is 'C' or 'I' or 'K' or 'M' or 'O' or 'V';
}
