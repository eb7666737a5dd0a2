using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;
using LicensingPipeline.Normalise;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Map;

/// <summary>The transformation language, from a file's text to the fields of its entries.</summary>
public sealed class MapTests
{
    private static readonly Dictionary<string, Authority> Authorities = new(StringComparer.Ordinal) { [Nights.Gss] = new(Nights.Gss, "Example Borough", "example", "England", "London", null, null) };

    private static CopyReader Reader(string csv, params (string Key, string? Yaml)[] changes)
    {
        var (source, errors) = SourceReader.Read("example.yaml", Nights.SourceYaml(Nights.Gss, ("hmo", changes)), Authorities);
        errors.ShouldBeEmpty();
        return new CopyReader(Nights.Gss, source!.Streams[0], [new SourceFile("register.csv", () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv)))], new DateOnly(2026, 1, 31));
    }

    private static string[] Read(string csv, (string Key, string? Yaml)[] changes, params Field[] fields) =>
        [.. Reader(csv, changes).Read().Select(r => string.Join('|', fields.Select(f => r.Row.Licence[f])))];

    [Fact]
    public void The_first_layout_whose_headings_are_all_there_is_used_and_noted()
    {
        (string, string?)[] layouts = [("columns", """[ { "No": reference, "Address": property_address }, { "Number": reference, "@2": property_address } ]""")];
        var reader = Reader("Number,,Address\nEX/1,1 Quillfeather Road,wrong\n", layouts);

        reader.Read().Single().Row.Licence[Field.PropertyAddress].ShouldBe("1 Quillfeather Road");
        reader.Layouts.ShouldBe([2]);
    }

    [Fact]
    public void A_position_matches_only_a_column_without_a_heading() =>
        Should.Throw<SourceException>(() => Read("Number,Address\nEX/1,x\n", [("columns", """{ "Number": reference, "@2": property_address }""")])).State.ShouldBe(StreamState.HeldDrift);

    [Fact]
    public void A_heading_that_stands_twice_is_told_by_its_number() =>
        Read("No,Address,Address\nEX/1,a,b\n", [("columns", """{ "No": reference, "Address@2": property_address, "Address@1": holder_address }""")], Field.PropertyAddress, Field.HolderAddress).ShouldBe(["b|a"]);

    [Fact]
    public void An_optional_heading_may_be_absent() =>
        Read("No,Address\nEX/1,a\n", [("columns", """{ "No": reference, "Address": property_address, "Ward?": ward }""")], Field.PropertyAddress, Field.Ward).ShouldBe(["a|"]);

    [Theory]
    [InlineData(null, "9 Elm Row E8")]
    [InlineData("{ property_address: ', ' }", "9, Elm Row, E8")]
    [InlineData("{ property_address: first }", "9")]
    public void Several_columns_of_one_field_are_joined_in_the_order_of_the_map(string? join, string expected) =>
        Read("C,B,A,No\nE8, Elm Row ,9,EX/1\n", [("columns", """{ "No": reference, "A": property_address, "B": property_address, "C": property_address }"""), ("join", join)], Field.PropertyAddress).ShouldBe([expected]);

    [Fact]
    public void A_cell_is_cut_into_fields() =>
        Read("No,Address,Who\nEX/1,a,Ada & Bram & Cleo\nEX/2,b,Dov\n", [("columns", """{ "No": reference, "Address": property_address }"""), ("split", "{ Who: { at: '&', into: [ holder_name, manager_name ] } }")], Field.HolderName, Field.ManagerName)
            .ShouldBe(["Ada|Bram & Cleo", "Dov|"]);

    [Fact]
    public void A_pattern_takes_fields_out_of_a_whole_cell_and_a_cell_it_does_not_fit_is_an_issue()
    {
        (string, string?)[] spec = [("columns", """{ "No": reference, "Address": property_address }"""), ("dates", "[ d MMMM yyyy ]"), ("extract", @"{ Term: '(?<start_date>.+?)\s+-\s+(?<end_date>.+)' }")];
        const string Csv = "No,Address,Term\nEX/1,a,18th April 2011 - 18th April 2016\nEX/2,b,for ever\n";

        Read(Csv, spec, Field.StartDate, Field.EndDate).ShouldBe(["2011-04-18|2016-04-18", "|"]);
        Reader(Csv, spec).Read().SelectMany(r => r.Row.Issues).Select(i => $"{i.Code} {i.Where}").ShouldContain(i => i == "extract.no-fit row 3");
        Reader(Csv, spec).FileIssues.ShouldBeEmpty();
    }

    [Fact]
    public void Rows_that_are_no_record_are_counted()
    {
        var reader = Reader($"{Nights.Columns}\nEX/1,a,,in process,,\n{Rows.Row(2)}\n,,,,,\n{Nights.Columns}\nTotal 2,,,,,\nPlease note,,,,,\n", ("not-a-record", "[ { field: start_date, is: In Process, why: not yet a licence } ]"));

        reader.Read().Count().ShouldBe(1);
        reader.Summary.RowsRead.ShouldBe(6);
        reader.Summary.NotARecord.ShouldBe(new SortedDictionary<string, long>(StringComparer.Ordinal) { ["blank"] = 1, ["not-a-record"] = 1, ["note"] = 1, ["repeated-heading"] = 1, ["total"] = 1 });
    }

    [Fact]
    public void Rows_that_differ_in_their_manager_only_are_one_licence()
    {
        const string Csv = "No,Address,Manager\nEX/1,a,Bram\nEX/2,b,Cleo\nEX/1,a,Ada\nEX/1,other,Dov\n";
        (string, string?)[] spec = [("columns", """{ "No": reference, "Address": property_address, "Manager": manager_name }"""), ("one-licence", "{ by: [ reference ] }")];

        Read(Csv, spec, Field.Reference, Field.PropertyAddress, Field.ManagerName).ShouldBe(["EX/1|a|Ada; Bram", "EX/2|b|Cleo", "EX/1|other|Dov"]);
        Reader(Csv, spec).Read().First().Mapped.Where.ShouldBe("row 2 + row 4");
    }

    [Fact]
    public void Rows_that_go_on_in_the_next_are_one_licence_over_any_number_of_rows()
    {
        const string Csv = "No,Address,Holder,Storeys\n,,Brightfold Ltd,3\n,,,4\n,a,Ada,5\nEX/2,b,Bram,1\n,,tail,\n";
        (string, string?)[] spec = [("columns", """{ "No": reference, "Address": property_address, "Holder": holder_name, "Storeys": storeys }"""), ("id", "[ property_address ]"), ("one-licence", "{ continued: { when-empty: [ property_address ] } }")];

        Read(Csv, spec, Field.PropertyAddress, Field.HolderName, Field.Storeys).ShouldBe(["a|Brightfold Ltd|3", "b|Bram|1", "|tail|"]);
        var read = Reader(Csv, spec).Read().ToList();
        read.Select(r => r.Mapped.Rows).ShouldBe([3, 1, 1]);
        read[2].Row.Quarantine.ShouldBe("row.no-place");
    }

    [Fact]
    public void A_patch_that_matches_nothing_and_a_column_nobody_reads_are_issues_of_the_file()
    {
        var reader = Reader($"{Nights.Columns},Extra\n{Rows.Row(1)},x\n", ("patches", "[ { field: start_date, match: never, to: 01/01/2020, why: x } ]"));
        _ = reader.Read().Count();

        reader.FileIssues.Select(i => i.Code).ShouldBe(["column.unmapped", "patch.unused"]);
    }
}
