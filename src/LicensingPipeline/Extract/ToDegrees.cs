using System.Globalization;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace LicensingPipeline.Extract;

/// <summary>
/// Turns the coordinates of a layer into degrees of WGS 84. From the British National Grid by the seven-parameter shift (Helmert)
/// that the Ordnance Survey publishes, which is within about five metres anywhere in Great Britain: enough to find a house's street and
/// not its door. The survey's own table of shifts (OSTN15) would be exact and weighs 15 MB.
/// </summary>
internal sealed class ToDegrees
{
    private const string NationalGrid = """
        PROJCS["OSGB36 / British National Grid",
         GEOGCS["OSGB36",
          DATUM["Ordnance Survey of Great Britain 1936",SPHEROID["Airy 1830",6377563.396,299.3249646],TOWGS84[446.448,-125.157,542.06,0.15,0.247,0.842,-20.489]],
          PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],
         PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",49],PARAMETER["central_meridian",-2],PARAMETER["scale_factor",0.9996012717],
         PARAMETER["false_easting",400000],PARAMETER["false_northing",-100000],UNIT["metre",1],AXIS["Easting",EAST],AXIS["Northing",NORTH]]
        """;

    private readonly Func<double, double, (double Longitude, double Latitude)?> _convert;

    private ToDegrees(Func<double, double, (double, double)?> convert) => _convert = convert;

    /// <summary>The conversion from a coordinate system by its number (wkid), or null where we have none.</summary>
    public static ToDegrees? From(int wkid) => wkid switch
    {
        27700 => new ToDegrees(Grid()),
        // ETRS 89 is WGS 84 as it lay in 1989, half a metre away.
        4326 or 4258 => new ToDegrees((x, y) => (x, y)),
        3857 or 102100 or 102113 or 900913 => new ToDegrees(Through(ProjectedCoordinateSystem.WebMercator)),
        _ => null,
    };

    /// <summary>Latitude and longitude with six decimals, a tenth of a metre; empty where the point is none.</summary>
    public (string Latitude, string Longitude) Convert(double x, double y)
    {
        // A point at the very origin is how a layer writes that it has no point.
        if (!double.IsFinite(x) || !double.IsFinite(y) || (x == 0 && y == 0)
            || _convert(x, y) is not ({ } longitude, { } latitude) || !(Math.Abs(latitude) <= 90) || !(Math.Abs(longitude) <= 180))
        {
            return ("", "");
        }

        return (Text(latitude), Text(longitude));
    }

    private static Func<double, double, (double, double)?> Grid()
    {
        var through = Through(new CoordinateSystemFactory().CreateFromWkt(NationalGrid));
        // Outside the grid the projection gives numbers that mean nothing.
        return (x, y) => x is >= 0 and <= 700_000 && y is >= 0 and <= 1_300_000 ? through(x, y) : null;
    }

    private static Func<double, double, (double, double)?> Through(CoordinateSystem from)
    {
        var transform = new CoordinateTransformationFactory().CreateFromCoordinateSystems(from, GeographicCoordinateSystem.WGS84).MathTransform;
        return (x, y) => transform.Transform(x, y);
    }

    private static string Text(double degrees)
    {
        var text = degrees.ToString("0.000000", CultureInfo.InvariantCulture);
        return text == "-0.000000" ? "0.000000" : text;
    }
}
