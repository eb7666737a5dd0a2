using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace LicensingPipeline.Catalogue;

/// <summary>
/// One stream of a source file as text. What is changed is changed in its place, so that layout, comments and whatever else
/// a person wrote stay as they are.
/// </summary>
public sealed class SourceText
{
    private readonly string _text;
    private readonly string _stream;
    private readonly YamlMappingNode _node;
    private readonly List<(int From, int To, string Text)> _changes = [];

    /// <param name="yaml">Text of a source file that reads without errors.</param>
    /// <param name="stream">Name of one of its streams.</param>
    public SourceText(string yaml, string stream)
    {
        (_text, _stream) = (yaml, stream);
        var root = SourceReader.Load("", yaml, []) ?? throw new ArgumentException("The text is no source file.", nameof(yaml));
        _node = (YamlMappingNode)root["streams"][stream];
    }

    /// <summary>The text with all changes.</summary>
    public string Changed()
    {
        var text = _text;
        foreach (var (from, to, replacement) in _changes.OrderByDescending(c => c.From).ThenByDescending(c => c.To))
        {
            text = string.Concat(text.AsSpan(0, from), replacement, text.AsSpan(to));
        }

        return text;
    }

    /// <summary>A source file with one stream more; null where the file is laid out so that lines cannot simply be added.</summary>
    /// <param name="yaml">Text of a source file that reads without errors.</param>
    /// <param name="name">Name of the new stream.</param>
    /// <param name="lines">The stream, as it stands below <c>streams:</c> with two spaces before its name.</param>
    public static string? WithStream(string yaml, string name, string lines)
    {
        var root = SourceReader.Load("", yaml, []) ?? throw new ArgumentException("The text is no source file.", nameof(yaml));
        var text = yaml.EndsWith('\n') ? yaml : yaml + "\n";
        if (Find(root, "streams") is not { } streams)
        {
            return $"{text}streams:\n{lines}";
        }

        if (streams.Value is not YamlMappingNode { Children.Count: > 0 } map || yaml[(int)map.Start.Index] == '{'
            || map.Children.Keys.Any(k => k.Start.Column != 3) || Find(map, name) is not null)
        {
            return null;
        }

        var next = root.Children.Keys.Where(k => k.Start.Index > streams.Key.Start.Index).Select(k => (int?)k.Start.Index).Min();
        return next is { } at ? string.Concat(text.AsSpan(0, at), lines, text.AsSpan(at)) : text + lines;
    }

