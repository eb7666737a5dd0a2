namespace LicensingPipeline.Resolve;

/// <summary>Whether two words are few letters apart.</summary>
internal static class EditDistance
{
    /// <summary>Whether one word becomes the other by at most so many letters put in, taken out or exchanged.</summary>
    public static bool AtMost(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        var same = a.CommonPrefixLength(b);
        a = a[same..];
        b = b[same..];
        if (a.Length == 0 || b.Length == 0)
        {
            return a.Length + b.Length <= most;
        }

        return most > 0 && (AtMost(a[1..], b[1..], most - 1) || AtMost(a[1..], b, most - 1) || AtMost(a, b[1..], most - 1));
    }
}
