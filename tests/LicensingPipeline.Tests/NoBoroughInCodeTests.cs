using System.Text.RegularExpressions;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests;

/// <summary>A borough is a YAML file (rule 13): code knows formats and vendors. A comment may name the register that taught a rule.</summary>
public sealed class NoBoroughInCodeTests
{
    // Texts come first, so that the two strokes of a web address inside one are not taken for a comment.
    private static readonly Regex TextOrComment = new(
        """"
        """[\s\S]*?"""|@"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|(?<comment>//[^\n]*|/\*[\s\S]*?\*/|@\*[\s\S]*?\*@)
        """", RegexOptions.CultureInvariant);

    private static readonly IReadOnlyList<Authority> Authorities =
        [.. ReferenceTables.Read(Checkout.File("data", "reference"), sourcesFolder: null).Authorities.Values];

    [Fact]
    public void No_code_names_a_borough() => Files().SelectMany(f => Named(File.ReadAllText(f)).Select(n => $"{Path.GetRelativePath(Checkout.Root, f)}: {n}")).ShouldBeEmpty();

    [Theory]
    [InlineData("if (name == \"Barnet\")", "Barnet")]
    [InlineData("var url = \"https://www.barnet.gov.uk/hmo\";", "barnet")]
    [InlineData("class WalthamForestReader", "WalthamForest")]
    [InlineData("\"waltham-forest\"", "waltham-forest")]
    public void A_borough_in_code_is_reported(string code, string name) => Named(code).Contains(name, StringComparer.Ordinal).ShouldBeTrue();

    [Theory]
    [InlineData("// the register of Barnet taught this")]
    [InlineData("/* Barnet\n   and Camden */ var x = 1;")]
    [InlineData("var dealing = Revealing(); // no place")]
    [InlineData("\"GMT+0000 (Greenwich Mean Time)\"")]
    [InlineData("PRIMEM[\"Greenwich\",0]")]
    public void A_comment_and_a_word_that_only_sounds_alike_are_not(string code) => Named(code).ShouldBeEmpty();

    private static List<string> Named(string text)
    {
        var code = TextOrComment.Replace(text, m => m.Groups["comment"].Success ? " " : m.Value);
        // A time and a meridian are named after the place too.
        code = Regex.Replace(code, "Greenwich Mean Time|PRIMEM\\[\"+Greenwich\"+", "");
        return
        [
            .. Authorities.SelectMany(a => new[] { a.Name, a.Name.Replace(" ", "", StringComparison.Ordinal) }).Where(n => Regex.IsMatch(code, $"(?<![a-z]){n}(?![a-z])")),
            .. Authorities.Select(a => a.ShortName).Where(n => Regex.IsMatch(code, $"(?<![A-Za-z0-9]){n}(?![A-Za-z0-9])")),
        ];
    }

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Checkout.File("src"), "*.*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".cs" or ".razor" && !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
