using LicensingPipeline.Normalise;
using LicensingPipeline.Resolve;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Resolve;

/// <summary>Invented addresses looked up among their neighbours.</summary>
public sealed class AddressComparisonTests
{
    private static readonly string[] Street =
    [
        "10 Nosuch Street, London, E8 9ZZ", "12 Nosuch Street, London, E8 9ZZ", "14 Nosuch Street, London, E8 9ZZ",
        "Flat A, 16 Nosuch Street, London, E8 9ZZ", "Flat B, 16 Nosuch Street, London, E8 9ZZ", "Flat A, 18 Nosuch Street, London, E8 9ZZ",
        "20-22 Nosuch Street, London, E8 9ZZ", "Flat 3, Fiction House, Nosuch Street, E8 9ZZ", "Flat 5, Fiction House, Nosuch Street, E8 9ZZ",
        "12 Invented Road, London, E8 9ZY", "Ground Floor Flat, 30 Nosuch Street, E8 9ZZ", "First Floor Flat, 30 Nosuch Street, E8 9ZZ",
    ];

    private readonly AddressComparison _comparison = new(Street);

    [Theory]
    [InlineData("12 NOSUCH ST E8 9ZZ", "12 Nosuch Street, London, E8 9ZZ")]
    [InlineData("16A Nosuch Street, London, E8 9ZZ", "Flat A, 16 Nosuch Street, London, E8 9ZZ")]
    [InlineData("20 Nosuch Street, London, E8 9ZZ", "20-22 Nosuch Street, London, E8 9ZZ")]
    [InlineData("3 Fiction House Nosuch Street London E8 9ZZ", "Flat 3, Fiction House, Nosuch Street, E8 9ZZ")]
    [InlineData("12 Invented Road, London", "12 Invented Road, London, E8 9ZY")]
    [InlineData("12 Invanted Road, E8 9ZY", "12 Invented Road, London, E8 9ZY")]
    [InlineData("12 Nosuch Street, London, E8 9ZX", "12 Nosuch Street, London, E8 9ZZ")]
    [InlineData("FFF 30 Nosuch Street E8 9ZZ", "First Floor Flat, 30 Nosuch Street, E8 9ZZ")]
    public void A_home_written_in_another_way_is_found(string address, string home)
    {
        var match = _comparison.Best(_comparison.Prepare(address));

        match.IsAccepted.ShouldBeTrue($"{match.Bits} bits, {match.Lead} ahead");
        Street[match.Best].ShouldBe(home);
    }

    // Half the flats of a house, a number on the other side, a house without its flat: nobody can say which home is meant.
    [Theory]
    [InlineData("Flat 7, 99 Imaginary Avenue, SE1 9ZZ")]
    [InlineData("Nosuch Street, London, E8 9ZZ")]
    [InlineData("16 Nosuch Street, London, E8 9ZZ")]
    [InlineData("30 Nosuch Street, London, E8 9ZZ")]
    public void Where_nobody_can_tell_the_answer_is_left_to_a_person(string address) =>
        _comparison.Best(_comparison.Prepare(address)).IsAccepted.ShouldBeFalse();

    [Theory]
    [InlineData("12A Nosuch Street, E8 9ZZ", "12 Nosuch Street, E8 9ZZ", "12A Nosuch Street, E8 9ZZ")]
    [InlineData("12A Nosuch Street, E8 9ZZ", "12B Nosuch Street, E8 9ZZ", "Flat A, 12 Nosuch Street, E8 9ZZ")]
    [InlineData("Flat 2, 12 Nosuch Street, E8 9ZZ", "Flat 3, 12 Nosuch Street, E8 9ZZ", "12 Nosuch Street, E8 9ZZ")]
    [InlineData("12 Nosuch Street, E8 9ZZ", "Rear of 12 Nosuch Street, E8 9ZZ", "12 Nosuch St, E8 9ZZ")]
    [InlineData("13 Nosuch Street, E8 9ZZ", "12-14 Nosuch Street, E8 9ZZ", "11-15 Nosuch Street, E8 9ZZ")]
    [InlineData("First Floor Rear, 12 Nosuch Street, E8 9ZZ", "First Floor Front, 12 Nosuch Street, E8 9ZZ", "First Floor, 12 Nosuch Street, E8 9ZZ")]
    [InlineData("First Floor Flat, 12 Nosuch Street, E8 9ZZ", "Ground Floor Flat, 12 Nosuch Street, E8 9ZZ", "First and Second Floors, 12 Nosuch Street, E8 9ZZ")]
    [InlineData("12 Nosuch Street, E8 9ZZ", "12 Nosuch Road, E8 9ZZ", "12 Nosuch Street, E8 9ZY")]
    public void Of_two_candidates_one_is_the_likelier(string address, string lesser, string likelier)
    {
        var two = new AddressComparison([lesser, likelier]);

        two.Best(two.Prepare(address)).Best.ShouldBe(1);
    }

