using LicensingPipeline.Catalogue;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Catalogue;

/// <summary>What is changed in a source file is changed in its place: all else stays to the letter.</summary>
public sealed class SourceTextTests
{
    private const string Flow = """
        authority: E09000001
        streams:
          # a remark with { a bracket
          hmo:
            read: { format: csv, header-row: 1 }   # kept
            columns: { "Ref": reference, 'Address': property_address,
              Holder: holder_name }   # } kept too
            start-means: unknown
            cadence: monthly   # stays
            guards: { min-rows: 50 }
            examples: [ { in: { Ref: A/1, "Address": "1 Quillfeather Row" }, out: { reference: A/1 } } ]
        """;

    private const string Block = """
        streams:
          hmo:
            read:
              format: csv
              header-row: 1
            columns:
              Ref: reference
              "Address": property_address
            start-means: unknown
            guards:
              min-rows: 50
            examples:
              - in: { Ref: A/1 }
                out: { reference: A/1 }
        """;

    [Fact]
    public void A_heading_is_renamed_wherever_it_stands() => Change(Flow, t => t.Rename("ref", "Licence \"No\"")).ShouldBe(
    [
        """    columns: { "Licence \"No\"": reference, 'Address': property_address,""",
        """    examples: [ { in: { "Licence \"No\"": A/1, "Address": "1 Quillfeather Row" }, out: { reference: A/1 } } ]""",
    ]);

    [Fact]
    public void The_row_of_the_headings_is_set() => Change(Flow, t => t.SetHeaderRow(4)).ShouldBe(["    read: { format: csv, header-row: 4 }   # kept"]);

    [Fact]
    public void The_row_of_the_headings_is_left_to_be_found()
    {
        Change(Flow, t => t.SetHeaderRow(null)).ShouldBe(["    read: { format: csv }   # kept"]);
        var text = Text(Block, t => t.SetHeaderRow(null));
        text.ShouldBe(Block.Replace("      header-row: 1\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void The_row_of_the_headings_is_added()
    {
        Change(Flow.Replace(", header-row: 1", "", StringComparison.Ordinal), t => t.SetHeaderRow(4)).ShouldBe(["    read: { format: csv, header-row: 4 }   # kept"]);
        Change(Block.Replace("      header-row: 1\n", "", StringComparison.Ordinal), t => t.SetHeaderRow(4)).ShouldBe(["      header-row: 4"]);
    }

    [Fact]
    public void Verified_and_the_fewest_rows_are_two_lines() => Change(Flow, t =>
    {
        t.SetMinRows(850);
        t.SetVerified("@volunteer", new DateOnly(2026, 11, 22));
    }).ShouldBe(["    verified: { by: \"@volunteer\", date: 2026-11-22 }", "    guards: { min-rows: 850 }"]);

    [Fact]
    public void A_stream_verified_before_is_verified_anew()
    {
        var before = Flow.Replace("    cadence", "    verified: { by: x, date: 2020-01-01 }   # once\n    cadence", StringComparison.Ordinal);
        Change(before, t => t.SetVerified("@y", new DateOnly(2026, 11, 22))).ShouldBe(["    verified: { by: \"@y\", date: 2026-11-22 }   # once"]);
    }

    [Theory]
    [InlineData(Flow)]
    [InlineData(Block)]
    public void A_layout_is_added_beside_the_one_there_is(string yaml)
    {
        var text = Text(yaml, t => t.AddLayout([("No.", Field.Reference), ("Home?", Field.PropertyAddress)]));
        SourceText.NewLines(yaml, text).Count.ShouldBeLessThanOrEqualTo(3);
        Layouts(text).ShouldBe([Layouts(yaml)[0], "No.=Reference,Home?=PropertyAddress"]);
        // And one more beside the two.
        Layouts(Text(text, t => t.AddLayout([("Third", Field.Reference)]))).Count.ShouldBe(3);
    }

    private static List<string> Layouts(string yaml)
    {
        var map = new YamlMap((YamlDotNet.RepresentationModel.YamlMappingNode)SourceReader.Load("x.yaml", yaml, [])!["streams"]["hmo"], "", "x.yaml", []);
        return [.. RuleReader.Layouts(map).Select(l => string.Join(',', l.Columns.Select(c => $"{c.Heading}{(c.Optional ? "?" : "")}={c.Field}")))];
    }

    private static IReadOnlyList<string> Change(string yaml, Action<SourceText> change) => SourceText.NewLines(yaml, Text(yaml, change));

    private static string Text(string yaml, Action<SourceText> change)
    {
        var text = new SourceText(yaml, "hmo");
        change(text);
        return text.Changed();
    }
}
