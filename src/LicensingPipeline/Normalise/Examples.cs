using System.Globalization;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;
using LicensingPipeline.Map;

namespace LicensingPipeline.Normalise;

/// <summary>Holds the examples of a source file to what its rules make of them: the file's own tests.</summary>
public static class Examples
{
    /// <summary>What does not read as it says, as errors of the file.</summary>
    public static IReadOnlyList<SourceError> Check(Source source) =>
        [.. source.Streams.SelectMany(stream => stream.Examples.SelectMany((example, i) => Check(source, stream, example, i + 1)))];

    private static List<SourceError> Check(Source source, StreamSpec spec, Example example, int number)
    {
        var errors = new List<SourceError>();
        void Wrong(string key, string message) => errors.Add(
            new SourceError(source.ShortName + ".yaml", example.Line, string.Create(CultureInfo.InvariantCulture, $"streams.{spec.Name}.examples[{number}].{key}"), message));

        var headings = HeadingsFor(spec, example);
        foreach (var strange in example.In.Keys.Where(k => !headings.Contains(Headings.Normal(k))))
        {
            Wrong($"in.{strange}", "no layout of columns has this heading.");
        }

        if (errors.Count == 0)
        {
            Compare(source, spec, example, headings, Wrong);
        }

        return errors;
    }

    private static void Compare(Source source, StreamSpec spec, Example example, IReadOnlyList<string> headings, Action<string, string> wrong)
    {
        var given = example.In.ToDictionary(c => Headings.Normal(c.Key), c => c.Value, StringComparer.Ordinal);
        var summary = new ExtractSummary();
        var row = new Row([.. headings.Select(h => given.GetValueOrDefault(h, ""))], null, 1);
        var mapper = new Mapper(spec, ColumnMap.For(spec, new HeadingRow(headings)), summary);
        if (LicenceRows.Join(spec.OneLicence, mapper.Map([row])).FirstOrDefault() is not { } mapped)
        {
            wrong("in", $"this row is no entry ({string.Join(", ", summary.NotARecord.Keys)}).");
            return;
        }

        // The date of the copy decides only what no example states.
        var read = new Normaliser(spec, CopyContext.Of(source.Authority, spec.Verified?.Date ?? new DateOnly(2026, 1, 1))).Normalise(mapped).Licence;
        foreach (var (field, wanted) in example.Out.Where(o => (read[o.Key] ?? "") != o.Value))
        {
            wrong($"out.{field.Key()}", $"reads as '{read[field]}', not as '{wanted}'.");
        }
    }

    /// <summary>All headings of the layout that has most of the example's: an example need not fill every column.</summary>
    private static List<string> HeadingsFor(StreamSpec spec, Example example)
    {
        var given = example.In.Keys.Select(Headings.Normal).ToList();
        var always = spec.Extract.Select(e => e.Heading).Concat(spec.Split.Select(s => s.Heading)).Concat(spec.Ignore).Select(Headings.Normal).ToList();
        return spec.Layouts.Select(l => l.Columns.Select(c => Headings.Normal(c.Heading)).Concat(always).Distinct(StringComparer.Ordinal).ToList())
            .MaxBy(names => given.Count(names.Contains)) ?? always;
    }
}
