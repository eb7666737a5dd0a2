using LicensingPipeline.Normalise;

namespace LicensingPipeline.Store;

/// <summary>
/// All by which a home is known on a register, so that one who asked to be left out stays so when the council writes the address
/// another way or gives the licence again: the address as written and as read, the UPRN, the licence itself.
/// </summary>
public static class HomeKeys
{
    /// <summary>The keys of one entry; none where it says nothing of a home.</summary>
    /// <param name="address">Address of the home.</param>
    /// <param name="postcode">Its postcode.</param>
    /// <param name="uprn">Its UPRN.</param>
    /// <param name="licenceId">The licence's id.</param>
    /// <param name="reader">Reads the address; keeps its buffers.</param>
    public static IEnumerable<string> Of(string? address, string? postcode, string? uprn, string? licenceId, AddressReader reader)
    {
        if (Stated(address) is { } written)
        {
            var known = Stated(postcode);
            if (PropertyKeys.Of(written, known ?? Postcodes.Find(written, out _).Postcode, uprn: null) is { } text)
            {
                yield return $"address {text}";
            }

            if (AddressKeys.Of(reader.Read(written, known)) is { } parts)
            {
                yield return $"parts {parts}";
            }
        }

        if (Stated(uprn) is { } number)
        {
            yield return $"uprn {number}";
        }

        // A suffixed id stands for one of several entries under one reference and moves with its text: it tells no home for good.
        if (licenceId is { Length: 16 })
        {
            yield return $"licence {licenceId}";
        }
    }

    private static string? Stated(string? text) => text is null or Licence.Withheld ? null : text;
}
