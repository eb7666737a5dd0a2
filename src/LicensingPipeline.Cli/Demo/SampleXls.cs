using System.Buffers.Binary;
using System.Text;

namespace LicensingPipeline.Cli.Demo;

/// <summary>Writes an invented register as an XLS workbook of Excel 97 to 2003: one sheet, real dates, texts in their cells.</summary>
internal static class SampleXls
{
    private const int Sector = 512;
    private const int CellFormat = 0, DateFormat = 1;
    private const uint EndOfChain = 0xFFFF_FFFE, Unused = 0xFFFF_FFFF, OfTheTable = 0xFFFF_FFFD;
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    public static byte[] Write(SampleCopy copy, string sheet, IReadOnlyList<string> titles)
    {
        var rows = titles.Select(t => new object[] { t }).Append([.. copy.Headings]).Concat(copy.Rows);
        byte[] cells =
        [
            .. Begin(0x10),
            .. rows.SelectMany((row, r) => row.SelectMany((cell, c) => cell is "" ? [] : Cell(r, c, cell))),
            .. Record(0x0A),
        ];
        byte[] Globals(int start) =>
        [
            .. Begin(0x05),
            .. Record(0xE0, [.. Two(0), .. Two(0), .. new byte[16]]),
            .. Record(0xE0, [.. Two(0), .. Two(14), .. new byte[16]]),
            .. Record(0x85, [.. BitConverter.GetBytes(start), 0, 0, (byte)sheet.Length, 0, .. Encoding.Latin1.GetBytes(sheet)]),
            .. Record(0x0A),
        ];
        return Compound([.. Globals(Globals(0).Length), .. cells]);
    }

    private static byte[] Cell(int row, int column, object cell) => cell switch
    {
        DateOnly day => Record(0x203, [.. Place(row, column, DateFormat), .. BitConverter.GetBytes((double)(day.DayNumber - DayZero.DayNumber))]),
        int number => Record(0x203, [.. Place(row, column, CellFormat), .. BitConverter.GetBytes((double)number)]),
        _ => Text(row, column, SampleText.Plain(cell)),
    };

    private static byte[] Text(int row, int column, string text) =>
        Record(0x204, [.. Place(row, column, CellFormat), .. Two(text.Length), 1, .. Encoding.Unicode.GetBytes(text)]);

    private static byte[] Place(int row, int column, int format) => [.. Two(row), .. Two(column), .. Two(format)];

    private static byte[] Begin(int kind) => Record(0x809, [.. Two(0x600), .. Two(kind), .. new byte[12]]);

    private static byte[] Record(int id, params byte[] data) => [.. Two(id), .. Two(data.Length), .. data];

    private static byte[] Two(int value) => [(byte)value, (byte)(value >> 8)];

    /// <summary>The compound file around the workbook's stream (MS-CFB): the table of sectors, the directory, the stream.</summary>
    private static byte[] Compound(byte[] stream)
    {
        var data = (Math.Max(stream.Length, 4096) + Sector - 1) / Sector;
        var tables = 1;
        while (tables * (Sector / 4) < tables + 1 + data)
        {
            tables++;
        }

        var file = new byte[Sector * (2 + tables + data)];
        ReadOnlySpan<byte> head = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        head.CopyTo(file);
        Put(file, 24, 0x0003_003E, 0x0009_FFFE, 6);
        Put(file, 44, (uint)tables, (uint)tables, 0, 4096, EndOfChain, 0, EndOfChain, 0);
        for (var i = 0; i < 109; i++)
        {
            Put(file, 76 + (i * 4), i < tables ? (uint)i : Unused);
        }

        for (var i = 0; i < tables * (Sector / 4); i++)
        {
            var last = i == tables || i == tables + data;
            Put(file, Sector + (i * 4), i < tables ? OfTheTable : last ? EndOfChain : i < tables + data ? (uint)i + 1 : Unused);
        }

        var directory = file.AsSpan(Sector * (1 + tables), Sector);
        Entry(directory, "Root Entry", 5, EndOfChain, 0);
        BinaryPrimitives.WriteUInt32LittleEndian(directory[76..], 1);
        Entry(directory[128..], "Workbook", 2, (uint)tables + 1, data * Sector);
        stream.CopyTo(file, Sector * (2 + tables));
        return file;
    }

    private static void Put(byte[] file, int at, params ReadOnlySpan<uint> values)
    {
        foreach (var value in values)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);
            at += 4;
        }
    }

    private static void Entry(Span<byte> entry, string name, byte kind, uint first, int size)
    {
        Encoding.Unicode.GetBytes(name, entry);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)((name.Length + 1) * 2));
        entry[66] = kind;
        entry[67] = 1;
        for (var link = 68; link < 80; link += 4)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(entry[link..], Unused);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(entry[116..], first);
        BinaryPrimitives.WriteInt32LittleEndian(entry[120..], size);
    }
}
