using YamlDotNet.RepresentationModel;

namespace LicensingPipeline.Catalogue;

/// <summary>A person looked at one file and accepts a state of it. It holds for those bytes only.</summary>
/// <param name="Sha256">Hash of the copy.</param>
/// <param name="Accept">The state that is accepted, such as HeldShrunk.</param>
public sealed record Acknowledgement(string Sha256, StreamState Accept, string Why, string Who, DateOnly Date);

/// <summary>Reads <c>sources/acks/&lt;short-name&gt;.yaml</c>, a list of acknowledgements.</summary>
public static class Acknowledgements
{
    /// <summary>Reads the acknowledgements of one authority; none where the file is not there.</summary>
    public static (IReadOnlyList<Acknowledgement> Acks, IReadOnlyList<SourceError> Errors) Read(string sourcesFolder, string shortName)
    {
        var path = Path.Combine(sourcesFolder, "acks", shortName + ".yaml");
        var errors = new List<SourceError>();
        var acks = new List<Acknowledgement>();
        if (!File.Exists(path))
        {
            return (acks, errors);
        }

        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(path)));
        var list = yaml.Documents is [{ RootNode: YamlSequenceNode nodes }] ? nodes.Children : [];
        foreach (var (node, i) in list.Select((n, i) => (n, i)))
        {
            if (node is not YamlMappingNode mapping)
            {
                errors.Add(new SourceError("acks/" + shortName + ".yaml", node.Start.Line, "", "a map { sha256, accept, why, who, date } is wanted here."));
                continue;
            }

            var map = new YamlMap(mapping, $"[{i + 1}]", "acks/" + shortName + ".yaml", errors);
            var state = map.Text("accept", required: true) ?? "";
            if (!Enum.TryParse<StreamState>(state, out var accept) || !accept.IsHeld())
            {
                map.Error("accept", "one of HeldShrunk, HeldDrift or HeldDegraded is wanted here.");
            }

            acks.Add(new Acknowledgement(map.Text("sha256", true) ?? "", accept, map.Text("why", true) ?? "", map.Text("who", true) ?? "", map.Date("date", true) ?? default));
            map.Done();
        }

        return (acks, errors);
    }
}
