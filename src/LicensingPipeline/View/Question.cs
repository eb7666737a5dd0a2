using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LicensingPipeline.Normalise;

namespace LicensingPipeline.View;

/// <summary>
/// What a person may mean by a text: an id, a reference, a postcode or a part of one, words of an address or a name. Nothing
/// of the text reaches the search engine but letters and digits, so none of its signs can be an operator.
/// </summary>
public sealed partial class Question
{
    private const int MostWords = 32;
    private static readonly string[][] SameWords =
    [
        ["road", "rd"], ["street", "st"], ["avenue", "ave", "av"], ["close", "cl"], ["court", "ct"], ["gardens", "gdns"], ["lane", "ln"],
        ["place", "pl"], ["square", "sq"], ["terrace", "terr"], ["crescent", "cres"], ["drive", "dr"], ["limited", "ltd"], ["company", "co"],
    ];

    private Question(string text)
    {
        Text = text.Trim().Normalize(NormalizationForm.FormC);
        Words = WordsOf(Text);
        Id = IdPattern().IsMatch(Text) ? Text.ToLowerInvariant() : null;
        var (postcode, how) = Postcodes.Read(Text);
        if (postcode is not null && Text.Any(char.IsAsciiDigit))
        {
            (PostcodeFrom, PostcodeTo) = (postcode, postcode);
        }
        else if (PartPattern().Match(Text) is { Success: true } part)
        {
            var start = $"{part.Groups["out"].Value.ToUpperInvariant()} {part.Groups["in"].Value.ToUpperInvariant()}";
            (PostcodeFrom, PostcodeTo) = (start, start + "~");
        }
        else if (Postcodes.Find(Text, out var at) is ({ } inside, not Postcodes.Reading.Repaired) && at > 0)
        {
            (PostcodeFrom, PostcodeTo, BeforePostcode) = (inside, inside, WordsOf(Text[..at]));
        }
    }

    /// <summary>The text, trimmed.</summary>
    public string Text { get; }

    /// <summary>Its words in lower case.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The licence_id it may be, or null.</summary>
    public string? Id { get; }

    /// <summary>The first postcode meant, or null.</summary>
    public string? PostcodeFrom { get; }

    /// <summary>The last postcode meant, or null.</summary>
    public string? PostcodeTo { get; }

    /// <summary>The words before the postcode, where the text is more than one.</summary>
    public IReadOnlyList<string> BeforePostcode { get; } = [];

    /// <summary>Reads a text; null where it has neither letter nor digit.</summary>
    public static Question? Of(string text)
    {
        var question = new Question(text);
        return question.Words.Count == 0 ? null : question;
    }

    /// <summary>The search expression of full-text search for all of these words; the last may be the start of one.</summary>
    public static string Match(IReadOnlyList<string> words, bool lastMayGoOn) =>
        string.Join(" AND ", words.Select((w, i) =>
            lastMayGoOn && i == words.Count - 1 ? $"(\"{w}\"* OR {Spelled(w)})" : $"({Spelled(w)})"));

    /// <summary>Which of the words stand in a text.</summary>
    /// <returns>Whether any does, and whether all do.</returns>
    public static (bool Any, bool All) StandIn(IReadOnlyList<string> words, string? text)
    {
        if (text is null || words.Count == 0)
        {
            return (false, false);
        }

        var there = WordsOf(text);
        var found = words.Where((w, i) => Spellings(w).Any(s => there.Contains(s, StringComparer.Ordinal))
            || (i == words.Count - 1 && there.Any(t => t.StartsWith(w, StringComparison.Ordinal)))).Count();
        return (found > 0, found == words.Count);
    }

    private static string Spelled(string word) => string.Join(" OR ", Spellings(word).Select(s => $"\"{s}\""));

    private static string[] Spellings(string word) => SameWords.FirstOrDefault(s => s.Contains(word, StringComparer.Ordinal)) ?? [word];

    private static List<string> WordsOf(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in (text.Normalize(NormalizationForm.FormD) + " ").EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsLetterOrDigit(rune) || category is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber)
            {
                word.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (category != UnicodeCategory.NonSpacingMark && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        // "A & B" and "A and B" are one: where there are other words, "and" is none.
        var telling = words.Where(w => w != "and").ToList();
        return [.. (telling.Count > 0 ? telling : words).Take(MostWords)];
    }

    [GeneratedRegex("^[0-9a-f]{16}(-[0-9a-f]{8})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^(?<out>[A-Z]{1,2}[0-9][A-Z0-9]?)(?:\s+(?<in>[0-9][A-Z]?))?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PartPattern();
}
