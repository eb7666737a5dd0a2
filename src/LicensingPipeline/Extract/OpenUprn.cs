using System.Globalization;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Extract;

/// <summary>A rectangle on the map, in degrees.</summary>
/// <param name="South">Least latitude.</param>
/// <param name="West">Least longitude.</param>
/// <param name="North">Greatest latitude.</param>
/// <param name="East">Greatest longitude.</param>
public sealed record Frame(double South, double West, double North, double East)
{
    /// <summary>Greater London with a margin: five of the forty million homes.</summary>
    public static Frame Default { get; } = new(51.2, -0.6, 51.8, 0.4);

    /// <summary>Reads <c>51.2,-0.6,51.8,0.4</c>, or gives null.</summary>
    public static Frame? Parse(string text)
    {
        var numbers = text.Split(',').Select(p => double.TryParse(p, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : double.NaN).ToList();
        return numbers is [var south, var west, var north, var east] && south < north && west < east ? new Frame(south, west, north, east) : null;
    }

    /// <summary>Whether a point lies in it.</summary>
    public bool Holds(double latitude, double longitude) => latitude >= South && latitude <= North && longitude >= West && longitude <= East;
}

/// <summary>OS Open UPRN: a number and a place for every addressable home and building, and no address.</summary>
public static class OpenUprn
{
    /// <summary>Whether a file is the list.</summary>
    public static bool Is(NationalFile file) => Find(NationalFiles.FirstRow(file)) is { Uprn: >= 0, Latitude: >= 0, Longitude: >= 0 };

    /// <summary>Takes a release in.</summary>
    /// <param name="files">The files of the release.</param>
    /// <param name="within">Homes outside it are left out.</param>
    /// <param name="into">Takes the homes.</param>
    /// <exception cref="RefusedException">There is no such file.</exception>
    public static ListLoaded Load(IReadOnlyList<NationalFile> files, Frame within, UprnTableWriter into)
    {
        var parts = files.Where(Is).ToList();
        if (parts.Count == 0)
        {
            throw new RefusedException("No file of OS Open UPRN is there: one with the columns UPRN, LATITUDE and LONGITUDE is wanted.");
        }

        var (taken, skipped) = (0L, 0L);
        foreach (var part in parts)
        {
            var (uprn, latitude, longitude) = Find(NationalFiles.FirstRow(part));
            foreach (var row in NationalFiles.Rows(part).Skip(1))
            {
                var added = row.FieldCount > Math.Max(uprn, Math.Max(latitude, longitude))
                    && double.TryParse(row[latitude].ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var north)
                    && double.TryParse(row[longitude].ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var east)
                    && within.Holds(north, east)
                    && long.TryParse(row[uprn].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    && into.Add(number, north, east);
                (taken, skipped) = (taken + (added ? 1 : 0), skipped + (added ? 0 : 1));
            }
        }

        return new ListLoaded(Path.GetFileName(parts[0].Name), taken, skipped);
    }

    private static (int Uprn, int Latitude, int Longitude) Find(IReadOnlyList<string> heading)
    {
        int Of(string name) => heading.Index().Where(h => string.Equals(h.Item.TrimStart('\uFEFF'), name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Index).FirstOrDefault(-1);
        return (Of("UPRN"), Of("LATITUDE"), Of("LONGITUDE"));
    }
}
