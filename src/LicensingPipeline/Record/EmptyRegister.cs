using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;

namespace LicensingPipeline.Record;

/// <summary>Whether a register says in words that it holds no entry.</summary>
internal static class EmptyRegister
{
    private const int BytesSearched = 1024 * 1024;

    public static bool Declares(IReadOnlyList<SourceFile> files, string marker) => files.Count > 0 && files.All(f => Holds(f, marker));

    /// <summary>Whether a table of at least a heading and a row can be found in files whose headings are not the ones we know.</summary>
    public static bool HoldsRows(IReadOnlyList<SourceFile> files, ReadSpec read)
    {
        try
        {
            var sheets = Guarded.Walk(read.Format, () => Formats.Reader(read.Format).Open(files, read, []));
            return sheets.SelectMany(s => Guarded.Walk(read.Format, () => s.Rows)).Where(r => r.Cells.Count(c => !string.IsNullOrWhiteSpace(c)) > 1).Skip(1).Any();
        }
        catch (SourceException)
        {
            return false;
        }
    }

    private static bool Holds(SourceFile file, string marker)
    {
        using var bytes = file.Open();
        var encoding = TextEncodings.Detect(bytes) ?? System.Text.Encoding.UTF8;
        using var text = new StreamReader(bytes, encoding);
        var buffer = new char[BytesSearched];
        return buffer.AsSpan(0, text.ReadBlock(buffer)).Contains(marker, StringComparison.OrdinalIgnoreCase);
    }
}
