using System.Globalization;

namespace LicensingPipeline.Extract;

/// <summary>Reads what <c>pdftotext -tsv</c> writes: a line of text for each page, flow, line and word. Page after page; none is kept.</summary>
internal static class PdfWords
{
    private const int Columns = 12;
    private const int MostWordsOnPage = 20_000;

    /// <summary>The pages in order. A page without words is there too, so that pages can be counted.</summary>
    public static IEnumerable<PdfPage> Pages(TextReader tsv)
    {
        if (Line(tsv)?.StartsWith("level\tpage_num\t", StringComparison.Ordinal) != true)
        {
            throw SourceException.Drift("The program pdftotext gave something else than the words of the file. It may be of a version that does not know -tsv; poppler 22 or newer is needed.");
        }

        var number = 0;
        var words = new List<PdfWord>();
        while (Line(tsv) is { } line)
        {
            var (level, page, word) = Parse(line);
            if (level == 1 || page != number)
            {
                if (number > 0)
                {
                    yield return new PdfPage(number, words);
                    words = [];
                }

                number = page > number ? page : throw Odd();
            }

            if (level == 5 && word.Text.Length > 0)
            {
                words.Add(words.Count < MostWordsOnPage ? word : throw SourceException.Cap("The number of words on a page", "20,000"));
            }
        }

        if (number > 0)
        {
            yield return new PdfPage(number, words);
        }
    }

    private static (int Level, int Page, PdfWord Word) Parse(string line)
    {
        Span<Range> parts = stackalloc Range[Columns];
        var text = line.AsSpan();
        if (text.Split(parts, '\t') < Columns
            || !int.TryParse(text[parts[0]], NumberStyles.None, CultureInfo.InvariantCulture, out var level)
            || !int.TryParse(text[parts[1]], NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            || level is < 1 or > 5 || page < 1)
        {
            throw Odd();
        }

        if (level != 5)
        {
            return (level, page, default);
        }

        double left = Number(text[parts[6]]), top = Number(text[parts[7]]), width = Number(text[parts[8]]), height = Number(text[parts[9]]);
        return width < 0 || height <= 0 ? throw Odd() : (level, page, new PdfWord(left, top, left + width, top + height, text[parts[11]].Trim().ToString()));
    }

    private static double Number(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e6 ? number : throw Odd();

    /// <summary>A line, unless it is longer than any word may be.</summary>
    private static string? Line(TextReader tsv) => tsv.ReadLine() is { } line ? Caps.Cell(line) : null;

    private static SourceException Odd() =>
        SourceException.Drift("The program pdftotext gave a line that is no word, line or page. The PDF may be damaged: open it, and fetch it again.");
}
