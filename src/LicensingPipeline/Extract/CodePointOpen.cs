using System.Globalization;
using CsvHelper;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Extract;

/// <summary>
/// Code-Point Open of the Ordnance Survey: the postcodes of Great Britain in use, without headings, a file an area: postcode,
/// quality, easting, northing, country, two health bodies, county, district, ward. It knows none that were withdrawn.
/// </summary>
public static class CodePointOpen
{
    private const int Columns = 10, District = 8, Ward = 9;
    private const int NoPlace = 90;

    /// <summary>Whether a file is one of the list.</summary>
    public static bool Is(NationalFile file)
    {
        var row = NationalFiles.FirstRow(file);
        return row.Count == Columns && PostcodeKeys.TryRead(row[0], out _, out _) && int.TryParse(row[1], NumberStyles.None, CultureInfo.InvariantCulture, out _);
    }

    /// <summary>Takes a release in.</summary>
    /// <param name="files">The files of the release.</param>
    /// <param name="into">Takes the postcodes.</param>
    /// <exception cref="RefusedException">There is no such file.</exception>
    public static ListLoaded Load(IReadOnlyList<NationalFile> files, PostcodeTableWriter into)
    {
        var parts = files.Where(Is).ToList();
        if (parts.Count == 0)
        {
            throw new RefusedException("No file of Code-Point Open is there: files of ten columns without headings (postcode, quality, easting, northing …) are wanted.");
        }

        var degrees = ToDegrees.From(27700)!;
        var (taken, skipped) = (0L, 0L);
        foreach (var row in parts.SelectMany(NationalFiles.Rows))
        {
            var added = Add(row, degrees, into);
            (taken, skipped) = (taken + (added ? 1 : 0), skipped + (added ? 0 : 1));
        }

        return new ListLoaded($"Code-Point Open, {parts.Count} files", taken, skipped);
    }

    private static bool Add(CsvReader row, ToDegrees degrees, PostcodeTableWriter into)
    {
        if (row.FieldCount != Columns)
        {
            return false;
        }

        var (north, east) = Number(row[1].ToString()) is null or NoPlace ? ("", "") : degrees.Convert(Number(row[2].ToString()) ?? 0, Number(row[3].ToString()) ?? 0);
        return into.Add(row[0].ToString(), live: true, row[District].ToString(), row[Ward].ToString(), Number(north), Number(east));
    }

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
