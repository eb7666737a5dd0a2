using LicensingPipeline.Catalogue;
using LicensingPipeline.Record;

namespace LicensingPipeline.Summarise;

/// <summary>The facts of every authority, alphabetically: no order but that of the names.</summary>
public static class BoroughFactsList
{
    /// <summary>One record for each authority that has a source file, whether the file is right or not.</summary>
    /// <param name="sources">The source files.</param>
    /// <param name="inventories">The field inventories.</param>
    /// <param name="statuses">How every source stands.</param>
    /// <param name="ledger">What was fetched and what it said.</param>
    public static IReadOnlyList<BoroughFacts> Of(SourceFolder sources, IReadOnlyList<Inventory> inventories, IReadOnlyList<StreamStatus> statuses, Ledger ledger)
    {
        var ids = Snapshots.Streams(ledger).ToDictionary(s => (s.Authority, s.Name), s => s.Id);
        var boroughs = new List<BoroughFacts>();
        foreach (var group in statuses.GroupBy(s => s.Row.Authority, StringComparer.Ordinal))
        {
            var first = group.First();
            boroughs.Add(new BoroughFacts
            {
                Authority = sources.Reference.Authorities.GetValueOrDefault(group.Key) ?? new Authority(group.Key, first.Name, group.Key, "England", "", null, null),
                Source = first.Source,
                Inventory = inventories.FirstOrDefault(i => i.Authority == group.Key),
                Registers = [.. group.Where(s => s.Spec is not null).Select(s => CopyFacts.Of(ledger, s, ids.TryGetValue((group.Key, s.Spec!.Name), out var id) ? id : null))],
            });
        }

        return [.. boroughs.OrderBy(b => b.Authority.Name, StringComparer.Ordinal).ThenBy(b => b.Authority.Gss, StringComparer.Ordinal)];
    }
}
