using System.Text.Json;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;

namespace LicensingPipeline.Propose;

/// <summary>The first look at a file that nobody has described: what its bytes are and which row seems to hold the headings.</summary>
/// <param name="Kind">What its bytes are, in words that fit after "is".</param>
/// <param name="Read">How it would be read; null where there is no reader for its kind.</param>
/// <param name="HeaderRow">1-based row of the headings; 0 where the format itself has them, null where none was found.</param>
/// <param name="Headings">The headings as written, white space collapsed.</param>
public sealed record FileLook(string Kind, ReadSpec? Read, int? HeaderRow, IReadOnlyList<string> Headings)
{
    private const int RowsSearched = 50;
    private const int LongestHeading = 160;
    private const int MostJsonBytes = 64 * 1024 * 1024;

    /// <summary>Looks at a file.</summary>
    /// <param name="files">The files of one copy.</param>
    /// <param name="given">How a source file says that it is read, or null.</param>
    /// <param name="known">Headings a source file names.</param>
    public static FileLook At(IReadOnlyList<SourceFile> files, ReadSpec? given, IReadOnlyList<string> known)
    {
        var kind = FileKind.Of(files[0]);
        var format = given is not null && (kind.Format is null || given.Format == kind.Format || given.Format is not ("csv" or "xlsx" or "xls" or "json" or "html")) ? given.Format : kind.Format;
        if (format is null)
        {
            return new FileLook(kind.Says, null, null, []);
        }

        var read = (given?.Format == format ? given : new ReadSpec(format)) with { HeaderRow = null };
        read = format == "json" && read.Path is null ? read with { Path = JsonPath(files[0]) } : read;
        var normal = known.Select(Catalogue.Headings.Normal).ToHashSet(StringComparer.Ordinal);
        var (row, headings) = Search(files, read, normal);
        if (headings.Count == 0 && given is null && format == "html" && IsDetailPage(files[0], read))
        {
            read = new ReadSpec(ApiSpecReader.DetailsFormat);
            (row, headings) = Search(files, read, normal);
        }

        return new FileLook(kind.Says, read, row, headings);
    }

    /// <summary>Whether somebody saved the page of one licence out of a search.</summary>
    private static bool IsDetailPage(SourceFile file, ReadSpec read)
    {
        try
        {
            return DetailHtml.Read(file, read, null, out _) is null;
        }
        catch (SourceException)
        {
            return false;
        }
    }

    private static (int? Row, IReadOnlyList<string> Headings) Search(IReadOnlyList<SourceFile> files, ReadSpec read, HashSet<string> known)
    {
        // On a page without cells the headings themselves tell the columns apart, so those that a person names are looked for together.
        IReadOnlyList<IReadOnlySet<string>> telling = read.Format == "pdf" && known.Count > 0 ? [known]
            : [.. known.Concat(Synonyms.Telling).Select(h => new HashSet<string>([h], StringComparer.Ordinal))];
        (int? Row, IReadOnlyList<string> Headings) best = (null, []);
        var most = 1.5;
        try
        {
            foreach (var sheet in Guarded.Walk(read.Format, () => Formats.Reader(read.Format).Open(files, read, telling)).Take(1))
            {
                foreach (var row in Guarded.Walk(read.Format, () => sheet.Rows).Take(RowsSearched))
                {
                    if (sheet.FirstRowIsHeading)
                    {
                        return (0, [.. row.Cells.Select(OneLine)]);
                    }

                    var score = Score(row, known);
                    if (score > most)
                    {
                        (most, best) = (score, ((int)row.Number, [.. row.Cells.Select(OneLine)]));
                    }
                }
            }
        }
        catch (SourceException)
        {
            // What cannot be opened has no headings; whoever reads it whole says why.
        }

        return best;
    }

    /// <summary>Cells that are headings we know count one, those that can be none count against the row.</summary>
    private static double Score(Row row, HashSet<string> known)
    {
        var filled = row.Cells.Where(c => !string.IsNullOrWhiteSpace(c)).ToList();
        var strange = filled.Count(c => c.Length > LongestHeading || char.IsAsciiDigit(c.TrimStart()[0]));
        var met = filled.Sum(c => known.Contains(Catalogue.Headings.Normal(c)) ? 1.5 : c.Length <= LongestHeading && Synonyms.IsKnown(c) ? 1 : 0);
        return met - strange + (filled.Count is > 0 and < 3 && met == filled.Count ? 1 : 0);
    }

    /// <summary>The path to the first list of records: an answer is often wrapped, and a page of one names the list otherwise.</summary>
    private static string? JsonPath(SourceFile file)
    {
        using var bytes = file.Open();
        if (bytes.Length > MostJsonBytes)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = Caps.JsonDepth, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return document.RootElement.ValueKind == JsonValueKind.Object ? PathIn(document.RootElement, 3) : null;
        }
        catch (JsonException)
        {
            // One record a line, or damaged: the reader says which.
            return null;
        }
    }

    private static string? PathIn(JsonElement element, int depth)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Array && property.Value.EnumerateArray().FirstOrDefault().ValueKind == JsonValueKind.Object)
            {
                return property.Name;
            }

            if (depth > 1 && property.Value.ValueKind == JsonValueKind.Object && PathIn(property.Value, depth - 1) is { } inner)
            {
                return $"{property.Name}.{inner}";
            }
        }

        return null;
    }

    private static string OneLine(string text) => string.Join(' ', text.Trim('\uFEFF').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
