using System.Text.RegularExpressions;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Documents;

/// <summary>The page for newcomers names commands, options and files that are there.</summary>
public sealed class AddingABoroughTests
{
    private static readonly string Page = File.ReadAllText(Checkout.File("docs", "adding-a-borough.md"));

    [Fact]
    public async Task Every_command_and_option_of_the_page_is_known()
    {
        var commands = Regex.Matches(Page, @"\./licensing ([^`\n]+)").Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal).ToList();
        commands.Count.ShouldBeGreaterThan(5);
        foreach (var command in commands)
        {
            var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            string[] path = words[0] == "sources" ? [.. words.Take(2)] : [words[0]];
            var help = await Typed.Into(TimeProvider.System, [.. path, "--help"]);
            help.Exit.ShouldBe(0, command);
            words.Where(w => w.StartsWith("--", StringComparison.Ordinal)).ShouldAllBe(o => help.Out.Contains(o, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_file_the_page_points_to_is_there() =>
        Regex.Matches(Page, @"\]\(\.\./([^)#]+)\)").Select(m => m.Groups[1].Value).Where(path => !File.Exists(Checkout.File(path))).ShouldBeEmpty();
}
