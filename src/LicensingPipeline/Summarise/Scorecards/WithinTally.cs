using System.Text;
using System.Text.RegularExpressions;

namespace LicensingPipeline.Summarise.Scorecards;

/// <summary>Counts in how many ways a file writes one thing.</summary>
/// <param name="hasKinds">Whether the kind of licence has a column of its own.</param>
internal sealed partial class WithinTally(bool hasKinds)
{
    private static readonly (Field Field, Func<string, string?> Shape)[] Shaped =
    [
        (Field.StartDate, Letters), (Field.EndDate, Letters), (Field.Reference, Letters), (Field.PropertyAddress, Layout), (Field.HolderName, Case),
    ];

    private readonly Dictionary<string, List<string>>[] _shapes = [.. Shaped.Select(_ => new Dictionary<string, List<string>>(StringComparer.Ordinal))];
    private readonly long[] _withheld = new long[Shaped.Length];
    private readonly SortedDictionary<string, long> _labels = new(StringComparer.Ordinal);
    private readonly HashSet<string> _kinds = new(StringComparer.Ordinal);

    public void See(ScoredRow row)
    {
        for (var i = 0; i < Shaped.Length; i++)
        {
            var (field, shape) = Shaped[i];
            if (row.Withholds(field))
            {
                _withheld[i]++;
            }
            else if (row.StatesInCell(field) && shape(row.Raw[(int)field]!.Trim()) is { } form)
            {
                (_shapes[i].TryGetValue(form, out var places) ? places : _shapes[i][form] = []).Add(row.Where);
            }
        }

        if (hasKinds && row.StatesInCell(Field.Scheme) && row.Licence[Field.Scheme] is { } kind and not ("unknown" or Licence.Withheld))
        {
            _kinds.Add(kind);
            // Only labels that our source file lists come here, so none of them is a name.
            var label = Spaces().Replace(row.Raw[(int)Field.Scheme]!.Trim(), " ");
            _labels[label] = _labels.GetValueOrDefault(label) + 1;
        }
    }

    /// <summary>The forms in which each thing is said.</summary>
    public IEnumerable<(Field Field, IReadOnlyList<(string Form, long Cells)> Forms)> Forms() =>
    [
        .. Shaped.Select((s, i) => (s.Field, Ordered(_shapes[i].Select(f => (f.Key, (long)f.Value.Count))))),
        (Field.Scheme, Ordered(_labels.Select(l => (l.Key, l.Value)))),
    ];

    private static IReadOnlyList<(string Form, long Cells)> Ordered(IEnumerable<(string Form, long Cells)> forms) =>
        [.. forms.OrderByDescending(f => f.Cells).ThenBy(f => f.Form, StringComparer.Ordinal)];

    public IEnumerable<Figure> Figures() => [.. Shaped.Select((s, i) => Of(s.Field, _shapes[i]) with { Withheld = _withheld[i] }), Labels()];

    /// <summary>Each run of letters as A, of digits as 9, of white space as one space; all else as it stands.</summary>
    internal static string Letters(string text)
    {
        var shape = new StringBuilder();
        foreach (var c in text)
        {
            var sign = char.IsLetter(c) ? 'A' : char.IsDigit(c) ? '9' : char.IsWhiteSpace(c) ? ' ' : c;
            if (sign is not ('A' or '9' or ' ') || shape.Length == 0 || shape[^1] != sign)
            {
                shape.Append(sign);
            }
        }

        return shape.ToString();
    }

    private static string Layout(string address) =>
        (address.Contains(',', StringComparison.Ordinal) ? "parted by commas" : address.AsSpan().IndexOfAny('\n', '\r') >= 0 ? "parted by line breaks" : "not parted")
        + (Postcode().IsMatch(address) ? ", with a postcode" : ", without a postcode");

    /// <summary>Scripts without capitals say nothing.</summary>
    private static string? Case(string name)
    {
        var (upper, lower) = (name.Any(char.IsUpper), name.Any(char.IsLower));
        return upper && lower ? "mixed" : upper ? "all capitals" : lower ? "all small" : null;
    }

    private static Figure Of(Field field, Dictionary<string, List<string>> shapes)
    {
        var id = $"consistency.within.{field.Key()}";
        if (shapes.Count == 0)
        {
            return Figure.Missing(id, "No cell states it.");
        }

        var common = shapes.OrderByDescending(s => s.Value.Count).ThenBy(s => s.Key, StringComparer.Ordinal).First();
        var tally = new Tally(id);
        foreach (var (shape, places) in shapes.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            // A shape names nobody.
            places.ForEach(p => tally.See(shape == common.Key, p, shape));
        }

        return tally.Figure() with { Note = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{shapes.Count} shape{(shapes.Count == 1 ? "" : "s")}") };
    }

    private Figure Labels() => _labels.Count == 0 ? Figure.Missing("consistency.within.scheme", "No row carries a label of its own for the kind of licence.") : new Figure
    {
        Kind = Method.ById["consistency.within.scheme"],
        Numerator = _kinds.Count,
        Denominator = _labels.Count,
        Value = 100m * _kinds.Count / _labels.Count,
    };

    [GeneratedRegex(@"\b[A-Z]{1,2}[0-9][A-Z0-9]?\s*[0-9][A-Z]{2}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Postcode();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();
}
