using System.Text;
using LicensingPipeline.Catalogue;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Extract;

public sealed class JsonReaderTests
{
    private static string[] Read(string json, string? path = null) => Reading.Text(new ReadSpec("json") { Path = path }, [Reading.File(json)]);

    private static SourceException Failure(string json, string? path = null) => Reading.Failure(new ReadSpec("json") { Path = path }, [Reading.File(json)]);

    [Fact]
    public void An_array_is_a_sheet_whose_headings_are_the_keys_of_all_records() =>
        Read("""[{"ref":"A/1","address":"1 Mill Lane"},{"ref":"A/2","end":"2027-01-01"}]""")
            .ShouldBe(["0: ref|address|end", "1: A/1|1 Mill Lane|", "2: A/2||2027-01-01"]);

    [Fact]
    public void An_array_at_a_path_is_found_and_what_stands_beside_it_is_passed_over() =>
        Read("""{"meta":{"rows":[1],"data":{"rows":[{"no":1}]}},"data":{"meta":[[{}]],"rows":[{"ref":"A/1"}],"after":{"rows":[{"no":2}]}},"more":[1,2]}""", "data.rows")
            .ShouldBe(["0: ref", "1: A/1"]);

    [Fact]
    public void A_path_is_followed_again_in_each_object_that_begins_it()
    {
        Read("""{"data":{"x":1},"data":{"rows":[{"ref":"A/1"}]},"y":{"data":2}}""", "data.rows").ShouldBe(["0: ref", "1: A/1"]);
        Read("{\"data\":{\"rows\":[{\"ref\":\"A/1\"}]}}\n{\"data\":{\"rows\":[{\"ref\":\"A/2\"}]}}", "data.rows").ShouldBe(["0: ref", "1: A/1", "2: A/2"]);
    }

    [Fact]
    public void Nested_objects_flatten_to_dotted_headings() =>
        Read("""[{"details":{"licence_number":"A/1","rooms":{"kitchens":"2"}},"ward":"Elm"}]""")
            .ShouldBe(["0: details.licence_number|details.rooms.kitchens|ward", "1: A/1|2|Elm"]);

    [Fact]
    public void A_list_of_values_is_one_text_and_a_list_of_objects_is_numbered() =>
        Read("""[{"kinds":["hmo","selective",null,3],"managers":[{"name":"Ada Quill"},{"name":"Tomas Reed","co":"x"}],"none":[],"grid":[[1, 2],[3]]}]""")
            .ShouldBe(["0: kinds|managers[1].name|managers[2].name|managers[2].co|none|grid", "1: hmo; selective; 3|Ada Quill|Tomas Reed|x||[1, 2]; [3]"]);

    [Fact]
    public void Numbers_keep_their_text_and_null_is_empty() =>
        Read("""[{"a":1.50,"b":100012963123,"c":1e3,"d":-0,"e":true,"f":false,"g":null,"h":""}]""")
            .ShouldBe(["0: a|b|c|d|e|f|g|h", "1: 1.50|100012963123|1e3|-0|true|false||"]);

    [Fact]
    public void A_key_that_stands_twice_is_the_first_filled() =>
        Read("""[{"a":null,"a":"","a":"first","a":"second"}]""").ShouldBe(["0: a", "1: first"]);

    [Fact]
    public void One_object_is_one_record_and_many_files_are_one_sheet() =>
        Reading.Text(new ReadSpec("json"), [Reading.File("""{"ref":"A/1"}""", "1.json"), Reading.File("""{"ref":"A/2","end":"x"}""", "2.json")])
            .ShouldBe(["0: ref|end", "1.json 1: A/1|", "2.json 1: A/2|x"]);

    [Fact]
    public void A_record_a_line_is_read_line_by_line() =>
        Read("{\"ref\":\"A/1\"}\n{\"ref\":\"A/2\"}\r\n\n{\"end\":\"x\"}\n").ShouldBe(["0: ref|end", "1: A/1|", "2: A/2|", "3: |x"]);

    [Fact]
    public void A_null_in_the_array_is_a_blank_row() => Read("""[{"a":1},null,{"a":2}]""").ShouldBe(["0: a", "1: 1", "2:", "3: 2"]);

