using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace LicensingPipeline.Catalogue;

/// <summary>Reads one source file strictly: unknown, duplicate and missing keys are errors with file, line and key.</summary>
public static class SourceReader
{
    /// <summary>The keys at the top of a source file.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["authority", "steward", "access", "streams"];

    /// <summary>Reads a source from YAML text. The source is null where there are errors.</summary>
    /// <param name="fileName">Such as <c>camden.yaml</c>; its stem is the short name.</param>
    /// <param name="yaml">The file's text.</param>
    /// <param name="authorities">The authorities that exist, by GSS code.</param>
    public static (Source? Source, IReadOnlyList<SourceError> Errors) Read(
        string fileName, string yaml, IReadOnlyDictionary<string, Authority> authorities)
    {
        var errors = new List<SourceError>();
        if (Load(fileName, yaml, errors) is not { } root)
        {
            return (null, errors);
        }

        var top = new YamlMap(root, "", fileName, errors);
        var shortName = Path.GetFileNameWithoutExtension(fileName);
        var authority = top.Text("authority", required: true) ?? "";
        if (authority.Length > 0 && !authorities.TryGetValue(authority, out _))
        {
            top.Error("authority", $"'{authority}' is not in authorities.csv.");
        }

        var steward = top.Text("steward", required: true) ?? "";
        var access = ReadAccess(top);
        var streams = new List<StreamSpec>();
        if (top.Map("streams") is { } map)
        {
            foreach (var name in map.Keys.ToList())
            {
                if (map.Map(name) is { } stream && StreamSpecReader.Read(name, authority, stream, errors) is { } spec)
                {
                    streams.Add(spec);
                }
            }

            map.Done();
        }

        top.Done();
        return errors.Count > 0
            ? (null, errors)
            : (new Source { ShortName = shortName, Authority = authority, Steward = steward, Access = access!, Streams = streams }, errors);
    }

    internal static YamlMappingNode? Load(string fileName, string yaml, List<SourceError> errors)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return root;
            }

            errors.Add(new SourceError(fileName, 1, "", "the file must hold one map of keys and values."));
        }
        catch (YamlException bad)
        {
            errors.Add(new SourceError(fileName, bad.Start.Line, "", $"this is no readable YAML, or a key stands twice: {bad.Message}"));
        }

        return null;
    }

    private static Access? ReadAccess(YamlMap top)
    {
        if (top.Map("access", required: true) is not { } map)
        {
            return null;
        }

        var rung = map.Whole("rung", required: true) ?? 0;
        if (rung is < 0 or > 5)
        {
            map.Error("rung", "the ladder has the rungs 0 to 5.");
        }

        var evidence = new List<Evidence>();
        foreach (var item in map.Maps("evidence", required: true))
        {
            evidence.Add(new Evidence(
                item.Text("url", required: true) ?? "",
                item.Date("checked", required: true) ?? default,
                item.Text("found", required: true) ?? ""));
            item.Done();
        }

        map.Done();
        return new Access(rung, evidence);
    }
}
