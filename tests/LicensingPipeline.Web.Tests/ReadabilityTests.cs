using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Web.Tests;

/// <summary>The renters' page reads at grade 8 or below, by the formula of Flesch and Kincaid counted here.</summary>
[Collection(PublishedSiteGroup.Name)]
public sealed class ReadabilityTests(PublishedSite site)
{
    private const double Grade = 8;
    /// <summary>Of fewer the formula says little.</summary>
    private const int FewestWords = 18;

    [Fact]
    public void The_renters_page_reads_at_grade_8_or_below()
    {
        var text = Sentences(site.Pages["renters.html"]);
        text.Split(' ').Length.ShouldBeGreaterThan(300);
        GradeOf(text).ShouldBeLessThanOrEqualTo(Grade);
    }

    /// <summary>An easy page carries no hard part along, and where there are words enough to tell, no hard paragraph.</summary>
    [Fact]
    public void Each_part_and_each_paragraph_of_it_reads_at_grade_8_or_below()
    {
        var parts = site.Pages["renters.html"].QuerySelectorAll("main section").Select(Sentences).ToList();
        parts.Count.ShouldBe(5);
        var paragraphs = site.Pages["renters.html"].QuerySelectorAll("main section p, main section li").Select(p => p.TextContent.Trim()).Where(p => p.Split(' ').Length >= FewestWords).ToList();
        paragraphs.Count.ShouldBeGreaterThan(8);
        parts.Concat(paragraphs).ShouldAllBe(p => GradeOf(p) <= Grade);
    }

    [Fact]
    public void No_sentence_on_it_is_long() =>
        Regex.Split(Sentences(site.Pages["renters.html"]), @"(?<=[.?!])\s+").ShouldAllBe(s => s.Split(' ').Length <= 22);

    /// <summary>The formula as published: 0.39 words a sentence + 11.8 syllables a word - 15.59.</summary>
    [Theory]
    [InlineData("The cat sat on the mat.", -1.45)]
    [InlineData("Some rented homes need a licence from the council.", 3.65)]
    [InlineData("Considerable administrative complexity characterises municipal registration obligations.", 39.4)]
    public void The_counter_counts(string sentence, double grade) => GradeOf(sentence).ShouldBe(grade, 0.01);

    [Theory]
    [InlineData("home", 1)]
    [InlineData("homes", 1)]
    [InlineData("licence", 2)]
    [InlineData("licensed", 2)]
    [InlineData("council", 2)]
    [InlineData("register", 3)]
    [InlineData("people", 2)]
    [InlineData("shared", 1)]
    [InlineData("rented", 2)]
    [InlineData("selective", 3)]
    [InlineData("additional", 4)]
    public void Syllables_are_counted_as_they_are_spoken(string word, int syllables) => Syllables(word).ShouldBe(syllables);

    /// <summary>Each paragraph and item ends a sentence, also where it has no full stop.</summary>
    private static string Sentences(IDocument page) => Sentences(page.QuerySelector("main")!);

    private static string Sentences(IElement part) => string.Join(' ', part.QuerySelectorAll("p, li").Select(e =>
    {
        var text = Regex.Replace(e.TextContent, @"\s+", " ").Trim();
        return text.Length > 0 && char.IsLetterOrDigit(text[^1]) ? $"{text}." : text;
    }));

    private static double GradeOf(string text)
    {
        var words = Regex.Matches(text, "[A-Za-z]+(?:'[a-z]+)?").Select(m => m.Value).ToList();
        var sentences = Regex.Count(text, @"[.?!](\s|$)");
        return (0.39 * words.Count / sentences) + (11.8 * words.Sum(Syllables) / words.Count) - 15.59;
    }

    /// <summary>Groups of vowels, without a silent e at the end and without the e of -ed and -es where it is not spoken.</summary>
    private static int Syllables(string word)
    {
        var text = word.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal);
        var count = Regex.Count(text, "[aeiouy]+");
        if (Regex.IsMatch(text, "[^aeiouyl]e$|[aeiouy]le$") || Regex.IsMatch(text, "[^aeiouytd]ed$") || Regex.IsMatch(text, "[^aeiouyscxz]es$|[^h]shes$"))
        {
            count--;
        }

        return Math.Max(count, 1);
    }
}
