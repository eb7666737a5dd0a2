using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Record;

/// <summary>A national list that comes between two nights: its checks switch on by themselves, and the change is told as ours.</summary>
public sealed class NationalListsTests
{
    private static Nights Night() => new Nights("x,selective,One,whole-borough,,2021-02-01,2027-02-14,,,,,\n", "QA1,E09000001\n").Source().Copy("2026-01-31", Rows.Csv(
        Rows.Of(1, 3).Select(r => r.Replace("E8 9ZZ", "QA1 1AA", StringComparison.Ordinal)), [Rows.Row(9, address: "9 Quillfeather Road, QA1 IAB")]));

    private static void Bring(Nights nights, params string[] postcodes)
    {
        Directory.CreateDirectory(Path.Combine(nights.Data, "reference"));
        File.WriteAllBytes(Path.Combine(nights.Data, "reference", "postcodes.idx"), Places.Table(postcodes).Bytes.ToArray());
    }

    [Fact]
    public async Task Wards_places_and_checks_switch_on_and_the_change_is_ours()
    {
        using var nights = Night();
        var before = await nights.OneAsync();
        before.NotMade.ShouldHaveSingleItem().ShouldStartWith("There is no list of postcodes");
        Registers.Count(nights.Data, "select count(*) from licence where ward is not null").ShouldBe(0);

        Bring(nights, "QA1 1AA", "QA1 1AD");
        var after = await nights.OneAsync();

        after.NotMade.ShouldBeEmpty();
        Registers.Count(nights.Data, "select count(*) from licence where ward='Nosuch Ward' and coordinates_basis='postcode' and latitude=51.5").ShouldBe(3);
        // QA1 1AB was read by its shape and is nowhere.
        Registers.Count(nights.Data, "select count(*) from licence where postcode is null").ShouldBe(1);
        Registers.CountInLedger(nights.Data, "select count(*) from remap where cause='code' and after like 'code ________+________'").ShouldBe(4);
        Registers.CountInLedger(nights.Data, "select count(*) from event").ShouldBe(0);
    }

    [Fact]
    public async Task A_second_night_with_the_same_list_changes_nothing()
    {
        using var nights = Night();
        Bring(nights, "QA1 1AA", "QA1 1AB");
        await nights.OneAsync();
        var hash = Registers.Hash(nights.Data);

        (await nights.OneAsync()).State.ShouldBe("Manual");

        Registers.Hash(nights.Data).ShouldBe(hash);
        nights.Said[^1].ShouldBe("Nothing changed: last night's registers database stands.");
    }
}
