using System.Diagnostics;
using LicensingPipeline.Cli.Demo;
using LicensingPipeline.Summarise.Scorecards;
using LicensingPipeline.Web;

namespace LicensingPipeline.Cli.Bench;

/// <summary>Times the public site of the demonstration's 33 councils, and works out the example of docs/scorecard-method.md.</summary>
internal static class BenchPublish
{
    /// <summary>The worked example of the method: openness 78.0, completeness 71.4, validity 93.2, consistency 64.5, uniqueness 88.0, timeliness 56.3.</summary>
    public static Scores Example { get; } = new("example",
        [(Dimension.Completeness, 71.4m), (Dimension.Consistency, 64.5m), (Dimension.Validity, 93.2m), (Dimension.Openness, 78.0m), (Dimension.Uniqueness, 88.0m), (Dimension.Timeliness, 56.3m)]);

    public static async Task<IReadOnlyList<BenchFigure>> RunAsync(Action<string> say, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("licensing-bench-").FullName;
        try
        {
            var samples = SampleFolder.Find();
            var data = Path.Combine(folder, "demo");
            say("Playing the two nights of the demonstration.");
            await DemoRun.PlayAsync(samples, data, _ => { }, ct);
            Directory.Delete(Path.Combine(data, EditionStore.FolderName), recursive: true);
            var (site, pages) = await TimeAsync(folder, samples, data, edition: null, ct);
            var (all, allPages) = await TimeAsync(folder, samples, data, "bench", ct);
            var example = Composite.Of(Example, rung: 4)!;
            return
            [
                BenchFigure.AtMost("site_seconds", site, "s", 5, FormattableString.Invariant($"33 councils, {pages} files, from the facts to the disk")),
                BenchFigure.AtMost("site_with_figures_seconds", all, "s", 20, FormattableString.Invariant($"the same with an edition, {allPages} files")),
                Within("worked_example", (double)Math.Round(example.Value, 1, MidpointRounding.AwayFromZero), 74.1, 0),
                Within("range_low", example.Low, 71.5, 0.4),
                Within("range_high", example.High, 76.8, 0.4),
                new BenchFigure("same_band", Math.Round(100 * example.SameBand, 1), "%", "98.5 to 100", example.SameBand is >= 0.985 and <= 1, "share of the draws in which the band stays"),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(double Seconds, int Files)> TimeAsync(string folder, SampleFolder samples, string data, string? edition, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        var folders = new SiteFolders(data, Path.Combine(data, "sources"), samples.Reference);
        var facts = SiteFacts.Read(folders, new DateOnly(2026, 11, 2), _ => { });
        var store = new EditionStore(data);
        if (edition is not null)
        {
            await DemoRun.FreezeAsync(edition, folders, facts.Today, _ => { }, ct);
            facts = facts with { Editions = store.Names };
        }

        var files = await Site.FilesAsync(facts, store, ct);
        new SiteFolder(Path.Combine(folder, edition ?? "facts"), facts.Invented).Write(files);
        return (watch.Elapsed.TotalSeconds, files.Count);
    }

    private static BenchFigure Within(string figure, double value, double target, double by) =>
        new(figure, Math.Round(value, 3), "points", FormattableString.Invariant($"{target} ± {by}"), Math.Abs(value - target) <= by + 1e-9, "the worked example of method 1.0");
}
