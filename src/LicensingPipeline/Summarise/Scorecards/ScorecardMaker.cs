using LicensingPipeline.Catalogue;
using LicensingPipeline.Record;
using LicensingPipeline.Store;

namespace LicensingPipeline.Summarise.Scorecards;

/// <summary>Makes scorecards from the copies that passed: of what is online, and apart from it of what was supplied to us.</summary>
/// <param name="ledger">Which copies passed.</param>
/// <param name="folder">All sources.</param>
/// <param name="inventories">What each council shows, by GSS code.</param>
/// <param name="lists">The lists frozen with the method.</param>
/// <param name="open">Opens the bytes kept under a hash.</param>
public sealed class ScorecardMaker(
    Ledger ledger, SourceFolder folder, IReadOnlyDictionary<string, Inventory> inventories, MethodLists lists, Func<string, Stream> open)
{
    /// <summary>Homes that residents asked to have left out: they are counted nowhere.</summary>
    public LeaveOutList LeftOut { get; init; } = LeaveOutList.None;

    /// <summary>The scorecards of an authority, of what is online first; none where no copy passed.</summary>
    /// <param name="source">The authority's source.</param>
    /// <param name="newest">Hash of the newest copy to look at, by stream: the copies of an earlier edition; null for those of today.</param>
    public IReadOnlyList<Scorecard> Make(Source source, IReadOnlyDictionary<string, string>? newest = null)
    {
        var rows = Snapshots.Streams(ledger).Where(s => s.Authority == source.Authority).ToDictionary(s => s.Name, StringComparer.Ordinal);
        var sheets = new List<ScoredSheet>();
        foreach (var spec in source.Streams.Where(s => s.Register == "licences" && s.Retired is null && rows.ContainsKey(s.Name) && newest?.ContainsKey(s.Name) != false))
        {
            var copies = Passed(rows[spec.Name].Id, newest?[spec.Name]);
            if (copies.Count > 0)
            {
                sheets.AddRange(new SheetScorer(new Scoring(source, spec, copies, open, folder.Reference.Places, lists, Withheld(source.Authority)) { LeftOut = LeftOut }).Score());
            }
        }

        return [.. sheets.GroupBy(s => s.IsPublished).OrderByDescending(g => g.Key).Select(g => new Scorecard(source.Authority, source.ShortName, g.Key, source.Access.Rung, [.. g]))];
    }

    /// <summary>The last six copies that passed; the same bytes under a later date are no other copy.</summary>
    private List<Snapshot> Passed(long stream, string? newest)
    {
        var published = Verdicts.Of(ledger, stream).Where(v => v.Published && v.State != nameof(StreamState.EmptyDeclared)).Select(v => v.Snapshot).ToHashSet();
        var copies = new List<Snapshot>();
        foreach (var copy in Snapshots.Of(ledger, stream).Where(s => published.Contains(s.Id)))
        {
            if (copies.Count > 0 && copies[^1].Sha256 == copy.Sha256)
            {
                copies.RemoveAt(copies.Count - 1);
            }

            copies.Add(copy);
            if (copy.Sha256 == newest)
            {
                break;
            }
        }

        return [.. copies.TakeLast(SheetScorer.MostCopies)];
    }

    private HashSet<string> Withheld(string authority) => inventories.TryGetValue(authority, out var inventory)
        ? [.. inventory.Findings.Where(f => f.Value.Is == Showing.Withheld).Select(f => f.Key)]
        : [];
}
