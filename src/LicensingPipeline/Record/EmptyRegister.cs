using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;

namespace LicensingPipeline.Record;

/// <summary>Whether a register says in words that it holds no entry.</summary>
internal static class EmptyRegister
{
    private const int BytesSearched = 1024 * 1024;
    private const int LinesSearched = 1000;

    public static bool Declares(IReadOnlyList<SourceFile> files, ReadSpec read, string marker) =>
        files.Count > 0 && files.All(f => read.Format == "pdf" ? Prints(f, read, marker) : Holds(f, marker));

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

    /// <summary>Whether the text stands on the pages of a PDF, however it is broken into lines: the words are not to be found in its bytes.</summary>
    private static bool Prints(SourceFile file, ReadSpec read, string marker)
    {
        try
        {
            var rows = Guarded.Walk(read.Format, () => Formats.Reader(read.Format).Open([file], read, [])).SelectMany(s => Guarded.Walk(read.Format, () => s.Rows));
            return string.Join(' ', rows.Take(LinesSearched).SelectMany(r => r.Cells)).Contains(marker, StringComparison.OrdinalIgnoreCase);
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
