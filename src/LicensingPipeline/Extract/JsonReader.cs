using System.Text;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Extract;

/// <summary>
/// JSON: an array of objects, at a path or at the top; one object a file; or one a line. All files of a snapshot are
/// one sheet, whose headings are the keys of all records in the order they are first met; so the bytes are read twice
/// and no record is kept.
/// </summary>
public sealed class JsonReader : IFormatReader
{
    /// <inheritdoc/>
    public IEnumerable<Sheet> Open(IReadOnlyList<SourceFile> files, ReadSpec read, IReadOnlyList<IReadOnlySet<string>> headings) =>
        [new Sheet(null, Rows(files, read), FirstRowIsHeading: true)];

    private static IEnumerable<Row> Rows(IReadOnlyList<SourceFile> files, ReadSpec read)
    {
        var columns = Columns(files, read);
        yield return new Row([.. columns.OrderBy(c => c.Value).Select(c => c.Key)], null, 0);
        long all = 0;
        foreach (var file in files)
        {
            using var utf8 = Utf8(file, read);
            var records = Records(utf8, file, read);
            for (long number = 1; Cells(records, columns) is { } cells; number++)
            {
                if (++all > Caps.RowsInStream)
                {
                    throw SourceException.Cap("The number of rows", "20 million a stream");
                }

                yield return new Row(cells, files.Count > 1 ? file.Name : null, number);
            }
        }
    }

    private static Dictionary<string, int> Columns(IReadOnlyList<SourceFile> files, ReadSpec read)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        var flat = new JsonFlat((heading, _) =>
        {
            columns.TryAdd(heading, columns.Count);
            if (columns.Count > Caps.Columns)
            {
                throw SourceException.Cap("The number of columns", "16,384");
            }
        });
        foreach (var file in files)
        {
            FileKind.Require(file, "json", "JSON");
            using var utf8 = Utf8(file, read);
            var records = Records(utf8, file, read);
            while (records.Next(out var record))
            {
                flat.Walk(record);
            }
        }

        return columns.Count > 0 ? columns
            : throw SourceException.Drift("The JSON holds no record with a key in it: the list is empty. If the register is truly empty, name the text that says so with empty; else fetch it again.");
    }

    private static string[]? Cells(JsonRecords records, Dictionary<string, int> columns)
    {
        if (!records.Next(out var record))
        {
            return null;
        }

        var cells = new string[columns.Count];
        Array.Fill(cells, "");
        new JsonFlat((heading, text) =>
        {
            // A key that stands twice: the first that is filled.
            ref var cell = ref cells[columns[heading]];
            cell = cell.Length == 0 ? text : cell;
        }).Walk(record);
        return cells;
    }

    private static JsonRecords Records(Stream utf8, SourceFile file, ReadSpec read) =>
        new(new JsonTokens(utf8, file.Name), read.Path?.Split('.') ?? [], file.Name);

    /// <summary>Opens a file as UTF-8, whatever it is in.</summary>
    internal static Stream Utf8(SourceFile file, ReadSpec read)
    {
        var bytes = file.Open();
        var encoding = read.Encoding is { } named ? TextEncodings.Named(named) : TextEncodings.Detect(bytes) ?? Marked(bytes);
        return encoding is UTF8Encoding ? bytes : Encoding.CreateTranscodingStream(bytes, encoding, Encoding.UTF8);
    }

    private static Encoding Marked(Stream bytes)
    {
        var buffer = new byte[2];
        var mark = buffer.AsSpan(0, bytes.ReadAtLeast(buffer, 2, throwOnEndOfStream: false));
        bytes.Position = 0;
        return mark is [0xFF, 0xFE] ? Encoding.Unicode : mark is [0xFE, 0xFF] ? Encoding.BigEndianUnicode : Encoding.UTF8;
    }
}
