using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using LicensingPipeline.Normalise;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Normalise;

/// <summary>Laws of reading addresses, on random texts.</summary>
public sealed class AddressLawsTests
{
    private static readonly string[] Inside = ["", "", "Flat 2, ", "Flt B ", "Room 4, ", "Ground Floor Flat, ", "First and Second Floors, ", "Basement, ", "Top Floor Rear, ", "Flats 1-6, ", "Studio 3.02, ", "Flat 4 Room 2, "];
    private static readonly string[] Buildings = ["", "", "", "Fiction House, ", "Invented Court, ", "The Old Nosuch Mill, "];
    private static readonly string[] Numbers = ["12 ", "12A ", "12-14 ", "7 B ", "144 and a half ", "1, ", "rear of 12 ", "92-92A "];
    private static readonly string[] Streets = ["Nosuch Street", "Nosuch St", "St Nobody's Rd", "Nosuch Park Gdns", "The Nosuch", "Upper Nosuch Hill", "Nosuch Mews West"];
    private static readonly string[] Ends = ["", ", London", " London", ", Nowhere, London, Greater London", ", E8", ", London E8 9ZZ", ", Nowhere, E8 9ZZ, UK"];

    [Fact]
    public void Reading_what_was_written_out_of_the_parts_gives_the_same_parts()
    {
        var reader = new AddressReader();
        var addresses = from inside in Inside from building in Buildings from number in Numbers from street in Streets from end in Ends select inside + building + number + street + end;
        foreach (var address in addresses)
        {
            var once = reader.Read(address);
            var twice = reader.Read(once.ToString());

            (twice with { IsSure = once.IsSure }).ShouldBe(once, address);
        }
    }

    [Fact]
    public void Any_text_at_all_is_read_without_a_crash_and_the_same_way_twice()
    {
        var text = ArbMap.Default.ArbFor<string?>().Generator.Select(t => t ?? "");
        var words = Gen.Elements(["FLAT", "12", "A", "FLOOR", "FIRST", "-", "/", "&", ",", "REAR", "OF", "ST", "LONDON", "E8 9ZZ", "HOUSE", "ROAD", "½", "\uD800", "’", "１２", "\0", "\uFFFF", "Straße", "99999999999"]).ListOf().Select(w => string.Join(' ', w));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000).WithQuietOnSuccess(true), Prop.ForAll(Gen.OneOf(text, words).ToArbitrary(), t =>
        {
            var reader = new AddressReader();
            var first = reader.ReadAll(t);
            return first.Count is >= 1 and <= 4 && new AddressReader().Read(t) == first[0] && reader.Read(t, "") is not null;
        }));
    }

    [Fact]
    public void A_very_long_text_takes_no_longer_than_an_address()
    {
        var reader = new AddressReader();
        var started = Stopwatch.GetTimestamp();
        foreach (var part in new[] { "12 ", "a", "FLAT ", "1-2-3/", "é", "ST ", ", ", "and first " })
        {
            reader.ReadAll(string.Concat(Enumerable.Repeat(part, 200_000)), "");
        }

        Stopwatch.GetElapsedTime(started).TotalSeconds.ShouldBeLessThan(5);
    }
}
