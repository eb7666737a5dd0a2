using LicensingPipeline.Catalogue;
using LicensingPipeline.Record;
using LicensingPipeline.Summarise;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Summarise;

/// <summary>The facts of a few invented registers, counted by hand.</summary>
public sealed class BoroughFactsTests : IAsyncLifetime
{
    private readonly InventedNight _night = InventedNight.Usual();

    public async ValueTask InitializeAsync()
    {
        _night.Source("islington", "authority: E09000019\nnonsense: yes\n");
        await _night.RunAsync();
    }

    public ValueTask DisposeAsync()
    {
        _night.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Councils_stand_by_name_those_whose_source_file_is_wrong_too()
    {
        var facts = Facts();
        facts.Select(b => b.Authority.ShortName).ShouldBe(["camden", "city-of-london", "hackney", "islington"]);
        facts.Select(b => b.Rung).ShouldBe([4, 1, 4, null]);
        facts[3].Registers.ShouldBeEmpty();
    }

    [Fact]
    public void The_copy_that_stands_is_counted_and_compared_with_the_one_before()
    {
        var register = Facts()[0].Registers.ShouldHaveSingleItem();
        (register.AsAt, register.Rows, register.Licences, register.SetAside, register.Origin).ShouldBe((new DateOnly(2026, 2, 1), 4L, 4L, 0L, "invented"));
        // CAM/2 went after its end; CAM/4 and CAM/5 came; CAM/1 has another end, CAM/3 another number of people.
        register.Events.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Key} {e.Value}").ShouldBe(["dates-changed 1", "expired-off 1", "granted 2", "persons-changed 1"]);
        register.Copies.Select(c => (c.AsAt.Month, c.Published, c.Licences, c.Added, c.Gone, c.Changed)).ShouldBe([(1, true, 3L, null, null, null), (2, true, 4L, 2L, 1L, 2L)]);
    }

    [Fact]
    public void A_copy_that_is_held_is_in_the_history_and_in_no_figure()
    {
        var hackney = Facts()[2];
        hackney.Registers[0].Copies.Select(c => (c.State, c.Published, c.Added)).ShouldBe([(StreamState.Ok, true, null), (StreamState.HeldDrift, false, null)]);
        (hackney.Rows, hackney.AsAt).ShouldBe((1L, new DateOnly(2026, 1, 15)));
    }

    [Fact]
    public void Nothing_odd_in_a_copy_that_was_handed_in_is_held_against_the_council()
    {
        var camden = Facts()[0];
        camden.Registers[0].Issues.ShouldContain(i => i.Kind.Cause == Cause.Published && i.Kind.Severity > Severity.Info);
        Mends.Of(camden).ShouldAllBe(m => m.Issue == null && m.Rows == null);
        LicensingPipeline.Web.FactWords.Cause(Cause.Published, isOnline: false).ShouldBe("so in a copy supplied to us");
        LicensingPipeline.Web.FactWords.Cause(Cause.Published, isOnline: true).ShouldBe("so in the register");
    }

    [Fact]
    public void Issues_have_their_rows_and_the_numbers_of_their_places()
    {
        var issues = Facts()[0].Registers[0].Issues;
        issues.Select(i => $"{i.Kind.Code} {i.Count} {i.Rows} {string.Join('+', i.Places)}").ShouldBe(["date.no-such-day 1 1 row 3", "postcode.missing 1 1 row 3", "term.over-five-years 1 1 row 2"], ignoreOrder: true);
    }

    [Fact]
    public void Each_heading_has_its_field_and_its_share()
    {
        var register = Facts()[0].Registers[0];
        register.Headings.Select(h => $"{h.Heading}>{string.Join('+', h.Fields.Select(f => f.Key()))}").ShouldBe(
            ["Ref>reference", "Address>property_address", "Holder>holder_name", "Manager>manager_name", "Start>start_date", "End>end_date", "People>max_persons", ">scheme"]);
        (register.Fill[Field.ManagerName], register.Fill[Field.EndDate], register.HasShares).ShouldBe((0.25, 0.75, false));
    }

    [Fact]
    public void What_nobody_wrote_down_was_not_seen() =>
        ParticularCount.From(null, Particular.OfEveryLicence).ShouldBe(new ParticularCount(9, 0, 0, 0, 0, 9));

    [Fact]
    public void With_few_rows_no_share_is_measured()
    {
        var start = Particular.All.Single(p => p.Key == "start_date");
        MeasuredShare.Of(Facts()[0], start).ShouldBe(new MeasuredShare(null, 4, IsRead: true));
        MeasuredShare.Of(Facts()[1], start).ShouldBe(new MeasuredShare(null, 0, IsRead: false));
        MeasuredShare.Of(Facts()[0], Particular.All.Single(p => p.Key == "storeys")).IsRead.ShouldBeFalse();
    }

    [Fact]
    public async Task A_sheet_or_a_heading_that_names_somebody_is_no_place()
    {
        using var night = new InventedNight();
        night.Source("camden", InventedNight.Manual("E09000007", "hmo", "[ mandatory-hmo ]", "mandatory-hmo"));
        night.Hand("camden", "hmo_2026-01-01.csv", "Ref,Address,Holder,Manager,Start,End,People,Zebedee Plumstone row 7 x\nCAM/1,3 Marzipan Mews,A,B,01/03/2024,31/01/2029,7,y\n");
        await night.RunAsync();
        var issues = Facts(night)[0].Registers[0].Issues;
        issues.ShouldContain(i => i.Kind.Code == IssueCodes.ColumnUnmapped);
        issues.SelectMany(i => i.Places).ShouldBe(["row 2"]);
    }

    [Theory]
    [InlineData(0, "0%")]
    [InlineData(0.004, "under 1%")]
    [InlineData(0.25, "25%")]
    [InlineData(0.996, "over 99%")]
    [InlineData(1, "100%")]
    public void A_share_claims_neither_all_nor_none_where_it_is_not_so(double share, string words) => PlainWords.Share(share).ShouldBe(words);

    private IReadOnlyList<BoroughFacts> Facts() => Facts(_night);

    private static IReadOnlyList<BoroughFacts> Facts(InventedNight night)
    {
        var sources = SourceFolder.Read(night.Sources, InventedNight.Reference);
        using var ledger = Ledger.Ask(night.Data);
        return BoroughFactsList.Of(sources, [], StatusList.Of(sources, ledger), ledger);
    }
}
