using LicensingPipeline.Catalogue;
using LicensingPipeline.Cli.Demo;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Demo;

public sealed class SampleTests
{
    private static readonly SampleFolder Samples = PlayedDemo.Samples;

    [Fact]
    public void The_samples_are_what_the_generator_writes_byte_for_byte()
    {
        var written = SampleBook.Files();
        var byHand = new[] { "sources/", "reference/" };
        PlayedDemo.Files(Samples.Root).Where(f => !byHand.Any(h => f.StartsWith(h, StringComparison.Ordinal))).ShouldBe(written.Keys);
        foreach (var (path, bytes) in written)
        {
            File.ReadAllBytes(Path.Combine(Samples.Root, path)).AsSpan().SequenceEqual(bytes)
                .ShouldBeTrue($"{path} is not what the generator writes. If the generator was meant to change: ./licensing demo --write-samples data/samples");
        }
    }

    [Fact]
    public void Every_sample_and_every_file_that_reads_them_carries_the_mark()
    {
        foreach (var path in PlayedDemo.Files(Samples.Root))
        {
            Marks.StandsIn(Path.Combine(Samples.Root, path)).ShouldBeTrue($"{path} does not say that it is invented.");
        }
    }

    [Fact]
    public void Every_source_file_of_the_samples_is_right_and_names_an_invented_authority()
    {
        var sources = SourceFolder.Read(Samples.Sources, Samples.Reference);
        sources.Errors.ShouldBeEmpty();
        sources.Sources.ShouldAllBe(s => s.Authority.StartsWith("X99", StringComparison.Ordinal));
        sources.Reference.Authorities.Values.ShouldAllBe(a => a.Name.EndsWith("(invented)", StringComparison.Ordinal) && a.Region == Demonstration.Mark);
    }

    [Fact]
    public void The_answer_key_adds_up_and_shows_every_shape_and_state_it_should()
    {
        var nights = Samples.Manifest().Nights;
        nights.Count.ShouldBe(2);
        var streams = nights.SelectMany(n => n.Streams).ToList();
        streams.ShouldAllBe(s => s.RowsRead == s.Published + s.Quarantined + s.NotARecord + s.Held);
        streams.Select(s => s.State).Distinct(StringComparer.Ordinal).ShouldBe(["EmptyDeclared", "Ok", "Proving", "HeldDegraded", "Blocked", "Unchanged"], ignoreOrder: true);
        nights[0].Streams.ShouldAllBe(s => s.Events.Count == 0);
        nights[1].Streams.SelectMany(s => s.Events.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ShouldBe(
        [
            "address-retyped", "backdated", "conditions-changed", "dates-changed", "expired-off", "granted", "holder-changed",
            "manager-changed", "overdue-cleared", "persons-changed", "reference-reused", "renewed", "scheme-ended", "vanished",
        ]);
        SourceFolder.Read(Samples.Sources, Samples.Reference).Streams().Select(s => s.Spec.Read.Format).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .ShouldBe(["csv", "html", "json", "xls", "xlsx"]);
    }

    [Fact]
    public void Every_kind_of_issue_that_can_be_raised_is_planted_somewhere()
    {
        // row.shape is in the table and raised by nothing yet.
        var planted = Samples.Manifest().Nights.SelectMany(n => n.Streams).SelectMany(s => s.Issues.Keys).ToHashSet(StringComparer.Ordinal);
        IssueCodes.All.Keys.Except(planted, StringComparer.Ordinal).ShouldBe([IssueCodes.RowShort]);
    }
}
