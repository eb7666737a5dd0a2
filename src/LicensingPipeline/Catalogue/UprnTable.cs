using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace LicensingPipeline.Catalogue;

/// <summary>
/// Where homes lie, by their UPRN: records of eleven bytes in the order of the numbers. Every five-hundredth number is kept in
/// memory; a question reads one block of the file. Written by <see cref="UprnTableWriter"/>.
/// </summary>
public sealed class UprnTable : IDisposable
{
    /// <summary>First bytes of the file; the number counts changes of its form.</summary>
    internal const string Magic = "LICUP001";

    internal const int HeaderSize = 64, RecordSize = 11, BlockRecords = 512, HashSize = 32;

    private readonly SafeFileHandle _file;
    private readonly long[] _firsts;
    private readonly byte[] _block = new byte[BlockRecords * RecordSize];
    private readonly Lock _turn = new();
    private int _blockIs = -1;

    private UprnTable(SafeFileHandle file, long count, string fingerprint)
    {
        (_file, Count, Fingerprint) = (file, count, fingerprint);
        _firsts = new long[(count + BlockRecords - 1) / BlockRecords];
        Span<byte> number = stackalloc byte[5];
        for (var i = 0; i < _firsts.Length; i++)
        {
            RandomAccess.Read(file, number, HeaderSize + ((long)i * BlockRecords * RecordSize));
            _firsts[i] = Number(number);
        }
    }

    /// <summary>How many homes it knows.</summary>
    public long Count { get; }

    /// <summary>Hex digits that tell one edition of the table from another.</summary>
    public string Fingerprint { get; }

    /// <summary>Opens a table, or gives null where there is none.</summary>
    /// <exception cref="RefusedException">The file is damaged or of another version.</exception>
    public static UprnTable? OpenIfThere(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var file = File.OpenHandle(path);
        Span<byte> header = stackalloc byte[HeaderSize];
        var count = RandomAccess.Read(file, header, 0) == HeaderSize && header[..8].SequenceEqual(Encoding.ASCII.GetBytes(Magic)) ? BinaryPrimitives.ReadInt64LittleEndian(header[40..]) : -1;
        if (count < 0 || RandomAccess.GetLength(file) != HeaderSize + (count * RecordSize))
        {
            file.Dispose();
            throw new RefusedException($"{path} is damaged or was made by another version of this program. Make it anew with './licensing reference update --what uprn', or delete it to do without.");
        }

        return new UprnTable(file, count, Convert.ToHexStringLower(header.Slice(8, HashSize)));
    }

    /// <summary>Latitude and longitude of a home, six decimals, or null where the table does not know it.</summary>
    public (string Latitude, string Longitude)? Find(string uprn)
    {
        if (!long.TryParse(uprn, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted))
        {
            return null;
        }

        var at = Array.BinarySearch(_firsts, wanted);
        var block = at < 0 ? ~at - 1 : at;
        if (block < 0)
        {
            return null;
        }

        lock (_turn)
        {
            return InBlock(block, wanted);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private (string, string)? InBlock(int block, long wanted)
    {
        var records = (int)Math.Min(BlockRecords, Count - ((long)block * BlockRecords));
        if (_blockIs != block)
        {
            RandomAccess.Read(_file, _block.AsSpan(0, records * RecordSize), HeaderSize + ((long)block * BlockRecords * RecordSize));
            _blockIs = block;
        }

        var (low, high) = (0, records - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var record = _block.AsSpan(middle * RecordSize, RecordSize);
            var found = Number(record);
            if (found == wanted)
            {
                return (Degrees(record[5..], 49), Degrees(record[8..], -9));
            }

            (low, high) = found < wanted ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    private static long Number(ReadOnlySpan<byte> record) => BinaryPrimitives.ReadUInt32LittleEndian(record) | ((long)record[4] << 32);

    private static string Degrees(ReadOnlySpan<byte> record, int from) =>
        (from + ((record[0] | (record[1] << 8) | (record[2] << 16)) / 1_000_000m)).ToString("0.######", CultureInfo.InvariantCulture);
}

/// <summary>Gathers homes and writes them as a <see cref="UprnTable"/>. The order in which they come makes no difference.</summary>
public sealed class UprnTableWriter
{
    private readonly List<(long Uprn, int North, int East)> _homes = [];

    /// <summary>How many homes were taken.</summary>
    public int Count => _homes.Count;

    /// <summary>Adds one home; false where the number or the place is none in the United Kingdom.</summary>
    public bool Add(long uprn, double latitude, double longitude)
    {
        if (uprn is < 1 or > 999_999_999_999 || !(latitude is >= 49 and <= 61) || !(longitude is >= -9 and <= 2.1))
        {
            return false;
        }

        _homes.Add((uprn, (int)Math.Round((latitude - 49) * 1_000_000), (int)Math.Round((longitude + 9) * 1_000_000)));
        return true;
    }

    /// <summary>Writes the table.</summary>
    public void Write(Stream to)
    {
        _homes.Sort();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var start = to.Position;
        to.Write(new byte[UprnTable.HeaderSize]);
        var record = new byte[UprnTable.RecordSize];
        var (count, last) = (0L, 0L);
        foreach (var (uprn, north, east) in _homes)
        {
            if (uprn == last)
            {
                continue;
            }

            BinaryPrimitives.WriteUInt32LittleEndian(record, (uint)uprn);
            (record[4], last) = ((byte)(uprn >> 32), uprn);
            (record[5], record[6], record[7]) = ((byte)north, (byte)(north >> 8), (byte)(north >> 16));
            (record[8], record[9], record[10]) = ((byte)east, (byte)(east >> 8), (byte)(east >> 16));
            to.Write(record);
            hash.AppendData(record);
            count++;
        }

        var header = new byte[UprnTable.HeaderSize];
        Encoding.ASCII.GetBytes(UprnTable.Magic).CopyTo(header, 0);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(40), count);
        hash.GetHashAndReset().CopyTo(header, 8);
        to.Position = start;
        to.Write(header);
        to.Position = start + UprnTable.HeaderSize + (count * UprnTable.RecordSize);
    }
}
