using CsvHelper;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Extract;

/// <summary>
/// Delimited text: comma, tab, semicolon or pipe; UTF-8 with or without mark, UTF-16, Windows-1252; CR, LF or CRLF;
/// quoted line breaks. The only file that calls CsvHelper to read a register.
/// </summary>
public sealed class DelimitedReader : IFormatReader
{
    private const int RecordBytes = 8 * 1024 * 1024;

    /// <inheritdoc/>
    public IEnumerable<Sheet> Open(IReadOnlyList<SourceFile> files, ReadSpec read, IReadOnlyList<IReadOnlySet<string>> headings) =>
        files.Select(file => new Sheet(files.Count > 1 ? file.Name : null, Rows(file, read, files.Count > 1)));

    private static IEnumerable<Row> Rows(SourceFile file, ReadSpec read, bool several)
    {
        using var bytes = file.Open();
        var encoding = read.Encoding is { } named ? TextEncodings.Named(named) : TextEncodings.Detect(bytes);
        var cutOff = false;
        using var csv = CsvReader.Create(bytes, new CsvReaderOptions
        {
            HasHeader = false,
            SkipEmptyLines = false,
            Separator = Separator(read.Separator),
            Encoding = encoding,
            MaxRecordSize = RecordBytes,
            IncludeValuesInExceptions = false,
            BufferSize = 256 * 1024,
            OnMalformedRecord = bad => cutOff |= bad.Reason == CsvMalformedReason.UnterminatedQuote,
        });
        long number = 0;
        while (csv.Read())
        {
            if (++number > Caps.RowsInStream)
            {
                throw SourceException.Cap("The number of rows", "20 million a stream");
            }

            if (cutOff)
            {
                throw SourceException.Drift($"A quoted cell opens and is never closed, so the file is cut off or damaged after row {number - 1}. Fetch it again, or ask the publisher for a whole one.");
            }

            yield return new Row(Cells(csv), several ? file.Name : null, number);
        }
    }

    private static string[] Cells(CsvReader csv)
    {
        var count = csv.FieldCount;
        if (count > Caps.Columns)
        {
            throw SourceException.Cap("The number of columns", "16,384");
        }

        var cells = new string[count];
        for (var i = 0; i < count; i++)
        {
            cells[i] = Caps.Cell(csv[i].ToString());
        }

        return cells;
    }

    private static char? Separator(string? name) => name switch
    {
        null => null,
        "comma" => ',',
        "tab" => '\t',
        "semicolon" => ';',
        "pipe" => '|',
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Not a separator."),
    };
}
