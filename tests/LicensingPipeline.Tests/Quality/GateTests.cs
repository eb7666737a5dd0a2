using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Quality;

/// <summary>Every rule of the gate, through whole nights on small invented inboxes.</summary>
public sealed class GateTests
{
    private const string January = "2026-01-31", February = "2026-02-28";

    [Theory]
    [InlineData(19, "HeldShrunk")]
    [InlineData(20, "Ok")]
    public async Task Fewer_rows_than_the_floor_are_held(int rows, string state)
    {
        using var nights = new Nights().Source(("guards", "{ min-rows: 20 }")).Copy(January, Rows.Csv(Rows.Of(1, rows)));

        var night = await nights.OneAsync();

        night.State.ShouldBe(state);
        if (state != "Ok")
        {
            night.Detail.ShouldContain("The file holds 19 entries; at least 20 are wanted (guards.min-rows).");
            night.Held.ShouldBe(19);
        }
    }

    [Theory]
    [InlineData(10, "Ok")]
    [InlineData(11, "HeldShrunk")]
    public async Task A_total_that_the_file_states_must_be_met(int stated, string state)
    {
        using var nights = new Nights().Source(("stated-total", @"'Total: (\d+)'")).Copy(January, Rows.Csv(Rows.Of(1, 10), [$"Total: {stated},,,,,"]));

        var night = await nights.OneAsync();

        night.State.ShouldBe(state);
        night.NotARecord.ShouldBe(1);
        if (state != "Ok")
        {
            night.Detail.ShouldContain("The file says that it holds 11 entries, and 10 were read.");
        }
    }

    [Theory]
    [InlineData(97, "Ok")]
    [InlineData(96, "HeldShrunk")]
    [InlineData(1, "HeldShrunk")]
    public async Task Licences_that_leave_unexplained_are_held_beyond_three_in_a_hundred(int left, string state)
    {
        using var nights = new Nights().Source().Copy(January, Rows.Csv(Rows.Of(1, 100)));
        await nights.OneAsync();

        var night = await nights.Copy(February, Rows.Csv(Rows.Of(1, left))).OneAsync();

        night.State.ShouldBe(state);
        if (state == "Ok")
        {
            night.Events.ShouldCount(("vanished", 100 - left));
            return;
        }

        night.Detail.ShouldContain(FormattableString.Invariant($"{100 - left} of 100 licences are gone without having expired, more than 3%."));
        night.Events.ShouldBeEmpty();
        Registers.Count(nights.Data, $"select count(*) from licence where as_at='{January}' and last_seen='{January}'").ShouldBe(100);
        Registers.Text(nights.Data, "select as_at || ' ' || state from stream").ShouldBe($"{January} HeldShrunk");
    }

    [Fact]
    public async Task A_drop_that_expiry_explains_is_not_held()
    {
        using var nights = new Nights().Source().Copy(January, Rows.Csv(Rows.Of(1, 40), Rows.Of(41, 100, end: "27/02/2026")));
        await nights.OneAsync();

        var night = await nights.Copy(February, Rows.Csv(Rows.Of(1, 40))).OneAsync();

        (night.State, night.Licences).ShouldBe(("Ok", 40));
        night.Events.ShouldCount(("expired-off", 60));
    }

    [Fact]
    public async Task A_licence_that_ends_on_the_day_of_the_copy_has_not_expired()
    {
        using var nights = new Nights().Source().Copy(January, Rows.Csv(Rows.Of(1, 40), Rows.Of(41, 100, end: "28/02/2026")));
        await nights.OneAsync();

        (await nights.Copy(February, Rows.Csv(Rows.Of(1, 40))).OneAsync()).State.ShouldBe("HeldShrunk");
    }

    [Fact]
    public async Task A_licence_past_its_end_already_at_the_last_copy_was_overdue()
    {
        using var nights = new Nights().Source().Copy(January, Rows.Csv(Rows.Of(1, 90), Rows.Of(91, 100, end: "01/12/2025")));
        await nights.OneAsync();

        var night = await nights.Copy(February, Rows.Csv(Rows.Of(1, 90))).OneAsync();

        night.Events.ShouldCount(("overdue-cleared", 10));
    }

