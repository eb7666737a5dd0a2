using System.Globalization;
using LicensingPipeline.Normalise;
using LicensingPipeline.Resolve;

namespace LicensingPipeline.Cli.Bench;

/// <summary>What the loops allocate that run most often: over candidates, over the words of an address, over the words of a name.</summary>
internal static class BenchAllocations
{
    private const int Rounds = 200;

    /// <summary>The largest of the three, in bytes for each round of its loop.</summary>
    public static BenchFigure Measure()
    {
        var (candidate, address, name) = (Candidate(), Address(), Name());
        return BenchFigure.AtMost("inner_loop_allocations", Math.Max(candidate, Math.Max(address, name)), "B", 0, string.Create(CultureInfo.InvariantCulture,
            $"bytes that this thread allocated for each candidate compared ({candidate:0.##}), each address read beside its reading ({address:0.##}), each name read beside its company number ({name:0.##})"));
    }

    /// <summary>For each candidate that an address is compared with.</summary>
    internal static double Candidate()
    {
        var comparison = new AddressComparison([.. Enumerable.Range(0, 2000).Select(BenchAddressSpeed.Invented)]);
        var address = comparison.Prepare(BenchAddressSpeed.Invented(77));
        comparison.Best(address);
        return Bytes(() => comparison.Best(address)) / 2000;
    }

    /// <summary>
    /// For each address, beside the reading itself: ten shapes, each several times over. Which texts share a seat in the memory
    /// of texts is another matter in every process, so of three addresses of a shape the one that had seats for itself counts.
    /// </summary>
    internal static double Address()
    {
        var reader = new AddressReader();
        return Enumerable.Range(0, 10).Max(shape => Enumerable.Range(1, 3).Min(i => Address(reader, BenchAddressSpeed.Invented(shape + (i * 770)))));
    }

    private static double Address(AddressReader reader, string text)
    {
        var first = reader.Read(text, "E1 1AD");
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = first with { };
        var reading = GC.GetAllocatedBytesForCurrentThread() - before;
        return Bytes(() => reader.Read(text, "E1 1AD")) - reading;
    }

    /// <summary>For each of the labelled names, beside the company number that is its result.</summary>
    internal static double Name()
    {
        var names = LabelledNames.Read().ConvertAll(n => n.Name);
        // What the results themselves take: a text of eight letters for each number.
        var numbers = names.Count(n => NameReader.Read(n).CompanyNumber is not null) * 40.0;
        return (Bytes(() => ReadAll(names)) - numbers) / names.Count;
    }

    private static void ReadAll(List<string> names)
    {
        foreach (var name in names)
        {
            NameReader.Read(name);
        }
    }

    /// <summary>What one call allocates on this thread, after some to warm up.</summary>
    private static double Bytes(Action call)
    {
        call();
        call();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Rounds; i++)
        {
            call();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Rounds;
    }
}
