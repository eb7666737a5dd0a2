using YamlDotNet.Core;
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

        var file = $"acks/{shortName}.yaml";
        foreach (var (node, i) in Load(file, File.ReadAllText(path), errors).Select((n, i) => (n, i)))
        {
            if (node is not YamlMappingNode mapping)
            {
                errors.Add(new SourceError(file, node.Start.Line, $"[{i + 1}]", "a map { sha256, accept, why, who, date } is wanted here."));
                continue;
            }

            var map = new YamlMap(mapping, $"[{i + 1}]", file, errors);
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

    private static IEnumerable<YamlNode> Load(string file, string text, List<SourceError> errors)
    {
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            switch (yaml.Documents)
            {
                case []:
                    return [];
                case [{ RootNode: YamlSequenceNode list }]:
                    return list.Children;
            }

            errors.Add(new SourceError(file, 1, "", "a list of acknowledgements is wanted here, each line starting with a dash."));
        }
        catch (YamlException bad)
        {
            errors.Add(new SourceError(file, bad.Start.Line, "", $"this is no readable YAML, or a key stands twice: {bad.Message}"));
        }

        return [];
    }
}