    [Theory]
    [InlineData("E09000001,selective,One,whole-borough,,2021-02-01,2026-02-14,,,,,", 5, "Ok")]
    [InlineData("E09000001,selective,One,whole-borough,,2021-02-01,2027-02-14,2026-02-14,,,,", 5, "Ok")]
    [InlineData("E09000001,selective,One,whole-borough,,2021-02-01,2027-02-14,,,,,", 5, "HeldShrunk")]
    [InlineData("E09000001,additional-hmo,One,whole-borough,,2021-02-01,2026-02-14,,,,,", 5, "HeldShrunk")]
    [InlineData("E09000002,selective,One,whole-borough,,2021-02-01,2026-02-14,,,,,", 5, "HeldShrunk")]
    [InlineData("E09000001,selective,One,whole-borough,,2021-02-01,2026-02-14,,,,,", 50, "HeldShrunk")]
    public async Task A_drop_at_a_schemes_end_is_not_held_where_nine_in_ten_left(string scheme, int left, string state)
    {
        using var nights = new Nights(schemes: scheme + "\n").Source().Copy(January, Rows.Csv(Rows.Of(1, 100)));
        (await nights.OneAsync()).NotMade[0].ShouldStartWith("outcodes.csv holds nothing");

        var night = await nights.Copy(February, Rows.Csv(Rows.Of(1, left))).OneAsync();

        night.State.ShouldBe(state);
        if (state == "Ok")
        {
            night.Events.ShouldCount(("scheme-ended", 95));
        }
    }

    [Theory]
    [InlineData(null, 90, "Ok")]
    [InlineData(null, 89, "HeldDegraded")]
    [InlineData("{ min-rows: 1, fill: { start_date: { at-least: 0.5, why: older rows carry none } } }", 50, "Ok")]
    [InlineData("{ min-rows: 1, fill: { start_date: { at-least: 0.5, why: older rows carry none } } }", 49, "HeldDegraded")]
    [InlineData("{ min-rows: 1, fill: { max_persons: { at-least: 1, why: the council promises it } } }", 100, "Ok")]
    public async Task Important_fields_must_be_filled(string? guards, int filled, string state)
    {
        using var nights = new Nights().Source(guards is null ? [] : [("guards", guards)])
            .Copy(January, Rows.Csv(Rows.Of(1, filled), Rows.Of(filled + 1, 100, start: "")));

        var night = await nights.OneAsync();

        night.State.ShouldBe(state);
        if (state != "Ok")
        {
            night.Detail.ShouldContain(guards is null ? "start_date is filled in 89.0% of the entries; at least 90% is wanted." : "start_date is filled in 49.0%");
        }
    }

    [Theory]
    [InlineData(90, "Ok")]
    [InlineData(89, "HeldDegraded")]
    public async Task A_field_that_falls_by_more_than_ten_points_is_held(int filled, string state)
    {
        using var nights = new Nights().Source().Copy(January, Rows.Csv(Rows.Of(1, 100)));
        await nights.OneAsync();

        var night = await nights.Copy(February, Rows.Csv(Rows.Of(1, filled), Rows.Of(filled + 1, 100, persons: ""))).OneAsync();

        night.State.ShouldBe(state);
        if (state != "Ok")
        {
            night.Detail.ShouldContain("max_persons was filled in 100% of the last good copy and is in 89% of this one.");
        }
    }

    [Theory]
    [InlineData(2, null, "Ok")]
    [InlineData(3, null, "HeldDegraded")]
    [InlineData(9, "{ min-rows: 1, quarantined: { at-most: 0.1, why: cut by the printer } }", "Ok")]
    public async Task Rows_that_name_no_home_are_held_beyond_two_in_a_hundred(int homeless, string? guards, string state)
    {
        using var nights = new Nights().Source(guards is null ? [] : [("guards", guards)])
            .Copy(January, Rows.Csv(Rows.Of(1, 100 - homeless), Enumerable.Range(1, homeless).Select(n => $"EX/9{n:D3},,Ada Testholder,01/01/2024,31/12/2028,3")));

        var night = await nights.OneAsync();

        (night.State, night.Quarantined, night.Issues["row.no-place"]).ShouldBe((state, homeless, homeless));
        if (state == "Ok")
        {
            Registers.Count(nights.Data, "select count(*) from licence").ShouldBe(100 - homeless);
        }
    }

    [Theory]
    [InlineData(2, "Ok")]
    [InlineData(3, "HeldDegraded")]
    public async Task Addresses_that_hold_a_date_are_held_beyond_two_in_a_hundred(int slid, string state)
    {
        using var nights = new Nights().Source().Copy(January, Rows.Csv(
            Rows.Of(1, 100 - slid), Enumerable.Range(200, slid).Select(n => Rows.Row(n, address: $"{n} Quillfeather Road 25/04/2022 E8 9ZZ"))));

        var night = await nights.OneAsync();

        (night.State, night.Issues["address.holds-date"]).ShouldBe((state, slid));
    }

    [Theory]
    [InlineData(5, "Ok")]
    [InlineData(6, "HeldDegraded")]
    public async Task Persons_that_equal_the_house_number_in_most_rows_are_held(int same, string state)
    {
        using var nights = new Nights().Source().Copy(January, Rows.Csv(
            Enumerable.Range(11, same).Select(n => Rows.Row(n, persons: $"{n}", address: $"{n} Quillfeather Road, London, E8 9ZZ")), Rows.Of(100, 109 - same)));

        (await nights.OneAsync()).State.ShouldBe(state);
    }

