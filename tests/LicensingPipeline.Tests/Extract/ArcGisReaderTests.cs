using LicensingPipeline.Catalogue;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Extract;

public sealed class ArcGisReaderTests
{
    private const string Layer = """
        {"name":"Homes","objectIdField":"OBJECTID","spatialReference":{"wkid":27700,"latestWkid":27700},"fields":[
         {"name":"OBJECTID","type":"esriFieldTypeOID"},{"name":"REF","type":"esriFieldTypeString"},{"name":"START","type":"esriFieldTypeDate"},
         {"name":"KIND","type":"esriFieldTypeSmallInteger","domain":{"type":"codedValue","codedValues":[{"name":"Mandatory HMO","code":1},{"name":"Additional HMO","code":2}]}},
         {"name":"PERSONS","type":"esriFieldTypeDouble"}]}
        """;

    private const string Headings = "0: OBJECTID|REF|START|KIND|PERSONS|geometry.latitude|geometry.longitude";

    private static string Feature(int number, string start = "1714694400000", string kind = "1", string geometry = """{"x":530000,"y":180000}""") =>
        $$"""{"attributes":{"OBJECTID":{{number}},"REF":"HMO/{{number}}","START":{{start}},"KIND":{{kind}},"PERSONS":5},"geometry":{{geometry}}}""";

    private static string Page(string features, string top = "\"spatialReference\":{\"wkid\":27700}") =>
        $$"""{"objectIdFieldName":"OBJECTID",{{top}},"features":[{{features}}]}""";

    private static string[] Read(params (string Name, string Json)[] files) => Reading.Text(new ReadSpec("arcgis"), [.. files.Select(f => Reading.File(f.Json, f.Name))]);

    private static SourceException Failure(params (string Name, string Json)[] files) => Reading.Failure(new ReadSpec("arcgis"), [.. files.Select(f => Reading.File(f.Json, f.Name))]);

    [Fact]
    public void Attributes_are_columns_and_a_point_is_degrees() =>
        Read(("layer.json", Layer), ("page-0001.json", Page(Feature(1))))
            .ShouldBe([Headings, "1: 1|HMO/1|2024-05-03|Mandatory HMO|5|51.503991|-0.128354"]);

    [Fact]
    public void Where_a_page_ends_does_not_matter()
    {
        string[] features = [.. Enumerable.Range(1, 5).Select(i => Feature(i))];
        static string[] Rows(string[] read) => [.. read.Select(r => r[(r.IndexOf(": ", StringComparison.Ordinal) + 2)..])];
        var whole = Rows(Read(("layer.json", Layer), ("page-0001.json", Page(string.Join(',', features)))));

        var more = "\"exceededTransferLimit\":true";
        Rows(Read(("layer.json", Layer), ("page-0001.json", Page(string.Join(',', features[..2]), more)), ("page-0002.json", Page(string.Join(',', features[2..4]), more)), ("page-0003.json", Page(features[4]))))
            .ShouldBe(whole);
        Read(("layer.json", Layer), ("page-0001.json", Page(features[0], more)), ("page-0002.json", Page(features[1])))[2].ShouldStartWith("page-0002.json 1: 2|");
    }

    [Theory]
    [InlineData("1717196400000", "2024-05-31T23:00:00Z")]
    [InlineData("1717200000000", "2024-06-01")]
    [InlineData("-86400000", "1969-12-31")]
    [InlineData("null", "")]
    [InlineData("\"2024-06-01\"", "2024-06-01")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("1.5", "1.5")]
    public void A_date_is_its_day_in_utc(string written, string day) =>
        Read(("layer.json", Layer), ("page-0001.json", Page(Feature(1, start: written))))[1].Split('|')[2].ShouldBe(day);

    [Theory]
    [InlineData("2", "Additional HMO")]
    [InlineData("9", "9")]
    [InlineData("null", "")]
    public void A_code_stands_as_what_the_layer_means_by_it(string code, string cell) =>
        Read(("layer.json", Layer), ("page-0001.json", Page(Feature(1, kind: code))))[1].Split('|')[3].ShouldBe(cell);

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"x":"NaN","y":"NaN"}""")]
    [InlineData("""{"x":0,"y":0}""")]
    [InlineData("""{"rings":[[[530000,180000],[530001,180000]]]}""")]
    public void A_feature_without_a_point_has_no_degrees(string geometry) =>
        Read(("layer.json", Layer), ("page-0001.json", Page(Feature(1, geometry: geometry))))[1].ShouldEndWith("|5||");

    [Fact]
    public void The_page_s_own_coordinate_system_goes_before_the_layer_s_and_one_we_do_not_know_gives_none()
    {
        Read(("layer.json", Layer), ("page-0001.json", Page(Feature(1, geometry: """{"x":-0.128354,"y":51.503991}"""), "\"spatialReference\":{\"wkid\":4326}")))[1].ShouldEndWith("|51.503991|-0.128354");
        Read(("layer.json", Layer), ("page-0001.json", Page(Feature(1), "\"x\":1")))[1].ShouldEndWith("|51.503991|-0.128354");
        Read(("layer.json", Layer), ("page-0001.json", Page(Feature(1), "\"spatialReference\":{\"wkid\":2154}")))[1].ShouldEndWith("|5||");
        Read(("layer.json", Layer), ("page-0001.json", Page(Feature(1, geometry: """{"x":-13875,"y":6711600}"""), "\"spatialReference\":{\"wkid\":102100,\"latestWkid\":3857}")))[1].ShouldEndWith("|51.507722|-0.124641");
    }

    [Fact]
    public void A_field_that_nobody_described_is_a_column_and_one_that_is_missing_is_empty() =>
        Read(("page.json", Page("""{"attributes":{"B":[1, 2],"A":"x"}},null,{"attributes":{"A":"y","C":{"d":1}}},{"geometry":null}""", "\"fields\":[{\"name\":\"A\",\"type\":\"esriFieldTypeString\"}]")))
            .ShouldBe(["0: A|B|C|geometry.latitude|geometry.longitude", "1: x|[1, 2]|||", "2: ||||", "3: y||{\"d\":1}||", "4: ||||"]);

    [Fact]
    public void A_last_page_that_is_missing_is_noticed()
    {
        Failure(("layer.json", Layer), ("page-0001.json", Page(Feature(1), "\"exceededTransferLimit\":true"))).Message.ShouldContain("the last page is missing");
        Failure(("layer.json", Layer)).Message.ShouldContain("hold no page of its features");
    }

    [Theory]
    [InlineData("""{"error":{"code":498,"message":"Invalid token"}}""", "the server's error in place of features")]
    [InlineData("""{"ref":"A/1"}""", "neither the features of a layer nor its fields")]
    [InlineData("""[{"attributes":{"REF":"A/1"}}]""", "neither the features of a layer nor its fields")]
    [InlineData("""{"features":[{"attributes":{"REF":"A/1"}}""", "cut off")]
    [InlineData("""{"features":[1,2]}""", "no object with keys")]
    [InlineData("<!doctype html><p>Down for maintenance", "should be the JSON of a layer but is an HTML page")]
    public void What_is_no_layer_says_what_it_is(string json, string says) => Failure(("page-0001.json", json)).Message.ShouldContain(says);

    [Fact]
    public void A_layer_without_features_has_headings_and_no_row() => Read(("layer.json", Layer), ("page-0001.json", Page(""))).ShouldBe([Headings]);
}
