namespace LicensingPipeline.Normalise;

/// <summary>Whether a name that is no company's is that of one person, of several, or of nobody we can tell.</summary>
internal static class NamePeople
{
    // Longer than nearly any person's name; what is longer is a sentence or two cells run together.
    private const int MostWords = 8;

    public static NameKind Kind(in NameTokens tokens, in NameEvidence seen, string name)
    {
        if (seen.Numbers > 0 && seen.Title < 0)
        {
            return NameKind.Unknown;
        }

        if (seen.Title < 0 && tokens.At(seen.First, "THE"))
        {
            return NameKind.Unknown;
        }

        var titles = Titles(tokens, seen);
        if (titles > 1)
        {
            return NameKind.Joint;
        }

        if (seen.Ands > 0)
        {
            return OfAnds(tokens, seen);
        }

        if (IsForeignPair(tokens, seen, name) || IsListed(tokens, seen))
        {
            return NameKind.Joint;
        }

        if (seen.Words > MostWords)
        {
            return NameKind.Unknown;
        }

        // One bare word may be a family's or a firm's.
        return seen.Words >= 2 || IsWhole(tokens, seen) ? NameKind.Person : NameKind.Unknown;
    }

    /// <summary>Chinese and Japanese put no space between a family's and a given name.</summary>
    private static bool IsWhole(in NameTokens tokens, in NameEvidence seen) =>
        tokens.Upper(seen.First) is { Length: >= 2 and <= 4 } word && word.IndexOfAnyExceptInRange('\u4E00', '\u9FFF') < 0;

    /// <summary>How many persons are titled. Two titles in a row are one person's where one is a rank, a couple's where both are plain.</summary>
    private static int Titles(in NameTokens tokens, in NameEvidence seen)
    {
        var titles = 0;
        var before = -2;
        for (var i = seen.First; i <= seen.Last; i++)
        {
            if (tokens[i].Depth != tokens[seen.First].Depth || !NameEvidence.IsTitle(tokens, i, seen.First))
            {
                continue;
            }

            // Mr Dr A; but Mr Mr A is a slip of the keyboard.
            titles += before == i - 1 && (tokens.Is(i, NameWord.Rank) || tokens.Is(before, NameWord.Rank) || tokens.Upper(i).SequenceEqual(tokens.Upper(before))) ? 0 : 1;
            before = i;
        }

        return titles;
    }

    /// <summary>
    /// Ann &amp; Bob Sample, A Sample and B Other. Single words on both sides may be a firm of two families, and a single
    /// word at the end a firm of three; with a title among them they are people.
    /// </summary>
    private static NameKind OfAnds(in NameTokens tokens, in NameEvidence seen)
    {
        if (seen.Title >= 0)
        {
            return NameKind.Joint;
        }

        var (sides, words, first) = (0, 0, 0);
        for (var i = seen.First; i <= seen.Last; i++)
        {
            if (tokens[i].Depth != tokens[seen.First].Depth)
            {
                continue;
            }

            if (tokens.Is(i, NameWord.And))
            {
                (sides, first, words) = (words > 0 ? sides + 1 : sides, sides == 0 ? words : first, 0);
            }
            else if (!tokens.Is(i, NameWord.Comma))
            {
                words++;
            }
        }

        var initial = tokens[seen.Last].UpperLength == 1 && first > 1;
        return sides == 0 ? NameKind.Person : words >= 2 || initial ? NameKind.Joint : NameKind.Unknown;
    }

    /// <summary>Jan Sample i Maria Sample: the joining word of another tongue, in small letters, where both sides share a word.</summary>
    private static bool IsForeignPair(in NameTokens tokens, in NameEvidence seen, string name)
    {
        for (var i = seen.First + 2; i <= seen.Last - 2; i++)
        {
            if (tokens.Is(i, NameWord.ForeignAnd) && char.IsLower(name[tokens[i].Start]) && Shares(tokens, seen.First, i, i + 1, seen.Last + 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// SAMPLE Ann, SAMPLE Bob: parts between commas of two words or more each that share a word, or three parts and more.
    /// SAMPLE, Ann Mary is one person.
    /// </summary>
    private static bool IsListed(in NameTokens tokens, in NameEvidence seen)
    {
        if (seen.Commas == 0)
        {
            return false;
        }

        var (parts, words, from, shared) = (0, 0, seen.First, false);
        for (var i = seen.First; i <= seen.Last + 1; i++)
        {
            if (i <= seen.Last && !tokens.Is(i, NameWord.Comma))
            {
                words += tokens.Is(i, NameWord.Particle | NameWord.Suffix) ? 0 : 1;
                continue;
            }

            if (words < 2)
            {
                return false;
            }

            shared |= parts > 0 && Shares(tokens, seen.First, from, from, i);
            (parts, words, from) = (parts + 1, 0, i + 1);
        }

        return parts >= 3 || (parts == 2 && shared);
    }

    private static bool Shares(in NameTokens tokens, int from, int to, int otherFrom, int otherTo)
    {
        for (var i = from; i < to; i++)
        {
            for (var j = otherFrom; j < otherTo && tokens[i].UpperLength > 1; j++)
            {
                if (tokens.Upper(i).SequenceEqual(tokens.Upper(j)))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
