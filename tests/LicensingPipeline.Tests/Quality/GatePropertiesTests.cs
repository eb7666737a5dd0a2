using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Quality;

/// <summary>Laws of the gate and of the differences, on seeded random registers.</summary>
public sealed class GatePropertiesTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 8)];

    [Theory, MemberData(nameof(Seeds))]
    public async Task The_same_register_on_another_day_has_no_events(int seed)
    {
        var random = new Random(seed);
        var rows = Some(random, 1, random.Next(5, 80));
        using var nights = new Nights().Source().Copy("2026-01-31", Rows.Csv(rows));
        await nights.OneAsync();
        random.Shuffle(rows);

        var night = await nights.Copy("2026-02-28", Rows.Csv(rows)).OneAsync();

        (night.State, night.Events.Count, night.AsAt).ShouldBe(("Ok", 0, "2026-02-28"));
    }

    [Theory, MemberData(nameof(Seeds))]
    public async Task More_rows_are_never_held_as_a_loss(int seed)
    {
        var random = new Random(seed);
        var rows = Some(random, 1, random.Next(5, 80));
        using var nights = new Nights().Source().Copy("2026-01-31", Rows.Csv(rows));
        await nights.OneAsync();
        var more = Some(random, 1000, random.Next(1, 200));

        var night = await nights.Copy("2026-02-28", Rows.Csv(more, rows)).OneAsync();

        night.State.ShouldBe("Ok");
        night.Events.ShouldCount(("granted", more.Length));
    }

    [Theory, MemberData(nameof(Seeds))]
    public async Task Exactly_the_rows_that_left_before_their_end_are_unexplained(int seed)
    {
        var random = new Random(seed);
        var (good, past) = (random.Next(40, 120), random.Next(0, 60));
        var rows = Rows.Of(1, good).ToArray();
        using var nights = new Nights().Source().Copy("2026-01-31", Rows.Csv(rows, Rows.Of(1001, 1000 + past, end: "10/02/2026")));
        await nights.OneAsync();
        random.Shuffle(rows);
        var k = random.Next(0, good / 5);

        var night = await nights.Copy("2026-02-28", Rows.Csv(rows.Skip(k))).OneAsync();

        if (k > (good + past) * 0.03)
        {
            night.State.ShouldBe("HeldShrunk");
            night.Detail.ShouldStartWith(FormattableString.Invariant($"{k} of {good + past} licences are gone without having expired"));
        }
        else
        {
            (night.State, night.Events.GetValueOrDefault("vanished"), night.Events.GetValueOrDefault("expired-off")).ShouldBe(("Ok", k, past));
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public async Task The_earlier_set_and_the_events_give_the_later_set(int seed)
    {
        var random = new Random(seed);
        using var nights = new Nights().Source();
        var present = new HashSet<int>(Enumerable.Range(1, 200));
        string[] dates = ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"];
        var known = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (date, i) in dates.Select((d, i) => (d, i)))
        {
            present.ExceptWith(random.GetItems([.. present.Order()], i == 0 ? 0 : random.Next(6)));
            present.UnionWith(Enumerable.Range(0, i == 0 ? 0 : random.Next(9)).Select(_ => random.Next(150, 260)));
            // Some change a value, some stand twice with another value: neither comes nor goes.
            var night = await nights.Copy(date, Rows.Csv(present.Select(n => Rows.Row(n, persons: $"{random.Next(3, 5)}")))).OneAsync();
            night.State.ShouldBe("Ok");
            if (i == 0)
            {
                known.UnionWith(Ids(nights, "select licence_id from licence"));
            }

            known.ExceptWith(Ids(nights, $"select licence_id from event where as_at='{date}' and code in ('expired-off','overdue-cleared','scheme-ended','vanished')"));
            known.UnionWith(Ids(nights, $"select licence_id from event where as_at='{date}' and code in ('granted','renewed','returned')"));
            known.ShouldBe(Ids(nights, "select licence_id from licence order by 1"));
        }
    }

    private static string[] Some(Random random, int first, int count) =>
        [.. Enumerable.Range(first, count).Select(n => Rows.Row(n, persons: $"{random.Next(2, 9)}"))];

    private static List<string> Ids(Nights nights, string sql) =>
        Registers.Open(nights.Data, "registers.db", c => Dapper.SqlMapper.Query<string>(c, sql).ToList());
}
