using System.Text.Json;
using LicensingPipeline.Summarise;
using LicensingPipeline.Tests.Support;
using LicensingPipeline.Tests.View;
using Shouldly;
using Xunit;
using Registers = LicensingPipeline.Store.Registers;

namespace LicensingPipeline.Tests.Summarise;

public sealed class ExportTests(UsualNight usual) : IClassFixture<UsualNight>
{
    private static readonly string[] People = ["Ottoline", "Brightfold", "Gwendolyn", "Tiddlewick", "Snodgrove", "Pomfret", "Zebedee"];

    [Fact]
    public void Csv_has_a_column_for_each_key_and_the_mark_last()
    {
        var lines = Csv(publicOnly: false).Split('\n');
        lines[0].ShouldBe(string.Join(',', Fields.All.Select(f => f.Key())) + ",demonstration");
        lines[^1].ShouldBe("");
        lines[1..^1].Length.ShouldBe(5);
        lines[1..^1].ShouldAllBe(l => l.EndsWith($",\"{Demonstration.Mark}\""));
        Csv(publicOnly: false).ShouldNotContain('\r');
    }

    [Fact]
    public void Licences_come_by_authority_stream_and_id()
    {
        using var json = JsonDocument.Parse(Json(publicOnly: false));
        var keys = json.RootElement.EnumerateArray().Select(l => $"{l.GetProperty("authority")} {l.GetProperty("stream")} {l.GetProperty("licence_id")}").ToList();
        keys.ShouldBe(keys.Order(StringComparer.Ordinal));
        keys.Count.ShouldBe(5);
    }

    [Fact]
    public void Json_has_every_key_and_numbers_are_numbers()
    {
        using var json = JsonDocument.Parse(Json(publicOnly: false));
        var licence = json.RootElement.EnumerateArray().Single(l => l.GetProperty("reference").GetString() == "CAM/1");
        licence.EnumerateObject().Select(p => p.Name).ShouldBe([.. Fields.All.Select(f => f.Key()), "demonstration"]);
        licence.GetProperty("max_persons").GetInt32().ShouldBe(5);
        licence.GetProperty("in_force").GetBoolean().ShouldBeTrue();
        licence.GetProperty("ward").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void What_a_spreadsheet_would_run_is_escaped_in_csv_and_only_there()
    {
        Csv(publicOnly: false).ShouldContain(",\"'=1 Formula Yard, N1 1AD\",");
        Json(publicOnly: false).ShouldContain("\"=1 Formula Yard, N1 1AD\"");
    }

    [Fact]
    public void The_public_export_names_nobody()
    {
        var text = Csv(publicOnly: true) + Json(publicOnly: true);
        foreach (var name in People.Append("Quillfeather").Append("CAM/"))
        {
            text.ShouldNotContain(name);
        }

        text.Split('\n')[0].ShouldBe(string.Join(',', Fields.All.Where(f => !f.MayNameAPerson()).Select(f => f.Key())) + ",demonstration");
    }

    [Fact]
    public async Task Real_data_carries_no_mark()
    {
        using var night = InventedNight.Usual();
        await night.RunAsync(invented: false);
        using var registers = Registers.Open(night.Data);
        using var text = new StringWriter();
        new Export(registers).Csv(text);
        text.ToString().ShouldNotContain("demonstration", Case.Insensitive);
    }

    [Theory]
    [InlineData("12", "12")]
    [InlineData("007", "\"007\"")]
    [InlineData("withheld", "\"withheld\"")]
    [InlineData("-0.126", "-0.126")]
    [InlineData("1.", "\"1.\"")]
    public void A_count_is_a_number_where_json_has_it(string value, string written)
    {
        using var text = new StringWriter();
        using (var array = new JsonArray(text))
        {
            var licence = new Licence(new string?[Fields.Count]).With((Field.MaxPersons, value));
            array.Item(json => RecordJson.Write(json, licence, [Field.MaxPersons]));
        }

        text.ToString().ShouldBe($"[\n{{\"max_persons\":{written}}}\n]\n");
    }

    private string Csv(bool publicOnly) => Write((e, to) => e.Csv(to), publicOnly);

    private string Json(bool publicOnly) => Write((e, to) => e.Json(to), publicOnly);

    private string Write(Action<Export, TextWriter> how, bool publicOnly)
    {
        using var registers = publicOnly ? Registers.OpenPublic(usual.Night.Data) : Registers.Open(usual.Night.Data);
        using var text = new StringWriter();
        how(new Export(registers), text);
        return text.ToString();
    }
}
