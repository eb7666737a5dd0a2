namespace LicensingPipeline.Record;

/// <summary>
/// The roll of one copy as it is read: which entries it holds, which repeat each other, which the last published copy
/// held already. Some forty bytes an entry is all of a copy that is in memory at once.
/// </summary>
internal sealed class CopyRoll(VersionIndex before)
{
    private readonly Dictionary<(ulong Identity, ulong Content), int> _seen = [];
    private readonly bool[] _kept = new bool[before.Open.Length];

    /// <summary>Entries in the order of the file, exact repeats left out.</summary>
    public List<RollEntry> Entries { get; } = [];

    /// <summary>Enters an entry; null where it repeats one to the letter.</summary>
    public RollEntry? Enter(ulong identity, ulong content, ulong property, int? endDay)
    {
        if (!_seen.TryAdd((identity, content), Entries.Count))
        {
            return null;
        }

        var known = before.Find(identity, content);
        if (known >= 0)
        {
            _kept[known] = true;
        }

        var entry = new RollEntry(Entries.Count, identity, content, property, endDay ?? int.MinValue, known);
        Entries.Add(entry);
        return entry;
    }

    /// <summary>Identities that stand on several entries that differ.</summary>
    public HashSet<ulong> Repeated()
    {
        var once = new HashSet<ulong>(Entries.Count);
        return [.. Entries.Where(e => !once.Add(e.Identity)).Select(e => e.Identity)];
    }

    /// <summary>What became of the entries since the last published copy.</summary>
    public RollDifference Compare()
    {
        var gone = before.Open.Where((_, i) => !_kept[i]).ToList();
        var fresh = Entries.Where(e => e.Known < 0).OrderBy(e => e.Identity).ThenBy(e => e.Content).ToList();
        var goneByIdentity = gone.ToLookup(g => g.Identity);
        var changed = new List<(VersionEntry Before, RollEntry After)>();
        var changedIds = new HashSet<long>();
        var added = new List<RollEntry>();
        foreach (var group in fresh.GroupBy(f => f.Identity))
        {
            // Entries of one identity are paired in the order of their contents; what is left over is new or gone.
            using var old = goneByIdentity[group.Key].GetEnumerator();
            foreach (var entry in group)
            {
                if (old.MoveNext())
                {
                    changed.Add((old.Current, entry));
                    changedIds.Add(old.Current.Id);
                }
                else
                {
                    added.Add(entry);
                }
            }
        }

        return new RollDifference(added, [.. gone.Where(g => !changedIds.Contains(g.Id))], changed);
    }
}

/// <summary>An entry on the roll.</summary>
/// <param name="Ordinal">0-based place among the entries of the copy.</param>
/// <param name="Known">Its place in the index of the last published copy, or -1.</param>
internal readonly record struct RollEntry(int Ordinal, ulong Identity, ulong Content, ulong Property, int EndDay, int Known);

/// <summary>New, gone and changed entries between two copies.</summary>
internal sealed record RollDifference(
    IReadOnlyList<RollEntry> Added, IReadOnlyList<VersionEntry> Gone, IReadOnlyList<(VersionEntry Before, RollEntry After)> Changed);
