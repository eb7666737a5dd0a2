using System.Globalization;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Normalise;

namespace LicensingPipeline.Quality;

/// <summary>Counts over the rows of one copy, from which the gate judges it. It grows with the kinds of thing counted, not with the rows.</summary>
public sealed class CopyFigures
{
    private readonly long[] _filled = new long[Fields.Count];

    /// <summary>Rows of the file that are entries, joined ones counted one by one.</summary>
    public long EntryRows { get; private set; }

    /// <summary>Rows of the file whose entry is set aside.</summary>
    public long Quarantined { get; private set; }

    /// <summary>Entries read, joined rows counted once and exact repeats too.</summary>
    public long Entries { get; private set; }

    /// <summary>Entries that repeat another to the letter.</summary>
    public long Duplicates { get; private set; }

    /// <summary>Entries whose reference stands on several that differ.</summary>
    public long RepeatedReferences { get; set; }

    /// <summary>Addresses in which a date stands.</summary>
    public long AddressesWithDate { get; private set; }

    /// <summary>Entries whose permitted persons equal the first number of the address.</summary>
    public long PersonsEqualHouseNumber { get; private set; }

    /// <summary>Postcodes whose outward code lies in another authority, and postcodes that could be asked.</summary>
    public (long Outside, long Asked) Postcodes { get; private set; }

    /// <summary>Entries that stood on the last published copy, and of them those whose home is another one now.</summary>
    public (long All, long Moved) Standing { get; private set; }

    /// <summary>Issues by code.</summary>
    public SortedDictionary<string, long> Issues { get; } = new(StringComparer.Ordinal);

    /// <summary>How many entries state a field.</summary>
    public long Filled(Field field) => _filled[(int)field];

    /// <summary>Share of entries that state a field, 0 where there are none.</summary>
    public double Share(Field field) => Entries == 0 ? 0 : (double)_filled[(int)field] / Entries;

    /// <summary>Counts one entry.</summary>
    /// <param name="row">The entry.</param>
    /// <param name="rows">How many rows of the file it is made of.</param>
    /// <param name="outcodes">The authorities of each outward code; empty where that table is missing.</param>
    /// <param name="postcodes">The postcodes that exist and where they lie, or null.</param>
    public void See(NormalisedRow row, int rows, IReadOnlyDictionary<string, IReadOnlySet<string>> outcodes, PostcodeTable? postcodes = null)
    {
        EntryRows += rows;
        foreach (var issue in row.Issues)
        {
            Count(issue.Code);
        }

        if (row.Quarantine is not null)
        {
            Quarantined += rows;
            return;
        }

        Entries++;
        var values = row.Licence.Values;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is not null)
            {
                _filled[i]++;
            }
        }

        SeeAddress(row);
        SeePostcode(row, outcodes, postcodes);
    }

    /// <summary>Counts an entry that stood on the last published copy.</summary>
    /// <param name="atHome">Whether its home is the one it had there.</param>
    public void SeeStanding(bool atHome) => Standing = (Standing.All + 1, Standing.Moved + (atHome ? 0 : 1));

    /// <summary>Counts an exact repeat.</summary>
    public void SeeDuplicate()
    {
        Duplicates++;
        Count(IssueCodes.RowDuplicate);
    }

    /// <summary>Counts issues of a code.</summary>
    public void Count(string code, long times = 1) => Issues[code] = Issues.GetValueOrDefault(code) + times;

    private void SeeAddress(NormalisedRow row)
    {
        foreach (var issue in row.Issues)
        {
            if (issue.Code == IssueCodes.AddressHoldsDate)
            {
                AddressesWithDate++;
                break;
            }
        }

        if (row.Licence[Field.MaxPersons] is { } persons && row.Licence[Field.PropertyAddress] is { } address
            && AddressText.FirstNumber(address) is { } number
            && int.TryParse(persons, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count == number)
        {
            PersonsEqualHouseNumber++;
        }
    }

    private void SeePostcode(NormalisedRow row, IReadOnlyDictionary<string, IReadOnlySet<string>> outcodes, PostcodeTable? postcodes)
    {
        if (row.Licence[Field.Postcode] is { } exact && postcodes?.Place(exact) is { Authority.Length: > 0 } place)
        {
            Postcodes = (Postcodes.Outside + (place.Authority == row.Licence[Field.Authority] ? 0 : 1), Postcodes.Asked + 1);
            return;
        }

        if (outcodes.Count == 0 || row.Licence[Field.Postcode] is not { } postcode || postcode == Licence.Withheld)
        {
            return;
        }

        var inside = outcodes.TryGetValue(postcode[..postcode.IndexOf(' ', StringComparison.Ordinal)], out var authorities)
            && authorities.Contains(row.Licence[Field.Authority]!);
        Postcodes = (Postcodes.Outside + (inside ? 0 : 1), Postcodes.Asked + 1);
    }
}
