using LicensingPipeline.Catalogue;
using LicensingPipeline.Cli.Demo;
using LicensingPipeline.Cli.Demo.Script;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Demo;

public sealed class SampleTests
{
    private static readonly SampleFolder Shapes = PlayedDemo.Shapes;
    private static readonly SampleFolder London = PlayedDemo.Samples;

    [Fact]
    public void The_samples_are_what_the_generators_write_byte_for_byte()
    {
        Compare(Shapes, SampleBook.Files(), "sources/", "reference/");
        Compare(London, ScriptBook.Files(London), "script.yaml", "replies/");
    }

    private static void Compare(SampleFolder samples, IReadOnlyDictionary<string, byte[]> written, params string[] byHand)
    {
        PlayedDemo.Files(samples.Root).Where(f => !byHand.Any(h => f.StartsWith(h, StringComparison.Ordinal))).ShouldBe(written.Keys);
        foreach (var (path, bytes) in written)
        {
            File.ReadAllBytes(Path.Combine(samples.Root, path)).AsSpan().SequenceEqual(bytes)
                .ShouldBeTrue($"{path} is not what the generator writes. If the generator, the script or a source file was meant to change: ./licensing demo --write-samples data/samples");
        }
    }

    [Fact]
    public void Every_sample_and_every_file_that_reads_them_carries_the_mark()
    {
        foreach (var path in new[] { Shapes, London }.SelectMany(s => PlayedDemo.Files(s.Root).Select(f => Path.Combine(s.Root, f))))
        {
            Marks.StandsIn(path).ShouldBeTrue($"{path} does not say that it is invented.");
        }
    }

    [Fact]
    public async Task Two_nights_over_every_shape_come_out_as_their_answer_key_says()
    {
        using var folder = new Folder();
        var nights = await DemoRun.PlayAsync(Shapes, folder.Path, _ => { }, TestContext.Current.CancellationToken);
        nights.SelectMany(n => n.Differences).ShouldBeEmpty();
        nights.ShouldAllBe(n => n.Report.Exit == 2);
        foreach (var night in nights)
        {
            night.Report.Streams.Where(s => Enum.Parse<StreamState>(s.State).IsHeld()).Select(s => s.Authority).ShouldBe(["X99000009"]);
        }
    }

    [Fact]
    public void The_demonstration_shows_every_state_but_that_of_a_wrong_source_file()
    {
        var nights = London.Manifest().Nights;
        nights.Count.ShouldBe(2);
        var streams = nights.SelectMany(n => n.Streams).ToList();
        streams.ShouldAllBe(s => s.RowsRead == s.Published + s.Quarantined + s.NotARecord + s.Held);
        streams.Select(s => s.State).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .ShouldBe(Enum.GetNames<StreamState>().Where(s => s != nameof(StreamState.ConfigError)).Order(StringComparer.Ordinal));
        streams.Where(s => s.Published > 0 && s.State == "Ok").ShouldAllBe(s => s.Cells != null && s.Cells.Count > 4);
    }

    [Fact]
    public void Every_source_file_of_the_samples_is_right_and_names_an_invented_authority()
    {
        var sources = SourceFolder.Read(Shapes.Sources, Shapes.Reference);
        sources.Errors.ShouldBeEmpty();
        sources.Sources.ShouldAllBe(s => s.Authority.StartsWith("X99", StringComparison.Ordinal));
        sources.Reference.Authorities.Values.ShouldAllBe(a => a.Name.EndsWith("(invented)", StringComparison.Ordinal) && a.Region == Demonstration.Mark);
    }

    [Fact]
    public void The_answer_key_of_the_shapes_adds_up_and_shows_every_shape_and_state_it_should()
    {
        var nights = Shapes.Manifest().Nights;
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
        SourceFolder.Read(Shapes.Sources, Shapes.Reference).Streams().Select(s => s.Spec.Read.Format).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .ShouldBe(["csv", "html", "json", "xls", "xlsx"]);
    }

    [Fact]
    public void Every_kind_of_issue_that_can_be_raised_is_planted_somewhere()
    {
        // row.shape is in the table and raised by nothing yet; three need the national list of postcodes, which a demonstration does without.
        var planted = Shapes.Manifest().Nights.SelectMany(n => n.Streams).SelectMany(s => s.Issues.Keys).ToHashSet(StringComparer.Ordinal);
        IssueCodes.All.Keys.Except(planted, StringComparer.Ordinal).ShouldBe([IssueCodes.RowShort, IssueCodes.PostcodeUnknown, IssueCodes.PostcodeTerminated, IssueCodes.PostcodeElsewhere], ignoreOrder: true);
    }
}
