using System.Globalization;
using LicensingPipeline.Normalise;

namespace LicensingPipeline.Cli.Bench;

/// <summary>How many invented addresses two threads read in a second.</summary>
internal static class BenchAddressSpeed
{
    private const int Addresses = 200_000;
    private static readonly string[] Streets = ["Quillfeather Road", "Brindle St", "Ottershaw Lane", "Pennyfarthing Avenue", "Larkmoor Gdns", "Tollgate Close", "Wrenbury Hill", "Saltmarsh Terrace"];

    /// <summary>Addresses read in a second on two threads: the best of several rounds, because the machine may be doing other things.</summary>
    public static BenchFigure Measure(int times, TimeProvider time)
    {
        var texts = Enumerable.Range(0, Addresses).Select(Invented).ToArray();
        var best = Enumerable.Range(0, times).Max(_ => Round(texts, time));
        return BenchFigure.AtLeast("addresses_per_second", best, "1/s", 200_000, string.Create(CultureInfo.InvariantCulture, $"{Addresses:N0} invented addresses of ten shapes, read on two threads; the best of {times} rounds"));
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

    private static void ReadHalf(string[] texts, int half)
    {
        var reader = new AddressReader();
        for (var i = half; i < texts.Length; i += 2)
        {
            reader.Read(texts[i]);
        }
    }

    /// <summary>An invented address; the last digit of its number says which of ten shapes it has.</summary>
    public static string Invented(int i)
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
