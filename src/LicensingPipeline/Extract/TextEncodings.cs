using System.Text;

namespace LicensingPipeline.Extract;

/// <summary>
/// Which encoding a text file is in. A mark decides; then UTF-16 without a mark, told by its zero bytes; then UTF-8 if
/// every byte fits it; else Windows-1252, which is what British office software writes.
/// </summary>
public static class TextEncodings
{
    /// <summary>Windows-1252, with the five bytes it leaves open read as the control characters of the same number.</summary>
    public static Encoding Windows1252 { get; } = Register(1252);

    /// <summary>The encoding a source file names.</summary>
    public static Encoding Named(string name) => name switch
    {
        "utf-8" => Encoding.UTF8,
        "utf-16" => Encoding.Unicode,
        "utf-16be" => Encoding.BigEndianUnicode,
        "windows-1252" => Windows1252,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Not an encoding we read."),
    };

    /// <summary>Finds the encoding of a seekable stream and leaves it at its start. Null means UTF-8, or a mark that says it.</summary>
    public static Encoding? Detect(Stream bytes)
    {
        var buffer = new byte[64 * 1024];
        var first = bytes.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        var head = buffer.AsSpan(0, first);
        var found = FromMark(head) ? null : FromZeros(head) ?? (WholeIsUtf8(bytes, buffer, first) ? null : Windows1252);
        bytes.Position = 0;
        return found;
    }

    private static bool FromMark(ReadOnlySpan<byte> head) =>
        head is [0xEF, 0xBB, 0xBF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    private static Encoding? FromZeros(ReadOnlySpan<byte> head)
    {
        int even = 0, odd = 0;
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] == 0)
            {
                _ = (i & 1) == 0 ? even++ : odd++;
            }
        }

        // In UTF-16 the greater half of an English text's bytes at one parity is zero, at the other next to none.
        var half = head.Length / 2;
        return half == 0 ? null
            : odd > half / 2 && even < half / 20 ? Encoding.Unicode
            : even > half / 2 && odd < half / 20 ? Encoding.BigEndianUnicode
            : null;
    }

    private static bool WholeIsUtf8(Stream bytes, byte[] buffer, int first)
    {
        // A decoder, not the encoding itself, so that a letter cut by the buffer's end is judged whole.
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var letters = new char[buffer.Length + 4];
        try
        {
            for (var count = first; count > 0; count = bytes.Read(buffer))
            {
                decoder.GetChars(buffer.AsSpan(0, count), letters, flush: false);
            }

            decoder.GetChars([], letters, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static Encoding Register(int codePage)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(codePage);
    }
}