    [Fact]
    public void An_object_at_a_path_is_one_record() => Read("""{"result":{"ref":"A/1"}}""", "result").ShouldBe(["0: ref", "1: A/1"]);

    [Fact]
    public void An_empty_page_beside_full_ones_is_no_failure() =>
        Reading.Text(new ReadSpec("json") { Path = "items" }, [Reading.File("""{"items":[{"a":1}]}""", "1"), Reading.File("""{"items":[]}""", "2")]).ShouldBe(["0: a", "1 1: 1"]);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_mark_is_taken_and_utf_16_read(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("""[{"house":"Tŷ Gwyn"}]""")];
        Reading.Text("json", bytes).ShouldBe(["0: house", "1: Tŷ Gwyn"]);
        Reading.Text("json", encoding.GetBytes("""[{"house":"Ty Gwyn"}]""")).ShouldBe(["0: house", "1: Ty Gwyn"]);
    }

    [Fact]
    public void Windows_1252_and_half_letters_are_read() =>
        Reading.Text("json", [.. "[{\"a\":\"Caf"u8, 0xE9, .. "\",\"b\":\"\\ud83dx\\n\"}]"u8]).ShouldBe(["0: a|b", "1: Caf\u00e9|\uFFFDx/"]);

    [Theory]
    [InlineData("[{\"a\":1},{\"a\":")]
    [InlineData("[{\"a\":1},")]
    [InlineData("[{\"a\":1}")]
    [InlineData("[{\"a\":tru")]
    [InlineData("{")]
    [InlineData("[")]
    public void What_is_cut_off_says_so(string json) => Failure(json).Message.ShouldContain("cut off");

    [Theory]
    [InlineData("[{\"a\":1,}]")]
    [InlineData("[{\"a\":1} /* no */]")]
    [InlineData("[{'a':1}]")]
    [InlineData("[{\"a\":1}]]")]
    [InlineData("{\"a\":1},{\"a\":2}")]
    public void What_is_no_json_says_where(string json) => Failure(json).Message.ShouldContain("not sound JSON from line 1 on");

    [Fact]
    public void A_path_that_is_not_there_names_the_keys_that_are() =>
        Failure("""{"meta":{},"register":[{"a":1}]}""", "data.rows").Message.ShouldContain("meta, register");

    [Fact]
    public void A_path_that_ends_in_a_value_says_so() => Failure("""{"data":"none"}""", "data").Message.ShouldContain("bare value");

    [Theory]
    [InlineData("[1,2]")]
    [InlineData("[[\"a\"],[\"b\"]]")]
    public void A_list_of_no_objects_says_so(string json) => Failure(json).Message.ShouldContain("no object with keys");

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("[{}]")]
    public void An_empty_list_is_not_an_empty_register(string json) => Failure(json).Message.ShouldContain("no record");

    [Fact]
    public void A_page_of_html_is_named_as_what_it_is() => Failure("<!doctype html><p>Down for maintenance").Suggestion.ShouldBe("read: { format: html }");

    [Fact]
    public void Records_larger_than_the_buffer_are_whole()
    {
        var json = "[" + string.Join(',', Enumerable.Range(1, 300).Select(i => $"{{\"n\":{i},\"t\":\"{new string('x', i * 300)}\"}}")) + "]";
        var rows = Reading.Rows(new ReadSpec("json"), [Reading.File(json)]);
        rows.Count.ShouldBe(301);
        rows.Skip(1).ShouldAllBe(r => r.Cells[0] == r.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) && r.Cells[1].Length == r.Number * 300);
    }

    [Fact]
    public void The_real_json_registers_have_their_counts()
    {
        Reading.Rows(new ReadSpec("json") { Path = "register" }, [RealRegisters.File("lancashire-2026", "preston*.json")]).Count.ShouldBe(245);
        Reading.Rows(new ReadSpec("json") { Path = "register" }, [RealRegisters.File("lancashire-2026", "lancaster*.json")]).Count.ShouldBe(555);
        var islington = Reading.Rows(new ReadSpec("json"), RealRegisters.Files("islington-2026", "*.json"));
        islington.Count.ShouldBe(6);
        islington[0].Cells.Count(h => h.StartsWith("details.additional_details.no_of_non_self", StringComparison.Ordinal)).ShouldBe(2);
    }
}
