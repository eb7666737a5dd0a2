using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Quality;

/// <summary>What only the last good copy can show: columns that changed places, and a page in the place of the file.</summary>
public sealed class AgainstTheLastGoodCopyTests
{
    private const int Entries = 40;

    [Theory]
    [InlineData(11, nameof(StreamState.HeldDegraded))]
    [InlineData(10, nameof(StreamState.Ok))]
    public async Task ACopyIsHeldWhenManyLicencesAreOfAnotherHomeAtOnce(int moved, string state)
    {
        var night = await NextAsync(Rows.Csv(Enumerable.Range(1, Entries).Select(n => Rows.Row(n, address: n <= moved ? $"{n} Otherwhere Lane, London, E8 9ZZ" : null))));

        night.State.ShouldBe(state);
        night.Detail.Contains($"{moved} of {Entries} licences", StringComparison.Ordinal).ShouldBe(state != nameof(StreamState.Ok));
    }

    [Fact]
    public async Task ACopyIsHeldWhenMostOfItsEntriesEndBeforeTheyStart()
    {
        var night = await NextAsync(Rows.Csv(Rows.Of(1, Entries, end: "01/01/2024", start: "31/12/2028")));

        night.State.ShouldBe(nameof(StreamState.HeldDegraded));
        night.Detail.ShouldContain("end before they start");
    }

    [Fact]
    public async Task OneKindOfChangeInMostLicencesIsWarnedOf()
    {
        var night = await NextAsync(Rows.Csv(Rows.Of(1, Entries)).Replace("Testholder", "Othertest", StringComparison.Ordinal));

        night.State.ShouldBe(nameof(StreamState.Ok));
        night.Warnings.ShouldContain(w => w.StartsWith("holder-changed was met 40 times", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><head><title>Page not found</title></head><body>Gone.</body></html>", nameof(StreamState.HeldDrift), "an HTML page came")]
    [InlineData("<html><head><title>Request Rejected</title></head><body>No.</body></html>", nameof(StreamState.Blocked), "stay out")]
    public async Task APageHandedInAsTheFileIsNeverRead(string page, string state, string sentence)
    {
        var night = await NextAsync(page);

        (night.State, night.RowsRead).ShouldBe((state, 0));
        night.Detail.ShouldContain(sentence);
    }

    [Fact]
    public async Task EntriesUnderOneReferenceAreNotTakenForEachOtherWhenAColumnIsAdded()
    {
        string[] shared = [Rows.Row(1, address: "1 Quillfeather Road, London, E8 9ZZ"), Rows.Row(1, address: "2 Otherwhere Lane, London, E8 9ZZ")];
        var good = Rows.Csv(shared, Rows.Of(2, Entries));
        var wider = string.Join('\n', good.Split('\n').Select((l, i) => l.Length == 0 ? l : i == 0 ? l + ",Ticket" : $"{l},T{i}"));

        var night = await NextAsync(wider, good);

        night.State.ShouldBe(nameof(StreamState.Ok));
        night.Events.ShouldBeEmpty();
    }

    private static async Task<LicensingPipeline.Summarise.StreamReport> NextAsync(string next, string? good = null)
    {
        using var nights = new Nights().Source();
        nights.Copy("2026-09-01", good ?? Rows.Csv(Rows.Of(1, Entries)));
        (await nights.OneAsync()).State.ShouldBe(nameof(StreamState.Ok));
        nights.Copy("2026-09-02", next);
        return await nights.OneAsync();
    }
}
