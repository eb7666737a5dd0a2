namespace LicensingPipeline.Resolve;

/// <summary>What two postcodes say for or against one place.</summary>
internal static class AddressPlaceBits
{
    public static double Of(string? a, string? b)
    {
        if (a is null || b is null)
        {
            return 0;
        }

        if (a == b)
        {
            return 8;
        }

        var (outA, outB) = (a.IndexOf(' ', StringComparison.Ordinal), b.IndexOf(' ', StringComparison.Ordinal));
        var sameOutward = outA > 0 && a.AsSpan(0, outA).SequenceEqual(b.AsSpan(0, Math.Max(outB, 0)));
        if ((sameOutward && a[outA + 1] == b[outB + 1]) || DifferInOne(a, b))
        {
            return 4;
        }

        return sameOutward ? 2 : -4;
    }

    private static bool DifferInOne(string a, string b)
    {
        if (a.Length != b.Length)
        {
            return false;
        }

        var different = 0;
        for (var i = 0; i < a.Length; i++)
        {
            different += a[i] == b[i] ? 0 : 1;
        }

        return different == 1;
    }
}
