using System.Buffers.Binary;
using System.Text;

namespace LicensingPipeline.Tests.Extract;

/// <summary>Writes real XLS bytes (BIFF8, or BIFF5 of Excel 95) in a compound file, record by record.</summary>
internal sealed class XlsWriter(bool excel95 = false)
{
    private const int SectorSize = 512;

    private readonly List<(string Name, byte Hidden, byte Kind, byte[] Records)> _sheets = [];
    private readonly List<byte[]> _globals = [];

    public static byte[] Record(ushort id, params byte[] data)
    {
        var record = new byte[data.Length + 4];
        BinaryPrimitives.WriteUInt16LittleEndian(record, id);
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(2), (ushort)data.Length);
        data.CopyTo(record, 4);
        return record;
    }

    public static byte[] Two(int value) => BitConverter.GetBytes((ushort)value);

    public static byte[] Cell(ushort id, int row, int column, int format, params byte[] rest) =>
        Record(id, [.. Two(row - 1), .. Two(column - 1), .. Two(format), .. rest]);

    public static byte[] Shared(int row, int column, int position) => Cell(0xFD, row, column, 0, BitConverter.GetBytes(position));

    public static byte[] Number(int row, int column, double value, int format = 0) => Cell(0x203, row, column, format, BitConverter.GetBytes(value));

    public static byte[] Unicode(string text, bool shortLength = false) =>
        [.. shortLength ? [(byte)text.Length] : Two(text.Length), 1, .. Encoding.Unicode.GetBytes(text)];

    public static byte[] Narrow(string text, bool shortLength = false) =>
        [.. shortLength ? [(byte)text.Length] : Two(text.Length), .. Encoding.Latin1.GetBytes(text)];

    /// <summary>The shared strings, as one record.</summary>
    public static byte[] Strings(params string[] texts) =>
        Record(0xFC, [.. BitConverter.GetBytes(texts.Length), .. BitConverter.GetBytes(texts.Length), .. texts.SelectMany(t => Unicode(t))]);

    public XlsWriter Global(byte[] record)
    {
        _globals.Add(record);
        return this;
    }

    public XlsWriter Sheet(string name, params byte[][] records) => Sheet(name, 0, 0, records);

    public XlsWriter Sheet(string name, byte hidden, byte kind, params byte[][] records)
    {
        _sheets.Add((name, hidden, kind, [.. Begin(0x10), .. records.SelectMany(r => r), .. Record(0x0A)]));
        return this;
    }

    public byte[] Bytes(int atLeast = 4096)
    {
        byte[] Globals(int[] starts) =>
        [
            .. Begin(0x05), .. _globals.SelectMany(g => g),
            .. _sheets.SelectMany((s, i) => Record(0x85, [.. BitConverter.GetBytes(starts[i]), s.Hidden, s.Kind, .. excel95 ? Narrow(s.Name, true) : Unicode(s.Name, true)])),
            .. Record(0x0A),
        ];

        var starts = new int[_sheets.Count];
        var at = Globals(starts).Length;
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = at;
            at += _sheets[i].Records.Length;
        }

        byte[] stream = [.. Globals(starts), .. _sheets.SelectMany(s => s.Records)];
        Array.Resize(ref stream, Math.Max(stream.Length, atLeast));
        return Compound(excel95 ? "Book" : "Workbook", stream);
    }

    /// <summary>A compound file of one stream: table sectors, then the directory, then the stream.</summary>
    public static byte[] Compound(string name, byte[] stream)
    {
        var small = stream.Length < 4096;
        // A small stream lies in sectors of 64 bytes in the root's own stream, with a table of its own before it.
        var data = (stream.Length + SectorSize - 1) / SectorSize;
        var tables = 1;
        while (tables * 128 < tables + 2 + data)
        {
            tables++;
        }

        var file = new byte[SectorSize * (1 + tables + 2 + data)];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        void Put(int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);
        Put(24, 0x0003_003E);
        Put(28, 0x0009_FFFE);
        Put(32, 6);
        Put(44, (uint)tables);
        Put(48, (uint)tables);
        Put(56, 4096);
        Put(60, small ? (uint)tables + 1 : 0xFFFF_FFFE);
        Put(68, 0xFFFF_FFFE);
        for (var i = 0; i < 109; i++)
        {
            Put(76 + (i * 4), i < tables ? (uint)i : 0xFFFF_FFFF);
        }

        for (var i = 0; i < tables * 128; i++)
        {
            var last = i == tables || i == tables + 1 || i == tables + 1 + data;
            Put(SectorSize + (i * 4), i < tables ? 0xFFFF_FFFD : last ? 0xFFFF_FFFE : i < tables + 2 + data ? (uint)i + 1 : 0xFFFF_FFFF);
        }

        var directory = SectorSize * (1 + tables);
        Entry(file.AsSpan(directory), "Root Entry", 5, small ? (uint)tables + 2 : 0xFFFF_FFFE, small ? stream.Length : 0);
        Entry(file.AsSpan(directory + 128), name, 2, small ? 0 : (uint)tables + 2, stream.Length);
        for (var i = 0; small && i < 128; i++)
        {
            var count = (stream.Length + 63) / 64;
            Put(directory + SectorSize + (i * 4), i < count - 1 ? (uint)i + 1 : i == count - 1 ? 0xFFFF_FFFE : 0xFFFF_FFFF);
        }

        stream.CopyTo(file, directory + (2 * SectorSize));
        return file;
    }

    private static void Entry(Span<byte> entry, string name, byte kind, uint first, int size)
    {
        Encoding.Unicode.GetBytes(name, entry);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)((name.Length + 1) * 2));
        entry[66] = kind;
        BinaryPrimitives.WriteUInt32LittleEndian(entry[116..], first);
        BinaryPrimitives.WriteInt32LittleEndian(entry[120..], size);
    }

    private byte[] Begin(int kind) => Record(0x809, [.. Two(excel95 ? 0x500 : 0x600), .. Two(kind), .. new byte[excel95 ? 4 : 12]]);
}
