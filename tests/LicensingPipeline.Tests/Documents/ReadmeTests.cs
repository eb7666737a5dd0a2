using System.Text.RegularExpressions;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Documents;

/// <summary>README is tried, not written: its commands run in order in an empty folder, and what it shows of the demonstration is what the demonstration prints.</summary>
public sealed class ReadmeTests
{
    private static readonly string Page = File.ReadAllText(Checkout.File("README.md"));

    [Fact]
    public async Task Every_command_of_the_page_does_what_it_says() =>
        (await FaultsAsync(Page, TestContext.Current.CancellationToken)).ShouldBeEmpty();

    [Fact]
    public async Task A_command_that_is_not_there_and_a_line_nobody_prints_are_reported()
    {
        const string planted = "```sh\n./licensing sources check\n./licensing frobnicate\n```\n```text demo\nThis line is made up.\n```\n";
        (await FaultsAsync(planted, TestContext.Current.CancellationToken)).ShouldBe(
            ["'licensing frobnicate' ended with 64 instead of 0", "the demonstration does not print: This line is made up."]);
    }

    [Fact]
    public void The_page_opens_with_the_two_commands() =>
        Commands(Page).Take(2).Select(c => c.Text).ShouldBe(["./licensing demo", "./test"]);

    [Fact]
    public void Every_file_the_page_points_to_is_there() =>
        Regex.Matches(Page, @"\]\(((?!http)[^)#]+)\)").Select(m => m.Groups[1].Value)
            .Where(path => !File.Exists(Checkout.File(path)) && !Directory.Exists(Checkout.File(path))).ShouldBeEmpty();

    private static async Task<List<string>> FaultsAsync(string page, CancellationToken ct)
    {
        using var folder = new Folder();
        Directory.CreateDirectory(folder["data"]);
        foreach (var part in new[] { "sources", "data/samples", "data/reference" })
        {
            Directory.CreateSymbolicLink(folder[part], Checkout.File(part));
        }

        var faults = new List<string>();
        var printed = "";
        foreach (var (text, exit) in Commands(page).Where(c => c.Text.StartsWith("./licensing ", StringComparison.Ordinal)))
        {
            var run = await LicensingProcess.RunAsync(folder.Path, [.. Words(text).Skip(1)], ct);
            printed += text.StartsWith("./licensing demo", StringComparison.Ordinal) ? run.Output + run.Error : "";
            if (run.Exit != exit)
            {
                faults.Add($"'{text[2..]}' ended with {run.Exit} instead of {exit}");
            }
        }

        var lines = printed.Split('\n').Select(l => l.Trim()).ToHashSet(StringComparer.Ordinal);
        var shown = Regex.Matches(page, "^```text demo\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).SelectMany(m => m.Groups[1].Value.Split('\n')).Select(l => l.Trim());
        faults.AddRange(shown.Where(l => l.Length > 0 && l != "…" && !lines.Contains(l)).Select(l => $"the demonstration does not print: {l}"));
        return faults;
    }

    /// <summary>The lines of blocks marked <c>sh</c>; <c># exit 2</c> behind one says how it ends.</summary>
    private static List<(string Text, int Exit)> Commands(string page) =>
        [.. Regex.Matches(page, "^```sh\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)
            .SelectMany(m => m.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .Select(l => (l.Split('#')[0].Trim(), Regex.Match(l, @"# exit (\d+)") is { Success: true } e ? int.Parse(e.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : 0))];

    private static IEnumerable<string> Words(string command) =>
        Regex.Matches(command, "\"([^\"]*)\"|(\\S+)").Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value);
}
