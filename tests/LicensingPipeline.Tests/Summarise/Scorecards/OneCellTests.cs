using System.Text;
using System.Text.RegularExpressions;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Summarise.Scorecards;

/// <summary>What one cell of one council's file can move on the published site: the figures that count it, and no other byte but hashes.</summary>
public sealed class OneCellTests
{
    private const int Rows = 40;
    private const string Name = "2026-q1", Edition = $"editions/{Name}", Sheet = $"{Edition}/camden/hmo-hmo/";

    [Theory]
    [InlineData("Holder", "", "completeness.holder_name", "consistency.within.holder_name")]
    [InlineData("Start", "2023-02-01", "consistency.within.start_date")]
    [InlineData("End", "31/02/2028", "timeliness.in_force", "uniqueness.overlaps", "validity.dates")]
    [InlineData("People", "lots", "validity.counts")]
    public async Task One_cell_moves_the_figures_that_count_it_and_no_other_byte_but_hashes(string column, string text, params string[] figures)
    {
        var (before, after) = (await SiteAsync(null, ""), await SiteAsync(column, text));
        var moved = before.Keys.Union(after.Keys, StringComparer.Ordinal).Where(k => before.GetValueOrDefault(k) != after.GetValueOrDefault(k)).ToList();

        moved.Where(k => k.StartsWith(Sheet, StringComparison.Ordinal)).Select(k => Path.GetFileNameWithoutExtension(k)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ShouldBe(figures);
        Differing(before, after, $"{Edition}/scores.csv").Select(l => l.Split(',')[7]).Order(StringComparer.Ordinal).ShouldBe(figures);
        moved.Where(k => k.StartsWith(Edition, StringComparison.Ordinal) && !k.StartsWith(Sheet, StringComparison.Ordinal))
            .Except([$"{Edition}/camden/index.html", $"{Edition}/edition.json", $"{Edition}/explorer.html", $"{Edition}/index.html", $"{Edition}/scores.csv"], StringComparer.Ordinal).ShouldBeEmpty();
        foreach (var file in new[] { $"{Edition}/camden/index.html", $"{Edition}/index.html", $"{Edition}/edition.json" })
        {
            Without(after[file], figures).ShouldBe(Without(before[file], figures), file);
        }

        // The facts of every night: of this council, and the counts of all.
        moved.Where(k => !k.StartsWith("editions/", StringComparison.Ordinal) && !k.StartsWith("boroughs/camden/", StringComparison.Ordinal) && !k.StartsWith("issues/", StringComparison.Ordinal))
            .Except(["SHA256SUMS", "data/issues.csv", "data/particulars.csv", "matrix.html", "status.html"], StringComparer.Ordinal).ShouldBeEmpty();
        foreach (var file in moved.Where(k => k.StartsWith("data/", StringComparison.Ordinal)))
        {
            // A table with nothing in it still says that it is invented.
            Differing(before, after, file).Concat(Differing(after, before, file)).Where(l => !l.StartsWith(",,", StringComparison.Ordinal)).ShouldAllBe(l => l.StartsWith("E09000007,", StringComparison.Ordinal));
        }
    }

    /// <summary>A page or edition.json without what says the named figures and their dimensions.</summary>
    private static string Without(string text, string[] figures)
    {
        var dimensions = figures.Select(f => f.Split('.')[0]).Distinct(StringComparer.Ordinal).ToList();
        if (text[0] == '{')
        {
            return string.Join('\n', text.Split('\n').Where(l => !dimensions.Exists(d => l.Contains($"\"{d}\":", StringComparison.Ordinal))));
        }

        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(text);
        var links = figures.Select(f => $"/{f}.html").ToList();
        foreach (var element in page.QuerySelectorAll("tr, li").Where(e => e.QuerySelectorAll("a").Any(a => links.Exists(l => a.GetAttribute("href")!.EndsWith(l, StringComparison.Ordinal)))
            || (e.QuerySelector("th[scope=row]") is { } head && dimensions.Contains(head.TextContent, StringComparer.OrdinalIgnoreCase))).ToList())
        {
            element.Remove();
        }

        foreach (var law in page.QuerySelectorAll("p").Where(p => dimensions.Contains("completeness", StringComparer.Ordinal) && p.TextContent.StartsWith("Completeness by", StringComparison.Ordinal)).ToList())
        {
            law.Remove();
        }

        return page.DocumentElement.OuterHtml;
    }

    private static IEnumerable<string> Differing(SortedDictionary<string, string> before, SortedDictionary<string, string> after, string file) =>
        after[file].Split('\n').Except(before[file].Split('\n'), StringComparer.Ordinal);

    private static async Task<SortedDictionary<string, string>> SiteAsync(string? column, string text)
    {
        using var night = new InventedNight();
        foreach (var (name, gss) in new[] { ("camden", "E09000007"), ("hackney", "E09000012") })
        {
            night.Source(name, InventedNight.Manual(gss, "hmo", "[ mandatory-hmo ]", "mandatory-hmo"));
            night.Hand(name, "hmo_2026-02-01.csv", Table(name == "camden" ? column : null, text));
        }

        await night.RunAsync();
        await File.WriteAllTextAsync(Path.Combine(night.Data, "operator.yaml"), "name: Example Branch\ncontact: branch@example.org\n", TestContext.Current.CancellationToken);
        foreach (var name in new[] { "camden", "hackney" })
        {
            await Typed.Into(night, "letter", name, "--kind", "draft-card", "--edition", Name, "--sent", "2026-01-05");
        }

        var to = Path.Combine(night.Data, "public-site");
        var published = await Typed.Into(night, "publish", "--edition", Name, "--out", to);
        published.Exit.ShouldBe(0, published.Error);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(to, "*", SearchOption.AllDirectories))
        {
            files[Path.GetRelativePath(to, file).Replace('\\', '/')] = Regex.Replace(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), "[0-9a-f]{12,64}", "HASH");
        }

        return files;
    }

    private static string Table(string? column, string text)
    {
        string[] columns = ["Ref", "Address", "Holder", "Manager", "Start", "End", "People"];
        var table = new StringBuilder(string.Join(',', columns)).Append('\n');
        foreach (var row in Enumerable.Range(1, Rows))
        {
            string[] cells = [$"X/{100 + row}", $"\"{row} Quillfeather Road, N1 1AA\"", "Brightfold Lettings Ltd", "Pomfret Example LLP", "01/02/2023", "31/01/2028", "5"];
            if (row == 7 && column is not null)
            {
                cells[Array.IndexOf(columns, column)] = text;
            }

            table.Append(string.Join(',', cells)).Append('\n');
        }

        return table.ToString();
    }
}
