using LicensingPipeline.Catalogue;
using LicensingPipeline.Map;
using LicensingPipeline.Normalise;

namespace LicensingPipeline.Quality;

/// <summary>An entry that is odd, by its place; what it says is left out but for fields that may not name a person.</summary>
/// <param name="Where">Place in the file, such as <c>row 84</c>.</param>
/// <param name="Issues">What is odd.</param>
public sealed record OddRow(string Where, IReadOnlyList<OddValue> Issues);

/// <summary>What is odd about an entry.</summary>
/// <param name="Code">Code of the issue.</param>
/// <param name="Field">Key of the field, or null.</param>
/// <param name="Text">The cell's text; null where it may name a person (rule 9).</param>
public sealed record OddValue(string Code, string? Field, string? Text);

/// <summary>A word of the register for a licence kind.</summary>
/// <param name="Word">As published.</param>
/// <param name="Rows">How many entries carry it.</param>
/// <param name="Scheme">What it was read as, or null where the source file does not list it.</param>
public sealed record KindWord(string Word, long Rows, string? Scheme);

/// <summary>What proves the order of day and month in one column.</summary>
/// <param name="Field">Key of the field.</param>
/// <param name="DayFirst">Dates whose first number can only be a day.</param>
/// <param name="MonthFirst">Dates whose second number can only be a day.</param>
public sealed record DateProof(string Field, long DayFirst, long MonthFirst);

/// <summary>
/// What a person wants to see of a copy before saying that it reads right: where its homes lie, which kinds it names, what
/// proves its dates, and its oddest entries. Memory grows with the kinds of thing seen, not with the rows.
/// </summary>
/// <param name="outcodes">The authorities of each outward code; empty where that table is missing.</param>
public sealed class Portrait(IReadOnlyDictionary<string, IReadOnlySet<string>> outcodes)
{
    private const int MostOdd = 10;
    private const int MostWords = 200;
    private readonly List<(int Weight, OddRow Row)> _odd = [];
    private readonly Dictionary<string, (long Rows, string? Scheme)> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedDictionary<Field, DateOrderProof> _dates = [];
    private long _withKind;

    /// <summary>Counts over the entries.</summary>
    public CopyFigures Figures { get; } = new();

    /// <summary>The oddest entries, the gravest first, then in the order of the file.</summary>
    public IReadOnlyList<OddRow> Oddest => [.. _odd.Select(o => o.Row)];

    /// <summary>The register's words for licence kinds, the commonest first; none where the source file states the kind.</summary>
    public IReadOnlyList<KindWord> Kinds =>
        [.. _words.Select(w => new KindWord(w.Key, w.Value.Rows, w.Value.Scheme)).OrderByDescending(w => w.Rows).ThenBy(w => w.Word, StringComparer.Ordinal)];

    /// <summary>Share of entries whose licence kind is known; null where there is no entry.</summary>
    public double? ShareWithKind => Figures.Entries == 0 ? null : (double)_withKind / Figures.Entries;

    /// <summary>Share of postcodes in the authority; null where it could not be asked.</summary>
    public double? ShareInBorough => Figures.Postcodes.Asked == 0 ? null : 1 - ((double)Figures.Postcodes.Outside / Figures.Postcodes.Asked);

    /// <summary>What proves the order of day and month, by field.</summary>
    public IReadOnlyList<DateProof> Dates => [.. _dates.Select(d => new DateProof(d.Key.Key(), d.Value.DayFirst, d.Value.MonthFirst))];

    /// <summary>Sees one entry.</summary>
    public void See(MappedRow mapped, NormalisedRow row)
    {
        Figures.See(row, mapped.Rows, outcodes);
        for (var i = 0; i < mapped.Raw.Length; i++)
        {
            if (mapped.Raw[i] is { } text && ((Field)i).Kind() == FieldKind.Date)
            {
                SeeDate((Field)i, text);
            }
        }

        if (row.Quarantine is null)
        {
            SeeKind(mapped.Raw[(int)Field.Scheme], row.Licence[Field.Scheme]);
        }

        SeeOdd(mapped.Where, row);
    }

    private void SeeDate(Field field, string text)
    {
        if (!_dates.TryGetValue(field, out var proof))
        {
            _dates[field] = proof = new DateOrderProof();
        }

        proof.See(text.AsSpan().Trim());
    }

    private void SeeKind(string? word, string? scheme)
    {
        _withKind += scheme is null ? 0 : 1;
        if (word is not null && Headings.Normal(word) is { Length: > 0 and <= 80 } shown && (_words.ContainsKey(shown) || _words.Count < MostWords))
        {
            _words[shown] = (_words.GetValueOrDefault(shown).Rows + 1, scheme);
        }
    }

    private void SeeOdd(string where, NormalisedRow row)
    {
        var weight = (row.Quarantine is null ? 0 : 100) + row.Issues.Sum(i => i.Kind.Severity switch { Severity.Error => 10, Severity.Warning => 4, Severity.Notice => 1, _ => 0 });
        if (weight == 0 || (_odd.Count == MostOdd && weight <= _odd[^1].Weight))
        {
            return;
        }

        var values = row.Issues.Select(i => new OddValue(i.Code, i.Field?.Key(), i.Field is { } field && !field.MayNameAPerson() ? i.Raw : null)).ToList();
        var at = _odd.FindIndex(o => o.Weight < weight);
        _odd.Insert(at < 0 ? _odd.Count : at, (weight, new OddRow(where, values)));
        if (_odd.Count > MostOdd)
        {
            _odd.RemoveAt(MostOdd);
        }
    }
}
