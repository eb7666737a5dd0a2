using LicensingPipeline.Normalise;

namespace LicensingPipeline.Resolve;

/// <summary>
/// The key under which two licences are said to be held by the same holder: the company's number where there is one,
/// else a company's name without its legal form, signs and capitals, and any other name to the letter, capitals apart. A
/// person's name alone is no proof of being one person, so a person is told by name and address together.
/// </summary>
public static class HolderKey
{
    /// <summary>The key, or null where no holder is named.</summary>
    public static ulong? Of(Licence licence)
    {
        if (licence[Field.HolderName] is not { } name || name == Licence.Withheld)
        {
            return null;
        }

        if (licence[Field.HolderCompanyNumber] is { } number)
        {
            return Identity.Hash(number) ^ 0x5DEECE66D;
        }

        if (licence[Field.HolderKind] is "company" or "public-body")
        {
            return NameCore.Key(name);
        }

        // Only a care-of, and nobody for whom: then no holder is named.
        if (licence[Field.HolderKind] is "unknown" && NameCore.Key(name) is null)
        {
            return null;
        }

        Span<char> upper = stackalloc char[256];
        var length = name.AsSpan(0, Math.Min(name.Length, upper.Length)).ToUpperInvariant(upper);
        var key = Identity.Hash(upper[..length]);
        return licence[Field.HolderAddress] is not { } address ? key : key ^ (Identity.Hash(address) << 1);
    }
}
