using System.Globalization;
using LicensingPipeline.Normalise;
using LicensingPipeline.Resolve;

namespace LicensingPipeline.Cli.Bench;

/// <summary>How many invented addresses two threads read in a second, and what comparing allocates.</summary>
internal static class BenchAddressSpeed
{
    private const int Addresses = 200_000;
    private static readonly string[] Streets = ["Quillfeather Road", "Brindle St", "Ottershaw Lane", "Pennyfarthing Avenue", "Larkmoor Gdns", "Tollgate Close", "Wrenbury Hill", "Saltmarsh Terrace"];

    /// <summary>Addresses read in a second on two threads: the best of several rounds, because the machine may be doing other things.</summary>
    public static double PerSecond(TimeProvider time)
    {
        var texts = Enumerable.Range(0, Addresses).Select(Invented).ToArray();
        return Enumerable.Range(0, 6).Max(_ => Round(texts, time));
    }

    private static double Round(string[] texts, TimeProvider time)
    {
        var start = time.GetTimestamp();
        var other = new Thread(() => ReadHalf(texts, 1));
        other.Start();
        ReadHalf(texts, 0);
        other.Join();
        return Math.Floor(Addresses / time.GetElapsedTime(start).TotalSeconds);
    }

    /// <summary>Bytes allocated for each candidate in the loop that compares.</summary>
    public static double BytesPerCandidate()
    {
        var comparison = new AddressComparison([.. Enumerable.Range(0, 5000).Select(Invented)]);
        var address = comparison.Prepare(Invented(77));
        comparison.Best(address);
        var before = GC.GetAllocatedBytesForCurrentThread();
        comparison.Best(address);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / 5000.0;
    }

    private static void ReadHalf(string[] texts, int half)
    {
        var reader = new AddressReader();
        for (var i = half; i < texts.Length; i += 2)
        {
            reader.Read(texts[i]);
        }
    }

    private static string Invented(int i)
    {
        var street = Streets[(i / 7) % Streets.Length];
        var (number, flat) = ((i % 390) + 1, (i % 40) + 1);
        var end = string.Create(CultureInfo.InvariantCulture, $"London, E{(i % 17) + 1} {(i % 9) + 1}AD");
        return (i % 10) switch
        {
            0 => string.Create(CultureInfo.InvariantCulture, $"{number} {street}, {end}"),
            1 => string.Create(CultureInfo.InvariantCulture, $"Flat {flat}, {number} {street}, {end}"),
            2 => string.Create(CultureInfo.InvariantCulture, $"{number}A {street} {end}"),
            3 => string.Create(CultureInfo.InvariantCulture, $"Ground Floor Flat, {number} {street}, {end}"),
            4 => string.Create(CultureInfo.InvariantCulture, $"{flat} Larkmoor House, {street}, {end}"),
            5 => string.Create(CultureInfo.InvariantCulture, $"{number}-{number + 2} {street}, Leyton, {end}"),
            6 => string.Create(CultureInfo.InvariantCulture, $"Room {flat}, Flat B, {number} {street}, {end}"),
            7 => string.Create(CultureInfo.InvariantCulture, $"FLAT {flat} QUILL COURT {number} {street} {end}"),
            8 => string.Create(CultureInfo.InvariantCulture, $"Rear of {number} {street}, Greater London, {end}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"First and second floors, {number} {street}, {end}"),
        };
    }
}
