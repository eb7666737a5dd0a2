using LicensingPipeline.Catalogue;
using LicensingPipeline.Record;
using LicensingPipeline.Summarise;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Summarise;

public sealed class StatusListTests
{
    [Fact]
    public async Task Every_source_has_its_row_the_wrong_and_the_empty_ones_too()
    {
        using var night = InventedNight.Usual();
        night.Source("islington", "authority: E09000019\nnonsense: yes\n");
        await night.RunAsync();
        Rows(night).ShouldBe([
            "E09000001  : rung 1, as at , changed , checked , 0 rows",
            "E09000007 hmo Ok: rung 4, as at 2026-02-01, changed 2026-02-01, checked 2026-03-02T02:00:00Z, 4 rows",
            "E09000012 selective HeldDrift: rung 4, as at 2026-01-15, changed 2026-02-15, checked 2026-03-02T02:00:00Z, 1 rows",
            "E09000019  ConfigError: rung , as at , changed , checked , 0 rows",
        ]);
    }

    [Fact]
    public async Task The_same_bytes_under_a_later_date_are_no_change()
    {
        using var night = InventedNight.Usual();
        var text = await File.ReadAllTextAsync(Path.Combine(night.Inbox, "camden", "hmo_2026-02-01.csv"), TestContext.Current.CancellationToken);
        night.Hand("camden", "hmo_2026-02-20.csv", text);
        await night.RunAsync();
        Rows(night)[1].ShouldContain("as at 2026-02-20, changed 2026-02-01");
    }

    [Fact]
    public async Task A_source_that_came_since_the_last_night_is_shown()
    {
        using var night = InventedNight.Usual();
        await night.RunAsync();
        night.Source("barnet", InventedNight.Manual("E09000003", "hmo", "[ mandatory-hmo ]", "mandatory-hmo"));
        Rows(night)[1].ShouldBe("E09000003 hmo : rung 4, as at , changed , checked , 0 rows");
    }

    private static List<string> Rows(InventedNight night)
    {
        using var ledger = Ledger.Ask(night.Data);
        return [.. StatusList.Of(SourceFolder.Read(night.Sources, InventedNight.Reference), ledger).Select(s => s.Row)
            .Select(r => $"{r.Authority} {r.Stream} {r.State}: rung {r.Rung}, as at {r.AsAt}, changed {r.LastChanged}, checked {r.LastChecked}, {r.Rows} rows")];
    }
}
