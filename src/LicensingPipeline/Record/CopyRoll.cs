namespace LicensingPipeline.Record;

/// <summary>
/// The roll of one copy as it is read: which entries it holds, which repeat each other, which the last published copy
/// held already. Some thirty bytes an entry are all of a copy that is in memory at once; see docs/decisions.
/// </summary>
internal sealed class CopyRoll(VersionIndex before)
{
    private const int Piece = 1 << 16;

    private readonly bool[] _kept = new bool[before.Open.Length];
    private int[] _slots = new int[1024];

    /// <summary>Entries in pieces of a fixed size, so that a long roll is never copied to a longer one.</summary>
    private readonly List<RollEntry[]> _pieces = [];

    /// <summary>How many entries there are, exact repeats left out.</summary>
    public int Count { get; private set; }

    /// <summary>Entries in the order of the file, exact repeats left out.</summary>
    public IEnumerable<RollEntry> Entries
    {
        get
        {
            for (var i = 0; i < Count; i++)
            {
                yield return this[i];
            }
        }
    }

    private RollEntry this[int ordinal] => _pieces[ordinal / Piece][ordinal % Piece];

    /// <summary>Identities that stand on several entries that differ.</summary>
    public HashSet<ulong> Repeated { get; } = [];

    /// <summary>Enters an entry; null where it repeats one to the letter.</summary>
    public RollEntry? Enter(ulong identity, ulong content, ulong property)
    {
        if (Count * 2 > _slots.Length)
        {
            Widen();
        }

        // Entries of one identity lie in one run of slots, so that a repeated one is met on the way.
        var mask = (ulong)_slots.Length - 1;
        var slot = identity & mask;
        for (; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            var other = this[_slots[slot] - 1];
            if (other.Identity == identity)
            {
                if (other.Content == content)
                {
                    return null;
                }

                Repeated.Add(identity);
            }
        }

        var known = before.Find(identity, content);
        if (known >= 0)
        {
            _kept[known] = true;
        }

        if (Count % Piece == 0)
        {
            _pieces.Add(new RollEntry[Piece]);
        }

        var entry = new RollEntry(Count, identity, content, property, known);
        _pieces[Count / Piece][Count % Piece] = entry;
        _slots[slot] = ++Count;
        return entry;
    }

    /// <summary>Entries of identities that stand on several entries that differ.</summary>
    public IEnumerable<RollEntry> RepeatedEntries => Repeated.Count == 0 ? [] : Entries.Where(e => Repeated.Contains(e.Identity));

    /// <summary>What became of the entries since the last published copy, which there must have been.</summary>
    public RollDifference Compare()
    {
        var gone = before.Open.Where((_, i) => !_kept[i]).ToList();
        var fresh = Entries.Where(e => e.Known < 0).OrderBy(e => e.Identity).ThenBy(e => e.Content).ToList();
        var goneByIdentity = gone.ToLookup(g => g.Identity);
        var changed = new List<(VersionEntry Before, RollEntry After)>();
        var added = new List<RollEntry>();
        foreach (var group in fresh.GroupBy(f => f.Identity))
        {
            Pair([.. goneByIdentity[group.Key]], [.. group], changed, added);
        }

        var changedIds = changed.Select(c => c.Before.Id).ToHashSet();
        return new RollDifference(added, [.. gone.Where(g => !changedIds.Contains(g.Id))], changed);
    }

    /// <summary>
    /// Entries of one identity are paired by their home, so that what the council changes about all of them takes none for
    /// another; the rest in the order of their contents. What is left over is new or gone.
    /// </summary>
    private static void Pair(List<VersionEntry> old, List<RollEntry> fresh, List<(VersionEntry Before, RollEntry After)> changed, List<RollEntry> added)
    {
        var rest = new Queue<VersionEntry>(old);
        if (old.Count > 1 || fresh.Count > 1)
        {
            var byHome = old.GroupBy(o => o.Property).ToDictionary(g => g.Key, g => new Queue<VersionEntry>(g));
            var paired = new HashSet<long>();
            fresh.RemoveAll(entry =>
            {
                if (!byHome.TryGetValue(entry.Property, out var same) || !same.TryDequeue(out var before))
                {
                    return false;
                }

                changed.Add((before, entry));
                return paired.Add(before.Id);
            });
            rest = new Queue<VersionEntry>(old.Where(o => !paired.Contains(o.Id)));
        }

        foreach (var entry in fresh)
        {
            if (rest.TryDequeue(out var before))
            {
                changed.Add((before, entry));
            }
            else
            {
                added.Add(entry);
            }
        }
    }

    private void Widen()
    {
        _slots = new int[_slots.Length * 4];
        var mask = (ulong)_slots.Length - 1;
        foreach (var entry in Entries)
        {
            var slot = entry.Identity & mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = entry.Ordinal + 1;
        }
    }
}

/// <summary>An entry on the roll.</summary>
/// <param name="Ordinal">0-based place among the entries of the copy.</param>
/// <param name="Property">Hash of the key of its home.</param>
/// <param name="Known">Its place in the index of the last published copy, or -1.</param>
internal readonly record struct RollEntry(int Ordinal, ulong Identity, ulong Content, ulong Property, int Known);

/// <summary>New, gone and changed entries between two copies.</summary>
internal sealed record RollDifference(
    IReadOnlyList<RollEntry> Added, IReadOnlyList<VersionEntry> Gone, IReadOnlyList<(VersionEntry Before, RollEntry After)> Changed)
{
    /// <summary>The first copy of a stream differs from nothing.</summary>
    public static RollDifference None { get; } = new([], [], []);
}
