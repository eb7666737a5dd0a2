using System.Text.RegularExpressions;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Cli.Demo;
using LicensingPipeline.Tests.Vendors;

namespace LicensingPipeline.Tests.Sabotage;

/// <summary>A sample register that is about to be spoiled: its good copy, its source file as a stream of copies handed in, and its writer.</summary>
internal sealed class SabotagedStream
{
    private static readonly SampleFolder Samples = SampleFolder.Shapes();

    private SabotagedStream(string shortName, SampleCopy good, Func<SampleCopy, byte[]> write, string yaml)
    {
        Name = $"{good.Expected.Authority}/{good.Expected.Stream}";
        Good = good.Expected.State == nameof(StreamState.HeldDegraded) ? WithoutSlidRows(good) : good;
        Write = write;
        (ShortName, Stream, Yaml) = (shortName, good.Expected.Stream, yaml);
        var (source, wrong) = SourceReader.Read($"{ShortName}.yaml", Yaml, ReferenceTables.Read(Samples.Reference, Samples.Sources).Authorities);
        Spec = source?.Streams.Single() ?? throw new InvalidOperationException($"{ShortName}.yaml: {string.Join(' ', wrong)}");
    }

    /// <summary>Every sample that holds a table. One that is empty on purpose, or a website that wants no programs, has nothing to spoil.</summary>
    public static IReadOnlyList<SabotagedStream> All { get; } =
    [
        .. SampleBook.Streams().Where(s => s.Write is not null).Select(Of),
        .. VendorSamples.All.Append(PdfSample.Make()).Select(v => new SabotagedStream(VendorSamples.ShortName, v.Copy, v.Write, v.Yaml)),
    ];

    /// <summary><c>authority/stream</c>.</summary>
    public string Name { get; }

    public string ShortName { get; }

    public string Stream { get; }

    /// <summary>Its source file, with this stream alone, read from the inbox.</summary>
    public string Yaml { get; }

    public StreamSpec Spec { get; }

    public SampleCopy Good { get; }

    public Func<SampleCopy, byte[]> Write { get; }

    public static string Reference => Samples.Reference;

    public static string Authorities => Path.Combine(Samples.Sources, "authorities.csv");

    /// <summary>0-based columns that feed a field.</summary>
    public IReadOnlyList<int> Columns(Field field) =>
    [
        .. Good.Headings.Index().Where(h =>
            Spec.Layouts.SelectMany(l => l.Columns).Any(c => c.Field == field && IsAt(c.Heading, h.Item))
            || Spec.Extract.Any(e => e.Into.Contains(field) && IsAt(e.Heading, h.Item))).Select(h => h.Index),
    ];

    /// <summary>Whether a row is an entry rather than a title, a note or the headings again.</summary>
    public bool IsEntry(object[] row) => row.Length == Good.Headings.Count && !row.SequenceEqual(Good.Headings) && !row.Contains(Demonstration.Mark);

    private static SabotagedStream Of(SampleStream sample)
    {
        var good = sample.Nights[0].Copy!;
        var yaml = File.ReadAllText(Path.Combine(Samples.Sources, $"{sample.ShortName}.yaml"));
        return new SabotagedStream(sample.ShortName, good, sample.Write!, HandedIn(yaml, good.Expected.Stream));
    }

    private static bool IsAt(string rule, string heading) => string.Equals(rule, heading, StringComparison.OrdinalIgnoreCase);

    /// <summary>One sample is broken on purpose; its rows that did not slide make a good copy.</summary>
    private static SampleCopy WithoutSlidRows(SampleCopy copy) => copy with { Rows = [.. copy.Rows.Where(r => r.Length < 2 || r[1] is not "")] };

    private static string HandedIn(string yaml, string stream)
    {
        var lines = yaml.Split('\n');
        var first = Array.FindIndex(lines, l => l == $"  {stream}:");
        var after = Array.FindIndex(lines, first + 1, l => Regex.IsMatch(l, "^  [a-z]", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
        var head = lines[..(Array.IndexOf(lines, "streams:") + 1)];
        var block = lines[first..(after < 0 ? lines.Length : after)].Select(l =>
            l.StartsWith("    discover:", StringComparison.Ordinal) || l.StartsWith("    url:", StringComparison.Ordinal)
                ? """    manual: { folder: sabotage, files: '*.copy', as-at: { name: '(\d{4}-\d\d-\d\d)' } }"""
                : l);
        return string.Join('\n', head.Concat(block));
    }
}
