using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Extract;

/// <summary>A table of an HTML page: the one that <c>read.table</c> selects, else the only one with the headings of a layout.</summary>
public sealed class HtmlTableReader : IFormatReader
{
    /// <inheritdoc/>
    public IEnumerable<Sheet> Open(IReadOnlyList<SourceFile> files, ReadSpec read, IReadOnlyList<IReadOnlySet<string>> headings)
    {
        foreach (var file in files)
        {
            // A page may begin with anything; only what is surely something else is refused.
            if (FileKind.Of(file).Format is not ("html" or "csv"))
            {
                FileKind.Require(file, "html", "an HTML page");
            }

            var page = HtmlPage.Parse(file, read);
            var table = read.Table is { } selector ? Selected(page, selector) : WithHeadings(page, headings);
            var part = files.Count > 1 ? file.Name : null;
            yield return new Sheet(part, new HtmlRows(table, part).Read());
        }
    }

    private static IElement Selected(IHtmlDocument page, string selector)
    {
        List<IElement> found;
        try
        {
            found = [.. page.QuerySelectorAll(selector)];
        }
        catch (DomException wrong)
        {
            throw new SourceException(StreamState.ConfigError, $"read.table is \"{selector}\", which is no CSS selector. Mend it in the source file.", null, wrong);
        }

        return found switch
        {
            [{ LocalName: "table" } one] => one,
            [] => throw SourceException.Drift($"No element of the page fits read.table \"{selector}\"; the page has {Tables(page).Count} tables. The publisher may have rebuilt it: open it, and change read.table or leave it out."),
            [var other] => throw SourceException.Drift($"read.table \"{selector}\" selects a {other.LocalName}, not a table. Change it so that it ends at the table itself."),
            _ => throw SourceException.Drift($"{found.Count} elements of the page fit read.table \"{selector}\". Change it so that it fits one."),
        };
    }

    private static IElement WithHeadings(IHtmlDocument page, IReadOnlyList<IReadOnlySet<string>> headings)
    {
        var tables = Tables(page);
        var fitting = tables.FindAll(t => SheetChoice.Holds(new HtmlRows(t, null, peek: true).Read(), headings));
        return fitting switch
        {
            [var one] => one,
            [] when tables.Count == 0 => throw SourceException.Drift("The page has no table. It may be a notice or a search box in the register's place: open the landing page and see."),
            [] => throw SourceException.Drift($"None of the page's tables ({tables.Count}) has all headings of a layout. Open the page: change columns if a heading was reworded, or say with read.table which table it is."),
            _ => throw SourceException.Drift($"{fitting.Count} of the page's {tables.Count} tables have all headings of a layout. Say with read.table which one it is.", "read: { format: html, table: \"#register\" }"),
        };
    }

    private static List<IElement> Tables(IHtmlDocument page) => [.. page.GetElementsByTagName("table")];
}
