using LicensingPipeline.Resolve;
using YamlDotNet.RepresentationModel;

namespace LicensingPipeline.Cli.Bench;

/// <summary>Groups of a messy address and candidates of which the first is the right one.</summary>
internal static class BenchEdgeAddresses
{
    /// <summary>In how many groups the right candidate weighs more than every other.</summary>
    public static int UniqueBest(string path) => Groups(path).Count(g => IsBest(g));

    internal static bool IsBest((string Messy, List<string> Candidates) group)
    {
        var comparison = new AddressComparison(group.Candidates);
        var match = comparison.Best(comparison.Prepare(group.Messy));
        return match is { Best: 0, Lead: > 0 };
    }

    internal static List<(string Messy, List<string> Candidates)> Groups(string path)
    {
        var yaml = new YamlStream();
        using var text = File.OpenText(path);
        yaml.Load(text);
        var groups = (YamlSequenceNode)yaml.Documents[0].RootNode["addresses"];
        return [.. groups.Select(g => (Joined(g["messy_address"]), ((YamlSequenceNode)g["canonical_addresses"]).Select(Joined).ToList()))];
    }

    private static string Joined(YamlNode pair) => string.Join(' ', ((YamlSequenceNode)pair).Select(n => ((YamlScalarNode)n).Value));
}
