using System.Diagnostics.CodeAnalysis;

namespace LicensingPipeline.Cli.Bench;

/// <summary>Addresses against the labelled sets: are their parts right, is the right home found, and how fast.</summary>
internal static class BenchAddresses
{
    /// <summary>Measures every figure about addresses; one whose file is missing is there and not met.</summary>
    [SuppressMessage("Style", "IDE0060:Remove unused parameter", Justification = "The four benches of Normalise are called alike.")]
    public static IEnumerable<BenchFigure> Measure(string matchingFolder, string postcodesFile, string registersFolder, TimeProvider time) =>
        Sets(matchingFolder).Concat(Speeds(time));

    /// <summary>The figures of the labelled sets.</summary>
    internal static IEnumerable<BenchFigure> Sets(string matchingFolder)
    {
        yield return Figure(Path.Combine(matchingFolder, "parsed_addresses_gold.xml"), "parsed_addresses_gold", 0.91, BenchParsedAddresses.Share, "share of addresses with unit, number, street and postcode all right");
        var gold = Path.Combine(matchingFolder, "addresses_uprn_gold.csv");
        var found = File.Exists(gold) ? BenchFoundAddresses.Measure(gold) : default;
        yield return found.Asked == 0 ? Missing("addresses_uprn_gold_right", ">= 0.89", gold) : AtLeast("addresses_uprn_gold_right", (double)found.Right / found.Asked, 0.89, found.Yardstick);
        yield return found.Asked == 0 ? Missing("addresses_uprn_gold_wrong", "<= 0.04", gold) : BenchFigure.AtMost("addresses_uprn_gold_wrong", (double)found.Wrong / found.Asked, "ratio", 0.04, found.Yardstick);
        if (found.Asked > 0)
        {
            var any = BenchFoundAddresses.Measure(gold, anyNumber: true);
            yield return BenchFigure.Plain("addresses_uprn_gold_any_right", (double)any.Right / any.Asked, "ratio", "the same where numbers are changed too that the address does not state: " + any.Yardstick);
            yield return BenchFigure.Plain("addresses_uprn_gold_any_wrong", (double)any.Wrong / any.Asked, "ratio", any.Yardstick);
            var absent = BenchFoundAddresses.AcceptedThoughAbsent(gold);
            yield return BenchFigure.Plain("addresses_uprn_gold_absent", (double)absent / found.Asked, "ratio", "addresses that are given a home although theirs is not among the candidates but its neighbours are");
        }

        var edges = Path.Combine(matchingFolder, "address_edge_cases.yaml");
        yield return Figure(edges, "address_edge_cases", 20, path => BenchEdgeAddresses.UniqueBest(path), "groups in which the right candidate alone is the best", "groups");
    }

    /// <summary>What does not depend on the sets.</summary>
    private static IEnumerable<BenchFigure> Speeds(TimeProvider time)
    {
        yield return AtLeast("addresses_per_second", BenchAddressSpeed.PerSecond(time), 200_000, "invented addresses of ten shapes, read on two threads; the best of six rounds", "1/s");
        yield return BenchFigure.AtMost("inner_loop_allocations", BenchAddressSpeed.BytesPerCandidate(), "B", 0, "bytes allocated for each candidate that an address is compared with");
    }

    private static BenchFigure Figure(string path, string name, double target, Func<string, double> measure, string yardstick, string unit = "ratio") =>
        File.Exists(path) ? AtLeast(name, measure(path), target, yardstick, unit) : Missing(name, FormattableString.Invariant($">= {target}"), path);

    private static BenchFigure AtLeast(string name, double value, double target, string yardstick, string unit = "ratio") =>
        new(name, Math.Round(value, 4), unit, FormattableString.Invariant($">= {target}"), value >= target, yardstick);

    private static BenchFigure Missing(string name, string target, string path) =>
        new(name, null, "", target, false, $"could not be measured: there is no {Path.GetFileName(path)} in the folder of labelled sets");
}
