using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Extract;

/// <summary>
/// Detail pages as a script stored them: one object a licence, whose keys are the labels with low lines for spaces, in objects inside one
/// another. Only the innermost key is the heading, so that page and script have the same.
/// </summary>
internal static class DetailJson
{
    /// <summary>Reads the records of a file: one object, a list of them, or one a line.</summary>
    public static IEnumerable<DetailPage> Read(SourceFile file, ReadSpec read, string? part)
    {
        var pages = new List<DetailPage>();
        using var utf8 = JsonReader.Utf8(file, read);
        var records = new JsonRecords(new JsonTokens(utf8, file.Name), read.Path?.Split('.') ?? [], file.Name);
        while (records.Next(out var record))
        {
            var page = new DetailPage(part, pages.Count + 1);
            new JsonFlat((path, text) =>
            {
                var label = DetailPage.Label(path[(path.LastIndexOf('.') + 1)..]);
                // The same key deeper inside may say something else; then it stands under its whole path.
                if (label.Length > 0 && !page.Put(label, text))
                {
                    page.PutBeside(path, text);
                }
            }).Walk(record);
            pages.Add(page);
        }

        return pages;
    }
}
