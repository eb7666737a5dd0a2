using System.Globalization;
using System.IO.Compression;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Extract;

/// <summary>
/// Detail pages of a Metastreet register that people saved one by one, as HTML, as a zip of HTML, or as the JSON that a script made of
/// them. One page is one row, whose headings are the labels; the page of additional details joins its licence by the reference. The
/// search in front of them asks for a person, so nothing here or in Collect ever requests one.
/// </summary>
public sealed class DetailPagesReader : IFormatReader
{
    private const int MostPages = 100_000;
    private const int MostPageBytes = 16 * 1024 * 1024;

    /// <summary>What a browser puts beside a page it saves, and what computers put into folders.</summary>
    private static readonly string[] Beside = [".css", ".js", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".ico", ".webp", ".woff", ".woff2", ".ttf", ".map", ".download", ".ds_store", ".ini", ".db", ".yaml"];

    /// <inheritdoc/>
    public IEnumerable<Sheet> Open(IReadOnlyList<SourceFile> files, ReadSpec read, IReadOnlyList<IReadOnlySet<string>> headings) =>
        [new Sheet(null, Rows(files, read), FirstRowIsHeading: true)];

    private static IEnumerable<Row> Rows(IReadOnlyList<SourceFile> files, ReadSpec read)
    {
        var rows = DetailPage.Joined(Pages(files, read));
        var columns = Columns(rows);
        yield return new Row([.. columns.OrderBy(c => c.Value).Select(c => c.Key)], null, 0);
        foreach (var row in rows)
        {
            var cells = new string[columns.Count];
            Array.Fill(cells, "");
            foreach (var (label, value) in row.Values)
            {
                cells[columns[label]] = Caps.Cell(value);
            }

            yield return new Row(cells, row.Part, row.Number);
        }
    }

    private static List<DetailPage> Pages(IReadOnlyList<SourceFile> files, ReadSpec read)
    {
        var pages = new List<DetailPage>();
        var wrong = new List<string>();
        foreach (var file in files)
        {
            var part = files.Count > 1 ? file.Name : null;
            if (FileKind.Of(file).IsZip)
            {
                TakeZip(file, part, read, pages, wrong);
            }
            else
            {
                Take(file, part, read, pages, wrong);
            }
        }

        // Were a wrong page only left out, a folder of them would look like a register that lost its licences.
        return wrong.Count == 0 ? pages : throw SourceException.Drift(string.Create(
            CultureInfo.InvariantCulture,
            $"{wrong.Count} of the saved files {(wrong.Count == 1 ? "is" : "are")} no page of a licence: {string.Join("; ", wrong.Take(5))}{(wrong.Count > 5 ? "; …" : "")}. Take them out, or save the right pages in their place."));
    }

    private static Dictionary<string, int> Columns(List<DetailPage> rows)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var label in rows.SelectMany(r => r.Values.Keys))
        {
            columns.TryAdd(label, columns.Count);
        }

        return columns.Count switch
        {
            0 => throw SourceException.Drift("There is no saved page in the file. Save the page of each licence, or put them into one zip."),
            > Caps.Columns => throw SourceException.Cap("The number of columns", "16,384"),
            _ => columns,
        };
    }

    private static void Take(SourceFile file, string? part, ReadSpec read, List<DetailPage> pages, List<string> wrong)
    {
        if (pages.Count >= MostPages)
        {
            throw SourceException.Cap("The number of saved pages", MostPages.ToString("N0", CultureInfo.InvariantCulture));
        }

        var kind = FileKind.Of(file);
        switch (kind)
        {
            case { Format: "json" }:
                pages.AddRange(DetailJson.Read(file, read, part));
                break;
            case { Format: "html" }:
                if (DetailHtml.Read(file, read, part, out var page) is { } why)
                {
                    wrong.Add($"{part ?? file.Name} {why}");
                }
                else
                {
                    pages.Add(page!);
                }

                break;
            default:
                wrong.Add($"{part ?? file.Name} is {kind.Says}");
                break;
        }
    }

    private static void TakeZip(SourceFile file, string? part, ReadSpec read, List<DetailPage> pages, List<string> wrong)
    {
        using var zip = new ZipArchive(file.Open(), ZipArchiveMode.Read);
        ZipLimits.Check(zip, "the zip", "file", MostPages);
        foreach (var entry in zip.Entries.Where(e => !IsBeside(e.FullName)).OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            if (entry.Length > MostPageBytes)
            {
                throw SourceException.Cap("The size of a saved page", "16 MB");
            }

            using var packed = new AtMost(entry.Open(), entry.Length);
            using var unpacked = new MemoryStream();
            packed.CopyTo(unpacked);
            var bytes = unpacked.ToArray();
            Take(new SourceFile(entry.FullName, () => new MemoryStream(bytes, writable: false)), $"{(part is null ? "" : part + "/")}{entry.FullName}", read, pages, wrong);
        }
    }

    private static bool IsBeside(string name) =>
        name.EndsWith('/') || name.Contains("_files/", StringComparison.OrdinalIgnoreCase) || name.StartsWith("__MACOSX/", StringComparison.Ordinal)
        || Array.Exists(Beside, e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase));
}
