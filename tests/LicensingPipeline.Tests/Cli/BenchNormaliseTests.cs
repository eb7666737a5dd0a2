using System.Text.Json;
using LicensingPipeline.Cli.Bench;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Cli;

/// <summary>The bench of reading, over labelled sets of a few invented rows.</summary>
public sealed class BenchNormaliseTests : IDisposable
{
    private readonly Folder _folder = new();

    public BenchNormaliseTests()
    {
        _folder.Write("matching/parsed_addresses_gold.xml", """
            <AddressCollection>
              <AddressString><SubBuildingName>Flat 2</SubBuildingName> <BuildingNumber>12</BuildingNumber> <StreetName>Nosuch Street</StreetName> <Postcode>E8 9ZZ</Postcode></AddressString>
            </AddressCollection>
            """);
        _folder.Write("matching/addresses_uprn_gold.csv", """
            ID,UPRN,ADDRESS,MKEY,MATCHED
            1,99000001,"Flat A, 12 Nosuch St, E8 9ZZ",X,FLAT A 12 NOSUCH STREET LONDON E8 9ZZ
            2,99000002,"7 Fiction Road, E8 9ZY",X,7 FICTION ROAD LONDON E8 9ZY
            """);
        _folder.Write("matching/address_edge_cases.yaml", """
            addresses:
              - messy_address: [ "12a Nosuch St", "E8 9ZZ" ]
                canonical_addresses:
                  - [ "12A NOSUCH STREET", "E8 9ZZ" ]
                  - [ "12B NOSUCH STREET", "E8 9ZZ" ]
            """);
        _folder.Write("postcodes.tsv", "QA10\t1AA 5SS 8BB\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_figure_that_is_asked_for_is_printed_and_what_has_no_file_is_not_met()
    {
        var typed = await Typed.Into(TimeProvider.System, "bench", "normalise", "--matching", _folder["matching"], "--postcodes", _folder["postcodes.tsv"], "--registers", _folder["none"], "--times", "1", "--json");

        typed.Exit.ShouldBe(0, typed.Error);
        using var json = JsonDocument.Parse(typed.Out);
        var figures = json.RootElement.EnumerateArray().ToList();
        figures.ShouldAllBe(f => string.Join(' ', f.EnumerateObject().Select(p => p.Name)) == "figure value unit target met yardstick");
        figures.Take(14).Select(f => f.GetProperty("figure").GetString()).ShouldBe(
        [
            "parsed_addresses_gold", "addresses_uprn_gold_right", "addresses_uprn_gold_wrong", "address_edge_cases", "postcode_repair_right", "postcode_repair_accepted", "swindon_spellings",
            "swindon_false_joins", "names_all", "names_worst_group", "register_postcodes", "addresses_per_second", "names_per_second", "inner_loop_allocations",
        ]);
        figures.Take(14).Select(f => f.GetProperty("target").GetString()).ShouldBe(
            [">= 0.91", ">= 0.89", "<= 0.04", ">= 20", ">= 0.999", ">= 0.95", ">= 158", "<= 0", ">= 0.98", ">= 0.95", ">= 0.995", ">= 200000", ">= 500000", "<= 0"]);
        figures.Where(f => f.GetProperty("value").ValueKind == JsonValueKind.Null).Select(f => (f.GetProperty("figure").GetString(), f.GetProperty("met").GetBoolean()))
            .ShouldBe([("swindon_spellings", false), ("swindon_false_joins", false), ("register_postcodes", false)]);
        figures.ShouldAllBe(f => f.GetProperty("yardstick").GetString()!.Length > 10);
        figures.Take(3).Select(f => f.GetProperty("value").GetDouble()).ShouldBe([1, 1, 0]);
    }

    [Fact]
    public void Nothing_is_allocated_for_a_candidate_an_address_or_a_name() => (BenchAllocations.Candidate(), BenchAllocations.Address(), BenchAllocations.Name()).ShouldBe((0, 0, 0));
}
