using LicensingPipeline.Catalogue;
using LicensingPipeline.Cli.Bench;
using LicensingPipeline.Tests.RealRegisters;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Cli;

public sealed class BenchPostcodesTests
{
    private static string Postcodes => Path.Combine(RealNight.Repository, "..", "shared", "reference", "postcodes", "gb_live_postcodes_by_outcode.tsv");

    [Fact]
    public void Damage_is_the_same_for_the_same_seed_and_touches_only_signs_that_look_alike()
    {
        string[] Damaged(int seed)
        {
            var random = new Random(seed);
            return [.. Enumerable.Range(0, 50).Select(_ => BenchPostcodes.Damage("SO18 5BB", random)!)];
        }

        Damaged(4).ShouldBe(Damaged(4));
        Damaged(4).ShouldNotBe(Damaged(5));
        Damaged(4).ShouldAllBe(d => d != "SO18 5BB" && d.Length == 8 && d[4] == ' ');
        BenchPostcodes.Damage("QA7 7AA", new Random(1)).ShouldBeNull();
    }

    [Theory]
    [InlineData("1 Nosuch Street, E8 9ZZ", "E89ZZ")]
    [InlineData("1 Nosuch Street, n 14 6 n x", "N146NX")]
    [InlineData("1 Nosuch Street, SW9 OSH", "SW90SH")]
    [InlineData("SWIA IAA and E8 9ZZ", "E89ZZ")]
    [InlineData("Nosuch Point, London", null)]
    [InlineData("E8", null)]
    public void The_truth_of_register_postcodes_is_a_loose_pattern(string text, string? loose) => BenchRegisters.Loose(text).ShouldBe(loose);

    [Fact]
    public void What_cannot_be_measured_is_there_and_not_met()
    {
        using var folder = new Folder();
        var figures = BenchPostcodes.Measure(folder["none.tsv"], folder["none"]).ToList();

        figures.Select(f => (f.Figure, f.Value, f.Met)).ShouldBe([("postcode_repair_right", null, false), ("postcode_repair_accepted", null, false), ("register_postcodes", null, false)]);
    }

    [Fact]
    public void A_small_list_is_measured()
    {
        using var folder = new Folder();
        var figures = BenchPostcodes.Measure(folder.Write("list.tsv", "INDEX\t1AA\nQA10\t1AA 5SS 8BB\nQB2\t1NT 0LL\n"), folder["none"]).ToList();

        figures.Take(2).Select(f => (f.Figure, f.Value, f.Met)).ShouldBe([("postcode_repair_right", 1d, true), ("postcode_repair_accepted", 1d, true)]);
    }

    /// <summary>All of them take half a minute: that is the bench.</summary>
    [Fact]
    public void A_postcode_in_use_is_repaired_to_itself_or_left_alone_in_every_twentieth_outward_code()
    {
        Assert.SkipUnless(File.Exists(Postcodes), "The list of postcodes in use is not beside this checkout (../shared/reference), so nothing was damaged and repaired.");

        using var folder = new Folder();
        var some = string.Join('\n', File.ReadLines(Postcodes).Where((_, line) => line == 0 || line % 20 == 3)) + "\n";
        var figures = BenchPostcodes.Measure(folder.Write("some.tsv", some), "").ToDictionary(f => f.Figure, f => f.Value, StringComparer.Ordinal);

        figures["postcode_repair_right"]!.Value.ShouldBeGreaterThanOrEqualTo(0.999);
        figures["postcode_repair_accepted"]!.Value.ShouldBeGreaterThanOrEqualTo(0.95);
    }

    /// <summary>With a list of postcodes the bench asks the same.</summary>
    [Fact]
    public void The_postcodes_of_the_real_registers_are_found_without_a_list()
    {
        RealNight.Need();
        var rates = BenchRegisters.Rates(RealNight.Inbox, PlaceTables.None);
        rates.Count.ShouldBe(23);
        ((double)rates.Sum(r => r.PostcodesFound) / rates.Sum(r => r.PostcodesStated)).ShouldBeGreaterThanOrEqualTo(0.995);
        ((double)rates.Sum(r => r.DatesRead) / rates.Sum(r => r.Dates)).ShouldBeGreaterThanOrEqualTo(0.999);
    }
}
