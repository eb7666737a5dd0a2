using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LicensingPipeline.Catalogue;

/// <summary>Gathers postcodes and writes them as a <see cref="PostcodeTable"/>. The order in which they come makes no difference.</summary>
public sealed class PostcodeTableWriter
{
    private const int MostAreas = 65_536;
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<(string Authority, string Ward), int> _areas = [];
    private bool _hasPlaces;
    private bool _knowsTerminated;

    /// <summary>How many lines were taken.</summary>
    public int Count => _entries.Count;

    /// <summary>Adds one postcode; false where it has not the form of one.</summary>
    /// <param name="postcode">In any spacing.</param>
    /// <param name="live">Whether it is still in use.</param>
    /// <param name="authority">GSS code, or empty.</param>
    /// <param name="ward">Code of the ward, or empty.</param>
    /// <param name="latitude">WGS 84, or null where it has no place on the map.</param>
    /// <param name="longitude">WGS 84.</param>
    public bool Add(ReadOnlySpan<char> postcode, bool live, string authority, string ward, double? latitude, double? longitude)
    {
        Span<char> capitals = stackalloc char[12];
        var trimmed = postcode.Trim();
        if (trimmed.Length > capitals.Length)
        {
            return false;
        }

        capitals = capitals[..trimmed.ToUpperInvariant(capitals)];
        if (!PostcodeKeys.TryRead(capitals, out var sector, out var unit))
        {
            return false;
        }

        if (!_areas.TryGetValue((authority, ward), out var area))
        {
            _areas[(authority, ward)] = area = _areas.Count;
        }

        var known = latitude is >= 49 and <= 61 && longitude is >= -9 and <= 2.1;
        (_hasPlaces, _knowsTerminated) = (_hasPlaces || known || authority.Length > 0, _knowsTerminated || !live);
        _entries.Add(new Entry(sector, unit, live, area, known ? Hundred(latitude!.Value) : null, known ? Hundred(longitude!.Value) : null));
        return true;
    }

    /// <summary>Writes the table.</summary>
    /// <param name="release">Name of the publisher's file.</param>
    /// <param name="wardNames">Names of wards by code, where the publisher gives them.</param>
    public byte[] ToBytes(string release, IReadOnlyDictionary<string, string> wardNames)
    {
        var sectors = Distinct().GroupBy(e => e.Sector).Select(g => g.ToList()).ToList();
        var areas = _areas.OrderBy(a => a.Key.Authority, StringComparer.Ordinal).ThenBy(a => a.Key.Ward, StringComparer.Ordinal).ToList();
        if (areas.Count > MostAreas)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The directory names {areas.Count} pairs of authority and ward, more than the table has room for ({MostAreas})."));
        }

        var place = new int[areas.Count];
        foreach (var (i, area) in areas.Index())
        {
            place[area.Value] = i;
        }

        using var bytes = new MemoryStream();
        bytes.Write(new byte[PostcodeTable.HeaderSize]);
        var first = 0;
        foreach (var sector in sectors)
        {
            bytes.Write(Sector(sector, first));
            first += sector.Count;
        }

        if (_hasPlaces)
        {
            sectors.ForEach(s => Places(bytes, s, place));
        }

        bytes.Write(Encoding.UTF8.GetBytes(string.Join('\n', areas.Select(a => $"{a.Key.Authority}\t{Named(a.Key.Ward, wardNames)}").Prepend(release.ReplaceLineEndings(" ")))));
        return Seal(bytes.ToArray(), sectors.Count, first);
    }

    private byte[] Seal(byte[] table, int sectors, int count)
    {
        Encoding.ASCII.GetBytes(PostcodeTable.Magic).CopyTo(table, 0);
        BinaryPrimitives.WriteInt32LittleEndian(table.AsSpan(40), sectors);
        BinaryPrimitives.WriteInt32LittleEndian(table.AsSpan(44), count);
        table[48] = (byte)((_hasPlaces ? 1 : 0) | (_knowsTerminated ? 2 : 0));
        SHA256.HashData(table.AsSpan(8 + PostcodeTable.HashSize)).CopyTo(table, 8);
        return table;
    }

    /// <summary>In order, each postcode once. A line that says it is in use, or says where it lies, goes before one that does not.</summary>
    private IEnumerable<Entry> Distinct() => _entries
        .OrderBy(e => e.Sector).ThenBy(e => e.Unit).ThenByDescending(e => e.Live).ThenBy(e => e.Latitude is null).ThenBy(e => e.Latitude).ThenBy(e => e.Longitude)
        .DistinctBy(e => (e.Sector, e.Unit));

    private static byte[] Sector(List<Entry> entries, int first)
    {
        var record = new byte[PostcodeTable.SectorSize];
        BinaryPrimitives.WriteInt32LittleEndian(record, entries[0].Sector);
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(4), first);
        foreach (var entry in entries)
        {
            var bit = (byte)(1 << (entry.Unit & 7));
            record[PostcodeTable.KnownAt + (entry.Unit >> 3)] |= bit;
            record[PostcodeTable.LiveAt + (entry.Unit >> 3)] |= entry.Live ? bit : (byte)0;
        }

        var (south, west, step) = Frame(entries);
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(PostcodeTable.LatitudeAt), south);
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(PostcodeTable.LongitudeAt), west);
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(PostcodeTable.StepAt), step);
        return record;
    }

    /// <summary>The south-west corner of a sector and the step of its net: one hundred-thousandth of a degree, a metre, but for the few sectors wider than that reaches.</summary>
    private static (int South, int West, int Step) Frame(List<Entry> entries)
    {
        var placed = entries.Where(e => e.Latitude is not null).ToList();
        if (placed.Count == 0)
        {
            return (0, 0, 1);
        }

        var (south, west) = (placed.Min(e => e.Latitude!.Value), placed.Min(e => e.Longitude!.Value));
        var widest = Math.Max(placed.Max(e => e.Latitude!.Value) - south, placed.Max(e => e.Longitude!.Value) - west);
        return (south, west, 1 + (widest / PostcodeTable.Nowhere));
    }

    private static void Places(MemoryStream bytes, List<Entry> entries, int[] place)
    {
        var (south, west, step) = Frame(entries);
        var record = new byte[PostcodeTable.EntrySize];
        foreach (var entry in entries)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(record, (ushort)place[entry.Area]);
            BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(2), entry.Latitude is { } north ? (ushort)((north - south) / step) : PostcodeTable.Nowhere);
            BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(4), entry.Longitude is { } east ? (ushort)((east - west) / step) : PostcodeTable.Nowhere);
            bytes.Write(record);
        }
    }

    private static string Named(string ward, IReadOnlyDictionary<string, string> names) => names.GetValueOrDefault(ward, ward).Replace('\t', ' ').ReplaceLineEndings(" ");

    private static int Hundred(double degrees) => (int)Math.Round(degrees * 100_000, MidpointRounding.AwayFromZero);

    private readonly record struct Entry(int Sector, int Unit, bool Live, int Area, int? Latitude, int? Longitude);
}
