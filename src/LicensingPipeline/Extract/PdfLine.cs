namespace LicensingPipeline.Extract;

/// <summary>A line of text inside one column.</summary>
internal sealed class PdfLine(int column, List<PdfWord> words)
{
    public int Column { get; } = column;

    public double Left { get; } = words[0].Left;

    public double Right { get; } = words.Max(w => w.Right);

    public double Top { get; } = words.Min(w => w.Top);

    public double Bottom { get; } = words.Max(w => w.Bottom);

    /// <summary>Size of its type, near enough.</summary>
    public double Height { get; } = words.Max(w => w.Height);

    public double FirstWordWidth { get; } = words[0].Right - words[0].Left;

    public int WordCount { get; } = words.Count;

    public string Text { get; } = string.Join(' ', words.Select(w => w.Text));

    /// <summary>The text with each digit as 9 and each letter as A where it holds a digit, else nothing: dates and numbers of one kind are alike.</summary>
    public string Shape { get; } = ShapeOf(words);

    public double Middle => (Top + Bottom) / 2;

    public double Width => Right - Left;

    private static string ShapeOf(List<PdfWord> words) => words.Count > 2 || !words.Exists(w => w.Text.Any(char.IsAsciiDigit)) ? ""
        : string.Join(' ', words.Select(w => string.Concat(w.Text.Select(c => char.IsDigit(c) ? '9' : char.IsLetter(c) ? 'A' : c))));

    /// <summary>The texts of a line that stand further apart than words do.</summary>
    public static IEnumerable<List<PdfWord>> Apart(List<PdfWord> line)
    {
        var text = new List<PdfWord>();
        foreach (var word in line)
        {
            if (text.Count > 0 && word.Left - text[^1].Right > word.Height)
            {
                yield return text;
                text = [];
            }

            text.Add(word);
        }

        yield return text;
    }

    /// <summary>Cuts the lines of a page into the lines of its columns.</summary>
    public static List<PdfLine> Of(IEnumerable<List<PdfWord>> lines, PdfColumns columns)
    {
        var found = new List<PdfLine>();
        foreach (var line in lines)
        {
            var places = columns.Place(line);
            foreach (var group in line.Index().GroupBy(w => places[w.Index]))
            {
                found.Add(new PdfLine(group.Key, [.. group.Select(w => w.Item)]));
            }
        }

        return found;
    }

    /// <summary>The words of a page as lines from top to bottom, each from left to right.</summary>
    public static List<List<PdfWord>> OfPage(IEnumerable<PdfWord> words)
    {
        var lines = new List<List<PdfWord>>();
        foreach (var word in words.OrderBy(w => w.Middle).ThenBy(w => w.Left).ThenBy(w => w.Text, StringComparer.Ordinal))
        {
            // A line begun by a small word may lie a little higher than the next; two lines back is another line.
            if (lines.Count > 0 && lines[^1][0].IsBeside(word))
            {
                lines[^1].Add(word);
            }
            else
            {
                lines.Add([word]);
            }
        }

        foreach (var line in lines)
        {
            line.Sort((a, b) => a.Left != b.Left ? a.Left.CompareTo(b.Left) : string.CompareOrdinal(a.Text, b.Text));
        }

        return lines;
    }
}
