using Microsoft.Data.Sqlite;

namespace LicensingPipeline.Record;

/// <summary>What the ledger remembers of one entry: numbers only, about fifty bytes.</summary>
/// <param name="Id">Row of version and raw_row.</param>
/// <param name="Identity">First 64 bits of the licence_id.</param>
/// <param name="Content">What tells entries of one identity apart.</param>
/// <param name="Property">Hash of the key of the home, 0 where it has none.</param>
/// <param name="EndDay">Day number of its end date, or null.</param>
/// <param name="FirstSeen">Day number of the first copy that held its identity.</param>
public readonly record struct VersionEntry(long Id, ulong Identity, ulong Content, ulong Property, int? EndDay, int FirstSeen);

/// <summary>The entries of a stream on its last published copy, and all that were ever on one.</summary>
public sealed class VersionIndex
{
    private readonly Dictionary<ulong, int> _firstByIdentity = [];

    private VersionIndex(VersionEntry[] open, Dictionary<ulong, int> everSeen, HashSet<ulong> properties)
    {
        Array.Sort(open, (a, b) => a.Identity != b.Identity ? a.Identity.CompareTo(b.Identity) : a.Content.CompareTo(b.Content));
        (Open, EverSeen, Properties) = (open, everSeen, properties);
        for (var i = open.Length - 1; i >= 0; i--)
        {
            _firstByIdentity[open[i].Identity] = i;
        }
    }

    /// <summary>Entries of the last published copy, by identity, then content.</summary>
    public VersionEntry[] Open { get; }

    /// <summary>Day number of the first copy that held each identity.</summary>
    public IReadOnlyDictionary<ulong, int> EverSeen { get; }

    /// <summary>Every home that ever had an entry.</summary>
    public IReadOnlySet<ulong> Properties { get; }

    /// <summary>Reads the index of one stream.</summary>
    public static VersionIndex Load(SqliteConnection ledger, long stream)
    {
        var open = new List<VersionEntry>();
        var everSeen = new Dictionary<ulong, int>();
        var properties = new HashSet<ulong>();
        using var command = ledger.CreateCommand();
        command.CommandText = "select id, identity, content, property, end_day, first_seen, to_snapshot from version where id between @from and @to";
        command.Parameters.AddWithValue("@from", FirstId(stream));
        command.Parameters.AddWithValue("@to", FirstId(stream + 1) - 1);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var entry = new VersionEntry(rows.GetInt64(0), (ulong)rows.GetInt64(1), (ulong)rows.GetInt64(2), (ulong)rows.GetInt64(3), rows.IsDBNull(4) ? null : rows.GetInt32(4), rows.GetInt32(5));
            if (rows.IsDBNull(6))
            {
                open.Add(entry);
            }

            if (!everSeen.TryGetValue(entry.Identity, out var first) || entry.FirstSeen < first)
            {
                everSeen[entry.Identity] = entry.FirstSeen;
            }

            properties.Add(entry.Property);
        }

        return new VersionIndex([.. open], everSeen, properties);
    }

    /// <summary>The first row number of a stream's versions: 2^40 for each stream, so that a stream's rows lie together.</summary>
    public static long FirstId(long stream) => stream << 40;

    /// <summary>Whether an entry stood on the last published copy with this home; null where its identity was not there at all.</summary>
    public bool? IsAtHome(ulong identity, ulong property)
    {
        if (!_firstByIdentity.TryGetValue(identity, out var i))
        {
            return null;
        }

        for (; i < Open.Length && Open[i].Identity == identity; i++)
        {
            if (Open[i].Property == property)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The open entry with this identity and content, or -1.</summary>
    public int Find(ulong identity, ulong content)
    {
        if (_firstByIdentity.TryGetValue(identity, out var i))
        {
            for (; i < Open.Length && Open[i].Identity == identity; i++)
            {
                if (Open[i].Content == content)
                {
                    return i;
                }
            }
        }

        return -1;
    }
}
