using LicensingPipeline.Catalogue;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Catalogue;

/// <summary>The key api, and the formats that hang together with the way in.</summary>
public sealed class ApiSpecTests
{
    private const string Layer = "{ vendor: arcgis, url: https://maps.example.gov.uk/rest/services/Homes/FeatureServer/0 }";
    private const string Dataset = "{ vendor: socrata, url: https://data.example.gov.uk/resource/abcd-1234.json }";
    private const string Package = "{ vendor: ckan, url: 'https://data.example.gov.uk/api/3/action/package_show?id=hmo-register', resource: register }";

    private static readonly Dictionary<string, Authority> Authorities = new(StringComparer.Ordinal) { [Nights.Gss] = new(Nights.Gss, "Example Borough", "example", "England", "London", null, null) };

    private static (Source? Source, IReadOnlyList<SourceError> Errors) Read(params (string Key, string? Yaml)[] changes) =>
        SourceReader.Read("example.yaml", Nights.SourceYaml(Nights.Gss, ("hmo", changes)), Authorities);

    [Theory]
    [InlineData(Dataset, "json")]
    [InlineData(Layer, "arcgis")]
    [InlineData(Package, "csv")]
    [InlineData(Package, "xlsx")]
    public void A_vendor_s_interface_stands_in_place_of_a_file(string api, string format)
    {
        var (source, errors) = Read(("manual", null), ("api", api), ("read", $"{{ format: {format} }}"));

        errors.ShouldBeEmpty();
        var spec = source!.Streams.ShouldHaveSingleItem().Api.ShouldNotBeNull();
        api.ShouldContain(spec.Vendor);
        api.ShouldContain(spec.Url.ToString());
        spec.Resource.ShouldBe(spec.Vendor == "ckan" ? "register" : null);
    }

    [Theory]
    [InlineData("json", "{ vendor: ckan }", "streams.hmo.api.url: this key is missing")]
    [InlineData("json", "{ vendor: oracle, url: https://x.example/ }", "streams.hmo.api.vendor: 'oracle' is not one of socrata, arcgis, ckan")]
    [InlineData("json", "{ vendor: socrata, url: https://x.example/resource/abcd-1234.json, token: t }", "streams.hmo.api.token: this key is not known here")]
    [InlineData("json", "{ vendor: socrata, url: https://x.example/resource/abcd-1234.json, resource: r }", "streams.hmo.api.resource: only a ckan package has several resources")]
    [InlineData("json", "{ vendor: socrata, url: https://x.example/api/views/abcd-1234/rows.csv }", "streams.hmo.api.url: the address of a socrata dataset ends in /resource/ID.json")]
    [InlineData("json", "{ vendor: socrata, url: 'https://x.example/resource/abcd-1234.json?$limit=5' }", "streams.hmo.api.url: the address of a socrata dataset ends in /resource/ID.json")]
    [InlineData("arcgis", "{ vendor: arcgis, url: https://x.example/Homes/FeatureServer }", "streams.hmo.api.url: the address of a layer ends in /FeatureServer/0")]
    [InlineData("arcgis", "{ vendor: arcgis, url: 'https://x.example/Homes/FeatureServer/0?f=json' }", "streams.hmo.api.url: the address of a layer ends in /FeatureServer/0")]
    [InlineData("csv", "{ vendor: ckan, url: https://x.example/dataset/hmo }", "streams.hmo.api.url: the address of a ckan package ends in /api/3/action/package_show?id=ID")]
    [InlineData("csv", "{ vendor: ckan, url: https://x.example/api/3/action/package_show }", "streams.hmo.api.url: the address of a ckan package ends in /api/3/action/package_show?id=ID")]
    [InlineData("csv", Dataset, "streams.hmo.read: what socrata answers is read with format json")]
    [InlineData("json", Layer, "streams.hmo.read: what a layer of arcgis answers is read with format arcgis")]
    [InlineData("arcgis", Package, "streams.hmo.read: a ckan package holds files")]
    public void What_does_not_hang_together_is_told_with_its_key(string format, string api, string error) =>
        Read(("manual", null), ("api", api), ("read", $"{{ format: {format} }}")).Errors.Select(e => e.ToString())
            .ShouldContain(e => e.Contains(error, StringComparison.Ordinal));

    [Fact]
    public void An_interface_beside_another_way_in_is_an_error() =>
        Read(("api", Dataset), ("read", "{ format: json }")).Errors.ShouldHaveSingleItem().Message.ShouldStartWith("give exactly one of");

    [Fact]
    public void One_page_of_a_layer_is_not_taken_for_the_whole() =>
        Read(("manual", null), ("url", "https://x.example/Homes/FeatureServer/0/query?where=1=1"), ("read", "{ format: arcgis }"))
            .Errors.ShouldHaveSingleItem().Message.ShouldStartWith("the format arcgis needs api");

    [Fact]
    public void Detail_pages_are_only_read_where_a_person_saved_them_and_nobody_forbids_it()
    {
        const string details = "{ format: metastreet-details }";
        static string Terms(string reuse) => $"{{ reuse: {reuse}, marketing: unstated, evidence: https://x.example/ }}";

        Read(("read", details), ("terms", Terms("none-stated"))).Errors.ShouldBeEmpty();
        Read(("read", details), ("terms", Terms("forbidden"))).Errors.ShouldHaveSingleItem().Key.ShouldBe("streams.hmo.terms");
        Read(("read", details), ("manual", null), ("url", "https://x.example/public-register")).Errors.ShouldHaveSingleItem().Message.ShouldStartWith("saved detail pages come by manual only");
    }

    [Fact]
    public void Where_a_copy_comes_from_says_nothing_about_how_it_is_read()
    {
        static string Fingerprint(string host) => Read(("manual", null), ("api", Dataset.Replace("data.example", host, StringComparison.Ordinal)), ("read", "{ format: json }")).Source!.Streams[0].Fingerprint;

        Fingerprint("moved.example").ShouldBe(Fingerprint("data.example"));
    }
}
