using System.Text;

namespace LicensingPipeline.Summarise;

/// <summary>A letter as plain text, for an e-mail.</summary>
public static class LetterText
{
    /// <summary>The sections of a letter, in order, those with nothing in them left out.</summary>
    internal static IEnumerable<(string Heading, IReadOnlyList<string> Items)> Sections(Letter letter)
    {
        (string, IReadOnlyList<string>)[] sections =
        [
            (letter.Route is null ? "What we read" : "What we found", letter.Read),
            ("What is good", letter.Good),
            (letter.Mends.Count switch { 1 => "One thing that would help", 2 => "Two things that would help", _ => "Three things that would help" }, [.. letter.Mends.Select(Line)]),
            ("What a scorecard would say, of 100", letter.Scorecard),
            ("What the law says", letter.Route is null ? [] : [letter.Route]),
            ("What we ask", letter.Asks),
            ("How to answer", [letter.Answer, letter.Otherwise]),
        ];
        return sections.Where(s => s.Item2.Count > 0);
    }

    /// <summary>The letter as text, lines ended by a line feed.</summary>
    public static string Write(Letter letter)
    {
        var text = new StringBuilder();
        if (letter.Demonstration is { } mark)
        {
            text.Append(mark).Append(".\n\n");
        }

        text.Append(Day(letter.Date)).Append("\n\nTo the team that keeps the register, ").Append(letter.Council).Append("\n\n").Append(letter.Subject).Append("\n\n").Append(letter.Opening).Append('\n');
        foreach (var (heading, items) in Sections(letter))
        {
            text.Append('\n').Append(heading).Append('\n');
            foreach (var item in items)
            {
                text.Append("- ").Append(item).Append('\n');
            }
        }

        text.Append('\n').Append(letter.SignedBy).Append('\n');
        return letter.Undecided is { } open ? text.Append('\n').Append(open).Append('\n').ToString() : text.ToString();
    }

    /// <summary>A day as letters write it.</summary>
    internal static string Day(DateOnly day) => PlainWords.Day(day);

    private static string Line(LetterMend line)
    {
        var mend = line.Mend;
        var places = line.Places.Count == 0 ? "" : $"{(mend.Rows > line.Places.Count ? ", such as " : ": ")}{string.Join(", ", line.Places)}";
        var found = mend.Issue is null ? "" : $"{mend.Issue.Sentence} {PlainWords.Count(mend.Rows ?? 0, "row")}{places}. ";
        return $"{found}{mend.Sentence} Who could do it: {mend.Who}.";
    }
}
