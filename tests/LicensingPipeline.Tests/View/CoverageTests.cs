using LicensingPipeline.Store;
using LicensingPipeline.View;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.View;

public sealed class CoverageTests
{
    [Theory]
    [InlineData("mandatory-hmo,additional-hmo", "mandatory HMO licences and additional HMO licences, whole borough, on the copy of 2026-01-05. Of Exampleton our copies do not include selective licences.")]
    [InlineData("hmo-unspecified", "HMO licences of which the kind is not said, whole borough, on the copy of 2026-01-05. Of Exampleton our copies do not include selective licences.")]
    [InlineData("selective", "selective licences, whole borough, on the copy of 2026-01-05. Of Exampleton our copies do not include mandatory HMO licences or additional HMO licences.")]
    [InlineData("mandatory-hmo,additional-hmo,selective", "mandatory HMO licences, additional HMO licences and selective licences, whole borough, on the copy of 2026-01-05.")]
    [InlineData("unknown", "licences of which the kind is not said, whole borough, on the copy of 2026-01-05.")]
    public void Kinds_on_no_copy_are_named(string schemes, string words) =>
        Coverage.Sentences([Copy("X", schemes, "2026-01-05")], _ => "Exampleton").ShouldBe([$"Exampleton: {words}"]);

    [Fact]
    public void A_copy_that_was_never_published_covers_nothing() =>
        Coverage.Sentences([Copy("X", "selective", null)], _ => "Exampleton").ShouldBeEmpty();

    [Fact]
    public void A_register_of_exemptions_covers_no_licences() =>
        Coverage.Sentences([Copy("X", "hmo-unspecified", "2026-01-05"), Copy("X", "selective", "2026-01-05") with { Register = "exemptions" }], _ => "Exampleton")
            .Single().ShouldEndWith("do not include selective licences.");

    private static StandingCopy Copy(string authority, string schemes, string? asAt) =>
        new() { Authority = authority, Register = "licences", CoversSchemes = schemes, CoversArea = "whole-borough", AsAt = asAt };
}
