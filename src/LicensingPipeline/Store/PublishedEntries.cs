using LicensingPipeline.Normalise;
using LicensingPipeline.Record;

namespace LicensingPipeline.Store;

/// <summary>Writes a copy that was judged on an earlier night: the same entries, exact repeats and rows set aside left out, without judging it again.</summary>
internal static class PublishedEntries
{
    /// <summary>Writes the entries; returns the suffixed ids by ordinal.</summary>
    public static IReadOnlyDictionary<int, string> Write(RegistersWriter writer, CopyReader reader, VersionIndex versions, Snapshot copy)
    {
        var seen = new HashSet<(ulong Identity, ulong Content)>();
        var entries = new List<(ulong Identity, ulong Content)>();
        foreach (var batch in Entries().Chunk(512))
        {
            writer.Write(batch);
        }

        return entries.Select((e, i) => (e, i)).GroupBy(x => x.e.Identity).Where(g => g.Skip(1).Any()).SelectMany(g => g)
            .ToDictionary(x => x.i, x => $"{Identity.Hex(x.e.Identity)}-{Identity.Hex(x.e.Content)[..8]}");

        IEnumerable<Entry> Entries()
        {
            foreach (var (mapped, row) in reader.Read())
            {
                if (row.Quarantine is null && seen.Add((row.Identity, row.Content)))
                {
                    entries.Add((row.Identity, row.Content));
                    var firstSeen = versions.EverSeen.TryGetValue(row.Identity, out var day) ? day : copy.AsAt.DayNumber;
                    var property = row.PropertyKey is { } key ? Identity.Hash(key) : 0;
                    yield return new Entry(mapped, row, entries.Count - 1, property, firstSeen, Known: true);
                }
            }
        }
    }
}
