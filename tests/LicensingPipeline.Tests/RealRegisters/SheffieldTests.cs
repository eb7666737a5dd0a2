using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.RealRegisters;

/// <summary>Sheffield's six copies: the only real history among the registers.</summary>
[Collection(RealRegistersLoaded.Name)]
public sealed class SheffieldTests(RealNight night)
{
    private const string Changes = "'dates-changed', 'backdated', 'holder-changed', 'manager-changed', 'persons-changed', 'conditions-changed', 'address-retyped', 'reference-reused'";

    private static readonly string[] Dates = ["2024-09-09", "2025-01-28", "2025-03-03", "2025-06-16", "2025-07-16", "2025-08-11"];

    [Theory]
    [InlineData("2025-01-28", 1459, 1439, 20, 303, 3, 1)]
    [InlineData("2025-03-03", 1315, 1309, 6, 134, 16, 0)]
    [InlineData("2025-06-16", 1016, 966, 50, 341, 8, 1)]
    [InlineData("2025-07-16", 995, 951, 44, 63, 2, 5)]
    [InlineData("2025-08-11", 1025, 976, 49, 16, 3, 14)]
    public void Each_step_is_as_the_answer_key_counts_it(string asAt, long licences, long kept, long added, long pastEnd, long notPastEnd, long changed)
    {
        RealNight.Need();
        var snapshot = night.Stream("E08000039", "licences-issued").Snapshots.Single(s => s.AsAt == asAt);
        long Events(params string[] codes) => codes.Sum(c => snapshot.Events.GetValueOrDefault(c));

        snapshot.Licences.ShouldBe(licences);
        Events("granted", "renewed", "returned").ShouldBe(added);
        (licences - Events("granted", "renewed", "returned")).ShouldBe(kept);
        Events("expired-off").ShouldBe(pastEnd);
        Events("vanished").ShouldBe(notPastEnd);
        Registers.Count(night.Data, $"select count(distinct licence_id) from event where authority='E08000039' and as_at='{asAt}' and code in ({Changes})").ShouldBe(changed);
        snapshot.Events.Values.Sum().ShouldBe(Registers.Count(night.Data, $"select count(*) from event where authority='E08000039' and as_at='{asAt}'"));
    }

    [Fact]
    public void All_that_ever_left_is_still_known_once()
    {
        RealNight.Need();
        var former = Registers.Count(night.Data, "select count(*) from former_licence where authority='E08000039'");

        former.ShouldBe(303 + 3 + 134 + 16 + 341 + 8 + 63 + 2 + 16 + 3);
        Registers.Count(night.Data, "select count(distinct licence_id) from former_licence where authority='E08000039'").ShouldBe(former);
    }

    [Theory]
    [InlineData(0, 1, 2, 3, 4, 5)]
    [InlineData(5, 4, 3, 2, 1, 0)]
    [InlineData(3, 0, 5, 1, 4, 2)]
    [InlineData(1, 0, 3, 2, 5, 4)]
    [InlineData(5, 0, 4, 1, 3, 2)]
    [InlineData(2, 5, 1, 4, 0, 3)]
    public async Task Copies_that_come_in_another_order_give_the_same_registers(params int[] order)
    {
        RealNight.Need();
        using var folder = new Folder();
        folder.Write("sources/authorities.csv", await File.ReadAllTextAsync(Path.Combine(RealNight.Sources, "authorities.csv"), TestContext.Current.CancellationToken));
        folder.Write("sources/sheffield.yaml", await File.ReadAllTextAsync(Path.Combine(RealNight.Sources, "sheffield.yaml"), TestContext.Current.CancellationToken));
        Directory.CreateDirectory(folder["inbox/sheffield"]);
        foreach (var i in order)
        {
            var name = $"hmo_licences_issued_to_{Dates[i]}.csv";
            File.Copy(Path.Combine(RealNight.Inbox, "sheffield", name), folder[$"inbox/sheffield/{name}"]);
            (await Nights.RunAsync(RealNight.Options(folder["data"], folder["inbox"], folder["sources"]))).Exit.ShouldBe(0);
        }

        Hidden.Same(Only(Registers.Licences(folder["data"])), Only(Registers.Licences(night.Data)), "licences");
        Hidden.Same(Only(Registers.Former(folder["data"])), Only(Registers.Former(night.Data)), "former licences");
        Hidden.Same(Only(Registers.Events(folder["data"])), Only(Registers.Events(night.Data)), "events");
        Verdicts(folder["data"]).ShouldBe(Verdicts(night.Data));
    }

    private static IReadOnlyList<string> Only(IReadOnlyList<string> rows) => [.. rows.Where(r => r.Contains("E08000039", StringComparison.Ordinal))];

    private static string Verdicts(string data) => Registers.Open(data, "ledger.db", c => string.Join('\n', Dapper.SqlMapper.Query<string>(c,
        """
        select s.as_at || ' ' || v.state || ' ' || v.rows_read || ' ' || v.rows_published || ' ' || v.licences || ' ' || v.issues || ' ' || v.events || ' ' || v.detail
        from verdict v join snapshot s on s.id=v.snapshot join stream t on t.id=s.stream where t.authority='E08000039' order by s.as_at
        """)));
}
