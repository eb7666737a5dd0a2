using LicensingPipeline.Catalogue;
using LicensingPipeline.Normalise;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Normalise;

/// <summary>Postcodes read with a list of those that exist. The list is invented: QA and QB are nowhere.</summary>
public sealed class PostcodeReaderTests
{
    private static readonly PostcodeTable Table = Places.Table(
        "QA1 0AA", "QA1 1NT", "QS5 5SS", "QB8 8BB", "QA1B 1AA", "QI1 1AA", "QA2 1LL", "QA3 2ZZ",
        "!QA4 0AA", "QO0 0AA", "!QA6 5AA", "QO1 1AA", "@Q01 1AA", "@QS1 1AA", "@Q51 1AA");

    [Theory]
    [InlineData("QA1 0AA", "QA1 0AA", Postcodes.Reading.AsWritten, PostcodeStatus.Live)]
    [InlineData("qa10aa", "QA1 0AA", Postcodes.Reading.Spaced, PostcodeStatus.Live)]
    [InlineData("QA1 OAA", "QA1 0AA", Postcodes.Reading.Repaired, PostcodeStatus.Live)]
    [InlineData("QAI INT", "QA1 1NT", Postcodes.Reading.Repaired, PostcodeStatus.Live)]
    [InlineData("Q5S S55", "QS5 5SS", Postcodes.Reading.Repaired, PostcodeStatus.Live)]
    [InlineData("Q8B B88", "QB8 8BB", Postcodes.Reading.Repaired, PostcodeStatus.Live)]
    // AA99 is what the shape alone would make of it.
    [InlineData("QA18 1AA", "QA1B 1AA", Postcodes.Reading.Repaired, PostcodeStatus.Live)]
    [InlineData("Q11 1AA", "QI1 1AA", Postcodes.Reading.Repaired, PostcodeStatus.Live)]
    [InlineData("QA2 LLL", "QA2 1LL", Postcodes.Reading.Repaired, PostcodeStatus.Live)]
    [InlineData("QA3 ZZZ", "QA3 2ZZ", Postcodes.Reading.Repaired, PostcodeStatus.Live)]
    [InlineData("QA4 0AA", "QA4 0AA", Postcodes.Reading.AsWritten, PostcodeStatus.Terminated)]
    [InlineData("QA4 OAA", "QA4 0AA", Postcodes.Reading.Repaired, PostcodeStatus.Terminated)]
    // Newer than the list, perhaps: it stands as it is written.
    [InlineData("QA9 9ZZ", "QA9 9ZZ", Postcodes.Reading.AsWritten, PostcodeStatus.Unknown)]
    public void A_repair_is_accepted_where_it_gives_the_only_postcode_that_exists(string text, string postcode, Postcodes.Reading how, PostcodeStatus status) =>
        new PostcodeReader(Table, Places.Home).Read(text).ShouldBe(new PostcodeReading(postcode, how, status));

    [Theory]
    // What would have to be repaired and is nowhere is nothing.
    [InlineData("QA9 OZZ")]
    [InlineData("QB1 IAA")]
    // Two readings, both in another borough.
    [InlineData("QS1 IAA")]
    // A digit was lost, so the gap stands where no repair may look.
    [InlineData("QA1 AA")]
    [InlineData("QA1")]
    public void Otherwise_nothing_is_accepted(string text) => new PostcodeReader(Table, Places.Home).Read(text).Postcode.ShouldBeNull();

    [Fact]
    public void Of_several_readings_the_one_in_the_borough_is_meant()
    {
        new PostcodeReader(Table, Places.Home).Read("QO1 IAA").Postcode.ShouldBe("QO1 1AA");
        new PostcodeReader(Table, Places.Elsewhere).Read("QO1 IAA").Postcode.ShouldBe("Q01 1AA");
        new PostcodeReader(Table, "E09000003").Read("QO1 IAA").Postcode.ShouldBeNull();
    }

    [Theory]
    [InlineData("Flat 1, 12 Nosuch Street, QA1 OAA", "QA1 0AA")]
    [InlineData("12 Nosuch Street, QA9 9ZZ, Fictionby QA1 OAA", "QA1 0AA")]
    [InlineData("12 Nosuch Street QA1 0AA (ground floor, flat 5 B)", "QA1 0AA")]
    [InlineData("12 Nosuch Street, Q A1 0AA", "QA1 0AA")]
    [InlineData("12 Nosuch Street, QA1 0 AA", "QA1 0AA")]
    [InlineData("12 Nosuch Street, Fictionby", null)]
    public void The_surest_postcode_of_an_address_is_found(string address, string? postcode) =>
        new PostcodeReader(Table, Places.Home).Find(address, out _).Postcode.ShouldBe(postcode);

    [Theory]
    [InlineData("12 Nosuch Street, N3 3 PQ", "N3 3PQ")]
    [InlineData("12 Nosuch Street, SW 1A 1AA, London", "SW1A 1AA")]
    [InlineData("Block B1, 1st floor, Nosuch House", null)]
    [InlineData("Room A 12 3 St Nosuch Road", null)]
    [InlineData("Flat 2 E1 6ZZ", "E1 6ZZ")]
    [InlineData("Unit 1 E1 6ZZ", "E1 6ZZ")]
    public void By_shape_alone_an_odd_cut_is_taken_only_where_it_can_be_nothing_else(string address, string? postcode) =>
        PostcodeReader.ByShape.Find(address, out _).Postcode.ShouldBe(postcode);

    [Theory]
    [InlineData("RM3 ", "RM3")]
    [InlineData("ec1v", "EC1V")]
    [InlineData("QA1 1AA", null)]
    [InlineData("Fictionby", null)]
    [InlineData("12", null)]
    [InlineData("RMO", null)]
    public void An_outward_code_alone_is_told_apart_and_is_no_postcode(string text, string? outward)
    {
        Postcodes.Outward(text).ShouldBe(outward);
        (outward is null || Postcodes.Read(text).Postcode is null).ShouldBeTrue();
    }

    [Fact]
    public void What_was_read_reads_as_itself_and_no_text_breaks_or_stalls_it()
    {
        var reader = new PostcodeReader(Table, Places.Home);
        var random = new Random(11);
        const string Signs = "QABOISLZ0158 .,-'é٣\uD83C\uFF11\u0000";
        var clock = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < 30_000; i++)
        {
            var text = new string(random.GetItems<char>(Signs, random.Next(0, 24)));
            reader.Find(text, out var start);
            start.ShouldBeInRange(-1, text.Length);
            if (reader.Read(text).Postcode is { } postcode)
            {
                reader.Read(postcode).ShouldBe(new PostcodeReading(postcode, Postcodes.Reading.AsWritten, Table.Find(postcode)), text);
            }
        }

        reader.Find(new string('A', 200_000) + new string('1', 200_000) + string.Concat(Enumerable.Repeat("O0 I1 ", 50_000)), out _);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void A_text_is_explained()
    {
        Postcodes.Explain("QA1 OAA", Table, Places.Home).ShouldBe(
        [
            ("postcode", "QA1 0AA"), ("read", Rules.PostcodeRepairedToLive), ("in the list of postcodes", "in use"), ("authority", Places.Home),
            ("ward", "Nosuch Ward"), ("latitude", "51.5"), ("longitude", "-0.1"),
        ]);
        Postcodes.Explain("RM3")[1].Value.ShouldBe("only an outward code, RM3: the part of a town");
        Postcodes.Explain("RM3")[^1].What.ShouldBe("not checked");
    }
}
