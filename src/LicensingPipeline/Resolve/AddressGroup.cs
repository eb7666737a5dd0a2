namespace LicensingPipeline.Resolve;

/// <summary>
/// What can only be said of candidates side by side: a word of the address that another near candidate has and this one
/// lacks speaks against this one, and one without the postcode gives way where another has it and is like the address as well.
/// </summary>
internal static class AddressGroup
{
    /// <summary>Candidates that are no more than so many bits behind the best are looked at side by side.</summary>
    public const double Near = 20;

    private const double Weight = 1.5;

    /// <summary>Marks the words of an address that a candidate has.</summary>
    public static void Know(ReadOnlySpan<ComparableAddress.Word> address, ReadOnlySpan<ComparableAddress.Word> candidate, Span<bool> known, AddressVocabulary vocabulary)
    {
        for (var i = 0; i < known.Length; i++)
        {
            known[i] = known[i] || AddressNameBits.Has(address[i], candidate, vocabulary);
        }
    }

    /// <summary>What the words cost that this candidate lacks and another one near it has.</summary>
    public static double Cost(ReadOnlySpan<ComparableAddress.Word> address, ReadOnlySpan<ComparableAddress.Word> candidate, ReadOnlySpan<bool> known, AddressVocabulary vocabulary)
    {
        var cost = 0.0;
        for (var i = 0; i < known.Length; i++)
        {
            if (known[i] && !AddressNameBits.Has(address[i], candidate, vocabulary))
            {
                cost += Weight * AddressNameBits.Weight(address[i], vocabulary);
            }
        }

        return cost;
    }

    /// <summary>Whether a candidate without the address's postcode must give way to one that has it and at least as much of its rare text.</summary>
    public static bool GivesWay(ComparableAddress address, ComparableAddress best, ReadOnlySpan<ComparableAddress> candidates, AddressVocabulary vocabulary)
    {
        if (address.Postcode is null || address.Postcode == best.Postcode)
        {
            return false;
        }

        var rare = Shared(address.Words, best.Words, vocabulary);
        foreach (var candidate in candidates)
        {
            if (candidate.Postcode == address.Postcode && Shared(address.Words, candidate.Words, vocabulary) >= rare)
            {
                return true;
            }
        }

        return false;
    }

    private static double Shared(ReadOnlySpan<ComparableAddress.Word> address, ReadOnlySpan<ComparableAddress.Word> candidate, AddressVocabulary vocabulary)
    {
        var bits = 0.0;
        foreach (var word in address)
        {
            bits += AddressNameBits.Has(word, candidate, vocabulary) ? AddressNameBits.Weight(word, vocabulary) : 0;
        }

        return bits;
    }
}