    /// <summary>Lines of a text that do not stand in another: what a person sees of a change.</summary>
    public static IReadOnlyList<string> NewLines(string before, string after)
    {
        var old = before.Split('\n').CountBy(l => l, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var added = new List<string>();
        foreach (var line in after.Split('\n'))
        {
            if (old.GetValueOrDefault(line) > 0)
            {
                old[line]--;
            }
            else
            {
                added.Add(line.TrimEnd('\r'));
            }
        }

        return added;
    }

    /// <summary>Puts another heading in the place of one, in the only layout, its examples and wherever else a rule names it.</summary>
    public void Rename(string heading, string found)
    {
        foreach (var key in HeadingKeys().Where(k => Headings.Normal(Bare(k.Value!)) == Headings.Normal(heading)))
        {
            Replace(key, YamlText.Quoted(key.Value!.EndsWith('?') ? found + "?" : found));
        }
    }

    /// <summary>Adds a layout beside the one there is, for a publisher whose older copies must still be read.</summary>
    public void AddLayout(IReadOnlyList<(string Heading, Field Field)> columns)
    {
        var entries = $"{{ {string.Join(", ", columns.Select(c => $"{YamlText.Quoted(c.Heading)}: {c.Field.Key()}"))} }}";
        var (key, value) = Entry(_node, "columns");
        var from = (int)value.Start.Index;
        if (value is YamlSequenceNode layouts)
        {
            AppendTo(layouts, entries);
        }
        else if (_text[from] == '{')
        {
            // In brackets a line break stands wherever it may, so the layout there is stays as it is written.
            var end = Closing(from);
            _changes.Add((from, from, "[ "));
            _changes.Add((end, end, $",\n{Indent(key)}  {entries} ]"));
        }
        else
        {
            var next = LineAfter(Last(value));
            _changes.Add((LineStart(from), LineStart(from), $"{Indent(key)}-\n"));
            _changes.Add((next, next, $"{Indent(key)}- {entries}\n"));
        }
    }

    /// <summary>Says in which row the headings stand; null leaves it to be found.</summary>
    public void SetHeaderRow(int? row)
    {
        var read = (YamlMappingNode)_node["read"];
        if (Find(read, "header-row") is { } entry)
        {
            if (row is { } number)
            {
                Replace((YamlScalarNode)entry.Value, Whole(number));
                return;
            }

            var before = read.Children.TakeWhile(c => !ReferenceEquals(c.Key, entry.Key)).LastOrDefault();
            var inLine = before.Value is not null && Line(before.Value) == Line(entry.Key);
            _changes.Add(inLine ? ((int)before.Value!.End.Index, (int)entry.Value.End.Index, "") : (LineStart((int)entry.Key.Start.Index), LineAfter(entry.Value), ""));
        }
        else if (row is { } number)
        {
            AddAfter(read, "format", "header-row", Whole(number));
        }
    }

    /// <summary>Says how many entries there are at least.</summary>
    public void SetMinRows(int rows) => Replace((YamlScalarNode)_node["guards"]["min-rows"], Whole(rows));

    /// <summary>Says that a person saw a real file of the stream read right.</summary>
    public void SetVerified(string by, DateOnly date)
    {
        var value = $"{{ by: {YamlText.Quoted(by)}, date: {date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} }}";
        if (Find(_node, "verified") is { Value: YamlMappingNode map })
        {
            Replace((YamlScalarNode)map["by"], YamlText.Quoted(by));
            Replace((YamlScalarNode)map["date"], date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
        else
        {
            AddAfter(_node, "start-means", "verified", value);
        }
    }

    private IEnumerable<YamlScalarNode> HeadingKeys()
    {
        foreach (var key in new[] { "columns", "extract", "split" })
        {
            var maps = Find(_node, key)?.Value switch
            {
                YamlMappingNode one => [one],
                YamlSequenceNode several => several.Children.OfType<YamlMappingNode>(),
                _ => [],
            };
            foreach (var heading in maps.SelectMany(m => m.Children.Keys).OfType<YamlScalarNode>())
            {
                yield return heading;
            }
        }

        foreach (var example in ((_node["examples"] as YamlSequenceNode)?.Children ?? []).OfType<YamlMappingNode>())
        {
            foreach (var heading in ((YamlMappingNode)example["in"]).Children.Keys.OfType<YamlScalarNode>())
            {
                yield return heading;
            }
        }
    }

    private void AddAfter(YamlMappingNode map, string sibling, string key, string value)
    {
        var (siblingKey, siblingValue) = Entry(map, sibling);
        if (_text[LineStart((int)siblingKey.Start.Index)..(int)siblingKey.Start.Index].Trim().Length == 0 && _text[(int)map.Start.Index] != '{')
        {
            var next = LineAfter(siblingValue);
            var broken = next > 0 && _text[next - 1] == '\n' ? "" : "\n";
            _changes.Add((next, next, $"{broken}{Indent(siblingKey)}{key}: {value}\n"));
        }
        else
        {
            _changes.Add(((int)siblingValue.End.Index, (int)siblingValue.End.Index, $", {key}: {value}"));
        }
    }

    private void AppendTo(YamlSequenceNode layouts, string entries)
    {
        if (_text[(int)layouts.Start.Index] == '[')
        {
            var last = Closing((int)layouts.Children[^1].Start.Index);
            _changes.Add((last, last, $",\n{Indent(layouts.Children[^1])}{entries}"));
            return;
        }

        var dash = _text.LastIndexOf('-', (int)layouts.Children[^1].Start.Index);
        var next = LineAfter(Last(layouts));
        _changes.Add((next, next, $"{_text[LineStart(dash)..dash]}- {entries}\n"));
    }

    /// <summary>The end of the brackets that open here; texts in quotes may hold others.</summary>
    private int Closing(int from)
    {
        var depth = 0;
        for (var i = from; i < _text.Length; i++)
        {
            if (_text[i] is '"' or '\'')
            {
                var quote = _text[i];
                for (i++; i < _text.Length && _text[i] != quote; i++)
                {
                    i += _text[i] == '\\' && quote == '"' ? 1 : 0;
                }
            }
            else if (_text[i] == '#' && i > 0 && char.IsWhiteSpace(_text[i - 1]))
            {
                i = LineEnd(i);
            }
            else
            {
                depth += _text[i] is '{' or '[' ? 1 : _text[i] is '}' or ']' ? -1 : 0;
                if (depth == 0)
                {
                    return i + 1;
                }
            }
        }

        throw new InvalidOperationException($"The brackets of {_stream} do not close, though the file was read.");
    }

    private static YamlNode Last(YamlNode node) => node switch
    {
        YamlMappingNode { Children.Count: > 0 } map => Last(map.Children.Last().Value),
        YamlSequenceNode { Children.Count: > 0 } list => Last(list.Children[^1]),
        _ => node,
    };

    private void Replace(YamlScalarNode node, string text) => _changes.Add(((int)node.Start.Index, (int)node.End.Index, text));

    private static (YamlNode Key, YamlNode Value) Entry(YamlMappingNode map, string key) => Find(map, key) ?? throw new ArgumentException($"There is no {key}.", nameof(key));

    private static (YamlNode Key, YamlNode Value)? Find(YamlMappingNode map, string key)
    {
        foreach (var (name, value) in map.Children)
        {
            if (name is YamlScalarNode scalar && scalar.Value == key)
            {
                return (name, value);
            }
        }

        return null;
    }

    private static string Bare(string heading) => heading.EndsWith('?') ? heading[..^1] : heading;

    private static long Line(YamlNode node) => node.Start.Line;

    private static string Indent(YamlNode node) => new(' ', (int)node.Start.Column - 1);

    private int LineStart(int at) => at == 0 ? 0 : _text.LastIndexOf('\n', at - 1) + 1;

    private int LineEnd(int at) => _text.IndexOf('\n', at) is >= 0 and var end ? end : _text.Length - 1;

    private int LineAfter(YamlNode value)
    {
        var last = (int)value.Start.Index;
        var end = _text[last] is '{' or '[' ? Closing(last) : (int)Last(value).End.Index;
        // The end of a block text may lie at the start of the line after it.
        return _text.IndexOf('\n', Math.Max(last, end - 1)) is >= 0 and var line ? line + 1 : _text.Length;
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
