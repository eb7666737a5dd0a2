using System.Text.RegularExpressions;
using AngleSharp.Dom;
using LicensingPipeline.Summarise.Scorecards;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Web.Tests;

/// <summary>What holds for every page of the site, whatever it is about.</summary>
[Collection(PublishedSiteGroup.Name)]
public sealed class EveryPageTests(PublishedSite site)
{
    private static readonly string[] Explaining = ["method.html", "councils.html", "governance.html", "replies.html"];

    [Fact]
    public void All_pages_are_there()
    {
        site.Pages.Keys.Count(p => p.StartsWith("boroughs/", StringComparison.Ordinal)).ShouldBe(33 * 3);
        site.Pages.Keys.Count(p => p.StartsWith("outward/", StringComparison.Ordinal)).ShouldBeGreaterThan(250);
        site.Pages.Keys.Where(p => !p.Contains('/', StringComparison.Ordinal)).ShouldBe(
            ["boroughs.html", "councils.html", "download.html", "governance.html", "index.html", "matrix.html", "method.html", "not-online.html", "renters.html", "replies.html", "schemes.html", "status.html"], ignoreOrder: true);
    }

    [Fact]
    public void Each_has_one_heading_landmarks_a_title_of_its_own_and_its_language()
    {
        Each((path, page) =>
        {
            page.DocumentElement.GetAttribute("lang").ShouldBe("en-GB", path);
            page.QuerySelectorAll("h1").Length.ShouldBe(1, path);
            page.QuerySelectorAll("body > header, body > main, body > footer, body > header nav").Length.ShouldBe(4, path);
            page.QuerySelector("body")!.FirstElementChild!.GetAttribute("href").ShouldBe("#main", path);
            page.QuerySelector("meta[name=viewport]").ShouldNotBeNull(path);
        });
        site.Pages.Values.Select(p => p.Title).ShouldBeUnique(StringComparer.Ordinal);
    }

    [Fact]
    public void Headings_go_down_one_step_at_a_time() => Each((path, page) =>
    {
        var levels = page.QuerySelectorAll("h1, h2, h3, h4").Select(h => h.LocalName[1] - '0').ToList();
        levels.Zip(levels.Skip(1)).ShouldAllBe(p => p.Second <= p.First + 1, path);
    });

    [Fact]
    public void Names_on_a_page_are_its_own_and_what_is_referred_to_is_there() => Each((path, page) =>
    {
        page.QuerySelectorAll("[id]").Select(e => e.Id).ShouldBeUnique(StringComparer.Ordinal, path);
        foreach (var reference in page.QuerySelectorAll("[aria-labelledby]").SelectMany(e => e.GetAttribute("aria-labelledby")!.Split(' ')))
        {
            page.GetElementById(reference).ShouldNotBeNull($"{path}: #{reference}");
        }
    });

    [Fact]
    public void Tables_have_a_caption_and_headings_that_say_what_they_head() => Each((path, page) =>
    {
        page.QuerySelectorAll("table").ShouldAllBe(t => t.QuerySelector("caption") != null, path);
        page.QuerySelectorAll("th").ShouldAllBe(h => h.GetAttribute("scope") == "col" || h.GetAttribute("scope") == "row", path);
        page.QuerySelectorAll(".scroll").ShouldAllBe(s => s.GetAttribute("tabindex") == "0" && s.GetAttribute("role") == "region" && s.HasAttribute("aria-labelledby"), path);
    });

    [Fact]
    public void Drawings_have_a_title_a_description_and_a_table() => Each((path, page) =>
    {
        foreach (var drawing in page.QuerySelectorAll("figure svg"))
        {
            drawing.QuerySelector("title")!.TextContent.ShouldNotBeEmpty(path);
            drawing.QuerySelector("desc")!.TextContent.ShouldContain(Demonstration.Mark, customMessage: path);
            drawing.QuerySelectorAll("text").ShouldContain(t => t.TextContent == Demonstration.Mark, path);
            page.QuerySelector("table").ShouldNotBeNull(path);
        }
    });

