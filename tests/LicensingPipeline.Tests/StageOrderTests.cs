using System.Text.RegularExpressions;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests;

/// <summary>A stage may use the root types and earlier stages only; the folder listing is the list of stages.</summary>
public sealed class StageOrderTests
{
    private static readonly string Library = Checkout.File("src", "LicensingPipeline");

    [Fact]
    public void No_stage_mentions_a_later_one() => Faults(Library).ShouldBeEmpty();

    [Fact]
    public void A_mention_of_a_later_stage_is_reported()
    {
        using var copy = Copy();
        var planted = Path.Combine(copy.Path, "Extract", "Planted.cs");
        File.WriteAllText(planted, "using LicensingPipeline.Store;\n");
        File.WriteAllText(Path.Combine(copy.Path, "Map", "Planted.cs"), "var x = Quality.Gate.Judge();\n");
        File.WriteAllText(Path.Combine(copy.Path, "Planted.cs"), "using LicensingPipeline.View;\n");

        Faults(copy.Path).ShouldBe(
        [
            "Extract/Planted.cs reaches for the later stage Store",
            "Map/Planted.cs reaches for the later stage Quality",
            "Planted.cs stands beside the stages and reaches for View: only Pipeline.cs may",
        ]);
    }

    [Fact]
    public void The_pipeline_fits_on_a_screen() => File.ReadAllLines(Path.Combine(Library, "Pipeline.cs")).Length.ShouldBeLessThanOrEqualTo(55);

    [Fact]
    public void The_library_knows_neither_the_program_nor_the_pages() =>
        Sources(Library).Where(f => Regex.IsMatch(File.ReadAllText(f), @"LicensingPipeline\.(Cli|Web)|\bConsole\.|System\.CommandLine|Spectre|AspNetCore")).ShouldBeEmpty();

    private static List<string> Faults(string library)
    {
        var stages = Directory.GetDirectories(library).Select(d => Path.GetFileName(d)).Where(d => d is not ("bin" or "obj")).Order(StringComparer.Ordinal).ToList();
        var faults = new List<string>();
        foreach (var file in Sources(library))
        {
            var parts = Path.GetRelativePath(library, file).Split(Path.DirectorySeparatorChar);
            var mine = parts.Length == 1 ? -1 : stages.IndexOf(parts[0]);
            var text = File.ReadAllText(file);
            foreach (var later in stages.Skip(mine + 1).Where(s => Mentions(text, s)))
            {
                if (mine >= 0)
                {
                    faults.Add($"{string.Join('/', parts)} reaches for the later stage {later}");
                }
                else if (parts[0] is not "Pipeline.cs" && !(parts[0] is "NightOptions.cs" && later is "Collect"))
                {
                    faults.Add($"{parts[0]} stands beside the stages and reaches for {later}: only Pipeline.cs may");
                }
            }
        }

        return [.. faults.Order(StringComparer.Ordinal)];
    }

    /// <summary>A using, a qualified name from the root, or a name qualified by the stage alone; words in comments do not count.</summary>
    private static bool Mentions(string text, string stage)
    {
        var code = Regex.Replace(text, @"^\s*//.*$", "", RegexOptions.Multiline);
        return Regex.IsMatch(code, $@"LicensingPipeline\.{stage}\b|(?<![\w.""]){stage}\.[A-Z]\w+[.(]");
    }

    private static IEnumerable<string> Sources(string library) =>
        Directory.EnumerateFiles(library, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static Folder Copy()
    {
        var copy = new Folder();
        foreach (var file in Sources(Library))
        {
            copy.Write(Path.GetRelativePath(Library, file), File.ReadAllText(file));
        }

        return copy;
    }
}
