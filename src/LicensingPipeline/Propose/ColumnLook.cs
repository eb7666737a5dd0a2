using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;
using LicensingPipeline.Normalise;

namespace LicensingPipeline.Propose;

/// <summary>What stands in a column, counted over all rows; of its texts only the few words of a list of kinds are kept.</summary>
/// <param name="name">Its heading as written, or <c>@3</c>.</param>
internal sealed class ColumnLook(string name)
{
    private const int MostWords = 40;
    private const int LongestWord = 80;
    private readonly Dictionary<string, long> _words = new(StringComparer.OrdinalIgnoreCase);
    private long _addresses;
    private long _dates;
    private long _numbers;
    private long _postcodes;
    private long _ranges;
    private bool _manyWords;

    public string Name { get; } = name;

    public long Rows { get; set; }

    public long Filled { get; private set; }

    public double ShareFilled => Rows == 0 ? 0 : (double)Filled / Rows;

    public double Addresses => Share(_addresses);

    public double Dates => Share(_dates);

    /// <summary>Two dates in one cell.</summary>
    public double Ranges => Share(_ranges);

    public double Numbers => Share(_numbers);

    public double Postcodes => Share(_postcodes);

    public long Largest { get; private set; }

    public bool HasPlainDates { get; private set; }

    public DateOrderProof Order { get; } = new();

    /// <summary>The column's words, the commonest first; none where there are more than a list of kinds would have.</summary>
    public IReadOnlyList<string> Words => _manyWords ? [] : [.. _words.OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).Select(w => w.Key)];

    /// <summary>Share of filled cells whose words name a licence kind.</summary>
    public double Kinds => _manyWords || Filled == 0 ? 0 : (double)_words.Where(w => SchemeWords.Of(w.Key) is not null).Sum(w => w.Value) / Filled;

    public void See(string cell)
    {
        var text = cell.Trim();
        if (text.Length == 0 || Tokens.MeansNothing(text))
        {
            return;
        }

        Filled++;
        SeeWord(text);
        SeeDate(text);
        var number = text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;
        if (long.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count))
        {
            _numbers++;
            Largest = Math.Max(Largest, count);
        }

        _postcodes += text.Length <= 10 && Normalise.Postcodes.Read(text).Postcode is not null ? 1 : 0;
        _addresses += text.Length > 8 && text.Any(char.IsAsciiDigit) && text.Count(char.IsAsciiLetter) > 5 && text.Any(char.IsWhiteSpace) ? 1 : 0;
    }

    private void SeeDate(string text)
    {
        if (Normalise.Dates.Read(text, DateOrder.DayFirst, false) is { Day: not null } or { NoSuchDay: true })
        {
            _dates++;
            Order.See(text);
            HasPlainDates |= DateParts.Read(text, out var parts) && parts.Year == DateParts.Last && parts.MonthByName == 0;
        }
        else if (text.Length < 80 && text.Split([" - ", " to ", " \u2013 "], 2, StringSplitOptions.TrimEntries) is [var from, var until]
            && Normalise.Dates.Read(from, DateOrder.DayFirst, false).Day is not null && Normalise.Dates.Read(until, DateOrder.DayFirst, false).Day is not null)
        {
            _ranges++;
        }
    }

    private void SeeWord(string text)
    {
        if (_manyWords)
        {
            return;
        }

        var word = Headings.Normal(text);
        _words[word] = _words.GetValueOrDefault(word) + 1;
        _manyWords = _words.Count > MostWords || word.Length > LongestWord;
    }

    private double Share(long count) => Filled == 0 ? 0 : (double)count / Filled;
}

/// <summary>The columns of a file with some of its rows, as far as a description can be drawn from them.</summary>
/// <param name="Columns">By position.</param>
/// <param name="Rows">How many rows follow the headings.</param>
/// <param name="Samples">A few rows: the first, and the first with each new word of a short list.</param>
internal sealed record TableLook(IReadOnlyList<ColumnLook> Columns, long Rows, IReadOnlyList<string[]> Samples)
{
    private const int FirstSamples = 4;
    private const int MostSamples = 10;

    /// <summary>Walks all rows once.</summary>
    public static TableLook At(IReadOnlyList<SourceFile> files, FileLook look)
    {
        var headings = new HeadingRow(look.Headings);
        var columns = headings.Names.Select((n, i) => new ColumnLook(n.Contains('@', StringComparison.Ordinal) ? n : look.Headings[i])).ToList();
        var layout = new HashSet<string>(headings.Names.Where(n => n[0] != '@'), StringComparer.Ordinal);
        var samples = new List<string[]>();
        var seen = new HashSet<(int, string)>();
        long rows = 0;
        foreach (var sheet in Guarded.Walk(look.Read!.Format, () => Formats.Reader(look.Read.Format).Open(files, look.Read, [layout])))
        {
            // Rows are numbered anew on every page of a PDF, so what follows the headings is told by having met them.
            var below = look.HeaderRow == 0;
            foreach (var row in Guarded.Walk(look.Read.Format, () => sheet.Rows).Where(r => !r.IsBlank))
            {
                if (!below || headings.IsRepeatedBy(row))
                {
                    below |= row.Number == look.HeaderRow;
                    continue;
                }

                rows++;
                for (var i = 0; i < columns.Count && i < row.Cells.Length; i++)
                {
                    columns[i].See(row.Cells[i]);
                }

                var news = row.Cells.Index().Any(c => c.Index < columns.Count && Synonyms.Of(columns[c.Index].Name) is Field.Scheme && columns[c.Index].Words.Count > 0 && seen.Add((c.Index, Headings.Normal(c.Item))));
                if ((samples.Count < FirstSamples || news) && samples.Count < MostSamples && row.Cells.Count(c => !string.IsNullOrWhiteSpace(c)) * 3 > columns.Count)
                {
                    samples.Add(row.Cells);
                }
            }
        }

        columns.ForEach(c => c.Rows = rows);
        return new TableLook(columns, rows, samples);
    }
}
