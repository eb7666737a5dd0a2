using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;

namespace LicensingPipeline.Record;

/// <summary>Whether a register says in words that it holds no entry.</summary>
internal static class EmptyRegister
{
    public static bool Declares(IReadOnlyList<SourceFile> files, ReadSpec read, string marker)
    {
        var sentence = string.Join(' ', marker.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return files.Count > 0 && files.All(f => Words(f, read).Contains(sentence, StringComparison.OrdinalIgnoreCase));
    }

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

    /// <summary>A file of another kind than the source file says declares nothing; what it is has been told by its reader.</summary>
    private static string Words(SourceFile file, ReadSpec read)
    {
        try
        {
            return FileWords.Of(file, read);
        }
        catch (SourceException)
        {
            return "";
        }
    }
}
