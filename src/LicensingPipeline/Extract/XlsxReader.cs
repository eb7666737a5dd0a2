using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Extract;

/// <summary>
/// XLSX workbooks, read as a stream of rows by our own code: of the libraries at hand none bounds what a hostile
/// cell reference allocates, or says which cell holds an error.
/// </summary>
public sealed class XlsxReader : IFormatReader
{
    /// <inheritdoc/>
    public IEnumerable<Sheet> Open(IReadOnlyList<SourceFile> files, ReadSpec read, IReadOnlyList<IReadOnlySet<string>> headings)
    {
        foreach (var file in files)
        {
            FileKind.Require(file, "xlsx", "an XLSX workbook");
            var workbook = new XlsxWorkbook(file);
            var sheet = SheetChoice.Choose(workbook.Sheets, read.Sheet, headings, i => workbook.Rows(i, null));
            var part = SheetChoice.Part(files, file, workbook.Sheets, sheet);
            yield return new Sheet(part, workbook.Rows(sheet, part));
        }
    }
}
