using LicensingPipeline.Catalogue;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Catalogue;

/// <summary>Strict binding: every mistake is told with file, line and key, all of them at once.</summary>
public sealed class SourceReaderTests
{
    private static readonly Dictionary<string, Authority> Authorities = new(StringComparer.Ordinal) { [Nights.Gss] = new(Nights.Gss, "Example Borough", "example", "England", "London", null, null) };

    private static IReadOnlyList<string> Errors(string yaml) => [.. SourceReader.Read("example.yaml", yaml, Authorities).Errors.Select(e => e.ToString())];

    private static string Plain(params (string Key, string? Yaml)[] changes) => Nights.SourceYaml(Nights.Gss, ("hmo", changes));

    [Fact]
    public void The_plain_source_binds() => Errors(Plain()).ShouldBeEmpty();

    [Theory]
    [InlineData("colour", "red", "streams.hmo.colour: this key is not known here")]
    [InlineData("register", null, "streams.hmo.register: this key is missing")]
    [InlineData("register", "pubs", "streams.hmo.register: 'pubs' is not one of licences, exemptions, management-orders")]
    [InlineData("guards", null, "streams.hmo.guards: this key is missing")]
    [InlineData("guards", "{ }", "streams.hmo.guards.min-rows: this key is missing")]
    [InlineData("guards", "{ min-rows: many }", "streams.hmo.guards.min-rows: a whole number is wanted here")]
    [InlineData("guards", "{ min-rows: 1, fill: { start_date: { at-least: 2, why: x } } }", "streams.hmo.guards.fill.start_date.at-least: a share between 0 and 1 is wanted here")]
    [InlineData("guards", "{ min-rows: 1, fill: { start_date: { at-least: 0.5 } } }", "streams.hmo.guards.fill.start_date.why: this key is missing")]
    [InlineData("guards", "{ min-rows: 1, max-rows: 2 }", "streams.hmo.guards.max-rows: this key is not known here")]
    [InlineData("examples", null, "streams.hmo.examples: this key is missing")]
    [InlineData("examples", "[]", "streams.hmo.examples: at least one invented example is wanted")]
    [InlineData("columns", """{ "Licence No": referenze, "Property Address": property_address }""", "streams.hmo.columns.Licence No: 'referenze' is not a key of the common record")]
    [InlineData("columns", """{ "Licence No": licence_id, "Property Address": property_address }""", "'licence_id' is worked out by the pipeline")]
    [InlineData("columns", """{ "Licence No": reference, "Holder": holder_name }""", "no column says where the home is")]
    [InlineData("columns", """{ "Property Address": property_address }""", "no column is the reference, so name the fields that tell entries apart under id")]
    [InlineData("constants", "{ scheme: selektiv }", "streams.hmo.constants: 'selektiv' is no value of scheme")]
    [InlineData("constants", "{ start_date: 01/02/2020 }", "'01/02/2020' is no value of start_date")]
    [InlineData("values", "{ scheme: { Mand: mandatory } }", "streams.hmo.values.scheme.Mand: 'mandatory' is not one of mandatory-hmo")]
    [InlineData("dates", "[ some day ]", "streams.hmo.dates: 'some day' is no date format")]
    [InlineData("extract", "{ Term: '(?<start_date>' }", "streams.hmo.extract.Term: this is no pattern")]
    [InlineData("stated-total", @"'Total: \d+'", "the pattern must have exactly one group; it has 0")]
    [InlineData("one-licence", "{ }", "give either by: [fields] or continued")]
    [InlineData("units", "{ duration_months: weeks }", "'weeks' is not one of months, years")]
    [InlineData("read", "{ format: doc }", "streams.hmo.read.format: 'doc' is not one of csv, xlsx, xls, json, html, pdf, arcgis, metastreet-details")]
    [InlineData("manual", "{ folder: ../up, files: '*' }", "streams.hmo.manual.folder: the folder stands inside the inbox")]
    [InlineData("manual", null, "give exactly one of discover, url, api or manual")]
    [InlineData("covers", "{ schemes: [ pubs ], area: x, evidence: y }", "'pubs' is not one of mandatory-hmo")]
    [InlineData("verified", "{ by: me, date: yesterday }", "streams.hmo.verified.date: a date such as 2026-09-27 is wanted here")]
    [InlineData("expected", "{ state: Tired, why: x, since: 2026-01-01 }", "'Tired' is not a state")]
    [InlineData("terms", "{ reuse: maybe, marketing: x, evidence: y }", "streams.hmo.terms.reuse: 'maybe' is not one of ogl")]
    public void A_mistake_in_a_stream_is_told_with_its_key(string key, string? yaml, string error)
    {
        var errors = Errors(Plain((key, yaml)));

        errors.ShouldContain(e => e.Contains(error, StringComparison.Ordinal), string.Join('\n', errors));
        errors.ShouldAllBe(e => System.Text.RegularExpressions.Regex.IsMatch(e, @"^example\.yaml:\d+: .*streams\.hmo", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [InlineData("steward: \"@example\"", "steward: \"@example\"\nsteward: \"@twice\"", "example.yaml:3: : this is no readable YAML, or a key stands twice")]
    [InlineData("steward: \"@example\"\n", "", "example.yaml:1: steward: this key is missing")]
    [InlineData("steward: \"@example\"", "steward: \"@example\"\ncolour: red", "example.yaml:3: colour: this key is not known here")]
    [InlineData(Nights.Gss, "E09000099", "example.yaml:1: authority: 'E09000099' is not in authorities.csv")]
    [InlineData("rung: 4", "rung: 7", "example.yaml:3: access.rung: the ladder has the rungs 0 to 5")]
    public void A_mistake_at_the_top_is_told_with_its_line(string from, string to, string error) =>
        Errors(Plain().Replace(from, to, StringComparison.Ordinal)).ShouldContain(e => e.StartsWith(error, StringComparison.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("- a list")]
    [InlineData("just text")]
    [InlineData("{ unclosed: [")]
    [InlineData("a: &x [ *x ]")]
    public void What_is_no_source_at_all_is_an_error_too(string yaml) => Errors(yaml).ShouldNotBeEmpty();

    [Fact]
    public void All_mistakes_are_told_at_once() =>
        Errors(Plain(("register", null), ("colour", "red"), ("guards", "{ min-rows: many }"))).Count.ShouldBe(3);

    [Fact]
    public void A_stream_s_fingerprint_moves_with_what_is_read_and_not_with_what_is_said_about_it()
    {
        static string Fingerprint(string yaml) => SourceReader.Read("example.yaml", yaml, Authorities).Source!.Streams[0].Fingerprint;
        var plain = Fingerprint(Plain());

        Fingerprint(Plain().Replace("@example", "@another", StringComparison.Ordinal)).ShouldBe(plain);
        Fingerprint(Plain().Replace("streams:", "# a remark\nstreams:", StringComparison.Ordinal)).ShouldBe(plain);
        Fingerprint(Plain(("cadence", "yearly"))).ShouldBe(plain);
        Fingerprint(Plain(("guards", "{ min-rows: 2 }"))).ShouldNotBe(plain, StringComparer.Ordinal);
        Fingerprint(Plain(("dates", "[ MM/dd/yyyy ]"))).ShouldNotBe(plain, StringComparer.Ordinal);
    }
}
