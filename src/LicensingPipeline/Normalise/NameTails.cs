namespace LicensingPipeline.Normalise;

/// <summary>Where a name ends and something else begins: a recipient, an agent, a trading name, an address.</summary>
/// <param name="CoreTokens">How many words belong to the name itself.</param>
/// <param name="HolderTokens">How many words stand before the care-of or the address.</param>
/// <param name="Holder">Where the text before care-of and address stands.</param>
/// <param name="Core">Where the text before the trading name, too, stands.</param>
/// <param name="Other">Where the trading name stands.</param>
/// <param name="CareOf">Where the recipient stands.</param>
/// <param name="Address">Where the address stands.</param>
/// <param name="Marks">Which of them there were.</param>
internal readonly record struct NameTail(int CoreTokens, int HolderTokens, Range Holder, Range Core, Range Other, Range CareOf, Range Address, NameMarks Marks);

/// <summary>
/// Finds the words behind which somebody else is named. A name behind care-of or on-behalf-of is never the holder's: an
/// agent would otherwise become the landlord of all its clients' homes.
/// </summary>
internal static class NameTails
{
    private static readonly string[][] CareOfs =
    [
        ["C/O"], ["CARE", "OF"], ["OBO"], ["O/B/O"], ["ON", "BEHALF", "OF"], ["FOR", "AND", "ON", "BEHALF", "OF"], ["PER", "PRO"],
        ["AS", "AGENT", "FOR"], ["AS", "AGENTS", "FOR"], ["AGENT", "FOR"], ["AGENTS", "FOR"], ["MANAGED", "BY"], ["ATTN"], ["FAO"], ["F/A/O"],
    ];

    private static readonly string[][] Others =
    [
        ["T/A"], ["T/AS"], ["TRADING", "AS"], ["TRADES", "AS"], ["TRADING", "UNDER"], ["AKA"], ["A/K/A"], ["ALSO", "KNOWN", "AS"], ["KNOWN", "AS"], ["DBA"], ["D/B/A"],
        ["FORMERLY"], ["F/K/A"], ["FKA"], ["NEE"], ["NÉE"],
    ];

    public static NameTail Find(in NameTokens tokens, string name)
    {
        var (other, otherEnd, care, careStart) = (-1, 0, -1, 0);
        for (var i = 0; i < tokens.Count && care < 0; i++)
        {
            if (!tokens.Is(i, NameWord.Opens))
            {
                continue;
            }

            if (CareOf(tokens, i, name) is > 0 and var start)
            {
                (care, careStart) = (i, start);
            }
            else if (other < 0 && i > 0 && Match(tokens, i, Others) is > 0 and var words && i + words < tokens.Count)
            {
                (other, otherEnd) = (i, i + words);
            }
        }

        var address = NameAddress.Find(tokens, care < 0 ? tokens.Count : care);
        var end = address > 0 ? address : care > 0 ? care : tokens.Count;
        var core = other > 0 && other < end ? other : end;
        var holder = Before(tokens, end, name);
        return new NameTail(
            care == 0 ? 0 : core,
            care < 0 ? tokens.Count : care,
            holder,
            core == end ? holder : Before(tokens, core, name),
            core == end ? 0..0 : Between(tokens[otherEnd].Start, name, holder.End.Value),
            care < 0 ? 0..0 : Between(careStart, name, name.Length),
            address > 0 ? Between(tokens[address].Start, name, care < 0 ? name.Length : tokens[care].Start) : 0..0,
            (care < 0 ? NameMarks.None : NameMarks.CareOf) | (core == end ? NameMarks.None : NameMarks.TradingAs) | (address > 0 ? NameMarks.Address : NameMarks.None));
    }

    /// <summary>Where the recipient's name begins, or 0.</summary>
    private static int CareOf(in NameTokens tokens, int i, string name)
    {
        var from = name.AsSpan(tokens[i].Start);
        if (tokens.At(i, "C") && from.Length > 2 && from[1] == '/' && from[2] is '-' or 'o' or 'O' or '0')
        {
            // The recipient may be glued on: C/oAnybody.
            return tokens[i].Start + 3;
        }

        return Match(tokens, i, CareOfs) is > 0 and var words ? tokens[i + words - 1].End : 0;
    }

    private static int Match(in NameTokens tokens, int i, string[][] phrases)
    {
        foreach (var phrase in phrases)
        {
            var n = 0;
            while (n < phrase.Length && tokens.At(i + n, phrase[n]))
            {
                n++;
            }

            if (n == phrase.Length)
            {
                return n;
            }
        }

        return 0;
    }

    /// <summary>The text before a word, or all of it.</summary>
    private static Range Before(in NameTokens tokens, int i, string name)
    {
        var length = i <= 0 || i >= tokens.Count ? name.Length : name.AsSpan(0, tokens[i].Start).TrimEnd(" ,;:-–([`·.").Length;
        return ..(length == 0 ? name.Length : length);
    }

    private static Range Between(int start, string name, int end)
    {
        while (start < end && name[start] is ' ' or ':' or '-' or ',' or '.')
        {
            start++;
        }

        return start >= end ? 0..0 : start..(start + name.AsSpan(start, end - start).TrimEnd(" ,;:)]([").Length);
    }
}
