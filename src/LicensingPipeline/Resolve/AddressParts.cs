using System.Globalization;
using LicensingPipeline.Normalise;

namespace LicensingPipeline.Resolve;

/// <summary>What numbers, units, floors and positions of two readings say for or against one home.</summary>
internal static class AddressParts
{
    private const double Second = 0.4;
    private const double Swapped = 2;

    // A number that is an end of a range says more than one that only lies in it.
    private const double Inside = 1;

    /// <summary>The readings in numbers; every one but the first costs a bit.</summary>
    public static IEnumerable<ComparableAddress.Reading> Of(IReadOnlyList<AddressReading> readings, AddressVocabulary vocabulary)
    {
        for (var i = 0; i < readings.Count; i++)
        {
            yield return Of(readings[i], i == 0 ? 0 : Second, vocabulary);
        }

        if (readings[0] is { Unit: null, NumberFrom: > 0, NumberTo: 0 } first && readings.Count < 4)
        {
            // "Lichfield House 21 Rustat Avenue" and "21 Lichfield House, Rustat Avenue": the number may be the flat's.
            yield return Of(first with { Unit = first.Number, UnitType = "FLAT", NumberFrom = 0, Suffix = null }, Swapped, vocabulary);
        }
    }

    /// <summary>The bits of number, unit, position and relation together.</summary>
    public static double Bits(in ComparableAddress.Reading a, in ComparableAddress.Reading b) =>
        Number(in a, in b) + Unit(in a, in b) + Position(in a, in b) - a.Penalty - b.Penalty - (a.Relation == b.Relation ? 0 : 6);

    /// <summary>Whether one is a flat and the other its house. A room has no home of its own: it is the house, or the flat, that is licensed.</summary>
    public static bool IsParent(in ComparableAddress.Reading a, in ComparableAddress.Reading b) =>
        (a.Unit == 0) != (b.Unit == 0) && !a.IsRoom && !b.IsRoom && !(a.Floor.Overlaps(b.Floor));

    private static ComparableAddress.Reading Of(AddressReading reading, double penalty, AddressVocabulary vocabulary)
    {
        var unit = reading.Unit;
        var outer = unit is not null && unit.IndexOf(' ', StringComparison.Ordinal) is var gap and > 0 ? unit[..gap] : unit;
        var (kind, rank) = outer switch
        {
            null => (ComparableAddress.UnitKind.None, 0),
            [>= 'A' and <= 'Z'] => (ComparableAddress.UnitKind.Letter, outer[0] - 'A' + 1),
            _ when int.TryParse(outer, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => (ComparableAddress.UnitKind.Number, number),
            _ => (ComparableAddress.UnitKind.Code, 0),
        };
        return new ComparableAddress.Reading(
            vocabulary.Number(reading.UnitType), kind, vocabulary.Number(unit), rank, vocabulary.Number(outer), reading.Floor,
            vocabulary.Number(reading.Position), reading.NumberFrom, reading.NumberTo, vocabulary.Number(reading.Suffix), reading.Relation, reading.UnitType == "ROOM", penalty);
    }

    private static double Number(in ComparableAddress.Reading a, in ComparableAddress.Reading b)
    {
        if (a.From == 0 || b.From == 0)
        {
            return a.From == b.From ? 0 : -1;
        }

        var (endA, endB) = (Math.Max(a.From, a.To), Math.Max(b.From, b.To));
        if (a.From == b.From && endA == endB)
        {
            return a.Suffix == b.Suffix ? 6 : -5;
        }

        if (a.To == 0 && b.To == 0)
        {
            return -9;
        }

        if (a.From == b.From)
        {
            return 5;
        }

        if (endA == endB)
        {
            return 4.5;
        }

        var (low, high) = (Math.Max(a.From, b.From), Math.Min(endA, endB));
        if (low > high)
        {
            return -9;
        }

        // 13 lies inside 11-15 on its own side of the street only; ends that touch overlap least.
        var sameSide = (a.From - b.From) % 2 == 0;
        return sameSide ? Inside : -4;
    }

    private static double Unit(in ComparableAddress.Reading a, in ComparableAddress.Reading b)
    {
        var floors = Floors(a.Floor, b.Floor);
        if (a.Unit != 0 && b.Unit != 0)
        {
            return floors + Named(in a, in b);
        }

        if (a.Unit != 0 || b.Unit != 0)
        {
            // A flat against its house is child and parent; where floors agree the letter is only more of the same.
            return floors - (floors > 0 ? 0.5 : 2);
        }

        return floors - (a.Type == b.Type ? 0 : a.Type == 0 || b.Type == 0 ? 0.5 : 2);
    }

    private static double Named(in ComparableAddress.Reading a, in ComparableAddress.Reading b)
    {
        if (a.Unit == b.Unit)
        {
            return a.Type == b.Type ? 5 : 4;
        }

        if (a.Outer == b.Outer)
        {
            return 2;
        }

        var oneIsLetter = a.Kind != b.Kind && a.Kind is ComparableAddress.UnitKind.Letter or ComparableAddress.UnitKind.Number && b.Kind is ComparableAddress.UnitKind.Letter or ComparableAddress.UnitKind.Number;
        return oneIsLetter ? a.Rank == b.Rank ? 0 : -6 : -10;
    }

    private static double Floors(Levels a, Levels b)
    {
        if (a.IsEmpty || b.IsEmpty)
        {
            return a.IsEmpty && b.IsEmpty ? 0 : -1;
        }

        if (a == b)
        {
            return 4;
        }

        if (a.Overlaps(b))
        {
            return 2.5;
        }

        // "Top" of a house of unknown height: the higher the other's floor, the likelier.
        return a.HasTop ? Top(b) : b.HasTop ? Top(a) : -7;
    }

    private static double Top(Levels other) => other.Highest switch { >= 2 => 1.5, 1 => 0.5, _ => -7 };

    private static double Position(in ComparableAddress.Reading a, in ComparableAddress.Reading b) =>
        a.Position == b.Position ? a.Position == 0 ? 0 : 3 : a.Position == 0 || b.Position == 0 ? -0.5 : -8;
}
