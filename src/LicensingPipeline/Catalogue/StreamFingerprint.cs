using System.Security.Cryptography;
using System.Text;
using YamlDotNet.RepresentationModel;

namespace LicensingPipeline.Catalogue;

/// <summary>
/// The hash by which we know that our description of a stream moved. Only what changes how bytes are read, judged or
/// identified counts: comments, layout, stewardship, evidence and the expected state do not.
/// </summary>
internal static class StreamFingerprint
{
    private static readonly HashSet<string> WithoutEffect = new(StringComparer.Ordinal)
    {
        "landing", "discover", "url", "api", "manual", "cadence", "terms", "expected", "examples", "retired", "start-means",
    };

    public static string Of(string authority, string name, YamlMap map)
    {
        var text = new StringBuilder().Append(authority).Append('\n').Append(name).Append('\n');
        foreach (var key in map.Keys.Where(k => !WithoutEffect.Contains(k)).Order(StringComparer.Ordinal))
        {
            text.Append(key).Append('=');
            Write(map.Look(key), text);
            text.Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Write(YamlNode? node, StringBuilder text)
    {
        switch (node)
        {
            case YamlScalarNode scalar:
                text.Append('"').Append(scalar.Value?.Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
                break;
            case YamlSequenceNode list:
                text.Append('[');
                foreach (var child in list.Children)
                {
                    Write(child, text);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case YamlMappingNode map:
                text.Append('{');
                foreach (var (key, value) in map.Children)
                {
                    Write(key, text);
                    text.Append(':');
                    Write(value, text);
                    text.Append(',');
                }

                text.Append('}');
                break;
        }
    }
}
