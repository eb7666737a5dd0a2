using System.Text;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Extract;

/// <summary>
/// The words of a file as a person reads them, whatever it is packed in, so that a sentence can be looked for: those of a page without
/// its tags, of a workbook's cells, of a PDF's pages, of any other file its text. White space is one space.
/// </summary>
internal static class FileWords
{
    private const int Most = 1024 * 1024;

    /// <summary>The first million characters.</summary>
    /// <exception cref="SourceException">The bytes are not of the format.</exception>
    public static string Of(SourceFile file, ReadSpec read)
    {
        var words = new StringBuilder();
        foreach (var piece in Guarded.Walk(read.Format, () => Pieces(file, read)))
        {
            foreach (var word in piece.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                words.Append(words.Length > 0 ? " " : "").Append(word);
            }

            if (words.Length > Most)
            {
                break;
            }
        }

        return words.ToString();
    }

    private static IEnumerable<string> Pieces(SourceFile file, ReadSpec read) => read.Format switch
    {
        "html" => Page(file, read),
        "pdf" => new PdfTool().Pages(file).SelectMany(p => p.Words).Select(w => w.Text),
        "xlsx" or "xls" => Formats.Reader(read.Format).Open([file], read, []).SelectMany(s => s.Rows).SelectMany(r => r.Cells),
        _ => Text(file),
    };

    private static IEnumerable<string> Page(SourceFile file, ReadSpec read)
    {
        using var page = HtmlPage.Parse(file, read);
        yield return HtmlText.Of(page.Body ?? page.DocumentElement);
    }

    private static IEnumerable<string> Text(SourceFile file)
    {
        using var bytes = file.Open();
        using var text = new StreamReader(bytes, TextEncodings.Detect(bytes) ?? Encoding.UTF8);
        var buffer = new char[Most];
        yield return new string(buffer, 0, text.ReadBlock(buffer));
    }
}
