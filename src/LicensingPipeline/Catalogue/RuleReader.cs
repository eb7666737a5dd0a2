using System.Globalization;
using System.Text.RegularExpressions;

namespace LicensingPipeline.Catalogue;

/// <summary>Reads the transformation language of a stream: columns and the rules that turn cells into fields.</summary>
internal static class RuleReader
{
    /// <summary>A pattern of ours that runs longer than this on one cell is a mistake in the pattern.</summary>
    private static readonly TimeSpan PatternLimit = TimeSpan.FromSeconds(1);

    public static IReadOnlyList<Layout> Layouts(YamlMap map)
    {
        var layouts = new List<Layout>();
        foreach (var layout in map.Maps("columns", required: true))
        {
            var columns = new List<ColumnRule>();
            foreach (var heading in layout.Keys.ToList())
            {
                if (layout.Text(heading, required: true) is { } key && MappableField(layout, heading, key) is { } field)
                {
                    var optional = heading.EndsWith('?');
                    columns.Add(new ColumnRule(optional ? heading[..^1] : heading, field, optional));
                }
            }

            layouts.Add(new Layout(columns));
        }

        return layouts;
    }

    public static IReadOnlyDictionary<Field, string> Constants(YamlMap map)
    {
        var constants = FieldTexts(map, "constants");
        foreach (var (field, text) in constants)
        {
            var known = field.Kind() switch
            {
                FieldKind.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
                FieldKind.WholeNumber => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _),
                _ => field != Field.Scheme || StreamSpecReader.Schemes.Contains(text, StringComparer.Ordinal),
            };
            if (!known)
            {
                map.Error("constants", $"'{text}' is no value of {field.Key()}: a constant is written as the record holds it.");
            }
        }

