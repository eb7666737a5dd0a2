using System.Globalization;
using System.Text;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Summarise;

/// <summary>
/// That a council was sent the draft of its part of an edition, written down by whoever sent it. Without it, or before its days are
/// over, no scorecard of that council is published.
/// </summary>
/// <param name="Edition">Name of the edition, such as <c>2026-q4</c>.</param>
/// <param name="Authority">GSS code.</param>
/// <param name="Sent">The day it went.</param>
/// <param name="AnswerBy">The last day on which the council can answer before the edition.</param>
public sealed record SentLetter(string Edition, string Authority, DateOnly Sent, DateOnly AnswerBy)
{
    /// <summary>Name of the file in the data folder, which holds one letter a line.</summary>
    public const string FileName = "letters.csv";

    /// <summary>Its columns; days are ISO dates.</summary>
    public const string Columns = "edition,authority,sent,answer_by";

    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Every letter that was written down in a data folder, in the order in which they were; none where there is no file.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="authorities">The authorities that exist, by GSS code.</param>
    /// <param name="invented">Whether the data of the folder is invented: letters that say so stand beside such data alone (rule 12).</param>
    /// <exception cref="RefusedException">A line is wrong: whether a council was asked is not guessed at.</exception>
    public static IReadOnlyList<SentLetter> Read(string data, IReadOnlyDictionary<string, Authority> authorities, bool invented)
    {
        var path = Path.Combine(data, FileName);
        if (!File.Exists(path))
        {
            return [];
        }

        var lines = File.ReadAllLines(path);
        var marked = lines.Length > 0 && lines[0] == MarkLine;
        if (marked != invented)
        {
            throw new RefusedException($"{path} {(marked ? "holds invented letters and stands beside real data" : "holds real letters and stands beside invented data")}. Move it away.");
        }

        var first = marked ? 1 : 0;
        if (lines.Length <= first || lines[first] != Columns)
        {
            throw new RefusedException($"{path} must begin with the columns {Columns}.");
        }

        return [.. lines.Index().Skip(first + 1).Where(l => l.Item.Length > 0).Select(l => Line(l.Item, l.Index + 1, path, authorities))];
    }

    /// <summary>Writes a letter down, in a file that its owner alone can read.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="letters">All letters, the new ones behind the old.</param>
    /// <param name="invented">Whether the data of the folder is invented.</param>
    public static void Write(string data, IEnumerable<SentLetter> letters, bool invented)
    {
        var text = new StringBuilder(invented ? MarkLine + "\n" : "").Append(Columns).Append('\n');
        foreach (var l in letters)
        {
            text.Append(CultureInfo.InvariantCulture, $"{l.Edition},{l.Authority},{l.Sent:yyyy-MM-dd},{l.AnswerBy:yyyy-MM-dd}\n");
        }

        var next = Path.Combine(data, FileName + ".tmp");
        File.WriteAllText(next, text.ToString());
        PrivateFiles.Protect(next);
        File.Move(next, Path.Combine(data, FileName), overwrite: true);
    }

    private static string MarkLine => $"# {Demonstration.Mark}";

    private static SentLetter Line(string line, int number, string path, IReadOnlyDictionary<string, Authority> authorities)
    {
        var cells = line.Split(',');
        if (cells.Length == 4 && authorities.ContainsKey(cells[1]) && Day(cells[2]) is { } sent && Day(cells[3]) is { } answer && answer >= sent)
        {
            return new SentLetter(cells[0], cells[1], sent, answer);
        }

        throw new RefusedException($"{path}, line {number.ToString(CultureInfo.InvariantCulture)}: the edition, a GSS code, the day the letter went and the last day to answer (2026-12-31) are wanted here.");
    }

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