    [Fact]
    public async Task References_that_stand_on_rows_that_differ_are_a_warning()
    {
        using var nights = new Nights().Source().Copy(January, Rows.Csv(Rows.Of(1, 98), [Rows.Row(1, persons: "4"), Rows.Row(2, persons: "4")]));

        var night = await nights.OneAsync();

        (night.State, night.Licences, night.Issues["reference.repeated"]).ShouldBe(("Ok", 100, 4));
        night.Warnings.ShouldHaveSingleItem().ShouldBe("4 of 100 entries share their reference with one that differs.");
        Registers.Count(nights.Data, "select count(distinct licence_id) from licence").ShouldBe(100);
    }

    [Fact]
    public async Task A_new_heading_is_a_warning_where_all_we_read_is_still_there()
    {
        using var nights = new Nights().Source().Copy(January, Rows.Csv(Rows.Of(1, 20)));
        await nights.OneAsync();

        var night = await nights.Copy(February, Rows.Csv(Rows.Of(1, 20)).Replace("Persons\n", "Persons,Ward\n", StringComparison.Ordinal)).OneAsync();

        night.State.ShouldBe("Ok");
        night.Warnings.ShouldHaveSingleItem().ShouldStartWith("The headings are not those of the last good copy");
        night.Issues["column.unmapped"].ShouldBe(1);
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public async Task Postcodes_outside_the_borough_are_a_warning_beyond_five_in_a_hundred(int outside, bool warned)
    {
        using var nights = new Nights(outcodes: "E8,E09000001;E09000002\nN1,E09000002\n").Source().Copy(January, Rows.Csv(
            Rows.Of(1, 100 - outside), Enumerable.Range(200, outside).Select(n => Rows.Row(n, address: $"{n} Quillfeather Road, London, N1 9ZZ"))));

        var night = await nights.OneAsync();

        night.State.ShouldBe("Ok");
        night.Warnings.ShouldBe(warned ? ["6 of 100 postcodes lie outside the borough."] : []);
        night.NotMade[0].ShouldStartWith("schemes.csv holds nothing");
    }

    [Fact]
    public async Task Checks_without_their_reference_data_are_listed_as_not_made()
    {
        using var nights = new Nights().Source().Copy(January, Rows.Csv(Rows.Of(1, 5)));

        (await nights.OneAsync()).NotMade.ShouldBe([
            "schemes.csv holds nothing, so a drop at a scheme's end was not judged.",
            "outcodes.csv holds nothing, so the share of postcodes in the borough was not judged.",
            "There is no list of postcodes (postcodes.idx), so whether each exists was not checked, and none gave a home its ward or place on the map; './licensing reference update' brings it."]);
    }

    [Fact]
    public async Task Twice_as_many_licences_are_a_warning()
    {
        using var nights = new Nights().Source().Copy(January, Rows.Csv(Rows.Of(1, 20)));
        await nights.OneAsync();

        var night = await nights.Copy(February, Rows.Csv(Rows.Of(1, 41))).OneAsync();

        (night.State, night.Events["granted"]).ShouldBe(("Ok", 21));
        night.Warnings.ShouldHaveSingleItem().ShouldBe("The copy holds 41 licences, more than twice the 20 of the last good one.");
    }

    [Theory]
    [InlineData("Licence No,Property Address,Holder,Start,End,Persons", "Ok")]
    [InlineData("  LICENCE   no ,Property Address,Holder,Start,End,Persons", "Ok")]
    [InlineData("Persons,End,Start,Holder,Property Address,Licence No", "Ok")]
    [InlineData("Licence Number,Property Address,Holder,Start,End,Persons", "HeldDrift")]
    public async Task Headings_decide_what_is_read(string headings, string state)
    {
        var rows = Rows.Csv(Rows.Of(1, 5)).Split('\n', 2)[1];
        if (headings.StartsWith("Persons", StringComparison.Ordinal))
        {
            rows = string.Concat(Enumerable.Range(1, 5).Select(n => $"3,31/12/2028,01/01/2024,Ada Testholder{n},\"{n + 1000} Quillfeather Road, London, E8 9ZZ\",EX/{n:D4}\n"));
        }

        using var nights = new Nights().Source().Copy(January, $"{headings}\n{rows}");
        var night = await nights.OneAsync();

        night.State.ShouldBe(state);
        if (state == "Ok")
        {
            Registers.Count(nights.Data, "select count(*) from licence where reference like 'EX/%' and max_persons=3 and end_date='2028-12-31'").ShouldBe(5);
        }
        else
        {
            night.Suggestion.ShouldBe("\"licence number\": reference    # instead of \"Licence No\"");
        }
    }

}
