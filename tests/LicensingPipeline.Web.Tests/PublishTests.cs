using System.Security.Cryptography;
using System.Text.RegularExpressions;
using LicensingPipeline.Collect;
using LicensingPipeline.Tests.Demo;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Web.Tests;

/// <summary><c>licensing publish</c>: what it refuses, what it leaves alone, and that the same facts give the same bytes.</summary>
[Collection(PublishedSiteGroup.Name)]
public sealed class PublishTests(PublishedSite site)
{
    [Fact]
    public async Task The_same_facts_give_the_same_bytes_here_and_in_another_folder()
    {
        using var folder = new Folder();
        (await PublishedSite.PublishAsync(folder["site"], site.Data)).Exit.ShouldBe(0);
        PlayedDemo.Files(folder["site"]).ShouldBe(site.Files);
        foreach (var file in site.Files)
        {
            File.ReadAllBytes(folder[$"site/{file}"]).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(site.Path, file))).ShouldBeTrue($"{file} differs.");
        }

        (await PublishedSite.PublishAsync(folder["site"], site.Data)).Said.ShouldContain("files: 0 written");
    }

    [Fact]
    public async Task The_demonstration_writes_the_same_site_below_its_data()
    {
        await Site.WriteAsync(site.Data, Path.Combine(site.Data, "sources"), PlayedDemo.Samples.Reference, new DateOnly(2026, 11, 2), TestContext.Current.CancellationToken);
        var written = Path.Combine(site.Data, "site");
        PlayedDemo.Files(written).ShouldBe(site.Files);
        foreach (var file in site.Files)
        {
            File.ReadAllBytes(Path.Combine(written, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(site.Path, file))).ShouldBeTrue($"{file} differs.");
        }
    }

    [Fact]
    public void The_sums_are_those_of_the_files()
    {
        var lines = File.ReadAllLines(Path.Combine(site.Path, SiteFolder.SumsName)).Where(l => l[0] != '#').Select(l => l.Split("  ", 2)).ToList();
        lines.Select(l => l[1]).ShouldBe(site.Files.Where(f => f is not (SiteFolder.SumsName or SiteFolder.MarkerName)));
        lines.ShouldAllBe(l => l[0] == Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(site.Path, l[1])))));
    }

    [Fact]
    public async Task Without_somebody_to_write_to_nothing_is_published()
    {
        using var night = InventedNight.Usual();
        await night.RunAsync();
        using var folder = new Folder();
        var (exit, said) = await PublishedSite.PublishAsync(folder["site"], night.Data, night.Sources);
        exit.ShouldNotBe(0);
        said.ShouldContain(OperatorFile.Name);
        Directory.Exists(folder["site"]).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_of_somebody_else_is_not_touched()
    {
        using var folder = new Folder();
        folder.Write("site/letters.txt", "mine");
        var (exit, said) = await PublishedSite.PublishAsync(folder["site"], site.Data);
        exit.ShouldNotBe(0);
        said.ShouldContain("nothing in it is touched");
        PlayedDemo.Files(folder["site"]).ShouldBe(["letters.txt"]);
    }

    [Fact]
    public async Task What_an_earlier_site_left_is_taken_away_and_what_others_put_there_is_not()
    {
        using var folder = new Folder();
        (await PublishedSite.PublishAsync(folder["site"], site.Data)).Exit.ShouldBe(0);
        folder.Write("site/boroughs/gone/index.html", "a page of an earlier site");
        folder.Write("site/CNAME", "theirs");
        folder.Write("outside.txt", "not in the site");
        File.AppendAllText(folder["site/SHA256SUMS"], $"{new string('0', 64)}  boroughs/gone/index.html\n{new string('0', 64)}  ../outside.txt\n");
        (await PublishedSite.PublishAsync(folder["site"], site.Data)).Said.ShouldContain("1 of an earlier site taken away");
        Directory.Exists(folder["site/boroughs/gone"]).ShouldBeFalse();
        File.Exists(folder["outside.txt"]).ShouldBeTrue();
        PlayedDemo.Files(folder["site"]).ShouldBe(site.Files.Append("CNAME"), ignoreOrder: true);
    }

    [Fact]
    public async Task Where_no_edition_was_made_no_band_and_no_score_is_printed_and_it_says_so()
    {
        using var night = InventedNight.Usual();
        await night.RunAsync();
        await File.WriteAllTextAsync(Path.Combine(night.Data, OperatorFile.Name), "name: Example Branch\ncontact: branch@example.org\n", TestContext.Current.CancellationToken);
        using var folder = new Folder();
        var (exit, said) = await PublishedSite.PublishAsync(folder["site"], night.Data, night.Sources);
        exit.ShouldBe(0, said);
        said.ShouldContain("It holds no score");
        foreach (var file in PlayedDemo.Files(folder["site"]).Where(f => f.EndsWith(".html", StringComparison.Ordinal) && !EveryPageTests.Explains(f)))
        {
            Regex.IsMatch(await File.ReadAllTextAsync(folder[$"site/{file}"], TestContext.Current.CancellationToken), @"\b(scores?|scored|bands?|scorecards?)\b", RegexOptions.IgnoreCase).ShouldBeFalse(file);
        }

        (await File.ReadAllTextAsync(folder["site/method.html"], TestContext.Current.CancellationToken)).ShouldContain("branch@example.org");
        PlayedDemo.Files(folder["site"]).ShouldAllBe(f => !f.StartsWith("editions"));
    }
}
