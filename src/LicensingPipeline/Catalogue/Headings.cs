using System.Text;

namespace LicensingPipeline.Catalogue;

/// <summary>How headings are compared: trimmed, white space collapsed, case ignored; a space still counts.</summary>
public static class Headings
{
    /// <summary>The form in which two spellings of one heading are equal.</summary>
    public static string Normal(string heading)
    {
        var text = new StringBuilder(heading.Length);
        var gap = false;
        foreach (var c in heading)
        {
            // A byte-order mark inside a file that was joined from two is no part of the heading.
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c == '\uFEFF')
            {
                gap = text.Length > 0;
                continue;
            }

            if (gap)
            {
                text.Append(' ');
                gap = false;
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
