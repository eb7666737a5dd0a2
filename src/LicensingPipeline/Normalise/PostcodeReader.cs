using System.Buffers;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Normalise;

/// <summary>A text read as a postcode.</summary>
/// <param name="Postcode">With its one space, or null where it is none.</param>
/// <param name="How">How it was read.</param>
/// <param name="Status">What the list of postcodes says of it; null where there is no list.</param>
public readonly record struct PostcodeReading(string? Postcode, Postcodes.Reading How, PostcodeStatus? Status);

/// <summary>
/// Reads postcodes in cells and addresses. Without a list of postcodes it goes by their shape; with one it repairs only to
/// what exists, and only where nothing else comes into question.
/// </summary>
/// <param name="table">The postcodes that exist, or null.</param>
/// <param name="authority">GSS code of the register's borough.</param>
public sealed class PostcodeReader(PostcodeTable? table, string authority)
{
    private const int MostWords = 8;
    private static readonly SearchValues<char> Breaks = SearchValues.Create(",.;-'`");

    /// <summary>A reader that knows no list.</summary>
    public static PostcodeReader ByShape { get; } = new(null, "");

    /// <summary>How sure a reading is; of two in an address the surer one stands, and of equals the last.</summary>
    private enum Trust { None, Guessed, Repaired, Sure }

    /// <summary>Reads a cell that should hold nothing but a postcode.</summary>
    public PostcodeReading Read(ReadOnlySpan<char> text)
    {
        Span<char> code = stackalloc char[8];
        return Postcodes.Compact(text, ref code) ? ReadCompact(code, text) : default;
    }

    /// <summary>Finds the last postcode in an address.</summary>
    /// <param name="address">The address, cleaned.</param>
    /// <param name="start">Where it starts in the address, or -1.</param>
    public PostcodeReading Find(string address, out int start)
    {
        Span<(int From, int To)> words = stackalloc (int, int)[MostWords + 3];
        var count = LastWords(address, words);
        var (best, trust) = (default(PostcodeReading), Trust.None);
        start = -1;
        for (var last = 0; last < count && last < MostWords && trust < Trust.Sure; last++)
        {
            for (var first = last; first < count && first < last + 4 && words[last].To - words[first].From <= 12 && trust < Trust.Sure; first++)
            {
                if (!IsPlausible(address, words, first, last))
                {
                    continue;
                }

                var read = Read(address.AsSpan(words[first].From, words[last].To - words[first].From));
                var sure = Sure(read);
                // Pieces that are not cut as a postcode is are taken only for one that is surely one.
                if (sure > trust && (sure >= Least(words, first, last)))
                {
                    (best, trust, start) = (read, sure, words[first].From);
                }
            }
        }

        return best;
    }

    private PostcodeReading ReadCompact(ReadOnlySpan<char> code, ReadOnlySpan<char> text)
    {
        var (shaped, how) = Postcodes.ReadCompact(code, text);
        if (table is null)
        {
            return new PostcodeReading(shaped, how, null);
        }

        if (shaped is not null && how is not Postcodes.Reading.Repaired && table.Find(shaped) is var status and not PostcodeStatus.Unknown)
        {
            return new PostcodeReading(shaped, how, status);
        }

        if (code.Length is >= 5 and <= 7 && PostcodeReadings.Only(code, table, authority) is { } only)
        {
            return new PostcodeReading(only, Postcodes.Reading.Repaired, table.Find(only));
        }

        // It may be newer than the list. What would have to be repaired as well is nothing.
        return shaped is null || how is Postcodes.Reading.Repaired ? default : new PostcodeReading(shaped, how, PostcodeStatus.Unknown);
    }

    private static Trust Sure(PostcodeReading read) => read switch
    {
        { Postcode: null } => Trust.None,
        { Status: PostcodeStatus.Unknown } => Trust.Guessed,
        { How: Postcodes.Reading.Repaired } => read.Status is null ? Trust.Guessed : Trust.Repaired,
        _ => Trust.Sure,
    };

    /// <summary>One word, or an outward and an inward code, may be repaired; any other cut must read as it stands.</summary>
    private static Trust Least(ReadOnlySpan<(int From, int To)> words, int first, int last) =>
        first == last || (first == last + 1 && words[last].To - words[last].From == 3) ? Trust.Guessed : Trust.Sure;

    /// <summary>Whether the words from the first to the last may be one postcode, before their signs are looked at.</summary>
    private static bool IsPlausible(string address, ReadOnlySpan<(int From, int To)> words, int first, int last)
    {
        var length = 0;
        for (var i = last; i <= first; i++)
        {
            length += words[i].To - words[i].From;
        }

        var piece = address.AsSpan(words[first].From, words[last].To - words[first].From);
        // A word without a single digit is a word ("Allen", "Close"), whatever its letters look like.
        if (length is < 5 or > 7 || piece.IndexOfAnyInRange('0', '9') < 0)
        {
            return false;
        }

        var inward = address.AsSpan(words[last].From, words[last].To - words[last].From);
        if (first == last)
        {
            return true;
        }

        // "B1, 1st floor" is no postcode.
        if (IsOrdinal(inward) && last > 0 && address.AsSpan(words[last - 1].From).StartsWith("fl", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        // Cut in another way ("N3 3 PQ", "SW 1A 1AA"): only where a part of the address ends, and with nothing but spaces in it.
        return (first == last + 1 && inward.Length == 3)
            || (char.IsAsciiLetter(piece[0]) && !IsOrdinal(inward) && piece.IndexOfAny(Breaks) < 0 && EndsAPart(address, words[last].To));
    }

    private static bool EndsAPart(string address, int at)
    {
        var rest = address.AsSpan(at).TrimStart(' ');
        return rest.Length == 0 || rest[0] is ',' or '.' or ';' or ')';
    }

    private static bool IsOrdinal(ReadOnlySpan<char> word) => word.Length is 3 or 4 && char.IsAsciiDigit(word[0])
        && (word.EndsWith("st", StringComparison.OrdinalIgnoreCase) || word.EndsWith("nd", StringComparison.OrdinalIgnoreCase)
            || word.EndsWith("rd", StringComparison.OrdinalIgnoreCase) || word.EndsWith("th", StringComparison.OrdinalIgnoreCase));

    /// <summary>The last words of an address, the last one first.</summary>
    private static int LastWords(string address, Span<(int From, int To)> words)
    {
        var (count, end) = (0, address.Length);
        while (count < words.Length)
        {
            while (end > 0 && !char.IsAsciiLetterOrDigit(address[end - 1]))
            {
                end--;
            }

            var to = end;
            while (end > 0 && char.IsAsciiLetterOrDigit(address[end - 1]))
            {
                end--;
            }

            if (end == to)
            {
                break;
            }

            words[count++] = (end, to);
        }

        return count;
    }
}
