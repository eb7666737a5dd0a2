using System.Globalization;
using System.Text.RegularExpressions;

namespace LicensingPipeline.Extract;

/// <summary>Tells lines that belong to a page (its number, a running title) and notes from lines of the table.</summary>
internal static partial class PdfPageLines
{
    /// <summary>Blank space, as a share of the height of a line, that sets such a line apart from the table.</summary>
    private const double SetApart = 0.8;

    /// <summary>How many lines at the top and at the bottom are such lines.</summary>
    public static (int Above, int Below) Find(List<List<PdfWord>> lines, PdfWindow window, PdfColumns columns)
    {
        var above = Run(lines, window, columns);
        return (above, Run([.. Enumerable.Reverse(lines.Skip(above))], window, columns));
    }

    /// <summary>
    /// Whether a line is one text that goes on over the edge of a column as no cell does. A text that starts where a
    /// column's texts start is a cell beside a full one.
    /// </summary>
    public static bool IsNote(List<PdfWord> line, PdfColumns columns)
    {
        if (PdfLine.Apart(line).Skip(1).Any())
        {
            return false;
        }

        var places = columns.Place(line);
        return Array.TrueForAll(places, p => p == places[0]) && line[^1].Right - line[0].Left > columns.Widths[places[0]] + (0.5 * line[0].Height)
            && line.Count > 1;
    }

    /// <summary>Length of the run of such lines from the edge of the page, up to the last that is set apart from what follows.</summary>
    private static int Run(List<List<PdfWord>> lines, PdfWindow window, PdfColumns columns)
    {
        var run = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var numbered = IsNumbered(lines[i]);
            if (!numbered && !IsOfPage(lines[i], window, columns))
            {
                break;
            }

            run = numbered || i + 1 == lines.Count || Space(lines[i], lines[i + 1]) > SetApart * lines[i][0].Height || IsNote(lines[i], columns) ? i + 1 : run;
        }

        return run;
    }

    private static bool IsNumbered(List<PdfWord> line)
    {
        var texts = PdfLine.Apart(line).ToList();
        return texts.Count <= 3 && texts.Exists(t => PageNumber().IsMatch(Text(t)));
    }

    private static bool IsOfPage(List<PdfWord> line, PdfWindow window, PdfColumns columns) =>
        Text(line) == window.Page.Number.ToString(CultureInfo.InvariantCulture)
        || (PdfLine.Apart(line).Count() <= Math.Min(3, (columns.Count + 1) / 2) && window.Ahead.Take(1).Append(window.Before).Any(p => p is not null && Stands(Text(line), line, p)));

    private static string Text(List<PdfWord> line) => string.Join(' ', line.Select(w => w.Text));

    private static double Space(List<PdfWord> line, List<PdfWord> other) =>
        Math.Max(line.Min(w => w.Top) - other.Max(w => w.Bottom), other.Min(w => w.Top) - line.Max(w => w.Bottom));

    /// <summary>Whether the same text stands at the same height of another page, its page number apart.</summary>
    private static bool Stands(string text, List<PdfWord> line, PdfPage page)
    {
        var beside = page.Words.Where(w => w.IsBeside(line[0])).OrderBy(w => w.Left).ToList();
        return beside.Count == line.Count && Masked(string.Join(' ', beside.Select(w => w.Text))) == Masked(text);
    }

    private static string Masked(string text) => PageWithin().Replace(text, "page");

    [GeneratedRegex(@"^(page\s+\d+(\s*(of|/)\s*\d+)?|\d+\s*(of|/)\s*\d+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"\bpage\s+\d+(\s*(of|/)\s*\d+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PageWithin();
}
