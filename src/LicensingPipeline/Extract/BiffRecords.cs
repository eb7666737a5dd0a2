using System.Buffers.Binary;

namespace LicensingPipeline.Extract;

/// <summary>The numbers of the records we read in an XLS workbook (MS-XLS 2.3).</summary>
internal static class Biff
{
    public const ushort Formula = 0x0006;
    public const ushort End = 0x000A;
    public const ushort DateMode = 0x0022;
    public const ushort Password = 0x002F;
    public const ushort Continue = 0x003C;
    public const ushort CodePage = 0x0042;
    public const ushort Sheet = 0x0085;
    public const ushort ManyRk = 0x00BD;
    public const ushort RichLabel = 0x00D6;
    public const ushort CellFormat = 0x00E0;
    public const ushort Strings = 0x00FC;
    public const ushort SharedLabel = 0x00FD;
    public const ushort Number = 0x0203;
    public const ushort Label = 0x0204;
    public const ushort BoolOrError = 0x0205;
    public const ushort FormulaText = 0x0207;
    public const ushort Rk = 0x027E;
    public const ushort Format = 0x041E;
    public const ushort Begin = 0x0809;
}

/// <summary>Walks the records of an XLS workbook's stream: a number, a length, that many bytes.</summary>
internal sealed class BiffRecords(byte[] stream, int start)
{
    private int _next = start;
    private int _at;
    private int _length;

    /// <summary>What the record is.</summary>
    public ushort Id { get; private set; }

    /// <summary>Its bytes.</summary>
    public ReadOnlySpan<byte> Data => stream.AsSpan(_at, _length);

    /// <summary>Goes to the next record; false at the end of the bytes.</summary>
    public bool Next()
    {
        // Excel fills the end of a stream with zeros, which are no records.
        if (_next < 0 || _next + 4 > stream.Length)
        {
            return false;
        }

        Id = BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(_next));
        _length = BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(_next + 2));
        _at = _next + 4;
        if (_at + _length > stream.Length)
        {
            throw Damaged();
        }

        _next = _at + _length;
        return true;
    }

    /// <summary>The bytes of this record and of all that continue it, each apart, because a text may be cut between them.</summary>
    public List<byte[]> WithContinued()
    {
        var pieces = new List<byte[]> { Data.ToArray() };
        while (_next + 4 <= stream.Length && BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(_next)) == Biff.Continue && Next())
        {
            pieces.Add(Data.ToArray());
        }

        return pieces;
    }

    /// <summary>The sentence for a workbook whose records do not fit together.</summary>
    public static SourceException Damaged() =>
        SourceException.Drift("The XLS workbook is cut off or damaged. Fetch it again, or ask the publisher for a whole one, best as XLSX.");
}
