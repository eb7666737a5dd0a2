namespace LicensingPipeline.Cli.Demo;

/// <summary>How wide Helvetica is, which every reader of PDF files knows and no file need carry; and how text is broken into lines by it.</summary>
internal static class SampleType
{
    private const int FirstCharacter = ' ';

    /// <summary>Thousandths of the size, from the space to the tilde.</summary>
    private static readonly int[] Widths =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    /// <summary>Width of a text in points.</summary>
    public static double Width(string text, double size) => text.Sum(c => Widths[c - FirstCharacter]) * size / 1000;

    /// <summary>The lines of a text in a room: broken between words, inside a word that is wider than the room, and where it holds a line break.</summary>
    public static List<string> Lines(string text, double room, double size)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n').Where(p => p.Length > 0))
        {
            var line = "";
            foreach (var word in paragraph.Split(' ').SelectMany(w => Pieces(w, room, size)))
            {
                var longer = line.Length == 0 ? word : $"{line} {word}";
                if (line.Length > 0 && Width(longer, size) > room)
                {
                    lines.Add(line);
                    longer = word;
                }

                line = longer;
            }

            lines.Add(line);
        }

        return lines;
    }

    private static IEnumerable<string> Pieces(string word, double room, double size)
    {
        while (word.Length > 1 && Width(word, size) > room)
        {
            var fits = Enumerable.Range(1, word.Length).Last(n => n == 1 || Width(word[..n], size) <= room);
            yield return word[..fits];
            word = word[fits..];
        }

        yield return word;
    }
}
