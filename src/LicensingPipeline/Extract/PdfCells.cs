using System.Text;

namespace LicensingPipeline.Extract;

/// <summary>Puts the lines of a cell together again.</summary>
internal static class PdfCells
{
    /// <summary>A word that was broken fills its column to this share.</summary>
    private const double Full = 0.88;

    /// <summary>
    /// The text of a cell: its lines joined by a space; without one where a word was broken, which is where it fills the
    /// column alone and goes on with a small letter (or a number with a digit), or ends with a hyphen or a slash.
    /// </summary>
    public static string Text(IReadOnlyList<PdfLine> lines, double width)
    {
        if (lines.Count == 1)
        {
            return lines[0].Text;
        }

        var text = new StringBuilder(lines[0].Text);
        for (var i = 1; i < lines.Count; i++)
        {
            if (!IsBroken(lines[i - 1], lines[i], width))
            {
                text.Append(' ');
            }

            text.Append(lines[i].Text);
        }

        return Caps.Cell(text.ToString());
    }

    private static bool IsBroken(PdfLine line, PdfLine next, double width)
    {
        var (before, last, after) = (line.Text.Length > 1 ? line.Text[^2] : ' ', line.Text[^1], next.Text[0]);
        if (last is '-' or '/' && char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after))
        {
            return true;
        }

        return line.WordCount == 1 && line.Width >= Full * width
            && ((char.IsLetter(last) && char.IsLower(after)) || (char.IsDigit(last) && char.IsDigit(after)));
    }
}
