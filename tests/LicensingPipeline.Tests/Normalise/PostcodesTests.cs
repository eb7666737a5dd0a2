using LicensingPipeline.Normalise;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Normalise;

public sealed class PostcodesTests
{
    [Theory]
    [InlineData("E8 9ZZ", "E8 9ZZ", Postcodes.Reading.AsWritten)]
    [InlineData("EC1V 2NX", "EC1V 2NX", Postcodes.Reading.AsWritten)]
    [InlineData("W1A 1AA", "W1A 1AA", Postcodes.Reading.AsWritten)]
    [InlineData("SW16 2UU", "SW16 2UU", Postcodes.Reading.AsWritten)]
    [InlineData("n146nx", "N14 6NX", Postcodes.Reading.Spaced)]
    [InlineData("WD6 2da", "WD6 2DA", Postcodes.Reading.Spaced)]
    [InlineData("N3 3 PQ", "N3 3PQ", Postcodes.Reading.Spaced)]
    [InlineData("JE 2 4SZ", "JE2 4SZ", Postcodes.Reading.Spaced)]
    [InlineData("SE8  5AH.", "SE8 5AH", Postcodes.Reading.Spaced)]
    [InlineData("SW9 OSH", "SW9 0SH", Postcodes.Reading.Repaired)]
    [InlineData("HA3 OLP", "HA3 0LP", Postcodes.Reading.Repaired)]
    [InlineData("SW18 INT", "SW18 1NT", Postcodes.Reading.Repaired)]
    [InlineData("S030 2AU", "SO30 2AU", Postcodes.Reading.Repaired)]
    [InlineData("WIG 6BD", "W1G 6BD", Postcodes.Reading.Repaired)]
    [InlineData("CRO 3SG", "CR0 3SG", Postcodes.Reading.Repaired)]
    public void A_postcode_is_read(string text, string postcode, Postcodes.Reading how) => Postcodes.Read(text).ShouldBe((postcode, how));

    [Theory]
    [InlineData("SE24 PBE")]
    [InlineData("NW2 1Y")]
    [InlineData("SW16 AF")]
    [InlineData("RM3")]
    [InlineData("S3E6 1UQ")]
    [InlineData("MK12 fNW")]
    [InlineData("E8 9ZC")]
    [InlineData("38850")]
    [InlineData("Isle of Man")]
    [InlineData("")]
    [InlineData("E8 9ZZ and E8 9ZY")]
    public void What_is_none_is_not_made_one(string text) => Postcodes.Read(text).Postcode.ShouldBeNull();

    [Theory]
    [InlineData("5 Alloa Road, London, SE8 5AH.", "SE8 5AH")]
    [InlineData("18 Abbey Road Oxford Oxfordshire OX2 0AE", "OX2 0AE")]
    [InlineData("1 Elm Row, n149zz, London", "N14 9ZZ")]
    [InlineData("1 Elm Row, SW9 OSH", "SW9 0SH")]
    [InlineData("Flat 9, 3 Allen Close", null)]
    [InlineData("101 The Ridgeway, London", null)]
    [InlineData("", null)]
    public void The_last_postcode_of_an_address_is_found(string address, string? postcode) => Postcodes.Find(address, out _).Postcode.ShouldBe(postcode);

    [Fact]
    public void A_postcode_that_was_read_reads_as_itself()
    {
        var random = new Random(5);
        const string Signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789OIS5018 ";
        for (var i = 0; i < 50_000; i++)
        {
            var text = new string(random.GetItems<char>(Signs, random.Next(4, 9)));
            if (Postcodes.Read(text).Postcode is { } postcode)
            {
                Postcodes.Read(postcode).ShouldBe((postcode, Postcodes.Reading.AsWritten), text);
            }
        }
    }
}