        return constants;
    }

    public static IReadOnlyDictionary<Field, string> FieldTexts(YamlMap map, string key, params string[] choices)
    {
        var texts = new Dictionary<Field, string>();
        if (map.Take(key) is YamlDotNet.RepresentationModel.YamlMappingNode)
        {
            var inner = map.Map(key)!;
            foreach (var name in inner.Keys.ToList())
            {
                var text = (inner.Take(name) as YamlDotNet.RepresentationModel.YamlScalarNode)?.Value ?? "";
                if (choices.Length > 0 && !choices.Contains(text, StringComparer.Ordinal))
                {
                    inner.Error(name, $"'{text}' is not one of {string.Join(", ", choices)}.");
                }

                if (MappableField(inner, name, name) is { } field)
                {
                    texts[field] = text;
                }
            }
        }
        else
        {
            _ = map.Map(key);
        }

        return texts;
    }

    public static IReadOnlyDictionary<Field, IReadOnlyDictionary<string, string>> Values(YamlMap map)
    {
        var values = new Dictionary<Field, IReadOnlyDictionary<string, string>>();
        if (map.Map("values") is { } outer)
        {
            foreach (var name in outer.Keys.ToList())
            {
                var inner = outer.Map(name);
                if (inner is null || MappableField(outer, name, name) is not { } field)
                {
                    continue;
                }

                var words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                foreach (var word in inner.Keys.ToList())
                {
                    var value = inner.Text(word, required: true) ?? "";
                    if (field == Field.Scheme && !StreamSpecReader.Schemes.Contains(value, StringComparer.Ordinal))
                    {
                        inner.Error(word, $"'{value}' is not one of {string.Join(", ", StreamSpecReader.Schemes)}.");
                    }

                    words[Headings.Normal(word)] = value;
                }

                values[field] = words;
            }
        }

        return values;
    }

    public static IReadOnlyList<string> Dates(YamlMap map)
    {
        var formats = map.Texts("dates");
        foreach (var format in formats.Where(f => !f.Contains('d', StringComparison.Ordinal) || !f.Contains('M', StringComparison.Ordinal) || !f.Contains('y', StringComparison.Ordinal)))
        {
            map.Error("dates", $"'{format}' is no date format such as dd/MM/yyyy.");
        }

        return formats;
    }

    public static IReadOnlyList<SplitRule> Splits(YamlMap map)
    {
        var rules = new List<SplitRule>();
        if (map.Map("split") is { } splits)
        {
            foreach (var heading in splits.Keys.ToList())
            {
                if (splits.Map(heading) is { } rule)
                {
                    rules.Add(new SplitRule(heading, rule.Text("at", required: true) ?? "", FieldList(rule, "into", required: true)));
                    rule.Done();
                }
            }
        }

        return rules;
    }

    public static IReadOnlyList<ExtractRule> Extracts(YamlMap map)
    {
        var rules = new List<ExtractRule>();
        if (map.Map("extract") is { } extracts)
        {
            foreach (var heading in extracts.Keys.ToList())
            {
                if (extracts.Text(heading, required: true) is not { } pattern || Compile(extracts, heading, $@"\A(?:{pattern})\z") is not { } regex)
                {
                    continue;
                }

                var into = new List<Field>();
                foreach (var group in regex.GetGroupNames().Where(g => !char.IsAsciiDigit(g[0])))
                {
                    if (MappableField(extracts, heading, group) is { } field)
                    {
                        into.Add(field);
                    }
                }

                rules.Add(new ExtractRule(heading, regex, into));
            }
        }

        return rules;
    }

    public static Regex? Compile(YamlMap map, string key, string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.Singleline, PatternLimit);
        }
        catch (ArgumentException bad)
        {
            map.Error(key, $"this is no pattern: {bad.Message}");
            return null;
        }
    }

    public static IReadOnlyList<Patch> Patches(YamlMap map)
    {
        var patches = new List<Patch>();
        foreach (var patch in map.Maps("patches"))
        {
            var field = MappableField(patch, "field", patch.Text("field", required: true) ?? "");
            var match = patch.Text("match", required: true) ?? "";
            var to = (patch.Take("to", required: true) as YamlDotNet.RepresentationModel.YamlScalarNode)?.Value ?? "";
            var why = patch.Text("why", required: true) ?? "";
            patch.Done();
            if (field is { } known)
            {
                patches.Add(new Patch(known, match, to, why));
            }
        }

        return patches;
    }

    public static IReadOnlyList<NotARecordRule> NotARecord(YamlMap map)
    {
        var rules = new List<NotARecordRule>();
        foreach (var rule in map.Maps("not-a-record"))
        {
            var field = MappableField(rule, "field", rule.Text("field", required: true) ?? "");
            var text = (rule.Take("is", required: true) as YamlDotNet.RepresentationModel.YamlScalarNode)?.Value ?? "";
            var why = rule.Text("why", required: true) ?? "";
            rule.Done();
            if (field is { } known)
            {
                rules.Add(new NotARecordRule(known, text, why));
            }
        }

        return rules;
    }

    public static OneLicence? ReadOneLicence(YamlMap map)
    {
        if (map.Map("one-licence") is not { } one)
        {
            return null;
        }

        var by = FieldList(one, "by");
        IReadOnlyList<Field> empty = [];
        if (one.Map("continued") is { } continued)
        {
            empty = FieldList(continued, "when-empty", required: true);
            continued.Done();
        }

        if (by.Count == 0 == (empty.Count == 0))
        {
            map.Error("one-licence", "give either by: [fields] or continued: { when-empty: [fields] }.");
        }

        one.Done();
        return new OneLicence(by, empty);
    }

    public static IReadOnlyList<Example> Examples(YamlMap map)
    {
        var examples = new List<Example>();
        foreach (var example in map.Maps("examples", required: true))
        {
            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            if (example.Map("in", required: true) is { } given)
            {
                foreach (var heading in given.Keys.ToList())
                {
                    cells[heading] = (given.Take(heading) as YamlDotNet.RepresentationModel.YamlScalarNode)?.Value ?? "";
                }
            }

            var fields = new Dictionary<Field, string>();
            if (example.Map("out", required: true) is { } wanted)
            {
                foreach (var key in wanted.Keys.ToList())
                {
                    var text = (wanted.Take(key) as YamlDotNet.RepresentationModel.YamlScalarNode)?.Value ?? "";
                    if (FieldOf(wanted, key, key) is { } field)
                    {
                        fields[field] = text;
                    }
                }
            }

            example.Done();
            examples.Add(new Example(cells, fields) { Line = example.Line });
        }

        return examples;
    }

    public static IReadOnlyList<Field> FieldList(YamlMap map, string key, bool required = false) =>
        [.. map.Texts(key, required).Select(t => MappableField(map, key, t)).OfType<Field>()];

    public static Field? FieldOf(YamlMap map, string key, string name)
    {
        if (Fields.TryParse(name, out var field))
        {
            return field;
        }

        map.Error(key, $"'{name}' is not a key of the common record.");
        return null;
    }

    private static Field? MappableField(YamlMap map, string key, string name)
    {
        if (FieldOf(map, key, name) is not { } field)
        {
            return null;
        }

        if (field.IsMappable())
        {
            return field;
        }

        map.Error(key, string.Create(CultureInfo.InvariantCulture, $"'{name}' is worked out by the pipeline; no column can give it."));
        return null;
    }
}
