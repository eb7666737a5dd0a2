namespace LicensingPipeline.Normalise;

/// <summary>
/// Hands out one text for the same letters again and again: a street stands in a register a hundred times. It forgets
/// what it has no room for, so that its memory does not grow with the rows.
/// </summary>
internal sealed class SeenTexts
{
    private readonly string?[] _slots = new string?[8192];

    public string Of(ReadOnlySpan<char> letters)
    {
        ref var slot = ref _slots[string.GetHashCode(letters, StringComparison.Ordinal) & (_slots.Length - 1)];
        return slot is { } seen && letters.SequenceEqual(seen) ? seen : slot = letters.ToString();
    }
}
