using System.Buffers.Binary;
using System.Text;

namespace LicensingPipeline.Collect;

/// <summary>What bytes are, whatever their name or content type says.</summary>
public enum ContentKind
{
    Empty,
    Html,
    Xml,
    Json,
    Text,
    Pdf,
    /// <summary>An Office workbook of today.</summary>
    Xlsx,
    /// <summary>An Office workbook of before 2007, or one of today under a password.</summary>
    Xls,
    Ods,
    /// <summary>Any other zip file.</summary>
    Zip,
    /// <summary>A zip file or a PDF without its end.</summary>
    CutOff,
}

/// <summary>Looks at bytes before they are taken for a register, so that an error page never reaches a spreadsheet reader.</summary>
public static class Sniffing
{
    private const int HeadBytes = 64 * 1024;
    private const int TailBytes = 66 * 1024;

    private static readonly string[] HtmlTags =
    [
        "!doctype html", "html", "head", "body", "script", "meta", "title", "table", "div", "p", "style", "iframe", "h1", "h2", "br", "link", "span", "form", "center", "main",
        "section", "article", "header", "nav", "ul", "ol", "li", "a", "b", "font", "img", "thead", "tbody", "tr", "noscript", "base",
    ];

    /// <summary>What the bytes are. The stream must be able to seek; it is left anywhere.</summary>
    public static ContentKind Kind(Stream bytes)
    {
        var head = Head(bytes);
        return head switch
        {
            [] => ContentKind.Empty,
            [0x50, 0x4B, 0x03 or 0x05, ..] => KindOfZip(head, bytes),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => ContentKind.Xls,
            _ when head.AsSpan(0, Math.Min(head.Length, 1024)).IndexOf("%PDF-"u8) >= 0 => EndsAs(bytes, "%%EOF"u8) ? ContentKind.Pdf : ContentKind.CutOff,
            _ => KindOfText(Text(head)),
        };
    }

    /// <summary>The beginning of the bytes as text, for looking at it.</summary>
    internal static string TextHead(Stream bytes) => Text(Head(bytes));

    private static byte[] Head(Stream bytes)
    {
        bytes.Position = 0;
        var head = new byte[HeadBytes];
        return head[..bytes.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)];
    }

    private static string Text(byte[] head) => head switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(head, 2, head.Length - 2),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(head, 2, head.Length - 2),
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(head, 3, head.Length - 3),
        _ => Encoding.UTF8.GetString(head),
    };

    private static ContentKind KindOfText(string text)
    {
        var start = text.AsSpan().TrimStart();
        while (start.StartsWith("<!--", StringComparison.Ordinal) || start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
        {
            var end = start.IndexOf(start[1] == '?' ? "?>" : "-->", StringComparison.Ordinal);
            if (end < 0)
            {
                break;
            }

            start = start[(end + (start[1] == '?' ? 2 : 3))..].TrimStart();
        }

        if (start is ['<', ..])
        {
            return IsHtmlTag(start[1..]) ? ContentKind.Html : ContentKind.Xml;
        }

        return start is ['{' or '[', ..] ? ContentKind.Json : ContentKind.Text;
    }

    private static bool IsHtmlTag(ReadOnlySpan<char> rest)
    {
        foreach (var tag in HtmlTags)
        {
            if (rest.StartsWith(tag, StringComparison.OrdinalIgnoreCase) && (rest.Length == tag.Length || !char.IsAsciiLetterOrDigit(rest[tag.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsAs(Stream bytes, ReadOnlySpan<byte> sign)
    {
        var tail = new byte[(int)Math.Min(TailBytes, bytes.Length)];
        bytes.Position = bytes.Length - tail.Length;
        bytes.ReadExactly(tail);
        return tail.AsSpan().LastIndexOf(sign) >= 0;
    }

    private static ContentKind KindOfZip(byte[] head, Stream bytes)
    {
        if (!EndsAs(bytes, "PK\x05\x06"u8))
        {
            return ContentKind.CutOff;
        }

        foreach (var name in EntryNames(head))
        {
            if (name == "[Content_Types].xml" || name.StartsWith("xl/", StringComparison.Ordinal))
            {
                return ContentKind.Xlsx;
            }
        }

        return head.AsSpan().IndexOf("application/vnd.oasis.opendocument.spreadsheet"u8) is >= 0 and < 200 ? ContentKind.Ods : ContentKind.Zip;
    }

    /// <summary>Names in the first local headers; sizes may be missing from them, so that the headers are looked for.</summary>
    private static IEnumerable<string> EntryNames(byte[] head)
    {
        for (var at = 0; at >= 0 && at + 30 <= head.Length;)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(at + 26));
            if (at + 30 + length <= head.Length)
            {
                yield return Encoding.UTF8.GetString(head, at + 30, length);
            }

            var next = head.AsSpan(at + 4).IndexOf("PK\x03\x04"u8);
            at = next < 0 ? -1 : at + 4 + next;
        }
    }
}
