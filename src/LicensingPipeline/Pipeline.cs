using LicensingPipeline.Catalogue;
using LicensingPipeline.Collect;
using LicensingPipeline.Record;
using LicensingPipeline.Store;
using LicensingPipeline.Summarise;

namespace LicensingPipeline;

/// <summary>
/// The nightly run. Extract, Map, Normalise and Quality work inside the fold of a copy, Resolve inside the building of the
/// database; View asks what comes out.
/// </summary>
public static class Pipeline
{
    /// <summary>Runs one night and reports it. The data folder is left as it was or as it should be, never in between.</summary>
    public static async Task<NightReport> RunAsync(NightOptions options, CancellationToken ct)
    {
        var started = options.Time.GetTimestamp();
        PrivateFiles.MakeFolder(options.Data);
        using var only = RunLock.Take(options.Data, options.Say);
        using var ledger = new Ledger(Path.Combine(options.Data, "ledger.db"));
        InventedData.Check(ledger, options.Invented);
        var rules = PublicRules.Read(options.Data, options.Governance, ledger.Meta(LeaveOutFile.LedgerKey) is not null);
        var run = Runs.Begin(ledger, options.Time.GetUtcNow());

        var sources = LastGoodSources.Complete(ledger, SourceFolder.Read(options.Sources, options.Reference, options.Data)); // Catalogue
        var streams = sources.Streams();
        var tonight = streams.Where(s => sources.IsMeant(s.Source, options.Authorities)).ToList();
        var archive = new Archive(Path.Combine(options.Data, "archive"));
        var troubles = await new Collection(ledger, run, archive, options).CollectAsync(tonight, ct); // Collect

        using var build = new RegistersBuild(options.Data, ledger, archive.Open, options.Time, options.Say) { Places = sources.Reference.Places, Rules = rules };
        var results = new List<StreamResult>();
        foreach (var (source, spec) in streams)                                     // Extract, Map, Normalise, Quality, Record
        {
            ct.ThrowIfCancellationRequested();
            var night = new StreamNight(ledger, source, spec, sources, options, archive.Open);
            results.Add(night.Run(troubles.Find(source, spec), (row, copy) => build.Newest(row, copy)));
        }

        var rebuilt = build.Finish(results);                                                        // Resolve, Store
        var report = NightReports.Of(sources, results, tonight, ledger.IsInvented, options.Time.GetElapsedTime(started)); // Summarise
        options.Say(rebuilt ? "The registers database is rebuilt, checked and in place." : "Nothing changed: last night's registers database stands.");
        Runs.End(ledger, run, options.Time.GetUtcNow(), report.Exit);
        Heartbeat.Write(options.Data, options.Time.GetUtcNow(), ledger.IsInvented);
        return report;
    }
}
