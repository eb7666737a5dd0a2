using LicensingPipeline.Catalogue;
using LicensingPipeline.Record;

namespace LicensingPipeline.Summarise;

/// <summary>Puts a night together: every authority has its say, also one whose source file is wrong, and the exit code is the gravest of all.</summary>
public static class NightReports
{
    private const int SourceFileWrong = 3;
    private const int SomeoneNeeded = 2;

    /// <summary>The report of a night.</summary>
    public static NightReport Of(SourceFolder sources, IReadOnlyList<StreamResult> results, IReadOnlyList<(Source Source, StreamSpec Spec)> tonight, bool invented, TimeSpan took)
    {
        var meant = tonight.Select(t => (t.Source.Authority, t.Spec.Name)).ToHashSet();
        var mine = results.Where(r => meant.Contains((r.Source.Authority, r.Spec.Name))).ToList();
        var broken = mine.Where(r => r.Latest is not null && !SumHolds(r)).Select(r => $"{r.Source.ShortName}/{r.Spec.Name}").ToList();
        if (broken.Count > 0)
        {
            throw new InvalidDataException($"The rows of {string.Join(", ", broken)} do not add up: read = published + quarantined + not a record + held fails. This is a fault of the program: please report it.");
        }

        var wrong = sources.Errors.Select(e => new StreamReport
        {
            Authority = sources.Reference.Authorities.Values.FirstOrDefault(a => a.ShortName == e.Key)?.Gss ?? e.Key,
            Stream = null,
            State = nameof(StreamState.ConfigError),
            Detail = string.Join(' ', e.Value.Select(v => v.ToString())),
        });
        var streams = mine.Select(StreamReport.Of).Concat(wrong).OrderBy(s => s.Authority, StringComparer.Ordinal).ThenBy(s => s.Stream, StringComparer.Ordinal).ToList();
        var exit = sources.Errors.Count > 0 ? SourceFileWrong
            : mine.Any(r => r.State.NeedsSomeone() && r.Spec.Expected?.State != r.State) ? SomeoneNeeded
            : 0;
        return new NightReport(exit, Math.Round(took.TotalSeconds, 3), streams) { Demonstration = invented ? Demonstration.Mark : null };
    }

    private static bool SumHolds(StreamResult result) =>
        result.Latest!.RowsRead == result.Latest.RowsPublished + result.Latest.Quarantined + result.Latest.NotARecord + result.Latest.Held
        && result.Folded.All(f => f.Sums.Hold);
}
