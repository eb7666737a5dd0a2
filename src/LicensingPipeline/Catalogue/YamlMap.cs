using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace LicensingPipeline.Catalogue;

/// <summary>
/// A YAML mapping read strictly: each key is taken once by the code that understands it, and what is left over at
/// <see cref="Done"/> is an error. Errors are collected, so that an author sees all of them at once.
/// </summary>
internal sealed class YamlMap
{
    private readonly YamlMappingNode _node;
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly string _file;
    private readonly List<SourceError> _errors;

    public YamlMap(YamlMappingNode node, string path, string file, List<SourceError> errors)
    {
        (_node, Path, _file, _errors) = (node, path, file, errors);
    }

    /// <summary>Where this mapping stands, such as <c>streams.hmo</c>.</summary>
    public string Path { get; }

    /// <summary>Its 1-based line in the file.</summary>
    public long Line => _node.Start.Line;

    public IEnumerable<string> Keys => _node.Children.Keys.OfType<YamlScalarNode>().Select(k => k.Value ?? "");

    public bool Has(string key) => Find(key) is not null;

    public void Error(string key, string message) =>
        _errors.Add(new SourceError(_file, (Find(key) ?? _node).Start.Line, Join(key), message));

    /// <summary>What stands under a key, without taking it: whoever only looks does not understand it.</summary>
    public YamlNode? Look(string key) => Find(key);

    public YamlNode? Take(string key, bool required = false)
    {
        _taken.Add(key);
        var node = Find(key);
        if (node is null && required)
        {
            Error(key, "this key is missing.");
        }

        return node;
    }

    public string? Text(string key, bool required = false)
    {
        switch (Take(key, required))
        {
            case null:
                return null;
            case YamlScalarNode { Value: { Length: > 0 } text }:
                return text;
            default:
                Error(key, "a text is wanted here.");
                return null;
        }
    }

    public string Choice(string key, bool required, params ReadOnlySpan<string> choices)
    {
        var text = Text(key, required);
        if (text is not null && !choices.Contains(text))
        {
            Error(key, $"'{text}' is not one of {string.Join(", ", choices.ToArray())}.");
        }

        return text ?? "";
    }

    public int? Whole(string key, bool required = false)
    {
        if (Text(key, required) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Error(key, "a whole number is wanted here.");
        return null;
    }

    public double? Share(string key, bool required = false)
    {
        if (Text(key, required) is not { } text)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1)
        {
            return share;
        }

        Error(key, "a share between 0 and 1 is wanted here, such as 0.9.");
        return null;
    }

    public DateOnly? Date(string key, bool required = false)
    {
        if (Text(key, required) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Error(key, "a date such as 2026-09-27 is wanted here.");
        return null;
    }

    public Uri? Address(string key, bool required = false)
    {
        if (Text(key, required) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http")
        {
            return uri;
        }

        Error(key, "a web address is wanted here, starting with https://.");
        return null;
    }

    public YamlMap? Map(string key, bool required = false)
    {
        switch (Take(key, required))
        {
            case null:
                return null;
            case YamlMappingNode map:
                return new YamlMap(map, Join(key), _file, _errors);
            default:
                Error(key, "a map of keys and values is wanted here.");
                return null;
        }
    }

    public IReadOnlyList<string> Texts(string key, bool required = false)
    {
        switch (Take(key, required))
        {
            case null:
                return [];
            case YamlSequenceNode list when list.Children.All(c => c is YamlScalarNode { Value: not null }):
                return [.. list.Children.Select(c => ((YamlScalarNode)c).Value!)];
            case YamlScalarNode { Value: { } one }:
                return [one];
            default:
                Error(key, "a list of texts is wanted here.");
                return [];
        }
    }

    public IReadOnlyList<YamlMap> Maps(string key, bool required = false)
    {
        switch (Take(key, required))
        {
            case null:
                return [];
            case YamlSequenceNode list when list.Children.All(c => c is YamlMappingNode):
                return [.. list.Children.Select((c, i) => new YamlMap((YamlMappingNode)c, string.Create(CultureInfo.InvariantCulture, $"{Join(key)}[{i + 1}]"), _file, _errors))];
            case YamlMappingNode one:
                return [new YamlMap(one, Join(key), _file, _errors)];
            default:
                Error(key, "a list of maps is wanted here.");
                return [];
        }
    }

    /// <summary>Reports every key that nobody took.</summary>
    /// <param name="guide">Where the keys are explained.</param>
    public void Done(string guide = "sources/README.md lists the keys")
    {
        foreach (var key in Keys.Where(k => !_taken.Contains(k)))
        {
            Error(key, $"this key is not known here; {guide}.");
        }
    }

    private YamlNode? Find(string key) => _node.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    private string Join(string key) => Path.Length == 0 ? key : $"{Path}.{key}";
}
