using LicensingPipeline.Catalogue;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Catalogue;

public sealed class PostcodeTableTests
{
    private static readonly Dictionary<string, string> NoNames = new(StringComparer.Ordinal);

    [Theory]
    [InlineData("QA1 1AA", PostcodeStatus.Live)]
    [InlineData("QA11AA", PostcodeStatus.Live)]
    [InlineData("QA1 1AB", PostcodeStatus.Terminated)]
    [InlineData("QA1 1AD", PostcodeStatus.Unknown)]
    [InlineData("QA1 2AA", PostcodeStatus.Unknown)]
    [InlineData("QA11 1AA", PostcodeStatus.Unknown)]
    [InlineData("Q1 1ZZ", PostcodeStatus.Live)]
    [InlineData("QA1 1CC", PostcodeStatus.Unknown)]
    [InlineData("qa1 1aa", PostcodeStatus.Unknown)]
    [InlineData("Q", PostcodeStatus.Unknown)]
    [InlineData("", PostcodeStatus.Unknown)]
    public void A_postcode_is_in_use_or_was_or_never_existed(string postcode, PostcodeStatus status) =>
        Places.Table("QA1 1AA", "!QA1 1AB", "Q1 1ZZ").Find(postcode).ShouldBe(status);

    [Fact]
    public void Each_postcode_of_many_sectors_has_its_own_ward_and_place()
    {
        var writer = new PostcodeTableWriter();
        var given = new List<(string Postcode, string Authority, string Ward, double North, double East)>();
        foreach (var (i, unit) in (from d in Enumerable.Range(1, 30) from s in Enumerable.Range(0, 10) from u in new[] { "AA", "ZZ", "QJ", "HW" } select $"QA{d} {s}{u}").Index())
        {
            given.Add((unit, $"E0900000{i % 3}", $"E0500{i % 7}", 49.5 + (i * 0.0001), -5 + (i * 0.0002)));
        }

        given.ForEach(g => writer.Add(g.Postcode, true, g.Authority, g.Ward, g.North, g.East));
        var table = PostcodeTable.Of(writer.ToBytes("invented", NoNames));

        table.Count.ShouldBe(given.Count);
        foreach (var (postcode, authority, ward, north, east) in given)
        {
            var place = table.Place(postcode)!;
            (place.Authority, place.Ward).ShouldBe((authority, ward));
            Math.Abs(Number(place.Latitude) - north).ShouldBeLessThan(0.00001);
            Math.Abs(Number(place.Longitude) - east).ShouldBeLessThan(0.00001);
        }
    }

    [Fact]
    public void A_sector_wider_than_the_net_reaches_is_kept_more_coarsely()
    {
        var writer = new PostcodeTableWriter();
        writer.Add("QA1 1AA", true, "", "", 50, -5);
        writer.Add("QA1 1AB", true, "", "", 58, 1.5);
        var table = PostcodeTable.Of(writer.ToBytes("invented", NoNames));

        Math.Abs(Number(table.Place("QA1 1AB")!.Latitude) - 58).ShouldBeLessThan(0.001);
    }

    [Fact]
    public void A_postcode_without_a_place_has_none()
    {
        var writer = new PostcodeTableWriter();
        writer.Add("QA1 1AA", true, "E09000001", "", 99.999999, 0);
        var place = PostcodeTable.Of(writer.ToBytes("invented", NoNames)).Place("QA1 1AA")!;

        (place.Authority, place.Latitude, place.Longitude).ShouldBe(("E09000001", null, null));
    }

    [Fact]
    public void The_order_of_the_lines_makes_no_difference_to_a_byte()
    {
        string[] lines = ["QA1 1AA", "!QA1 1AB", "@QB2 2BB", "Q9 9ZZ", "QA1 1AA"];
        Places.Table([.. lines.Reverse()]).Bytes.ToArray().ShouldBe(Places.Table(lines).Bytes.ToArray());
        (Places.Table(lines).Fingerprint == Places.Table(lines[1..3]).Fingerprint).ShouldBeFalse();
    }

    [Fact]
    public void A_line_that_says_a_postcode_is_in_use_goes_before_one_that_does_not() =>
        Places.Table("!QA1 1AA", "QA1 1AA").Find("QA1 1AA").ShouldBe(PostcodeStatus.Live);

    [Theory]
    [InlineData(20, 1)]
    [InlineData(0, 1)]
    [InlineData(-1, 1)]
    [InlineData(70, 0)]
    public void A_damaged_file_is_refused_with_what_to_do(int at, int change)
    {
        using var folder = new Folder();
        var bytes = Places.Table("QA1 1AA").Bytes.ToArray();
        if (change == 0)
        {
            bytes = bytes[..at];
        }
        else
        {
            bytes[at < 0 ? ^1 : at] ^= 1;
        }

        File.WriteAllBytes(folder["postcodes.idx"], bytes);

        Should.Throw<RefusedException>(() => PostcodeTable.OpenIfThere(folder["postcodes.idx"])).Message.ShouldContain("reference update");
    }

    [Fact]
    public void Homes_are_found_by_their_number_in_whatever_order_they_came()
    {
        using var folder = new Folder();
        var writer = new UprnTableWriter();
        var random = new Random(7);
        var homes = Enumerable.Range(1, 3000).Select(n => ((long)n * 333_000_001, 49.5 + (n * 0.001), -8 + (n * 0.003))).ToArray();
        random.Shuffle(homes);
        foreach (var (uprn, north, east) in homes)
        {
            writer.Add(uprn, north, east).ShouldBeTrue();
        }

        using (var file = File.Create(folder["uprns.idx"]))
        {
            writer.Write(file);
        }

        using var table = UprnTable.OpenIfThere(folder["uprns.idx"])!;
        table.Count.ShouldBe(3000);
        foreach (var (uprn, north, east) in homes)
        {
            var (latitude, longitude) = table.Find(uprn.ToString(System.Globalization.CultureInfo.InvariantCulture))!.Value;
            Math.Abs(Number(latitude) - north).ShouldBeLessThan(0.000002);
            Math.Abs(Number(longitude) - east).ShouldBeLessThan(0.000002);
        }

        foreach (var none in new[] { "1", "333000002", "999999999999", "99AB", "" })
        {
            table.Find(none).ShouldBeNull(none);
        }
    }

    private static double Number(string? text) => double.Parse(text!, System.Globalization.CultureInfo.InvariantCulture);
}
