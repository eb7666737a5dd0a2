using LicensingPipeline.Catalogue;
using LicensingPipeline.Store;
using LicensingPipeline.View;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.View;

public sealed class CopyStandingTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Theory]
    [InlineData("selective", 92, "whole-borough", "licences", Reach.Covered)]
    [InlineData("selective", -92, "whole-borough", "licences", Reach.Covered)]
    [InlineData("selective", 93, "whole-borough", "licences", Reach.NotNear)]
    [InlineData("selective", 10, "north of the canal", "licences", Reach.InPart)]
    [InlineData("unknown", 10, "whole-borough", "licences", Reach.Unsaid)]
    [InlineData("hmo-unspecified", 10, "whole-borough", "licences", Reach.NotCovered)]
    [InlineData("selective", 10, "whole-borough", "exemptions", Reach.NotCovered)]
    [InlineData("mandatory-hmo", 10, "whole-borough", "licences", Reach.NotCovered)]
    public void An_absence_may_be_said_only_of_a_kind_that_a_copy_near_the_day_covers(string schemes, int daysBefore, string area, string register, Reach reach) =>
        CopyStanding.Of([Copy(schemes, daysBefore, area, register)], "selective", Day).Reach.ShouldBe(reach);

    [Fact]
    public void An_hmo_register_that_says_no_kind_may_not_hold_all_of_a_kind()
    {
        CopyStanding.Of([Copy("hmo-unspecified", 1)], "mandatory-hmo", Day).Reach.ShouldBe(Reach.Unsaid);
        CopyStanding.Of([Copy("hmo-unspecified", 1)], "additional-hmo", Day).Sentence("additional-hmo", "Nowhereham", looked: true)
            .ShouldBe("Our copy of 2026-03-01 does not say the kind of its licences, so it may not hold all additional HMO licences of Nowhereham.");
    }

    [Fact]
    public void The_nearest_copy_is_meant_and_the_earlier_of_two_that_are_as_near()
    {
        CopyStanding.Of([Copy("selective", 40), Copy("selective", -10), Copy("selective", 10)], "selective", Day).AsAt.ShouldBe(Day.AddDays(-10));
    }

    [Fact]
    public void A_whole_copy_near_the_day_is_meant_before_a_nearer_one_of_a_part() =>
        CopyStanding.Of([Copy("selective", 1, "one ward"), Copy("selective", 50)], "selective", Day).Reach.ShouldBe(Reach.Covered);

    [Theory]
    [InlineData(null, null, null, Force.Unsure)]
    [InlineData("2026-03-02", null, null, Force.Unsure)]
    [InlineData("2021-03-03", null, null, Force.Unsure)]
    [InlineData("2021-03-02", null, null, Force.None)]
    [InlineData(null, "2026-03-01", null, Force.None)]
    [InlineData("2026-03-02", "2026-03-02", null, Force.Whole)]
    [InlineData("2026-03-03", "2031-03-02", null, Force.None)]
    [InlineData("2021-03-02", "2026-03-01", null, Force.None)]
    [InlineData("2024-01-01", "2028-12-31", "2026-03-01", Force.None)]
    [InlineData("2024-01-01", "2028-12-31", "2026-03-02", Force.Whole)]
    public void A_designation_is_in_force_from_its_first_day_to_its_last(string? from, string? to, string? ended, Force force) =>
        SchemeStanding.Of([Scheme(from, to, ended)], "selective", Day).Force.ShouldBe(force);

    [Fact]
    public void Where_none_is_in_force_the_last_and_the_next_are_named() =>
        SchemeStanding.Of([Scheme("2016-01-01", "2020-12-31", null), Scheme("2026-09-01", "2031-08-31", null)], "selective", Day).Sentence
            .ShouldBe("Selective licensing: none in force that we know of (the last ended on 2020-12-31, the next begins on 2026-09-01).");

    [Fact]
    public void What_nobody_knows_is_not_made_up() =>
        SchemeStanding.Of([Scheme("2026-01-01", null, null)], "selective", Day).Sentence
            .ShouldBe("Selective licensing: in force in the whole borough from 2026-01-01, but we do not know until when: ask the council.");

    [Fact]
    public void Where_no_ward_was_written_down_the_designation_says_what_is_known() =>
        SchemeStanding.Of([Scheme("2024-01-01", "2028-12-31", null) with { Area = "", Designation = "invented, in three streets" }], "selective", Day).Sentence
            .ShouldBe("Selective licensing: in force in part of the borough: check (invented, in three streets), 2024-01-01 to 2028-12-31.");

    [Fact]
    public void A_designation_of_unknown_date_is_told_beside_one_in_force_in_other_wards() =>
        SchemeStanding.Of([Scheme("2024-01-01", "2028-12-31", null) with { Area = "Upper Nowhere" }, Scheme(null, null, null) with { Area = "Lower Nowhere" }], "selective", Day).Sentence
            .ShouldBe("Selective licensing: in force in some wards: check (Upper Nowhere), 2024-01-01 to 2028-12-31; and it may be in force in some wards (Lower Nowhere), but we do not know since when: ask the council.");

    private static PublishedCopy Copy(string schemes, int daysBefore, string area = "whole-borough", string register = "licences") =>
        new() { Authority = "X99100001", Stream = "register", Register = register, AsAt = Day.AddDays(-daysBefore), CoversSchemes = schemes, CoversArea = area };

    private static Scheme Scheme(string? from, string? to, string? ended) => new()
    {
        Authority = "X99100001",
        Kind = "selective",
        Designation = "invented",
        Area = "whole-borough",
        InForceFrom = Read(from),
        InForceTo = Read(to),
        EndedEarly = Read(ended),
    };

    private static DateOnly? Read(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
