using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace LicensingPipeline.Catalogue;

/// <summary>What the directory says of a postcode.</summary>
public enum PostcodeStatus { Unknown, Live, Terminated }

/// <summary>Where a postcode lies.</summary>
/// <param name="Authority">GSS code, or empty.</param>
/// <param name="Ward">Name of the ward, or its code where the directory came without names, or empty.</param>
/// <param name="Latitude">WGS 84, five decimals, or null.</param>
/// <param name="Longitude">WGS 84, five decimals, or null.</param>
public sealed record PostcodePlace(string Authority, string Ward, string? Latitude, string? Longitude);

/// <summary>
/// Every postcode of the country, those withdrawn too, in one file of less than 20 MB: for each sector a bit for each unit
/// that is or was in use, and, in their order, ward and place. Written by <see cref="PostcodeTableWriter"/>.
/// </summary>
public sealed class PostcodeTable
{
    /// <summary>First bytes of the file; the number counts changes of its form.</summary>
    internal const string Magic = "LICPC001";

    internal const int HeaderSize = 64, SectorSize = 120, EntrySize = 6, HashSize = 32;
    internal const int KnownAt = 8, LiveAt = 58, LatitudeAt = 108, LongitudeAt = 112, StepAt = 116;

    /// <summary>Marks an entry without a place on the map.</summary>
    internal const ushort Nowhere = 0xFFFF;

    private readonly byte[] _bytes;
    private readonly (string Authority, string Ward)[] _areas;
    private readonly Recent?[] _recent = new Recent?[1024];

    private PostcodeTable(byte[] bytes)
    {
        _bytes = bytes;
        (Sectors, Count) = (Number(40), Number(44));
        (HasPlaces, KnowsTerminated) = ((bytes[48] & 1) != 0, (bytes[48] & 2) != 0);
        var areasAt = HeaderSize + (Sectors * SectorSize) + (HasPlaces ? Count * EntrySize : 0);
        var lines = Encoding.UTF8.GetString(bytes.AsSpan(areasAt)).Split('\n');
        Release = lines[0];
        _areas = [.. lines.Skip(1).Where(l => l.Length > 0).Select(l => l.Split('\t')).Select(p => (p[0], p[1]))];
    }

    /// <summary>The name of the publisher's file from which it was made.</summary>
    public string Release { get; }

    /// <summary>How many postcodes it knows.</summary>
    public int Count { get; }

    /// <summary>Whether it says where postcodes lie.</summary>
    public bool HasPlaces { get; }

    /// <summary>Whether it knows postcodes that are no longer in use.</summary>
    public bool KnowsTerminated { get; }

    /// <summary>Hex digits that tell one edition of the table from another.</summary>
    public string Fingerprint => Convert.ToHexStringLower(_bytes.AsSpan(8, HashSize));

    /// <summary>The table as it is written.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    private int Sectors { get; }

    /// <summary>Opens a table, or gives null where there is none.</summary>
    /// <exception cref="RefusedException">The file is damaged or of another version.</exception>
    public static PostcodeTable? OpenIfThere(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var bytes = File.ReadAllBytes(path);
        return IsWhole(bytes) ? new PostcodeTable(bytes)
            : throw new RefusedException($"{path} is damaged or was made by another version of this program. Make it anew with './licensing reference update', or delete it to do without.");
    }

    /// <summary>A table that was just written.</summary>
    public static PostcodeTable Of(byte[] bytes) => IsWhole(bytes) ? new PostcodeTable(bytes) : throw new ArgumentException("These are not the bytes of a table of postcodes.", nameof(bytes));

    /// <summary>Whether a postcode is in use, was, or never was so far as the table knows.</summary>
    /// <param name="postcode">In capitals, with its space or without.</param>
    public PostcodeStatus Find(ReadOnlySpan<char> postcode)
    {
        var sector = PostcodeKeys.TryRead(postcode, out var key, out var unit) ? SectorOf(key) : -1;
        return sector < 0 || !IsSet(sector + KnownAt, unit) ? PostcodeStatus.Unknown
            : IsSet(sector + LiveAt, unit) ? PostcodeStatus.Live : PostcodeStatus.Terminated;
    }

    /// <summary>Where a postcode lies, or null where the table does not say.</summary>
    public PostcodePlace? Place(ReadOnlySpan<char> postcode)
    {
        var sector = PostcodeKeys.TryRead(postcode, out var key, out var unit) && HasPlaces ? SectorOf(key) : -1;
        if (sector < 0 || !IsSet(sector + KnownAt, unit))
        {
            return null;
        }

        var entry = Number(sector + 4) + Rank(sector + KnownAt, unit);
        // Licences of one street follow one another; the texts of their place need not be made for each.
        var recent = _recent[entry & 1023];
        if (recent?.Entry != entry)
        {
            _recent[entry & 1023] = recent = new Recent(entry, PlaceAt(sector, HeaderSize + (Sectors * SectorSize) + (entry * EntrySize)));
        }

        return recent.Place;
    }

    private PostcodePlace PlaceAt(int sector, int at)
    {
        var (authority, ward) = _areas[BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(at))];
        var (north, east) = (BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(at + 2)), BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(at + 4)));
        return north == Nowhere
            ? new PostcodePlace(authority, ward, null, null)
            : new PostcodePlace(authority, ward, Degrees(Number(sector + LatitudeAt) + (north * Number(sector + StepAt))), Degrees(Number(sector + LongitudeAt) + (east * Number(sector + StepAt))));
    }

    private static string Degrees(int hundredThousandths) => (hundredThousandths / 100_000m).ToString("0.#####", CultureInfo.InvariantCulture);

    /// <summary>Place in the file of a sector's record, or -1.</summary>
    private int SectorOf(int key)
    {
        var (low, high) = (0, Sectors - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var at = HeaderSize + (middle * SectorSize);
            var found = Number(at);
            if (found == key)
            {
                return at;
            }

            (low, high) = found < key ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    private bool IsSet(int bits, int unit) => (_bytes[bits + (unit >> 3)] & (1 << (unit & 7))) != 0;

    /// <summary>How many units before this one are known.</summary>
    private int Rank(int bits, int unit)
    {
        var count = 0;
        for (var i = 0; i < unit >> 3; i++)
        {
            count += BitOperations.PopCount(_bytes[bits + i]);
        }

        return count + BitOperations.PopCount((uint)_bytes[bits + (unit >> 3)] & ((1u << (unit & 7)) - 1));
    }

    private int Number(int at) => BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(at));

    private static bool IsWhole(byte[] bytes) => bytes.Length > HeaderSize && bytes.AsSpan(0, 8).SequenceEqual(Encoding.ASCII.GetBytes(Magic))
        && bytes.AsSpan(8, HashSize).SequenceEqual(System.Security.Cryptography.SHA256.HashData(bytes.AsSpan(8 + HashSize)));

    private sealed record Recent(int Entry, PostcodePlace Place);
}
