using System.Globalization;
using LicensingPipeline.Extract;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Extract;

/// <summary>Points whose degrees the Ordnance Survey publishes with its transformation; none may be farther off than the method is.</summary>
public sealed class ToDegreesTests
{
    private const double MetresInDegree = 111_200;

    [Theory]
    [InlineData(530624.974, 178388.464, 51.48936564950, -0.11992557180)]
    [InlineData(639821.835, 169565.858, 51.37447025550, 1.44454730409)]
    [InlineData(599445.590, 225722.826, 51.89436637350, 0.89724327012)]
    [InlineData(449816.371, 75335.861, 50.57563665000, -1.29782277240)]
    [InlineData(438710.920, 114792.250, 50.93127937910, -1.45051433700)]
    [InlineData(362269.991, 169978.690, 51.42754743020, -2.54407618349)]
    [InlineData(91492.146, 11318.804, 49.92226393730, -6.29977752014)]
    public void The_national_grid_is_within_five_metres(double easting, double northing, double latitude, double longitude)
    {
        var (north, east) = ToDegrees.From(27700)!.Convert(easting, northing);

        var up = (double.Parse(north, CultureInfo.InvariantCulture) - latitude) * MetresInDegree;
        var aside = (double.Parse(east, CultureInfo.InvariantCulture) - longitude) * MetresInDegree * Math.Cos(latitude * Math.PI / 180);
        Math.Sqrt((up * up) + (aside * aside)).ShouldBeLessThan(5);
    }

    [Theory]
    [InlineData(27700, 530000, 180000, "51.503991", "-0.128354")]
    [InlineData(4326, -0.1283539, 51.5039909, "51.503991", "-0.128354")]
    [InlineData(3857, -13875, 6711600, "51.507722", "-0.124641")]
    [InlineData(102100, -13875, 6711600, "51.507722", "-0.124641")]
    [InlineData(4326, -0.0000001, 51.5, "51.500000", "0.000000")]
    public void Degrees_have_six_decimals(int wkid, double x, double y, string latitude, string longitude) =>
        ToDegrees.From(wkid)!.Convert(x, y).ShouldBe((latitude, longitude));

    [Theory]
    [InlineData(27700, 0, 0)]
    [InlineData(27700, -1, 180000)]
    [InlineData(27700, 530000, 1_400_000)]
    [InlineData(27700, double.NaN, 180000)]
    [InlineData(4326, 51.5, 200)]
    [InlineData(3857, double.PositiveInfinity, 0)]
    public void What_is_no_point_stays_empty(int wkid, double x, double y) => ToDegrees.From(wkid)!.Convert(x, y).ShouldBe(("", ""));

    [Fact]
    public void A_system_we_do_not_know_is_not_guessed() => ToDegrees.From(2154).ShouldBeNull();
}
