namespace LicensingPipeline.Catalogue;

/// <summary>
/// A postcode as two numbers: its sector ("E8 9") and its unit within it ("ZZ"). The two letters of a unit are of twenty, so
/// a sector has room for four hundred of them.
/// </summary>
internal static class PostcodeKeys
{
    /// <summary>Units a sector has room for.</summary>
    public const int Units = 400;

    private const string UnitLetters = "ABDEFGHJLNPQRSTUWXYZ";

    /// <summary>Takes a postcode apart, written with its space or without; false where it has not the form of one.</summary>
    public static bool TryRead(ReadOnlySpan<char> postcode, out int sector, out int unit)
    {
        (sector, unit) = (0, 0);
        if (postcode.Length < 5)
        {
            return false;
        }

        var outward = postcode[..^3].TrimEnd(' ');
        var (first, second) = (UnitLetters.IndexOf(postcode[^2]), UnitLetters.IndexOf(postcode[^1]));
        if (outward.Length is < 2 or > 4 || first < 0 || second < 0 || !char.IsAsciiDigit(postcode[^3]))
        {
            return false;
        }

        for (var i = 0; i < 4; i++)
        {
            var sign = i >= outward.Length ? 0 : char.IsAsciiDigit(outward[i]) ? outward[i] - '0' + 1 : char.IsAsciiLetterUpper(outward[i]) ? outward[i] - 'A' + 11 : -1;
            if (sign < 0)
            {
                return false;
            }

            sector = (sector * 37) + sign;
        }

        (sector, unit) = ((sector * 10) + (postcode[^3] - '0'), (first * UnitLetters.Length) + second);
        return true;
    }
}
