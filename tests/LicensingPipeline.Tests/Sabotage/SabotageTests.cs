using System.Collections.Concurrent;
using LicensingPipeline.Summarise;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Sabotage;

/// <summary>
/// Every sample register is spoiled in every standard way and handed in as the copy after its good one. What must become of
/// it stands in <see cref="Expectations"/>; a mutation that nobody notices fails whatever the table says.
/// </summary>
public sealed class SabotageTests(SabotagedNights nights) : IClassFixture<SabotagedNights>
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var stream in SabotagedStream.All)
        {
            foreach (var mutation in Mutations.All.Keys)
            {
                cases.Add(stream.Name, mutation);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task ASpoiledCopyEndsAsTheTableSays(string sample, string mutation)
    {
        var ct = TestContext.Current.CancellationToken;
        var stream = SabotagedStream.All.Single(s => s.Name == sample);
        var spoiled = Mutations.All[mutation](stream);
        var night = await nights.OfAsync(stream, ct);
        night.Good.Report.State.ShouldBe(nameof(StreamState.Ok));
        var expected = Expectations.Find(sample, mutation);
        if (expected.State is not { } state)
        {
            (spoiled is null || spoiled.SequenceEqual(stream.Write(stream.Good))).ShouldBeTrue("The table says that there is nothing to spoil, and there is.");
            return;
        }

        spoiled.ShouldNotBeNull();
        spoiled.ShouldNotBe(stream.Write(stream.Good));
        var after = await night.NextAsync(spoiled, ct);
        after.Report.State.ShouldBe(state.ToString(), after.Report.Detail);
        SumsHold(after.Report);
        if (state == StreamState.Ok)
        {
            IsHeard(after, night.Good, expected.Heard.ShouldNotBeNull());
        }
        else
        {
            after.Report.Published.ShouldBe(0);
            after.Report.Detail.ShouldNotBeEmpty();
            after.Export.ShouldBe(night.Good.Export);
        }
    }

    [Fact]
    public void TheTableNamesEveryMutationOnceAndNoOther()
    {
        Expectations.Table.Where(t => t.Sample is null).Select(t => t.Mutation).Order(StringComparer.Ordinal).ShouldBe(Mutations.All.Keys.Order(StringComparer.Ordinal));
        Expectations.Table.ShouldAllBe(t => Mutations.All.ContainsKey(t.Mutation));
        Expectations.Table.ShouldAllBe(t => t.Why != null || (t.Sample == null && t.State != null));
        Expectations.Table.Where(t => t.Sample is not null).ShouldAllBe(t => SabotagedStream.All.Any(s => s.Name == t.Sample));
    }

    private static void SumsHold(StreamReport report)
    {
        report.RowsRead.ShouldBe(report.Published + report.Quarantined + report.NotARecord + report.Held);
        report.Snapshots.ShouldHaveSingleItem();
        report.Snapshots.ShouldAllBe(s => s.RowsRead == s.Published + s.Quarantined + s.NotARecord + s.Held);
    }

    private static void IsHeard(AfterNight after, AfterNight good, string heard)
    {
        var same = after.Facts.SequenceEqual(good.Facts, StringComparer.Ordinal) && after.Report.Events.Count == 0;
        var issues = after.Report.Issues.Where(i => i.Value > good.Report.Issues.GetValueOrDefault(i.Key)).Select(i => i.Key).ToList();
        var warnings = after.Report.Warnings.Except(good.Report.Warnings, StringComparer.Ordinal).ToList();
        (same || issues.Count > 0 || warnings.Count > 0).ShouldBeTrue("The copy is published, says something else, and nobody noticed.");
        if (heard == Expectations.Same)
        {
            same.ShouldBeTrue($"events: {string.Join(' ', after.Report.Events)}");
        }
        else
        {
            (issues.Contains(heard, StringComparer.Ordinal) || warnings.Exists(w => w.Contains(heard, StringComparison.Ordinal))).ShouldBeTrue(string.Join(' ', issues.Concat(warnings)));
        }
    }
}

/// <summary>The good nights, one for each sample, each run when it is first asked for.</summary>
public sealed class SabotagedNights : IDisposable
{
    private readonly ConcurrentDictionary<string, SabotagedNight> _nights = new(StringComparer.Ordinal);

    internal async Task<SabotagedNight> OfAsync(SabotagedStream stream, CancellationToken ct)
    {
        if (!_nights.TryGetValue(stream.Name, out var night))
        {
            night = await SabotagedNight.OpenAsync(stream, ct);
            _nights[stream.Name] = night;
        }

        return night;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var night in _nights.Values)
        {
            night.Dispose();
        }
    }
}
