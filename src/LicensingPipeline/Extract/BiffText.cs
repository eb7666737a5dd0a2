using System.Buffers.Binary;
using System.Text;

namespace LicensingPipeline.Extract;

/// <summary>
/// Reads texts from a record of an XLS workbook and the records that continue it. Where a text is cut between two of
/// them, the second begins with a byte that says anew how wide its letters are.
/// </summary>
internal sealed class BiffText(IReadOnlyList<byte[]> pieces)
{
    private int _piece;
    private int _at;

    /// <summary>Whether all has been read.</summary>
    public bool AtEnd
    {
        get
        {
            Settle();
            return _piece >= pieces.Count;
        }
    }

    /// <summary>A text of Excel 97 and later, its length in two bytes or one.</summary>
    public string Unicode(bool shortLength = false)
    {
        var length = shortLength ? Byte() : UInt16();
        var flags = Byte();
        var runs = (flags & 0x08) != 0 ? UInt16() : 0;
        var extra = (flags & 0x04) != 0 ? UInt16() | ((long)UInt16() << 16) : 0;
        var text = Letters(length, (flags & 0x01) != 0);
        Pass((runs * 4L) + extra);
        return text;
    }

    /// <summary>A text of Excel 95, in the workbook's code page.</summary>
    public string Bytes(Encoding encoding, bool shortLength = false)
    {
        var bytes = new byte[shortLength ? Byte() : UInt16()];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = Byte();
        }

        return encoding.GetString(bytes);
    }

    /// <summary>Passes over bytes.</summary>
    public void Pass(long count)
    {
        for (; count > 0; count--)
        {
            Byte();
        }
    }

    private string Letters(int count, bool wide)
    {
        var text = new StringBuilder(count);
        while (text.Length < count)
        {
            if (_piece < pieces.Count && _at >= pieces[_piece].Length)
            {
                Settle();
                wide = (Byte() & 0x01) != 0;
                continue;
            }

            text.Append(wide ? (char)UInt16() : (char)Byte());
        }

        return text.ToString();
    }

    private ushort UInt16()
    {
        Span<byte> two = [Byte(), Byte()];
        return BinaryPrimitives.ReadUInt16LittleEndian(two);
    }

    private byte Byte()
    {
        Settle();
        return _piece < pieces.Count ? pieces[_piece][_at++] : throw BiffRecords.Damaged();
    }

    private void Settle()
    {
        while (_piece < pieces.Count && _at >= pieces[_piece].Length)
        {
            _piece++;
            _at = 0;
        }
    }
}
