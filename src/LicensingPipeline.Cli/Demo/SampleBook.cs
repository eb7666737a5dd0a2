using System.Text;
using LicensingPipeline.Cli.Demo.Samples;

namespace LicensingPipeline.Cli.Demo;

/// <summary>
/// All that the invented councils' websites hold on each night, and the answer key. Made from nothing but the code: the
/// samples under data/samples/shapes are what <see cref="Write"/> gives, byte for byte.
/// </summary>
internal static class SampleBook
{
    /// <summary>Code that a run of the demonstration must end with, because one source is held on purpose.</summary>
    private const int SomeoneNeeded = 2;
    private const int HowManyNights = 2;

    private const string Challenge = "Checking your browser before accessing this website. This is an invented challenge, made to be recognised and not got round.";
    private static readonly DateTimeOffset FirstNight = new(2026, 11, 1, 2, 0, 0, TimeSpan.Zero);

    /// <summary>Every file, by its path below data/samples/shapes.</summary>
    public static IReadOnlyDictionary<string, byte[]> Files()
    {
        var streams = Streams();
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        for (var night = 0; night < HowManyNights; night++)
        {
            foreach (var (path, bytes) in Pages(streams).Concat(Registers(streams, night)))
            {
                files[$"{SampleFolder.Night(night)}/{path}"] = bytes;
            }
        }

        files[SampleFolder.ManifestName] = Encoding.UTF8.GetBytes(Manifest(streams).ToJson());
        return files;
    }

    /// <summary>Writes every file below a folder and leaves all else there alone.</summary>
    public static void Write(string folder)
    {
        foreach (var (path, bytes) in Files())
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }
    }

    /// <summary>Every stream, with the rows of which its files were written.</summary>
    public static IReadOnlyList<SampleStream> Streams() =>
    [
        AdderquayRegister.Make(), QuietStreams.None(), BrindlemarshRegisters.Hmo(), BrindlemarshRegisters.Selective(),
        CobblefordRegister.Make(), DunnockhytheRegister.Make(), EldercombeRegister.Make(), FennimereRegister.Make(),
        GullymoorRegister.Make(), HobblewickRegister.Make(), InkwellbyRegister.Make(), QuietStreams.Challenge(),
    ];

    private static IEnumerable<(string Path, byte[] Bytes)> Registers(IReadOnlyList<SampleStream> streams, int night) =>
        streams.Where(s => s.Nights[night].Bytes is not null).Select(s => (At(s.ShortName, s.File), s.Nights[night].Bytes!));

    private static string At(string shortName, string file) => SampleFolder.PathOf($"register.{shortName}.example", "/" + file, "");

    /// <summary>A landing page and a robots.txt for each council; where programs are not wanted, the page that says so.</summary>
    private static IEnumerable<(string Path, byte[] Bytes)> Pages(IReadOnlyList<SampleStream> streams)
    {
        foreach (var council in streams.GroupBy(s => s.ShortName, StringComparer.Ordinal))
        {
            var name = $"{char.ToUpperInvariant(council.Key[0])}{council.Key[1..^"-demo".Length]} (invented)";
            var open = council.Where(s => s.File.Length > 0).ToList();
            yield return (At(council.Key, "robots.txt"), Encoding.UTF8.GetBytes($"# {Demonstration.Mark}.\nUser-agent: *\nDisallow: /staff/\n"));
            yield return open.Count > 0
                ? (At(council.Key, ""), SampleHtml.Landing(name, open.Select(s => ($"/{Escaped(s.File)}", Words(s)))))
                : (At(council.Key, SampleFolder.ChallengeName), SampleHtml.Plain("Just a moment...", Challenge));
        }
    }

    private static string Words(SampleStream stream) => $"Public register: {stream.Nights[0].Expected.Stream}";

    private static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static SampleManifest Manifest(IReadOnlyList<SampleStream> streams) => new()
    {
        Mark = Demonstration.Mark,
        Proving = [.. Expected(streams, 0).Where(e => e.State == nameof(StreamState.Proving)).Select(e => $"{e.Authority}/{e.Stream}")],
        Nights = [.. Enumerable.Range(0, HowManyNights).Select(n => new ExpectedNight { At = FirstNight.AddDays(n), Exit = SomeoneNeeded, Streams = [.. Expected(streams, n)] })],
    };

    private static IEnumerable<ExpectedStream> Expected(IReadOnlyList<SampleStream> streams, int night) => streams.Select(s => s.Nights[night].Expected)
        .OrderBy(e => e.Authority, StringComparer.Ordinal).ThenBy(e => e.Stream, StringComparer.Ordinal);
}
