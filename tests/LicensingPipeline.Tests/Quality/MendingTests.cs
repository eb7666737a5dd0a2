using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Quality;

/// <summary>A held copy comes with the line that would let it pass, for the case that it is right.</summary>
public sealed class MendingTests
{
    [Fact]
    public async Task Too_few_rows_suggest_another_floor()
    {
        using var nights = new Nights().Source(("guards", "{ min-rows: 50 }")).Copy("2026-11-20", Rows.Csv(Rows.Of(1, 20)));
        var stream = await nights.OneAsync();
        (stream.State, stream.Suggestion).ShouldBe(("HeldShrunk", "guards: { min-rows: 17 }    # if the register really is this small"));
    }

    [Fact]
    public async Task A_column_left_empty_suggests_a_limit_of_its_own()
    {
        using var nights = new Nights().Source().Copy("2026-11-20", Rows.Csv(Rows.Of(1, 10), Rows.Of(11, 20, end: "")));
        var stream = await nights.OneAsync();
        stream.State.ShouldBe("HeldDegraded");
        stream.Suggestion.ShouldNotBeNull().ShouldStartWith("guards.fill: { end_date: { at-least: 0.45, why: ");
    }

    [Fact]
    public async Task A_drop_nobody_can_explain_suggests_an_acknowledgement_of_these_bytes()
    {
        using var nights = new Nights().Source().Copy("2026-11-01", Rows.Csv(Rows.Of(1, 100)));
        await nights.RunAsync();
        nights.Copy("2026-11-02", Rows.Csv(Rows.Of(1, 50)));
        var stream = await nights.OneAsync();
        stream.State.ShouldBe("HeldShrunk");
        stream.Suggestion.ShouldNotBeNull().ShouldStartWith($"- {{ sha256: {stream.Sha256}, accept: HeldShrunk, ");
    }

    [Fact]
    public async Task Every_heading_that_was_reworded_has_its_line()
    {
        using var nights = new Nights().Source().Copy("2026-11-20", "Reference number,Premises,Licensee,From,Until,Occupants\n1,2,3,4,5,6\n");
        (await nights.OneAsync()).Suggestion.ShouldNotBeNull().Split('\n').Length.ShouldBe(6);
    }
}
