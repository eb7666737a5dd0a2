namespace LicensingPipeline.Cli.Bench;

/// <summary>Where the sets stand that reading is judged by.</summary>
/// <param name="Matching">Folder of the labelled sets.</param>
/// <param name="Postcodes">Every postcode in use: outward code, tab, inward codes with spaces between them.</param>
/// <param name="Registers">Folder of copies of real registers.</param>
internal sealed record BenchFolders(string Matching, string Postcodes, string Registers);

/// <summary>Measures how well and how fast addresses, postcodes and names are read. What cannot be measured is said, and not met.</summary>
internal static class BenchNormalise
{
    /// <summary>The figures that are asked for, in this order; what else was measured stands behind them, for reading.</summary>
    public static IReadOnlyList<string> Asked { get; } =
    [
        "parsed_addresses_gold", "addresses_uprn_gold_right", "addresses_uprn_gold_wrong", "address_edge_cases", "postcode_repair_right", "postcode_repair_accepted",
        "swindon_spellings", "swindon_false_joins", "names_all", "names_worst_group", "register_postcodes", "addresses_per_second", "names_per_second", "inner_loop_allocations",
    ];

    /// <summary>Measures them all.</summary>
    /// <param name="folders">Where the sets stand.</param>
    /// <param name="times">Rounds against the clock, of which the best counts.</param>
    /// <param name="time">The clock.</param>
    public static IReadOnlyList<BenchFigure> Measure(BenchFolders folders, int times, TimeProvider time)
    {
        // Speed first, before the sets have filled the memory.
        List<BenchFigure> all = [BenchAddressSpeed.Measure(times, time), .. BenchNames.Speed(times, time), BenchAllocations.Measure()];
        all.AddRange(BenchAddresses.Measure(folders.Matching));
        all.AddRange(BenchPostcodes.Measure(folders.Postcodes, folders.Registers));
        all.AddRange(BenchNames.Measure(folders.Registers));
        return [.. all.OrderBy(f => Asked.Contains(f.Figure, StringComparer.Ordinal) ? Asked.ToList().IndexOf(f.Figure) : Asked.Count)];
    }
}
