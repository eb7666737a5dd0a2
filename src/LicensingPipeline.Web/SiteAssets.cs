using LicensingPipeline.Summarise;

namespace LicensingPipeline.Web;

/// <summary>What the site holds beside its pages: one style sheet, one script that only sorts tables, and the tables to download.</summary>
internal static class SiteAssets
{
    /// <summary>The address of the style sheet.</summary>
    public const string Css = "assets/site.css";

    /// <summary>The address of the script.</summary>
    public const string Script = "assets/sort.js";

    /// <summary>The tables: address, and what is in it.</summary>
    public static IReadOnlyList<(string Path, string Title, string What)> Tables { get; } =
    [
        ("data/boroughs.csv", "Councils", "one row for each council: rung, particulars, kinds covered, dates, rows and licences"),
        ("data/particulars.csv", "Particulars", "one row for each council and particular the law lists: what was seen online, with date and address, and what share of our copies states it"),
        ("data/copies.csv", "Copies", "one row for each copy: date, hash, rows, what came and what went"),
        ("data/issues.csv", "Issues", "one row for each kind of issue on each copy that stands: how many rows and values, and whose doing it is"),
    ];

    /// <summary>Every such file by its path.</summary>
    public static IEnumerable<(string Path, string Text)> Of(SiteFacts facts)
    {
        var mark = facts.Invented ? $"/* {Demonstration.Mark} */\n" : "";
        yield return (Css, mark + Embedded("site.css"));
        yield return (Script, mark + Embedded("sort.js"));
        var tables = new FactTables(facts.Boroughs, facts.Invented);
        yield return (Tables[0].Path, tables.Boroughs());
        yield return (Tables[1].Path, tables.Particulars());
        yield return (Tables[2].Path, tables.Copies());
        yield return (Tables[3].Path, tables.Issues());
    }

    private static string Embedded(string name)
    {
        using var text = new StreamReader(typeof(SiteAssets).Assembly.GetManifestResourceStream(name)!);
        return text.ReadToEnd().ReplaceLineEndings("\n");
    }
}
