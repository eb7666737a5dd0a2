using System.Globalization;
using System.Text;
using LicensingPipeline.Summarise.Scorecards;

namespace LicensingPipeline.Web;

/// <summary>Every page and file of an edition. It is made once; afterwards what was made stands.</summary>
internal static class EditionPages
{
    /// <summary>The pages: all councils, a card each, and a page for every figure that is printed.</summary>
    public static IEnumerable<SitePage> Of(Edition edition, bool showsComposite)
    {
        var at = $"editions/{edition.Name}";
        yield return new SitePage($"{at}/index.html", typeof(EditionPage), Parameters(("Edition", edition)));
        yield return new SitePage($"{at}/method.html", typeof(EditionMethodPage), Parameters(("Edition", edition)));
        yield return new SitePage($"{at}/explorer.html", typeof(ExplorerPage), Parameters(("Edition", edition)));
        if (edition.Shadow is { } shadow)
        {
            yield return new SitePage($"{at}/{EditionWords.ShadowPage}", typeof(ShadowPage), Parameters(("Edition", edition), ("Run", shadow)));
        }

        foreach (var entry in edition.Entries)
        {
            yield return new SitePage($"{at}/{entry.Authority.ShortName}/index.html", typeof(ScorecardPage), Parameters(("Edition", edition), ("Entry", entry), ("ShowsComposite", showsComposite)));
            foreach (var (sheet, figure) in Printed(entry))
            {
                yield return new SitePage(EditionWords.Path(edition.Name, entry.Authority.ShortName, sheet, figure), typeof(FigurePage), Parameters(("Edition", edition), ("Entry", entry), ("Sheet", sheet), ("Figure", figure)));
            }
        }
    }

    /// <summary>The files beside the pages: what it was worked out from, all figures, and the rows that count against each.</summary>
    public static IEnumerable<(string Path, string Text)> Files(Edition edition)
    {
        var mark = edition.Invented ? $"# {Demonstration.Mark}\n" : "";
        yield return ($"editions/{edition.Name}/{Edition.FileName}", edition.ToJson());
        yield return ($"editions/{edition.Name}/scores.csv", mark + Scores(edition));
        foreach (var entry in edition.Entries)
        {
            foreach (var (sheet, figure) in Printed(entry).Where(p => p.Figure.FailingPlaces.Count > 0))
            {
                var rows = string.Concat(figure.FailingPlaces.Select(p => $"\"{EditionWords.Place(p)}\"\n"));
                yield return (EditionWords.Path(edition.Name, entry.Authority.ShortName, sheet, figure, "csv"), $"{mark}place\n{rows}");
            }
        }
    }

    private static IEnumerable<(ScoredSheet Sheet, Figure Figure)> Printed(EditionEntry entry) =>
        entry.Cards.SelectMany(c => c.Sheets).SelectMany(s => s.Figures.Where(f => f.NotMeasured is null).Select(f => (s, Evident(s, f))));

    /// <summary>A figure that does not say what it was worked out from is never printed.</summary>
    private static Figure Evident(ScoredSheet sheet, Figure figure) => figure is { Numerator: not null, Denominator: > 0 } or { Note.Length: > 0 } && sheet.Sha256.Length > 0 && figure.Kind.Counts.Length > 0
        ? figure
        : throw new InvalidOperationException($"{sheet.Authority}/{sheet.Stream} {figure.Kind.Id} has neither counts nor a note, so it cannot be printed.");

    private static string Scores(Edition edition)
    {
        var text = new StringBuilder("authority,name,stream,part,published,as_at,rows,figure,numerator,denominator,withheld,not_applicable,value,not_measured\n");
        foreach (var (entry, sheet) in edition.Entries.SelectMany(e => e.Cards.SelectMany(c => c.Sheets).Select(s => (e, s))))
        {
            foreach (var figure in sheet.Figures)
            {
                var value = sheet.HasScores && figure.Value is { } v ? Math.Round(v, 6, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture) : "";
                text.Append(CultureInfo.InvariantCulture, $"{entry.Authority.Gss},\"{entry.Authority.Name}\",{sheet.Stream},{sheet.Part},{(sheet.IsPublished ? "yes" : "no")},{sheet.AsAt:yyyy-MM-dd},{sheet.Rows},{figure.Kind.Id},{figure.Numerator},{figure.Denominator},{figure.Withheld},{figure.NotApplicable},{value},\"{figure.NotMeasured}\"\n");
            }
        }

        return text.ToString();
    }

    private static Dictionary<string, object?> Parameters(params (string Name, object? Value)[] parameters) => parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
}
