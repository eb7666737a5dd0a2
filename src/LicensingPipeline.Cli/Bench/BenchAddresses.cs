namespace LicensingPipeline.Cli.Bench;

/// <summary>Addresses against the labelled sets: are their parts right, and is the right home found.</summary>
internal static class BenchAddresses
{
    /// <summary>The figures of the labelled sets; one whose file is missing is there and not met.</summary>
    public static IEnumerable<BenchFigure> Measure(string matchingFolder)
    {
        yield return Figure(Path.Combine(matchingFolder, "parsed_addresses_gold.xml"), "parsed_addresses_gold", 0.91, BenchParsedAddresses.Share, "share of addresses with unit, number, street and postcode all right");
        var gold = Path.Combine(matchingFolder, "addresses_uprn_gold.csv");
        var found = File.Exists(gold) ? BenchFoundAddresses.Measure(gold) : default;
        yield return found.Asked == 0 ? Missing("addresses_uprn_gold_right", ">= 0.89", gold) : AtLeast("addresses_uprn_gold_right", (double)found.Right / found.Asked, 0.89, found.Yardstick);
        yield return found.Asked == 0 ? Missing("addresses_uprn_gold_wrong", "<= 0.04", gold) : BenchFigure.AtMost("addresses_uprn_gold_wrong", (double)found.Wrong / found.Asked, "ratio", 0.04, found.Yardstick);
        if (found.Asked > 0)
        {
            var stated = BenchFoundAddresses.Measure(gold, onlyStated: true);
            yield return BenchFigure.Plain("addresses_uprn_gold_stated_right", (double)stated.Right / stated.Asked, "ratio", "the same where only numbers are changed that the address looked up states: " + stated.Yardstick);
            yield return BenchFigure.Plain("addresses_uprn_gold_stated_wrong", (double)stated.Wrong / stated.Asked, "ratio", stated.Yardstick);
            var absent = BenchFoundAddresses.AcceptedThoughAbsent(gold);
            yield return BenchFigure.Plain("addresses_uprn_gold_absent", (double)absent / found.Asked, "ratio", "addresses that are given a home although theirs is not among the candidates but its neighbours are");
        }

        var edges = Path.Combine(matchingFolder, "address_edge_cases.yaml");
        yield return Figure(edges, "address_edge_cases", 20, path => BenchEdgeAddresses.UniqueBest(path), "groups in which the right candidate alone is the best", "groups");
    }

    private static BenchFigure Figure(string path, string name, double target, Func<string, double> measure, string yardstick, string unit = "ratio") =>
        File.Exists(path) ? AtLeast(name, measure(path), target, yardstick, unit) : Missing(name, FormattableString.Invariant($">= {target}"), path);

    private static BenchFigure AtLeast(string name, double value, double target, string yardstick, string unit = "ratio") =>
        new(name, Math.Round(value, 4), unit, FormattableString.Invariant($">= {target}"), value >= target, yardstick);

    private static BenchFigure Missing(string name, string target, string path) =>
        new(name, null, "", target, false, $"could not be measured: there is no {Path.GetFileName(path)} in the folder of labelled sets");
}