    [Fact]
    public void Links_within_the_site_lead_somewhere() => Each((path, page) =>
    {
        foreach (var link in page.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!).Where(h => !Regex.IsMatch(h, "^[a-z]+:")))
        {
            var parts = link.Split('#');
            var target = parts[0].Length == 0 ? path : new Uri(new Uri($"http://site/{path}"), parts[0]).AbsolutePath.TrimStart('/');
            site.Files.Contains(target, StringComparer.Ordinal).ShouldBeTrue($"{path} leads to {link}");
            if (parts.Length > 1)
            {
                site.Pages[target].GetElementById(parts[1]).ShouldNotBeNull($"{path} leads to {link}");
            }
        }
    });

    [Fact]
    public void Nothing_is_loaded_from_elsewhere_and_one_script_runs() => Each((path, page) =>
    {
        page.QuerySelectorAll("iframe, img, object, embed, form, base, style, video, audio").ShouldBeEmpty(path);
        page.QuerySelectorAll("*").SelectMany(e => e.Attributes).ShouldAllBe(a => !a.Name.StartsWith("on") && a.Name != "style", path);
        foreach (var loaded in page.QuerySelectorAll("link[href], script, use").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")))
        {
            (loaded == "data:," || (loaded is not null && Regex.IsMatch(loaded, @"^(\.\./)*assets/(site\.css|sort\.js)$"))).ShouldBeTrue($"{path}: {loaded}");
        }
    });

    [Fact]
    public void The_style_sheet_asks_for_nothing()
    {
        Regex.IsMatch(File.ReadAllText(Path.Combine(site.Path, "assets", "site.css")), @"url\(|@import").ShouldBeFalse();
    }

    [Fact]
    public void Every_file_says_that_it_is_invented()
    {
        foreach (var file in site.Files)
        {
            File.ReadAllText(Path.Combine(site.Path, file)).ShouldContain(Demonstration.Mark, customMessage: file);
        }

        Each((path, page) => page.QuerySelector("header")!.TextContent.ShouldContain(Demonstration.Mark, customMessage: path));
        foreach (var table in site.Files.Where(f => f.EndsWith(".csv", StringComparison.Ordinal)))
        {
            // An edition's tables say it on their first line, the others on every one.
            var lines = File.ReadAllLines(Path.Combine(site.Path, table));
            (lines[0].Contains(Demonstration.Mark, StringComparison.Ordinal) || lines.Skip(1).All(l => l.EndsWith($",\"{Demonstration.Mark}\"", StringComparison.Ordinal))).ShouldBeTrue(table);
        }
    }

    /// <summary>A designation is quoted as the council calls it, a reply as it came, and evidence names a page as it names itself.</summary>
    [Fact]
    public void No_sentence_blames_anybody() => Each((path, page) =>
    {
        // What is read aloud or shown on pointing is said too.
        var ours = string.Join(' ', page.QuerySelectorAll("[title], [aria-label], [alt], [data-label]").SelectMany(e => e.Attributes).Where(a => a.Name is "title" or "aria-label" or "alt" or "data-label").Select(a => a.Value).Append(Text(page, quoted: false)));
        Regex.Matches(ours, @".{0,40}\b(unlicensed|illegal|worst|fail(s|ed|ure|ing)?|breach(es)?|landlords?|owners?)\b.{0,20}", RegexOptions.IgnoreCase).Select(m => m.Value).ShouldBeEmpty(path);
    });

    [Fact]
    public void No_band_and_no_score_stands_anywhere_but_in_an_edition() => Each((path, page) =>
    {
        if (path.StartsWith("editions/", StringComparison.Ordinal))
        {
            return;
        }

        var text = Text(page, quoted: true);
        Enum.GetValues<Band>().Select(EditionWords.Of).Where(b => text.Contains(b, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(path);
        // These explain what scorecards are; the pages of facts do not even speak of them, but for the way there.
        if (!Explains(path))
        {
            Regex.IsMatch(text, @"\b(out of |/ ?)100\b|0 to 100|\bleague\b").ShouldBeFalse(path);
            Regex.Matches(text, @"\b(scores?|scored|bands?|grades?|composite|rank(ed|ing)?)\b", RegexOptions.IgnoreCase)
                .Select(m => m.Value).Where(w => !(w == "ranking" && path == "boroughs.html")).ShouldBeEmpty(path);
        }

        page.QuerySelectorAll("[class*=score], [class*=band], [id*=score], [id*=band]").ShouldBeEmpty(path);
    });

    [Fact]
    public void The_map_shows_all_33_with_letter_pattern_and_words()
    {
        var tiles = site.Pages["index.html"].QuerySelectorAll(".tiles svg a");
        tiles.Length.ShouldBe(33);
        tiles.ShouldAllBe(t => t.QuerySelector(".letter")!.TextContent.Length == 1 && FactWords.Rungs.Any(r => r.Letter == t.QuerySelector(".letter")!.TextContent && r.Word == t.QuerySelector(".small")!.TextContent));
        tiles.Where(t => t.QuerySelector(".letter")!.TextContent is not ("N" or "–")).ShouldAllBe(t => t.QuerySelector("[fill^='url(#rung-']") != null);
        site.Pages["index.html"].QuerySelectorAll("#rungs").Length.ShouldBe(1);
    }

    [Fact]
    public void Councils_stand_in_the_order_of_their_names()
    {
        foreach (var (page, rows) in new[] { ("boroughs.html", "tbody th"), ("matrix.html", ".scroll:first-of-type tbody th") })
        {
            var names = site.Pages[page].QuerySelector("table")!.QuerySelectorAll("tbody th").Select(h => h.TextContent).ToList();
            names.Count.ShouldBe(33, rows);
            names.ShouldBe(names.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void An_outward_code_holds_no_row_and_no_other_postcode()
    {
        var homes = Homes();
        homes.Count.ShouldBeGreaterThan(100);
        Each((path, page) =>
        {
            if (path.StartsWith("outward/", StringComparison.Ordinal))
            {
                var text = Text(page, quoted: true);
                Regex.IsMatch(text, @"\b[A-Z]{1,2}[0-9][A-Z0-9]?\s*[0-9][A-Z]{2}\b", RegexOptions.IgnoreCase).ShouldBeFalse(path);
                homes.Where(h => text.Contains(h, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(path);
            }
        });
    }

    [Theory]
    [InlineData("row 84", "row 84")]
    [InlineData("Quent, Ottoline, row 84", "row 84")]
    [InlineData("Ottoline Quent.csv, row 3 + row 4", "row 3 + row 4")]
    [InlineData("page 12, line 7", "page 12, line 7")]
    public void A_place_on_a_page_is_its_numbers_and_never_the_name_of_a_sheet_or_a_file(string where, string shown) => EditionWords.Place(where).ShouldBe(shown);

    /// <summary>Whether a page explains scorecards, so that it must speak of them.</summary>
    internal static bool Explains(string path) => Explaining.Contains(path, StringComparer.Ordinal) || path.StartsWith("issues/", StringComparison.Ordinal);

    /// <summary>All text, with a space where one element ends and the next begins, so that no two words are taken for one.</summary>
    private static string Text(IDocument page, bool quoted) =>
        string.Join(' ', page.DocumentElement.Descendants<IText>().Where(t => quoted || t.ParentElement?.Closest("q, blockquote, .evidence") is null).Select(t => t.Data));

    /// <summary>House number and street of every home of the demonstration.</summary>
    private List<string> Homes()
    {
        using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(site.Data, "registers.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = "select property_address from licence where property_address is not null";
        using var rows = command.ExecuteReader();
        var homes = new HashSet<string>(StringComparer.Ordinal);
        while (rows.Read())
        {
            homes.UnionWith(Regex.Matches(rows.GetString(0), "[0-9]+[A-Za-z]? [A-Za-z]{4,} [A-Za-z]{4,}").Select(m => m.Value));
        }

        return [.. homes];
    }

    private void Each(Action<string, IDocument> check)
    {
        foreach (var (path, page) in site.Pages)
        {
            check(path, page);
        }
    }
}
