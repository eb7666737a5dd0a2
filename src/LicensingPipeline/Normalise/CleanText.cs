using System.Text;

namespace LicensingPipeline.Normalise;

/// <summary>Trims, collapses white space, joins lines and takes out control characters. Text that is clean already is returned as it is.</summary>
internal static class CleanText
{
    /// <summary>Cleans one text.</summary>
    /// <param name="raw">As published.</param>
    /// <param name="rule">The weightiest rule that changed it, or null.</param>
    /// <param name="hadControl">Whether an invisible control character stood inside it.</param>
    public static string Of(string raw, out string? rule, out bool hadControl)
    {
        hadControl = false;
        rule = null;
        return IsClean(raw) ? raw : Rewrite(raw, out rule, out hadControl);
    }

    private static bool IsClean(string text)
    {
        var previousSpace = true;
        foreach (var c in text)
        {
            if (c == ' ')
            {
                if (previousSpace)
                {
                    return false;
                }

                previousSpace = true;
            }
            else if (c is < ' ' or (>= '\u007F' and <= '\u00A0') or '\u00AD' or (>= '\u2000' and <= '\u200F') or '\u2028' or '\u2029' or '\u202F' or '\u3000' or '\uFEFF')
            {
                return false;
            }
            else
            {
                previousSpace = false;
            }
        }

        return text.Length == 0 || !previousSpace;
    }

    private static string Rewrite(string raw, out string? rule, out bool hadControl)
    {
        hadControl = false;
        var text = new StringBuilder(raw.Length);
        var gap = false;
        var line = false;
        var lines = false;
        var spaces = false;
        foreach (var c in raw)
        {
            if (c is '\n' or '\r' or '\u2028' or '\u2029' or '\v' or '\f')
            {
                line = text.Length > 0;
            }
            else if (char.IsWhiteSpace(c))
            {
                spaces |= gap || c != ' ';
                gap = text.Length > 0;
            }
            else if (char.IsControl(c) || c is '\u00AD' or (>= '\u200B' and <= '\u200F') or '\uFEFF')
            {
                hadControl |= char.IsControl(c);
            }
            else
            {
                if (line && text.Length > 0)
                {
                    // A line break inside a cell is how office software writes the parts of an address.
                    text.Append(text[^1] is ',' or ';' or '-' or '&' ? " " : ", ");
                    lines = true;
                }
                else if (gap)
                {
                    text.Append(' ');
                }

                gap = line = false;
                text.Append(c);
            }
        }

        rule = lines ? Rules.Lines : hadControl ? Rules.Control : spaces ? Rules.Spaces : Rules.Trimmed;
        return text.ToString();
    }
}
