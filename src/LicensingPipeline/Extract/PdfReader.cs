using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Extract;

/// <summary>The table of a PDF, by the words that pdftotext finds on its pages.</summary>
public sealed class PdfReader : IFormatReader
{
    private readonly PdfTool _tool = new();

    /// <inheritdoc/>
    public IEnumerable<Sheet> Open(IReadOnlyList<SourceFile> files, ReadSpec read, IReadOnlyList<IReadOnlySet<string>> headings)
    {
        foreach (var file in files)
        {
            FileKind.Require(file, "pdf", "a PDF document");
            var part = files.Count > 1 ? file.Name : null;
            yield return new Sheet(part, new PdfTable(read, headings, part).Rows(_tool.Pages(file)));
        }
    }
}
