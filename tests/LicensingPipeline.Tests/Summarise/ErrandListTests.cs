using LicensingPipeline.Catalogue;
using LicensingPipeline.Record;
using LicensingPipeline.Summarise;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Summarise;

/// <summary>Each errand is listed when it is due, and doing it removes it.</summary>
public sealed class ErrandListTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public async Task Where_all_is_done_nothing_is_listed()
    {
        using var nights = new Nights().Source().Copy("2026-11-20", Rows.Csv(Rows.Of(1, 5)));
        await nights.RunAsync();
        Errands(nights).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stream_nobody_has_seen_waits_until_it_is_verified()
    {
        using var nights = new Nights().Source(("verified", null)).Copy("2026-11-20", Rows.Csv(Rows.Of(1, 5)));
        await nights.RunAsync();
        var errand = Errands(nights).ShouldHaveSingleItem();
        (errand.Kind, errand.Command).ShouldBe(("unverified", "licensing sources prove example --stream hmo"));
        errand.Why.ShouldContain("2026-11-20");
        nights.Source();
        Errands(nights).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hold_is_an_errand_after_seven_days_and_gone_with_a_good_copy()
    {
        using var nights = new Nights().Source().Copy("2026-11-01", Rows.Csv(Rows.Of(1, 5)));
        await nights.RunAsync();
        nights.Copy("2026-11-02", "Something,Else\n1,2\n3,4\n");
        await nights.RunAsync();
        var came = DateOnly.FromDateTime(nights.Clock.GetUtcNow().UtcDateTime).AddDays(-1);
        Kinds(nights, came.AddDays(7)).ShouldBeEmpty();
        Kinds(nights, came.AddDays(8)).ShouldBe(["held"]);
        nights.Copy("2026-11-03", Rows.Csv(Rows.Of(1, 5)));
        await nights.RunAsync();
        Kinds(nights, came.AddDays(8)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_copy_is_due_by_the_words_of_its_cadence()
    {
        using var nights = new Nights().Source();
        var none = Errands(nights).ShouldHaveSingleItem();
        (none.Kind, none.Command).ShouldBe(("copy-due", "licensing import example FILE --as-at DATE --origin supplied --stream hmo"));
        nights.Copy("2026-10-01", Rows.Csv(Rows.Of(1, 5)));
        await nights.RunAsync();
        Kinds(nights, new DateOnly(2026, 11, 1)).ShouldBeEmpty();
        Kinds(nights, new DateOnly(2026, 11, 2)).ShouldBe(["copy-due"]);
        nights.Source(("cadence", "once"));
        Kinds(nights, new DateOnly(2026, 11, 2)).ShouldBeEmpty();
    }

    [Fact]
    public void Evidence_is_old_after_180_days()
    {
        using var nights = new Nights().Source(("retired", "{ date: 2026-01-01, why: over }"));
        Kinds(nights, new DateOnly(2026, 9, 27).AddDays(180)).ShouldBeEmpty();
        var errand = Errands(nights, new DateOnly(2026, 9, 27).AddDays(181)).ShouldHaveSingleItem();
        errand.Kind.ShouldBe("evidence-old");
        errand.Why.ShouldContain("181 days");
    }

    [Theory]
    [InlineData("2027-02-20", "", "scheme-ending")]
    [InlineData("2027-02-21", "", null)]
    [InlineData("2026-11-21", "", null)]
    [InlineData("2026-12-31", "E09000001,selective,Second,whole-borough,,2027-01-01,2031-12-31,,,,,\n", null)]
    [InlineData("2026-12-31", "E09000001,additional-hmo,Second,whole-borough,,2027-01-01,2031-12-31,,,,,\n", "scheme-ending")]
    [InlineData("2026-12-31", "E09000002,selective,Second,whole-borough,,2027-01-01,2031-12-31,,,,,\n", "scheme-ending")]
    public void A_scheme_that_ends_within_90_days_wants_a_successor(string end, string other, string? kind)
    {
        using var nights = new Nights(schemes: $"E09000001,selective,First,whole-borough,,2022-01-01,{end},,,,,\n{other}").Source(("retired", "{ date: 2026-01-01, why: over }"));
        Kinds(nights, Today).ShouldBe(kind is null ? [] : [kind]);
    }

    [Theory]
    [InlineData("monthly", 31)]
    [InlineData("every three months", 92)]
    [InlineData("twice a year", 184)]
    [InlineData("weekly (one renewal was seen)", 7)]
    [InlineData("once", null)]
    [InlineData("unknown", null)]
    public void Words_name_a_span(string cadence, int? days) => Cadences.Days(cadence).ShouldBe(days);

    private static IEnumerable<string> Kinds(Nights nights, DateOnly today) => Errands(nights, today).Select(e => e.Kind);

    private static IReadOnlyList<Errand> Errands(Nights nights, DateOnly? today = null)
    {
        using var borrowed = BorrowedLedger.Of(nights.Data, _ => { });
        return new ErrandList(SourceFolder.Read(nights.Sources, nights.Reference), borrowed.Ledger, today ?? Today).All();
    }
}
