namespace LicensingPipeline.Resolve;

/// <summary>
/// What the names of two addresses (building, street, locality) say. Words are matched wherever they stand, because the
/// same name is a street to one register and a locality to another; what is missing costs by the part it stands in.
/// </summary>
internal static class AddressNameBits
{
    private const double Close = 0.6;
    private static readonly double[] CostOf = [0.35, 0.9, 0.08];

    public static double Of(ReadOnlySpan<ComparableAddress.Word> a, ReadOnlySpan<ComparableAddress.Word> b, AddressVocabulary vocabulary)
    {
        Span<bool> used = stackalloc bool[Math.Min(b.Length, 64)];
        var (bits, missing) = (0.0, 0.0);
        foreach (var word in a)
        {
            var at = Find(word.Id, b, used);
            var weight = Weight(word, vocabulary);
            if (at >= 0)
            {
                used[at] = true;
                bits += weight;
                continue;
            }

            at = Similar(word, b, used, vocabulary);
            if (at >= 0)
            {
                used[at] = true;
                bits += weight * Close;
            }
            else
            {
                missing += weight * CostOf[(int)word.Part];
            }
        }

        var left = 0.0;
        for (var i = 0; i < used.Length; i++)
        {
            if (!used[i] && Find(b[i].Id, a, []) < 0)
            {
                left += Weight(b[i], vocabulary) * CostOf[(int)b[i].Part];
            }
        }

        // Once a name agrees in part, further words that one side writes and the other does not tell little.
        return Math.Min(bits, 18) - Math.Min(missing, 9) - Math.Min(left, 9);
    }

    /// <summary>Whether a word stands among others, as it is or with a slip in it.</summary>
    public static bool Has(ComparableAddress.Word word, ReadOnlySpan<ComparableAddress.Word> words, AddressVocabulary vocabulary)
    {
        Span<bool> used = stackalloc bool[Math.Min(words.Length, 64)];
        used.Clear();
        return Find(word.Id, words, used) >= 0 || Similar(word, words, used, vocabulary) >= 0;
    }

    /// <summary>What a word tells; the type of a street tells little, however rare it is.</summary>
    public static double Weight(ComparableAddress.Word word, AddressVocabulary vocabulary) =>
        word.IsType ? Math.Min(1.5, vocabulary.Bits(word.Id)) : vocabulary.Bits(word.Id);

    private static int Find(int id, ReadOnlySpan<ComparableAddress.Word> words, ReadOnlySpan<bool> used)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Id == id && (i >= used.Length || !used[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A word of five letters or more that differs by one letter, of nine or more by two.</summary>
    private static int Similar(ComparableAddress.Word word, ReadOnlySpan<ComparableAddress.Word> words, ReadOnlySpan<bool> used, AddressVocabulary vocabulary)
    {
        var text = vocabulary.Text(word.Id).AsSpan();
        if (text.Length < 5)
        {
            return -1;
        }

        for (var i = 0; i < used.Length; i++)
        {
            var other = vocabulary.Text(words[i].Id).AsSpan();
            var most = text.Length >= 9 ? 2 : 1;
            if (!used[i] && Math.Abs(other.Length - text.Length) <= most && other.Length >= 5 && EditDistance.AtMost(text, other, most))
            {
                return i;
            }
        }

        return -1;
    }
}