    [Theory]
    [InlineData("Flat 2, 12 Nosuch Street, E8 9ZZ", "12 Nosuch Street, E8 9ZZ", true, false)]
    [InlineData("12A Nosuch Street, E8 9ZZ", "12 Nosuch Street, E8 9ZZ", true, false)]
    [InlineData("Room 2, 12 Nosuch Street, E8 9ZZ", "12 Nosuch Street, E8 9ZZ", false, true)]
    [InlineData("14 Nosuch Street, E8 9ZZ", "12 Nosuch Street, E8 9ZZ", false, false)]
    [InlineData("Flat 2, 12 Nosuch Street, E8 9ZZ", "Flat 3, 12 Nosuch Street, E8 9ZZ", false, false)]
    public void The_only_candidate_is_not_taken_where_it_is_another_home(string address, string other, bool isParent, bool isAccepted)
    {
        var one = new AddressComparison([other]);

        var match = one.Best(one.Prepare(address));

        (match.IsParent, match.IsAccepted).ShouldBe((isParent, isAccepted));
    }

    // Flats 2 and 4 say that Fiction House is number 7; who writes "Flat 3, Fiction House" does not mean the one that is said to be at 9.
    [Fact]
    public void A_building_stands_at_the_number_that_most_candidates_say()
    {
        string[] homes = ["Flat 3, Fiction House, 9 Nosuch Road, E8 9ZZ", "Flat 3, Fiction House, 7 Nosuch Road, E8 9ZZ", "Flat 2, Fiction House, 7 Nosuch Road, E8 9ZZ", "Flat 4, Fiction House, 7 Nosuch Road, E8 9ZZ"];
        var all = new AddressComparison(homes);
        var address = all.Prepare("Flat 3, Fiction House, Nosuch Road, E8 9ZZ");

        (all.Best(address).Best, all.Best(address).IsAccepted).ShouldBe((1, true));
        (all.Best(address, except: 1).Best, all.Best(address, except: 1).IsAccepted).ShouldBe((0, false));
        all.Best(all.Prepare("Flat 3, Fiction House, 9 Nosuch Road, E8 9ZZ")).ShouldBe(new AddressMatch(0, all.Bits(all.Prepare("Flat 3, Fiction House, 9 Nosuch Road, E8 9ZZ"), 0), 15, IsParent: false, IsAccepted: true));
    }

    // The flats of a street without a building's name may stand at any number, so nothing is preferred and nothing accepted.
    [Fact]
    public void A_flat_that_stands_alone_at_its_number_of_a_street_is_left_to_a_person()
    {
        var street = new AddressComparison(["Flat 24, 4 Nosuch Hill, E8 9ZZ", "Flat 22, 2 Nosuch Hill, E8 9ZZ", "Flat 26, 2 Nosuch Hill, E8 9ZZ"]);

        var match = street.Best(street.Prepare("Flat 24, Nosuch Hill, E8 9ZZ"));

        (match.Best, match.IsAccepted).ShouldBe((0, false));
        street.Best(street.Prepare("Flat 24, 4 Nosuch Hill, E8 9ZZ")).IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public void A_home_without_the_postcode_gives_way_where_another_has_it_and_is_as_like()
    {
        const string address = "12 Wendlemere Road, E8 9ZZ";
        var alone = new AddressComparison(["12 Wendlemere Road, E8 1ZZ", "99 Nosuch Street, E8 9ZZ"]);
        var beside = new AddressComparison(["12 Wendlemere Road, E8 1ZZ", "14 Wendlemere Road, E8 9ZZ"]);

        (alone.Best(alone.Prepare(address)).Best, alone.Best(alone.Prepare(address)).IsAccepted).ShouldBe((0, true));
        (beside.Best(beside.Prepare(address)).Best, beside.Best(beside.Prepare(address)).IsAccepted).ShouldBe((0, false));
    }

    [Fact]
    public void A_word_of_the_address_that_another_candidate_has_speaks_against_one_that_lacks_it()
    {
        const string address = "Quillfeather Lodge, 12 Nosuch Street, E8 9ZZ";
        var alone = new AddressComparison(["12 Nosuch Street, E8 9ZZ", "99 Imaginary Avenue, SE1 9ZZ"]);
        var beside = new AddressComparison(["12 Nosuch Street, E8 9ZZ", "Quillfeather Lodge, 14 Imaginary Avenue, E8 1ZZ"]);

        alone.Best(alone.Prepare(address)).IsAccepted.ShouldBeTrue();
        beside.Best(beside.Prepare(address)).IsAccepted.ShouldBeFalse();
    }

    [Fact]
    public void Comparing_allocates_nothing()
    {
        var address = _comparison.Prepare("Flat A, 16 Nosuch Street, London, E8 9ZZ");
        _comparison.Best(address);
        var before = GC.GetAllocatedBytesForCurrentThread();

        _comparison.Best(address);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void There_is_no_best_of_nothing()
    {
        var none = new AddressComparison([]);

        none.Best(none.Prepare("12 Nosuch Street")).ShouldBe(new AddressMatch(-1, double.NegativeInfinity, double.NaN, IsParent: false, IsAccepted: false));
    }

    [Theory]
    [InlineData("NOSUCH", "NOSUCH", 0, true)]
    [InlineData("NOSUCH", "NOSCH", 1, true)]
    [InlineData("INVENTED", "INVANTED", 1, true)]
    [InlineData("INVENTED", "INVANTAD", 1, false)]
    [InlineData("INVENTED", "INVANTAD", 2, true)]
    [InlineData("", "AB", 2, true)]
    public void Words_are_so_many_letters_apart(string one, string other, int most, bool within) => EditDistance.AtMost(one, other, most).ShouldBe(within);

    [Fact]
    public void Levels_between_two_are_all_there() => Levels.Between(Levels.Of(-1), Levels.Of(2)).ToString().ShouldBe("-1;0;1;2");
}
