using System.Globalization;

namespace LicensingPipeline.Normalise;

/// <summary>
/// Hands out one text for the same letters again and again: a street stands in a register a hundred times. It forgets
/// what it has no room for, so that its memory does not grow with the rows.
/// </summary>
internal sealed class SeenTexts
{
    private readonly string?[] _slots = new string?[8192];
    private readonly char[] _joined = new char[256];

    public string Of(ReadOnlySpan<char> letters)
    {
        ref var slot = ref _slots[string.GetHashCode(letters, StringComparison.Ordinal) & (_slots.Length - 1)];
        return slot is { } seen && letters.SequenceEqual(seen) ? seen : slot = letters.ToString();
    }

    /// <summary>The digits of a number.</summary>
    public string Of(int number)
    {
        Span<char> digits = stackalloc char[11];
        number.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        return Of(digits[..length]);
    }

    /// <summary>The text of several pieces one behind the other.</summary>
    public string Of(ReadOnlySpan<char> a, ReadOnlySpan<char> b, ReadOnlySpan<char> c = default, ReadOnlySpan<char> d = default, ReadOnlySpan<char> e = default)
    {
        if (a.Length + b.Length + c.Length + d.Length + e.Length > _joined.Length)
        {
            return string.Concat([a.ToString(), b.ToString(), c.ToString(), d.ToString(), e.ToString()]);
        }

        var length = 0;
        Put(a, ref length);
        Put(b, ref length);
        Put(c, ref length);
        Put(d, ref length);
        Put(e, ref length);
        return Of(_joined.AsSpan(0, length));
    }

    private void Put(ReadOnlySpan<char> piece, ref int length)
    {
        piece.CopyTo(_joined.AsSpan(length));
        length += piece.Length;
    }
}
