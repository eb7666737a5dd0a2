using LicensingPipeline.Catalogue;
using LicensingPipeline.Collect;
using LicensingPipeline.Record;
using LicensingPipeline.Store;
using LicensingPipeline.Summarise.Scorecards;
using LicensingPipeline.Web;

namespace LicensingPipeline.Cli;

/// <summary>Makes the scorecards of a quarter and freezes them.</summary>
internal static class Editions
{
    /// <summary>Makes an edition and keeps it; one that is kept already stands, and is refused where it would come out otherwise.</summary>
    public static async Task FreezeAsync(string name, SiteFolders folders, SiteFacts facts, EditionStore store, Action<string> say, CancellationToken ct)
    {
        Edition.CheckName(name);
        var edition = RightOfReply.Observe(Make(name, folders), facts.Letters, facts.Today);
        if (store.Json(name) is { } kept)
        {
            if (kept != edition.ToJson())
            {
                throw new RefusedException($"Edition {name} was published before from other copies or with another version of the program, and stands as it was. Publish what there is now under a new name, or leave --edition away.");
            }

            say($"Edition {name} stands as it was published.");
            return;
        }

        edition = edition with { Shadow = ShadowOf(name, folders, store) };
        var files = await Site.EditionAsync(facts, edition, Folders.PolicyOf(folders.Data).ShowsComposite, ct);
        store.Keep(files);
        foreach (var entry in edition.Entries.Where(e => e.WasNotAsked))
        {
            say($"{entry.Authority.Name} is not scored in edition {name}: no letter to it is recorded.");
        }

        say($"Edition {name}: {Grid.Number(edition.Entries.Count(e => e.Cards.Count > 0))} of {Grid.Number(edition.Entries.Count)} councils have a copy to score; {Grid.Number(files.Count)} files, frozen in {Path.Combine(folders.Data, EditionStore.FolderName, name)}.");
    }

    /// <summary>The scorecards of every authority.</summary>
    public static Edition Make(string name, SiteFolders folders)
    {
        using var ledger = Ledger.Ask(folders.Data);
        var sources = SourceFolder.Read(folders.Sources, folders.Reference, folders.Data);
        // Frozen with the method, so always those of the project, whatever tables of places the samples bring.
        var lists = MethodLists.Read(Folders.Reference());
        var edition = Edition.Make(name, sources, Maker(ledger, sources, lists, folders.Data), lists, ledger.IsInvented);
        // Nobody checks invented rows by hand.
        return ledger.IsInvented ? edition : edition with { HandChecks = HandCheck.Read(folders.HandChecks, name, sources.Reference.Authorities) };
    }

    /// <summary>An edition that was published, worked out again from its copies by the method and the reader of today.</summary>
    public static ShadowRun Again(string frozen, SiteFolders folders)
    {
        using var ledger = Ledger.Ask(folders.Data);
        var sources = SourceFolder.Read(folders.Sources, folders.Reference, folders.Data);
        return ShadowRun.Of(frozen, sources, Maker(ledger, sources, MethodLists.Read(Folders.Reference()), folders.Data));
    }

    /// <summary>The edition before, where the method has changed since.</summary>
    private static ShadowRun? ShadowOf(string name, SiteFolders folders, EditionStore store) =>
        store.Names.LastOrDefault(n => n != name) is { } before && store.Json(before) is { } frozen && ShadowRun.MethodOf(frozen) != Method.Version ? Again(frozen, folders) : null;

    /// <summary>What makes scorecards of the copies of a data folder.</summary>
    public static ScorecardMaker Maker(Ledger ledger, SourceFolder sources, MethodLists lists, string data)
    {
        var archive = new Archive(Path.Combine(data, "archive"));
        return new ScorecardMaker(ledger, sources, Folders.Inventories(sources.Reference), lists, archive.Open)
        {
            LeftOut = LeaveOutFile.Read(data, ledger.Meta(LeaveOutFile.LedgerKey) is not null),
        };
    }
}
