using LicensingPipeline.Catalogue;
using LicensingPipeline.Normalise;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Catalogue;

/// <summary>The source files we ship: one for each authority of London, right, short, and never at a search.</summary>
public sealed class ShippedSourcesTests
{
    private const int MostLines = 60;
    private static readonly string Sources = Checkout.File("sources");
    private static readonly SourceFolder Folder = SourceFolder.Read(Sources, Checkout.File("data", "reference"));

    [Fact]
    public void There_is_one_file_for_each_of_the_33_authorities_and_no_other()
    {
        var wanted = Folder.Reference.Authorities.Values.Select(a => a.ShortName).Order(StringComparer.Ordinal).ToList();
        wanted.Count.ShouldBe(33);
        Directory.GetFiles(Sources, "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal).ShouldBe(wanted);
    }

    [Fact]
    public void Every_file_is_right_and_its_examples_read_to_what_they_say() =>
        Folder.Errors.Values.SelectMany(e => e).Concat(Folder.Sources.SelectMany(Examples.Check)).Select(e => e.ToString()).ShouldBeEmpty();

    [Fact]
    public void Each_file_describes_the_authority_it_is_named_after() =>
        Folder.Sources.Where(s => Folder.Reference.Authorities[s.Authority].ShortName != s.ShortName).Select(s => s.ShortName).ShouldBeEmpty();

    [Fact]
    public void No_file_is_longer_than_sixty_lines() =>
        Directory.GetFiles(Sources, "*.yaml").Where(f => File.ReadAllLines(f).Length > MostLines).Select(f => Path.GetFileName(f)).ShouldBeEmpty();

    [Fact]
    public void An_authority_with_less_than_a_document_has_no_live_stream() =>
        Folder.Streams().Where(s => s.Source.Access.Rung < 3 && s.Spec.Manual is null).Select(s => $"{s.Source.ShortName}/{s.Spec.Name}").ShouldBeEmpty();

    [Fact]
    public void No_live_stream_asks_a_search() =>
        Folder.Streams().Where(s => s.Spec.Manual is null && new[] { s.Spec.Landing, s.Spec.Url, s.Spec.Api?.Url }.OfType<Uri>().Any(IsSearch)).Select(s => $"{s.Source.ShortName}/{s.Spec.Name}").ShouldBeEmpty();

    [Theory]
    [InlineData("https://example.metastreet.co.uk/public-register", true)]
    [InlineData("https://licensing.example.org/public-register/", true)]
    [InlineData("https://example.org/registers/index.html?fa=licence_register", true)]
    [InlineData("https://example.org/media/public-register-report-september-2026.pdf", false)]
    public void A_search_is_told_by_its_address(string address, bool search) => IsSearch(new Uri(address)).ShouldBe(search);

    [Fact]
    public void Everything_that_is_said_of_access_has_an_address_and_a_day() =>
        Folder.Sources.Where(s => s.Access.Evidence.Count == 0 || s.Access.Evidence.Any(e => !Uri.IsWellFormedUriString(e.Url, UriKind.Absolute) || e.Checked.Year < 2026))
            .Select(s => s.ShortName).ShouldBeEmpty();

    [Fact]
    public void Where_copying_is_forbidden_nothing_is_collected() =>
        Folder.Streams().Where(s => s.Spec.Terms.Reuse == "forbidden").Select(s => s.Source.ShortName).ShouldBeEmpty();

    [Fact]
    public void Two_streams_never_read_the_same_folder_of_the_inbox() =>
        Folder.Streams().Where(s => s.Spec.Manual is not null).GroupBy(s => s.Spec.Manual!.Folder, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();

    private static bool IsSearch(Uri address) =>
        address.AbsolutePath.TrimEnd('/').EndsWith("/public-register", StringComparison.Ordinal) || address.Query.Contains("fa=licence_register", StringComparison.Ordinal)
        || address.Host.EndsWith(".metastreet.co.uk", StringComparison.Ordinal) || address.AbsolutePath.Contains("/online-application/", StringComparison.Ordinal);
}
