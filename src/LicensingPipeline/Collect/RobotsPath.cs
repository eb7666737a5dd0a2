using System.Globalization;
using System.Text;

namespace LicensingPipeline.Collect;

/// <summary>
/// Paths of addresses and of robots.txt rules in one spelling (RFC 9309, 2.2.2): letters, digits and <c>-._~</c> plain, what may not
/// stand in an address percent-encoded in capitals, the rest as written.
/// </summary>
internal static class RobotsPath
{
    private const string NeverPlain = "\"<>\\^`{|}";

    /// <summary>Path and query. A plain <c>*</c> or <c>$</c> is encoded, since in a rule these are signs.</summary>
    public static string OfUrl(Uri url) => Normalise(url.PathAndQuery)
        .Replace("*", "%2A", StringComparison.Ordinal).Replace("$", "%24", StringComparison.Ordinal);

    /// <summary>A rule's pattern. One without a leading slash was meant to have it; <c>$</c> is a sign at the end only.</summary>
    public static string OfRule(string value)
    {
        var text = Normalise(value[0] is '/' or '*' ? value : "/" + value);
        var body = text.EndsWith('$') ? text[..^1] : text;
        return body.Replace("$", "%24", StringComparison.Ordinal) + text[body.Length..];
    }

    /// <summary>Whether a pattern with <c>*</c> and a closing <c>$</c> fits the start of a path, or the whole of it.</summary>
    public static bool Matches(string pattern, string path)
    {
        var whole = pattern.EndsWith('$');
        var wanted = whole ? pattern[..^1] : pattern + "*";
        int at = 0, in_ = 0, star = -1, resume = 0;
        while (in_ < path.Length)
        {
            if (at < wanted.Length && wanted[at] == '*')
            {
                (star, resume) = (at++, in_);
            }
            else if (at < wanted.Length && wanted[at] == path[in_])
            {
                at++;
                in_++;
            }
            else if (star >= 0)
            {
                (at, in_) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return wanted.AsSpan(at).IndexOfAnyExcept('*') < 0;
    }

    private static string Normalise(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var path = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            var octet = bytes[i];
            var encoded = octet == '%' && i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]);
            if (encoded)
            {
                octet = byte.Parse([bytes[i + 1], bytes[i + 2]], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                i += 2;
            }

            if (octet is <= 0x20 or >= 0x7F || NeverPlain.Contains((char)octet) || (encoded && !IsUnreserved((char)octet)))
            {
                path.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
            }
            else
            {
                path.Append((char)octet);
            }
        }

        return path.ToString();
    }

    private static bool IsUnreserved(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~';
}
