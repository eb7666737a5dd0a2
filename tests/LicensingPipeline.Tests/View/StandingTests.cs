using LicensingPipeline.View;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.View;

public sealed class StandingTests
{
    [Theory]
    [InlineData("2026-01-31", "2026-02-01", true, "2026-03-02", "past its end date on this copy")]
    [InlineData("2026-02-01", "2026-02-01", true, "2026-03-02", "past its end date today")]
    [InlineData("2026-03-02", "2026-02-01", true, "2026-03-02", null)]
    [InlineData(null, "2026-02-01", true, "2026-03-02", null)]
    [InlineData("2030-01-01", "2026-02-01", false, "2026-03-02", "no longer on the register, last seen 2026-01-01")]
    public void A_copy_claims_no_more_than_it_can(string? end, string asAt, bool current, string today, string? words)
    {
        var licence = new Licence(new string?[Fields.Count]).With((Field.EndDate, end), (Field.AsAt, asAt), (Field.LastSeen, "2026-01-01"));
        Standing.Of(licence, current, DateOnly.ParseExact(today, "yyyy-MM-dd", null)).ShouldBe(words);
    }
}
