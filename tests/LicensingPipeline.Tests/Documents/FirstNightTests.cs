using System.Text.RegularExpressions;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Documents;

/// <summary>docs/first-night.md has a line for each authority, and leads nowhere the source files do not.</summary>
public sealed class FirstNightTests
{
    private static readonly string Page = File.ReadAllText(Checkout.File("docs", "first-night.md"));
    private static readonly SourceFolder Folder = SourceFolder.Read(Checkout.File("sources"), Checkout.File("data", "reference"));

    [Fact]
    public void Each_authority_has_one_line_that_agrees_with_its_source_file() => Faults(Page).ShouldBeEmpty();

    [Fact]
    public void A_line_left_out_a_strange_address_and_a_command_for_another_are_reported()
    {
        var lines = Page.Split('\n').ToList();
        var camden = lines.FindIndex(l => l.Contains("`camden`", StringComparison.Ordinal));
        lines[camden] = Regex.Replace(lines[camden], "<[^>]+>", "<https://example.org/>").Replace("run camden", "run barnet --stream main", StringComparison.Ordinal);
        lines.RemoveAll(l => l.Contains("`merton`", StringComparison.Ordinal));
        Faults(string.Join('\n', lines)).ShouldBe(
        [
            "camden: https://example.org/ stands in no line of its source file",
            "camden: 'run barnet' is of another authority",
            "camden has no stream main",
            "merton has 0 lines",
        ]);
    }

    private static List<string> Faults(string page)
    {
        var rows = page.Split('\n').Select(l => Regex.Match(l, @"^\| \d+ \| [^|]+ \(`(?<name>[a-z-]+)`\) \| <(?<url>[^>]+)> \|")).Where(m => m.Success).ToList();
        var faults = new List<string>();
        foreach (var row in rows)
        {
            var (name, url) = (row.Groups["name"].Value, row.Groups["url"].Value);
            if (Folder.Find(name) is { } source && !Addresses(source).Contains(url, StringComparer.Ordinal))
            {
                faults.Add($"{name}: {url} stands in no line of its source file");
            }

            var line = page.Split('\n').Single(l => l.StartsWith(row.Value, StringComparison.Ordinal));
            var typed = Regex.Matches(line, @"\./licensing (?<command>run|sources prove|sources new|import) (?<name>[a-z-]+)");
            faults.AddRange(typed.Where(t => t.Groups["name"].Value != name).Select(t => $"{name}: '{t.Groups["command"].Value} {t.Groups["name"].Value}' is of another authority"));
            faults.AddRange(Regex.Matches(line, "--stream ([a-z0-9-]+)").Select(m => m.Groups[1].Value)
                .Where(s => Folder.Find(name)?.Streams.All(o => o.Name != s) ?? false).Select(s => $"{name} has no stream {s}"));
            if (typed.Count == 0)
            {
                faults.Add($"{name}: nothing is typed");
            }
        }

        var names = rows.CountBy(r => r.Groups["name"].Value, StringComparer.Ordinal).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        var wanted = Folder.Reference.Authorities.Values.Select(a => a.ShortName).Order(StringComparer.Ordinal);
        return [.. faults, .. wanted.Where(w => names.GetValueOrDefault(w) != 1).Select(w => $"{w} has {names.GetValueOrDefault(w)} lines"), .. names.Keys.Where(n => Folder.Find(n) is null).Select(n => $"{n} is no authority")];
    }

    private static IEnumerable<string> Addresses(Source source) =>
        source.Access.Evidence.Select(e => e.Url)
            .Concat(source.Streams.SelectMany(s => new[] { s.Landing, s.Url, s.Api?.Url }).OfType<Uri>().Select(u => u.OriginalString));
}
