using System.IO.Compression;
using System.Text;

namespace LicensingPipeline.Extract;

/// <summary>
/// What the bytes of a file say it is, whatever its name or the server says: councils serve HTML as .xls, and an
/// error page as anything.
/// </summary>
/// <param name="Says">Words that fit after "is".</param>
/// <param name="Format">The value of <c>read.format</c> that reads it, or null where none does.</param>
internal sealed record FileKind(string Says, string? Format)
{
    private const int HeadBytes = 8 * 1024;

    /// <summary>Whether it is a zip of files rather than one document.</summary>
    public bool IsZip { get; init; }

    /// <summary>Looks at a file.</summary>
    public static FileKind Of(SourceFile file)
    {
        using var bytes = file.Open();
        var buffer = new byte[HeadBytes];
        var head = buffer.AsSpan(0, bytes.ReadAtLeast(buffer, HeadBytes, throwOnEndOfStream: false));
        bytes.Position = 0;
        return head switch
        {
            [] => new("empty (0 bytes)", null),
            [0x50, 0x4B, ..] => Zip(bytes),
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => Compound(bytes),
            [0x25, 0x50, 0x44, 0x46, ..] => new("a PDF document", "pdf"),
            [0x1F, 0x8B, ..] => new("compressed with gzip", null),
            _ => Text(head),
        };
    }

    /// <summary>Lets a file pass that is of this format.</summary>
    /// <exception cref="SourceException">It is of another kind; the sentence says which.</exception>
    public static void Require(SourceFile file, string format, string wanted)
    {
        var kind = Of(file);
        if (kind.Format == format)
        {
            return;
        }

        throw SourceException.Drift(
            $"{file.Name} should be {wanted} but is {kind.Says}. " + (kind.Format is null
                ? "Open the landing page and see what the publisher offers now; if it is this for good, ask for a table."
                : "Open it and see; if the publisher has changed the kind of file for good, change read.format."),
            kind.Format is null ? null : $"read: {{ format: {kind.Format} }}");
    }

    private static FileKind Zip(Stream bytes)
    {
        try
        {
            using var zip = new ZipArchive(bytes, ZipArchiveMode.Read, leaveOpen: true);
            var names = zip.Entries.Take(XlsxPackage.MostParts).Select(e => XlsxPackage.Normal(e.FullName)).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return names.Contains("xl/workbook.bin") ? new("a binary workbook (XLSB)", null)
                : names.Contains("content.xml") && names.Contains("mimetype") ? new("an OpenDocument file (ODS)", null)
                : names.Contains("word/document.xml") ? new("a Word document", null)
                : names.Contains("[Content_Types].xml") || names.Any(n => n.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)) ? new("an XLSX workbook", "xlsx")
                : new("a zip archive", null) { IsZip = true };
        }
        catch (InvalidDataException)
        {
            return new("a zip file that is cut off or damaged", null);
        }
    }

    private static FileKind Compound(Stream bytes)
    {
        // The names in a compound file's directory are UTF-16 wherever they lie, and the directory may lie anywhere.
        var found = Find(bytes, "EncryptedPackage", "Workbook", "Book", "WordDocument");
        return found.Contains("EncryptedPackage") ? new("a workbook under a password", null)
            : found.Contains("Workbook") || found.Contains("Book") ? new("an XLS workbook of Excel 97 to 2003", "xls")
            : found.Contains("WordDocument") ? new("a Word document", null)
            : new("an old Office file without a workbook in it", null);
    }

    private static HashSet<string> Find(Stream bytes, params string[] names)
    {
        const int overlap = 64;
        var wanted = names.Select(n => (Name: n, Bytes: Encoding.Unicode.GetBytes(n + "\0"))).ToArray();
        var found = new HashSet<string>(StringComparer.Ordinal);
        var buffer = new byte[256 * 1024];
        var kept = 0;
        while (bytes.Read(buffer, kept, buffer.Length - kept) is > 0 and var count)
        {
            var filled = buffer.AsSpan(0, kept + count);
            foreach (var (name, pattern) in wanted)
            {
                if (filled.IndexOf(pattern) >= 0)
                {
                    found.Add(name);
                }
            }

            kept = Math.Min(overlap, filled.Length);
            filled[^kept..].CopyTo(buffer);
        }

        return found;
    }

    private static FileKind Text(ReadOnlySpan<byte> head)
    {
        if (head is [0x09, 0x00 or 0x02 or 0x04 or 0x08, ..])
        {
            return new("a worksheet of an Excel before 1997, outside any workbook", null);
        }

        var encoding = head is [0xFF, 0xFE, ..] ? Encoding.Unicode : head is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode : Encoding.UTF8;
        var zeros = head.Count((byte)0);
        if (zeros > head.Length / 4 && encoding.Equals(Encoding.UTF8))
        {
            encoding = head[0] == 0 ? Encoding.BigEndianUnicode : Encoding.Unicode;
        }

        var text = encoding.GetString(head).TrimStart('\uFEFF').TrimStart();
        if (text.Contains("urn:schemas-microsoft-com:office:spreadsheet", StringComparison.Ordinal) && text.Contains("<Workbook", StringComparison.Ordinal))
        {
            return new("an XML spreadsheet of Excel 2003", null);
        }

        if (text.StartsWith('<'))
        {
            var html = new[] { "<html", "<!doctype html", "<table", "<body", "<head", "<div" };
            return !text.StartsWith("<?xml", StringComparison.Ordinal) || html.Any(h => text.Contains(h, StringComparison.OrdinalIgnoreCase))
                ? new("an HTML page", "html")
                : new("an XML file", null);
        }

        return text.StartsWith('{') || text.StartsWith('[') ? new("JSON", "json")
            : text.Any(c => c < ' ' && !char.IsWhiteSpace(c)) ? new("of no kind we know", null)
            : new("plain text", "csv");
    }
}
