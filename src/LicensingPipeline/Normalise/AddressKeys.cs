namespace LicensingPipeline.Normalise;

/// <summary>
/// The key of a home out of the parts of its address, under which "Flat 2, 12 High St" and "FLAT 2 12 HIGH STREET" meet.
/// It is made only of a reading that is beyond doubt; a home differs from another where any part but the locality does.
/// </summary>
public static class AddressKeys
{
    private const int Most = 160;

    /// <summary>The key, or null where the reading is not sure enough for one.</summary>
    public static string? Of(AddressReading? reading)
    {
        if (reading is not { IsSure: true, Postcode: { } postcode })
        {
            return null;
        }

        Span<char> key = stackalloc char[Most];
        var length = 0;
        var fits = Put(key, ref length, reading.UnitType) && Put(key, ref length, reading.Unit)
            && PutFloor(key, ref length, reading.Floor) && Put(key, ref length, reading.Position) && Put(key, ref length, reading.Building)
            && PutNumber(key, ref length, reading) && Put(key, ref length, reading.Street) && length + postcode.Length < Most;
        if (!fits)
        {
            return null;
        }

        key[length++] = '|';
        postcode.CopyTo(key[length..]);
        return new string(key[..(length + postcode.Length)]);
    }

    private static bool Put(Span<char> key, ref int length, ReadOnlySpan<char> part)
    {
        if (part.IsEmpty)
        {
            return true;
        }

        if (length + part.Length + 1 > key.Length)
        {
            return false;
        }

        if (length > 0)
        {
            key[length++] = ' ';
        }

        part.CopyTo(key[length..]);
        length += part.Length;
        return true;
    }

    private static bool PutFloor(Span<char> key, ref int length, Levels floor) =>
        floor.IsEmpty || (Put(key, ref length, "FLOOR") && Put(key, ref length, floor.ToString()));

    private static bool PutNumber(Span<char> key, ref int length, AddressReading reading)
    {
        if (reading.NumberFrom == 0)
        {
            return true;
        }

        Span<char> number = stackalloc char[32];
        return (reading.NumberTo == 0 ? number.TryWrite($"{reading.NumberFrom}{reading.Suffix}", out var used) : number.TryWrite($"{reading.NumberFrom}-{reading.NumberTo}{reading.Suffix}", out used))
            && Put(key, ref length, number[..used]);
    }
}
