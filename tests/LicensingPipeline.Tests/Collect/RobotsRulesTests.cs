using LicensingPipeline.Collect;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Collect;

/// <summary>The cases of RFC 9309 and of files met in the wild. In the tables a bar stands for a line end.</summary>
public sealed class RobotsRulesTests
{
    [Theory]
    // Which group speaks to us.
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *|Disallow: /", "/a", false)]
    [InlineData("User-agent: *|Disallow:", "/a", true)]
    [InlineData("User-agent: OtherBot|Disallow: /", "/a", true)]
    [InlineData("User-agent: LicensingPipeline|Disallow: /a||User-agent: *|Disallow: /", "/b", true)]
    [InlineData("User-agent: *|Disallow: /||User-agent: licensingpipeline/2.0|Allow: /", "/b", true)]
    [InlineData("User-agent: LicensingPipelineX|Disallow: /", "/b", true)]
    [InlineData("User-agent: LicensingPipeline|User-agent: OtherBot|Disallow: /a", "/a", false)]
    [InlineData("User-agent: OtherBot|User-agent: LicensingPipeline|Disallow: /a", "/a", false)]
    [InlineData("User-agent: LicensingPipeline|Disallow: /a||User-agent: LicensingPipeline|Disallow: /b", "/b", false)]
    [InlineData("User-agent: LicensingPipeline||User-agent: *|Disallow: /a", "/a", false)]
    [InlineData("User-agent: LicensingPipeline|Allow: /x||User-agent: *|Disallow: /", "/a", true)]
    [InlineData("Disallow: /|User-agent: *|Disallow: /b", "/a", true)]
    [InlineData("User-agent: *|Sitemap: https://council.example/map.xml|Disallow: /a", "/a", false)]
    // How lines are written.
    [InlineData("\uFEFFuser-AGENT : * # all|DISALLOW : /a # not here", "/a", false)]
    [InlineData("User-agent: *|Disallow: /a b", "/a%20b", false)]
    [InlineData("<html><body>User-agent: * Disallow: /</body></html>", "/a", true)]
    // The longest rule counts; of two alike, allow.
    [InlineData("User-agent: *|Disallow: /|Allow: /files/", "/files/hmo.csv", true)]
    [InlineData("User-agent: *|Allow: /files/|Disallow: /files/private", "/files/private.csv", false)]
    [InlineData("User-agent: *|Disallow: /page|Allow: /page", "/page", true)]
    [InlineData("User-agent: *|Allow: /|Disallow: /", "/page", true)]
    [InlineData("User-agent: *|Disallow: /x/page.|Allow: /*.html", "/x/page.html", false)]
    // Signs.
    [InlineData("User-agent: *|Disallow: /*.pdf$", "/files/a.pdf", false)]
    [InlineData("User-agent: *|Disallow: /*.pdf$", "/files/a.pdf?x=1", true)]
    [InlineData("User-agent: *|Disallow: *.pdf", "/files/a.pdf?x=1", false)]
    [InlineData("User-agent: *|Disallow: /*?", "/page?x=1", false)]
    [InlineData("User-agent: *|Disallow: /*?", "/page", true)]
    [InlineData("User-agent: *|Disallow: /a*b*c", "/axxbxxbxxc", false)]
    [InlineData("User-agent: *|Disallow: /a*b*c$", "/axxbxxcxx", true)]
    [InlineData("User-agent: *|Disallow: /$", "/", false)]
    [InlineData("User-agent: *|Disallow: /$", "/a", true)]
    [InlineData("User-agent: *|Disallow: files", "/files", false)]
    [InlineData("User-agent: *|Disallow: /price$list", "/price$list", false)]
    [InlineData("User-agent: *|Disallow: /with-a-%2A.html", "/with-a-*.html", false)]
    [InlineData("User-agent: *|Disallow: /with-a-%2A.html", "/with-a-b.html", true)]
    // Spelling.
    [InlineData("User-agent: *|Disallow: /Files", "/files", true)]
    [InlineData("User-agent: *|Disallow: /%66iles", "/files", false)]
    [InlineData("User-agent: *|Disallow: /files", "/%66iles", false)]
    [InlineData("User-agent: *|Disallow: /t\u0177", "/t%C5%B7", false)]
    [InlineData("User-agent: *|Disallow: /t%c5%b7", "/t\u0177", false)]
    [InlineData("User-agent: *|Disallow: /a%2Fb", "/a/b", true)]
    [InlineData("User-agent: *|Disallow: /a%2fb", "/a%2Fb", false)]
    [InlineData("User-agent: *|Disallow: /", "/robots.txt", true)]
    public void Answers_whether_an_address_may_be_fetched(string file, string path, bool allowed)
    {
        var rule = RobotsRules.Parse(file.Replace("|", "\r\n", StringComparison.Ordinal)).Forbids(new Uri("https://council.example" + path));

        (rule is null).ShouldBe(allowed);
    }

    [Fact]
    public void Names_the_rule_that_forbids() =>
        RobotsRules.Parse("User-agent: *\nDisallow: /Files/*.CSV # heavy").Forbids(new Uri("https://council.example/Files/a.CSV")).ShouldBe("Disallow: /Files/*.CSV");

    [Theory]
    [InlineData("User-agent: *|Crawl-delay: 10", 10.0)]
    [InlineData("User-agent: *|Crawl-delay: 0.5", 0.5)]
    [InlineData("User-agent: OtherBot|Crawl-delay: 10", null)]
    [InlineData("User-agent: *|Crawl-delay: 10||User-agent: LicensingPipeline|Allow: /", null)]
    [InlineData("User-agent: *|Crawl-delay: soon", null)]
    [InlineData("User-agent: *|Crawl-delay: -3", null)]
    [InlineData("User-agent: *|Crawl-delay: 1e99", null)]
    public void Reads_the_pause_that_is_asked_for(string file, double? seconds) =>
        (RobotsRules.Parse(file.Replace('|', '\n')).CrawlDelay?.TotalSeconds).ShouldBe(seconds);
}
