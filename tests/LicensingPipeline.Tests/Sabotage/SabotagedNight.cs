using LicensingPipeline.Collect;
using LicensingPipeline.Summarise;
using LicensingPipeline.Tests.Support;

namespace LicensingPipeline.Tests.Sabotage;

/// <summary>What the registers hold and what was said after a night.</summary>
/// <param name="Report">Of the stream.</param>
/// <param name="Export">All licences, to the letter.</param>
/// <param name="Facts">All licences without what must differ between two copies that say the same: hash, place, date of the copy, and the mark that tells several licences under one reference apart, which is made of the raw cells.</param>
internal sealed record AfterNight(StreamReport Report, IReadOnlyList<string> Export, IReadOnlyList<string> Facts);

/// <summary>A data folder in which the good copy of a sample is published, and nights after it in which a spoiled one comes.</summary>
internal sealed class SabotagedNight : IDisposable
{
    private const string GoodDay = "2026-10-30";
    private const string NextDay = "2026-10-31";
    private static readonly Field[] Moving = [Field.LicenceId, Field.Sha256, Field.Where, Field.AsAt, Field.LastSeen, Field.RetrievedAt];

    private readonly Folder _folder = new();
    private readonly SabotagedStream _stream;

    private SabotagedNight(SabotagedStream stream)
    {
        _stream = stream;
        _folder.Write($"sources/{stream.ShortName}.yaml", stream.Yaml);
        File.Copy(SabotagedStream.Authorities, _folder["sources/authorities.csv"]);
        Directory.CreateDirectory(_folder["inbox/sabotage"]);
    }

    /// <summary>After the night of the good copy.</summary>
    public AfterNight Good { get; private set; } = null!;

    /// <summary>Publishes the good copy of a sample.</summary>
    public static async Task<SabotagedNight> OpenAsync(SabotagedStream stream, CancellationToken ct)
    {
        var night = new SabotagedNight(stream);
        File.WriteAllBytes(night._folder[$"inbox/sabotage/{GoodDay}.copy"], stream.Write(stream.Good));
        night.Good = await night.RunAsync("good", ct);
        return night;
    }

    /// <summary>The night after the good copy, in which these bytes are handed in.</summary>
    public async Task<AfterNight> NextAsync(byte[] spoiled, CancellationToken ct)
    {
        const string Next = "next";
        Copy(_folder["good"], _folder[Next]);
        var copy = _folder[$"inbox/sabotage/{NextDay}.copy"];
        try
        {
            File.WriteAllBytes(copy, spoiled);
            return await RunAsync(Next, ct);
        }
        finally
        {
            File.Delete(copy);
            Directory.Delete(_folder[Next], recursive: true);
        }
    }

    public void Dispose() => _folder.Dispose();

    private async Task<AfterNight> RunAsync(string data, CancellationToken ct)
    {
        var report = await Pipeline.RunAsync(
            new NightOptions
            {
                Sources = _folder["sources"],
                Reference = SabotagedStream.Reference,
                Data = _folder[data],
                Inbox = _folder["inbox"],
                Offline = true,
                Invented = true,
                Collect = new CollectOptions { Jitter = () => 0 },
                Handler = () => throw new InvalidOperationException("This night stays offline."),
                Time = new FixedClock(new DateTimeOffset(2026, 10, 31, 2, 0, 0, TimeSpan.Zero)),
                Say = _ => { },
            },
            ct);
        return new AfterNight(report.Streams.Single(s => s.Stream == _stream.Stream), Registers.Licences(_folder[data]), [.. Registers.Licences(_folder[data], Moving).Order(StringComparer.Ordinal)]);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
