using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Extract;

/// <summary>
/// XLS workbooks of Excel 95 to 2003, read by our own code: the library at hand drops errors without a word and
/// follows a damaged file's sizes wherever they lead.
/// </summary>
public sealed class XlsReader : IFormatReader
{
    private const long MostBytes = 64L * 1024 * 1024;

    /// <inheritdoc/>
    public IEnumerable<Sheet> Open(IReadOnlyList<SourceFile> files, ReadSpec read, IReadOnlyList<IReadOnlySet<string>> headings)
    {
        foreach (var file in files)
        {
            FileKind.Require(file, "xls", "an XLS workbook");
            var compound = new CompoundFile(Bytes(file));
            var workbook = new BiffWorkbook(compound.Stream("Workbook", "Book")
                ?? throw SourceException.Drift("The file is an old Office file without a workbook in it. Open the landing page and see what the publisher offers now."));
            var sheet = SheetChoice.Choose(workbook.Sheets, read.Sheet, headings, i => workbook.Rows(i, null));
            var part = SheetChoice.Part(files, file, workbook.Sheets, sheet);
            yield return new Sheet(part, workbook.Rows(sheet, part));
        }
    }

    private static byte[] Bytes(SourceFile file)
    {
        using var bytes = file.Open();
        var all = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (bytes.Read(buffer) is > 0 and var count)
        {
            all.Write(buffer, 0, count);
            if (all.Length > MostBytes)
            {
                throw SourceException.Cap("The size of an XLS workbook", "64 MB");
            }
        }

        return all.ToArray();
    }
}
