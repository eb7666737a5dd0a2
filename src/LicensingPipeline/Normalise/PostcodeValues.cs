using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Normalise;

/// <summary>Reads the postcode of an entry, from its own column or out of the address, and what the national lists say of it.</summary>
internal sealed class PostcodeValues(CopyContext copy, List<RuleHit>? hits)
{
    private readonly PlaceTables _places = copy.Places;
    private readonly PostcodeReader _reader = new(copy.Places.Postcodes, copy.Authority);

    /// <summary>Reads the postcode's own column.</summary>
    public string? Read(string text, string raw, IssueSink issues)
    {
        var read = _reader.Read(text);
        if (read.Postcode is not { } postcode)
        {
            issues.Add(Postcodes.Outward(text) is null ? IssueCodes.PostcodeUnreadable : IssueCodes.PostcodeOutwardOnly, Field.Postcode, raw);
            return null;
        }

        Note(read, text, issues);
        return read.How == Postcodes.Reading.AsWritten ? text : postcode;
    }

    /// <summary>Fills what is missing: the postcode out of the address, the ward and the place on the map out of the lists.</summary>
    public void Derive(string?[] values, string?[] raw, IssueSink issues)
    {
        Find(values, raw, issues);
        OutwardOnly(values, raw);
        if (_places.Uprns is { } uprns && Lacks(values, Field.Latitude, Field.Longitude) && values[(int)Field.Uprn] is { } uprn && uprns.Find(uprn) is ({ } north, { } east))
        {
            Put(values, north, east, "uprn", Rules.PlaceFromUprn);
        }

        if (_places.Postcodes is { } table && values[(int)Field.Postcode] is { } postcode && postcode != Licence.Withheld && table.Place(postcode) is { } place)
        {
            Place(values, place, issues);
        }
    }

    private void Place(string?[] values, PostcodePlace place, IssueSink issues)
    {
        if (place.Authority.Length > 0 && place.Authority != copy.Authority)
        {
            issues.Add(IssueCodes.PostcodeElsewhere, Field.Postcode, values[(int)Field.Postcode]!);
            return;
        }

        if (place.Ward.Length > 0 && values[(int)Field.Ward] is null)
        {
            values[(int)Field.Ward] = place.Ward;
            hits?.Add(new RuleHit(Field.Ward, Rules.WardFromPostcode, values[(int)Field.Postcode], place.Ward));
        }

        if (place is { Latitude: { } north, Longitude: { } east } && Lacks(values, Field.Latitude, Field.Longitude))
        {
            Put(values, north, east, "postcode", Rules.PlaceFromPostcode);
        }
    }

    private void Find(string?[] values, string?[] raw, IssueSink issues)
    {
        if (values[(int)Field.Postcode] is not null)
        {
            return;
        }

        if (values[(int)Field.PropertyAddress] is { } address && _reader.Find(address, out var at) is { Postcode: { } found } read)
        {
            values[(int)Field.Postcode] = found;
            hits?.Add(new RuleHit(Field.Postcode, Rules.PostcodeFound, address[at..], found));
            Note(read, address[at..], issues);
        }
        else if (raw[(int)Field.Postcode] is null)
        {
            issues.Add(IssueCodes.PostcodeMissing, Field.Postcode, "");
        }
    }

    /// <summary>"RM3" in the column of the postcode says in which part of a town the home is, and no more.</summary>
    private void OutwardOnly(string?[] values, string?[] raw)
    {
        if (values[(int)Field.Postcode] is null && values[(int)Field.Locality] is null
            && raw[(int)Field.Postcode] is { } text && Postcodes.Outward(text) is { } outward)
        {
            values[(int)Field.Locality] = outward;
            hits?.Add(new RuleHit(Field.Locality, Rules.OutwardAsLocality, text, outward));
        }
    }

    private void Note(PostcodeReading read, string text, IssueSink issues)
    {
        switch (read.Status)
        {
            case PostcodeStatus.Unknown:
                issues.Add(IssueCodes.PostcodeUnknown, Field.Postcode, text);
                break;
            case PostcodeStatus.Terminated:
                issues.Add(IssueCodes.PostcodeTerminated, Field.Postcode, text);
                break;
        }

        if (read.How == Postcodes.Reading.Repaired)
        {
            issues.Add(IssueCodes.PostcodeRepaired, Field.Postcode, text);
            hits?.Add(new RuleHit(Field.Postcode, read.Status is null ? Rules.PostcodeRepaired : Rules.PostcodeRepairedToLive, text, read.Postcode));
        }
        else if (read.How == Postcodes.Reading.Spaced)
        {
            hits?.Add(new RuleHit(Field.Postcode, Rules.PostcodeSpaced, text, read.Postcode));
        }
    }

    private void Put(string?[] values, string north, string east, string basis, string rule)
    {
        (values[(int)Field.Latitude], values[(int)Field.Longitude], values[(int)Field.CoordinatesBasis]) = (north, east, basis);
        hits?.Add(new RuleHit(Field.Latitude, rule, null, north));
        hits?.Add(new RuleHit(Field.Longitude, rule, null, east));
    }

    private static bool Lacks(string?[] values, Field one, Field other) => values[(int)one] is null && values[(int)other] is null;
}
