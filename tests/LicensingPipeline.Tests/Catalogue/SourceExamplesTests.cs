using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;
using LicensingPipeline.Map;
using LicensingPipeline.Normalise;
using LicensingPipeline.Tests.RealRegisters;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Catalogue;

/// <summary>Every source file binds, and its own examples read to what they say.</summary>
public sealed class SourceExamplesTests
{
    private static readonly SourceFolder Folder = SourceFolder.Read(RealNight.Sources, Path.Combine(RealNight.Repository, "data", "reference"));

    public static TheoryData<string> Streams => [.. Folder.Streams().Select(s => $"{s.Source.ShortName}/{s.Spec.Name}")];

    [Fact]
    public void Every_source_file_binds()
    {
        Folder.Errors.ShouldBeEmpty();
        Folder.Sources.Count.ShouldBe(Directory.GetFiles(RealNight.Sources, "*.yaml").Length);
    }

    [Theory, MemberData(nameof(Streams))]
    public void Its_examples_read_to_what_they_say(string id)
    {
        var (source, spec) = Folder.Streams().Single(s => $"{s.Source.ShortName}/{s.Spec.Name}" == id);
        foreach (var example in spec.Examples)
        {
            var licence = Read(source.Authority, spec, example);
            foreach (var (field, expected) in example.Out)
            {
                licence[field].ShouldBe(expected, $"{id} {field.Key()}");
            }
        }
    }

    /// <summary>A table of one row: the headings of the layout that holds all of the example's, and what else the stream reads.</summary>
    private static Licence Read(string authority, StreamSpec spec, Example example)
    {
        var given = example.In.ToDictionary(c => Headings.Normal(c.Key), c => c.Value, StringComparer.Ordinal);
        var layout = spec.Layouts.MaxBy(l => l.Columns.Count(c => given.ContainsKey(Headings.Normal(c.Heading))))!;
        List<string> headings = [.. layout.Columns.Select(c => c.Heading).Concat(spec.Extract.Select(e => e.Heading)).Concat(spec.Split.Select(s => s.Heading)).Distinct(StringComparer.Ordinal)];
        // A column known by its place stands there without a heading.
        var placed = headings.Where(h => h[0] == '@').OrderBy(h => h, StringComparer.Ordinal).ToList();
        headings.RemoveAll(placed.Contains);
        placed.ForEach(p => headings.Insert(Math.Min(int.Parse(p[1..], System.Globalization.CultureInfo.InvariantCulture) - 1, headings.Count), p));
        var row = new HeadingRow([.. headings.Select(h => h[0] == '@' ? "" : h.Split('@')[0])]);
        var cells = headings.Select(h => given.GetValueOrDefault(Headings.Normal(h), "")).ToArray();
        var mapped = new Mapper(spec, ColumnMap.For(spec, row), new ExtractSummary()).Map([new Row(cells, null, 2)]).ShouldHaveSingleItem();
        return new Normaliser(spec, CopyContext.Of(authority, new DateOnly(2026, 1, 31))).Normalise(mapped).Licence;
    }
}
