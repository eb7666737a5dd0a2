using System.Buffers.Binary;
using System.Text;

namespace LicensingPipeline.Extract;

/// <summary>
/// The small file system around an XLS workbook (MS-CFB). Every chain is followed for at most as many steps as the
/// file has sectors, so a ring ends in an exception.
/// </summary>
internal sealed class CompoundFile
{
    private const uint LastSector = 0xFFFF_FFF9;
    private const uint EndOfChain = 0xFFFF_FFFE;
    private const int SmallSector = 64;
    private const int EntrySize = 128;

    private readonly byte[] _bytes;
    private readonly int _sector;
    private readonly uint[] _next;

    /// <summary>Reads the tables of a compound file.</summary>
    public CompoundFile(byte[] bytes)
    {
        _bytes = bytes;
        _sector = bytes.Length < 512 ? throw Damaged() : UInt16(30) switch { 9 => 512, 12 => 4096, _ => throw Damaged() };
        _next = Table(TableSectors());
    }

    /// <summary>The bytes of the first of these streams that is there, or null.</summary>
    public byte[]? Stream(params string[] names)
    {
        var directory = Chain(UInt32(48), _next, _sector, _bytes, SectorStart);
        if (directory.Length < EntrySize)
        {
            throw Damaged();
        }

        foreach (var name in names)
        {
            for (var at = EntrySize; at + EntrySize <= directory.Length; at += EntrySize)
            {
                var entry = directory.AsSpan(at, EntrySize);
                if (entry[66] == 2 && Name(entry).Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return Content(entry, directory.AsSpan(0, EntrySize));
                }
            }
        }

        return null;
    }

    private byte[] Content(ReadOnlySpan<byte> entry, ReadOnlySpan<byte> root)
    {
        var size = BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]);
        var first = BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]);
        byte[] content;
        if (size >= UInt32(56))
        {
            content = Chain(first, _next, _sector, _bytes, SectorStart);
        }
        else
        {
            // Streams under 4,096 bytes share sectors, which lie one after another in the root's own stream.
            var shared = Chain(BinaryPrimitives.ReadUInt32LittleEndian(root[116..]), _next, _sector, _bytes, SectorStart);
            var links = Chain(UInt32(60), _next, _sector, _bytes, SectorStart);
            var next = new uint[links.Length / 4];
            Buffer.BlockCopy(links, 0, next, 0, next.Length * 4);
            content = Chain(first, next, SmallSector, shared, s => (long)s * SmallSector);
        }

        // A file that is cut off has less than it says.
        return content.Length >= size ? content[..(int)size] : throw Damaged();
    }

    private List<uint> TableSectors()
    {
        var most = (_bytes.Length / _sector) + 1;
        var sectors = new List<uint>();
        for (var i = 0; i < 109; i++)
        {
            sectors.Add(UInt32(76 + (i * 4)));
        }

        var more = UInt32(68);
        for (var steps = 0; more <= LastSector; steps++)
        {
            var start = SectorStart(more);
            if (steps > most || start + _sector > _bytes.Length)
            {
                throw Damaged();
            }

            for (var i = 0; i < (_sector / 4) - 1; i++)
            {
                sectors.Add(UInt32((int)start + (i * 4)));
            }

            more = UInt32((int)start + _sector - 4);
        }

        sectors.RemoveAll(s => s > LastSector);
        return sectors.Count <= most ? sectors : throw Damaged();
    }

    private uint[] Table(List<uint> sectors)
    {
        var perSector = _sector / 4;
        var most = (_bytes.Length / _sector) + perSector;
        var table = new uint[Math.Min(sectors.Count * (long)perSector, most)];
        for (var i = 0; i < table.Length; i++)
        {
            var at = SectorStart(sectors[i / perSector]) + (i % perSector * 4);
            table[i] = at + 4 <= _bytes.Length ? UInt32((int)at) : EndOfChain;
        }

        return table;
    }

    private static byte[] Chain(uint first, uint[] next, int size, byte[] from, Func<uint, long> start)
    {
        using var content = new MemoryStream();
        var steps = 0;
        for (var sector = first; sector <= LastSector; sector = sector < next.Length ? next[sector] : throw Damaged())
        {
            var at = start(sector);
            if (++steps > next.Length || at >= from.Length)
            {
                throw Damaged();
            }

            // The last sector of a file is not always written in full.
            content.Write(from, (int)at, (int)Math.Min(size, from.Length - at));
        }

        return content.ToArray();
    }

    private long SectorStart(uint sector) => (sector + 1L) * _sector;

    private static string Name(ReadOnlySpan<byte> entry) =>
        Encoding.Unicode.GetString(entry[..Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 64)]);

    private ushort UInt16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(at));

    private uint UInt32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(at));

    private static SourceException Damaged() =>
        SourceException.Drift("The XLS workbook is cut off or damaged. Fetch it again, or ask the publisher for a whole one, best as XLSX.");
}
