using System.Runtime.InteropServices;

namespace LicensingPipeline.Resolve;

/// <summary>
/// A building stands at one number. Where several candidates say which and one alone says another, the one is a slip or
/// another building, and an address that does not state that number does not mean it.
/// </summary>
internal static class AddressHouses
{
    private const double Odd = 5;
    private const int Several = 2;

    /// <summary>Marks the candidates that stand alone with their number.</summary>
    public static void Mark(ReadOnlySpan<ComparableAddress> candidates)
    {
        var times = new Dictionary<(int House, int From, int To, int Suffix), int>();
        var most = new Dictionary<int, int>();
        foreach (var candidate in candidates)
        {
            if (Number(candidate) is { } number)
            {
                var count = ++CollectionsMarshal.GetValueRefOrAddDefault(times, number, out _);
                ref var highest = ref CollectionsMarshal.GetValueRefOrAddDefault(most, number.House, out _);
                highest = Math.Max(highest, count);
            }
        }

        foreach (var candidate in candidates)
        {
            candidate.IsOddNumber = Number(candidate) is { } number && times[number] == 1 && most[number.House] >= Several;
        }
    }

    /// <summary>What it costs a candidate of a building with a name. Flats of one street may stand at any number, so there it costs nothing and is left to a person.</summary>
    public static double Cost(ComparableAddress address, ComparableAddress candidate) => candidate.House > 0 && IsOdd(address, candidate) ? Odd : 0;

    /// <summary>Whether a candidate stands alone with its number and the address does not state it.</summary>
    public static bool IsOdd(ComparableAddress address, ComparableAddress candidate)
    {
        var odd = candidate.IsOddNumber;
        foreach (ref readonly var reading in address.Readings.AsSpan())
        {
            odd &= reading.From != candidate.Readings[0].From && reading.To != candidate.Readings[0].From;
        }

        return odd;
    }

    private static (int House, int From, int To, int Suffix)? Number(ComparableAddress candidate) =>
        candidate.House == 0 || candidate.Readings[0] is not { From: > 0 } first ? null : (candidate.House, first.From, first.To, first.Suffix);
}
