using System.Text;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Cli.Demo.Script;

/// <summary>
/// All that the played councils serve on each night, and the answer key, worked out from the script and the source files alone: the
/// samples are what <c>Files</c> gives, byte for byte.
/// </summary>
internal static class ScriptBook
{
    private const int HowManyNights = 2;
    private static readonly DateTimeOffset FirstNight = new(2026, 11, 1, 2, 0, 0, TimeSpan.Zero);

    /// <summary>Every file, by its path below the folder of the samples.</summary>
    public static IReadOnlyDictionary<string, byte[]> Files(DemoScript script, SourceFolder sources)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var websites = Enumerable.Range(0, HowManyNights).Select(_ => new Website()).ToList();
        var expected = Enumerable.Range(0, HowManyNights).Select(_ => new List<ExpectedStream>()).ToList();
        foreach (var (number, (source, spec)) in sources.Streams().Index())
        {
            var name = $"{source.ShortName}/{spec.Name}";
            var played = script.Streams.GetValueOrDefault(name) ?? throw new InvalidDataException($"The script of the demonstration does not say how {name} is played.");
            var town = sources.Reference.Authorities[source.Authority].Name;
            var nights = new ScriptedStream(source, spec, played, town, script.Outcodes[source.ShortName], (ulong)number + 100).Nights();
            foreach (var (night, on) in nights.Index())
            {
                ScriptedFiles.Put(websites[night], spec, played, on, night);
                expected[night].Add(on.Expected);
            }
        }

        foreach (var (night, website) in websites.Index())
        {
            foreach (var (path, bytes) in website.Files())
            {
                files[$"{SampleFolder.Night(night)}/{path}"] = bytes;
            }
        }

        files[SampleFolder.ManifestName] = Encoding.UTF8.GetBytes(Manifest(expected).ToJson());
        files[$"{SampleFolder.SourcesName}/outcodes.csv"] = script.OutcodeTable(s => sources.Sources.Single(a => a.ShortName == s).Authority);
        return files;
    }

    /// <summary>Writes every file below a folder and leaves all else there alone.</summary>
    public static void Write(SampleFolder samples, string folder)
    {
        foreach (var (path, bytes) in Files(samples))
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }
    }

    /// <summary>Every file, from the script and the source files as they lie in the project.</summary>
    public static IReadOnlyDictionary<string, byte[]> Files(SampleFolder samples) =>
        Files(DemoScript.Read(Path.Combine(samples.Root, SampleFolder.ScriptName)), SourceFolder.Read(samples.Councils!, samples.Reference));

    private static SampleManifest Manifest(List<List<ExpectedStream>> nights) => new()
    {
        Mark = Demonstration.Mark,
        Proving = [.. nights[0].Where(e => e.State == nameof(StreamState.Proving)).Select(e => $"{e.Authority}/{e.Stream}").Order(StringComparer.Ordinal)],
        Nights = [.. nights.Select((streams, night) => new ExpectedNight
        {
            At = FirstNight.AddDays(night),
            Exit = 2,
            Streams = [.. streams.OrderBy(e => e.Authority, StringComparer.Ordinal).ThenBy(e => e.Stream, StringComparer.Ordinal)],
        })],
    };
}
