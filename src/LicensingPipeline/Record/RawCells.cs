using System.Text;

namespace LicensingPipeline.Record;

/// <summary>
/// How the text of an entry is kept: the cells of the stream's mapped fields in a fixed order, separated by U+001F,
/// then after U+001E what stood in columns nobody maps.
/// </summary>
public sealed class RawCells(IReadOnlyList<Field> fields)
{
    private const char Between = '\u001F';
    private const char BeforeUnmapped = '\u001E';

    /// <summary>The keys of the fields, as the ledger keeps them beside the stream.</summary>
    public string Keys => string.Join(',', fields.Select(f => f.Key()));

    /// <summary>The order that the ledger kept.</summary>
    public static RawCells Parse(string keys) => new(
        [.. keys.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(k => Fields.TryParse(k, out var f) ? f : throw new InvalidDataException($"The ledger names a field '{k}' that no version of the record has."))]);

    /// <summary>Writes an entry as UTF-8 into a buffer, which grows where it must; returns how many bytes.</summary>
    public int Write(string?[] raw, string? unmapped, ref byte[] buffer)
    {
        var length = 0;
        for (var i = 0; i < fields.Count; i++)
        {
            if (i > 0)
            {
                buffer[length++] = (byte)Between;
            }

            length = Append(raw[(int)fields[i]], length, ref buffer);
        }

        if (unmapped is not null)
        {
            buffer[length++] = (byte)BeforeUnmapped;
            length = Append(unmapped, length, ref buffer);
        }

        return length;
    }

    /// <summary>Reads an entry back.</summary>
    public (string?[] Raw, string? Unmapped) Read(string text)
    {
        var raw = new string?[Fields.Count];
        var mark = text.IndexOf(BeforeUnmapped, StringComparison.Ordinal);
        var cells = (mark < 0 ? text : text[..mark]).Split(Between);
        for (var i = 0; i < cells.Length && i < fields.Count; i++)
        {
            raw[(int)fields[i]] = cells[i].Length == 0 ? null : cells[i];
        }

        return (raw, mark < 0 ? null : text[(mark + 1)..]);
    }

    private static int Append(string? text, int length, ref byte[] buffer)
    {
        // Room for the text and for one separator after it, so that the callers need not look.
        var most = length + ((text?.Length ?? 0) * 3) + 2;
        if (most > buffer.Length)
        {
            Array.Resize(ref buffer, Math.Max(most, buffer.Length * 2));
        }

        if (text is null)
        {
            return length;
        }

        var written = Encoding.UTF8.GetBytes(text, buffer.AsSpan(length));
        // The separators themselves never stand in a cell: they become spaces, which is what they would be cleaned to.
        buffer.AsSpan(length, written).Replace((byte)Between, (byte)' ');
        buffer.AsSpan(length, written).Replace((byte)BeforeUnmapped, (byte)' ');
        return length + written;
    }
}
