using System.Runtime.CompilerServices;

namespace LicensingPipeline.Normalise;

/// <summary>
/// The core of a company's name, under which its spellings are one: without Ltd, signs, capitals, contact and number, with
/// &amp; read as and. A form that says something else than Ltd stays: an LLP is another firm than the Ltd of that name.
/// </summary>
public static class NameCore
{
    /// <summary>A hash of the core, or null where nothing is left of the name.</summary>
    [SkipLocalsInit]
    public static ulong? Key(string name)
    {
        Span<char> upper = stackalloc char[NameTokens.Longest];
        Span<NameToken> room = stackalloc NameToken[NameTokens.Most];
        var tokens = new NameTokens(name, upper, room);
        var tail = NameTails.Find(tokens, name);
        var end = CoreEnd(tokens, tail.CoreTokens, out _);
        Span<char> core = stackalloc char[NameTokens.Longest + (3 * NameTokens.Most)];
        var length = 0;
        for (var i = 0; i < end; i++)
        {
            if ((i == 0 && end > 1 && tokens.At(i, "THE")) || tokens.Is(i, NameWord.Comma) || IsLimited(tokens, i))
            {
                continue;
            }

            var word = tokens.Is(i, NameWord.And) ? "AND" : tokens.Upper(i);
            word.CopyTo(core[length..]);
            length += word.Length;
        }

        return length == 0 ? null : Identity.Hash(core[..length]);
    }

    /// <summary>Where the core stands in the text, and whether a bracket was left out of it.</summary>
    internal static Range Of(in NameTokens tokens, NameTail tail, string name, ref NameMarks marks)
    {
        var end = CoreEnd(tokens, tail.CoreTokens, out var bracket);
        marks |= bracket ? NameMarks.Bracket : NameMarks.None;
        return end == 0 || end == tail.CoreTokens ? tail.Core : ..(tokens[end - 1].End + (tokens[end - 1].Depth > 0 && tokens[end - 1].End < name.Length ? 1 : 0));
    }

    /// <summary>
    /// The number of words of the core. What stands behind the legal form is none of the name; where there is none, a
    /// bracket at the end is a contact or a number unless it says a place or a number of few digits, and bare digits are a company number.
    /// </summary>
    private static int CoreEnd(in NameTokens tokens, int count, out bool bracket)
    {
        bracket = false;
        for (var i = count - 1; i > 0; i--)
        {
            if (tokens.Is(i, NameWord.Legal) && tokens[i].Depth == 0)
            {
                bracket = i + 1 < count && tokens[i + 1].Depth > 0 && !IsNumberNote(tokens, i + 1, count);
                return i + 1;
            }
        }

        var end = count;
        while (end > 1 && (tokens[end - 1].Depth > 0 || tokens[end - 1].Is(NameWord.Comma)) && tokens[0].Depth == 0 && !IsPlace(tokens, end - 1))
        {
            end--;
        }

        bracket = end < count && tokens[end].Depth > 0 && !IsNumberNote(tokens, end, count);
        while (end > 1 && tokens[end - 1].Is(NameWord.Number) && !tokens[end - 1].Is(NameWord.Letters) && tokens[end - 1].UpperLength >= 5)
        {
            end--;
            while (end > 1 && (tokens.At(end - 1, "CRN") || tokens.At(end - 1, "NO") || tokens.At(end - 1, "REG")))
            {
                end--;
            }
        }

        return end;
    }

    private static bool IsPlace(in NameTokens tokens, int i) => tokens.At(i, "UK") || tokens.At(i, "LONDON") || (tokens.Is(i, NameWord.Number) && tokens[i].UpperLength <= 4);

    private static bool IsLimited(in NameTokens tokens, int i) =>
        tokens.Is(i, NameWord.Legal) && tokens.Upper(i) is ['L', 'T', 'D'] or ['L', 'I', ..] or ['L', 'M', ..] or ['I', 'M', ..] or ['I', 'L', ..] or ['L', 'L', 'I', ..];

    private static bool IsNumberNote(in NameTokens tokens, int from, int count)
    {
        for (var i = from; i < count; i++)
        {
            if (tokens[i].Is(NameWord.Number))
            {
                return true;
            }
        }

        return false;
    }
}
