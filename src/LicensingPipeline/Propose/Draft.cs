using System.Globalization;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;
using LicensingPipeline.Normalise;

namespace LicensingPipeline.Propose;

/// <summary>
/// A source file drawn up from a file nobody has described yet. What it guesses stands there with the word <c>check</c>, for
/// a person to settle; what it could not place is said and left out.
/// </summary>
public sealed class Draft
{
    /// <summary>The largest part of a first count that a later copy may lack before somebody looks.</summary>
    private const double Floor = 0.85;
    private const double ManyRepeated = 0.01;
    private static readonly string[] Always = ["json", "arcgis", "metastreet-details"];

    /// <summary>What an example shows: enough to hold the rules, few enough to be read.</summary>
    private static readonly Field[] Telling = [Field.Reference, Field.Scheme, Field.StartDate, Field.EndDate, Field.DurationMonths, Field.PropertyAddress, Field.Postcode, Field.MaxPersons];

    private readonly DraftOrder _order;
    private readonly FileLook _look;
    private readonly TableLook _table;
    private readonly IReadOnlyList<GuessedColumn> _columns;
    private readonly DraftFigures? _figures;

    private Draft(DraftOrder order, FileLook look, TableLook table, IReadOnlyList<GuessedColumn> columns, DraftFigures? figures) =>
        (_order, _look, _table, _columns, _figures) = (order, look, table, columns, figures);

    /// <summary>Draws one up; null where no headings were found.</summary>
    /// <exception cref="SourceException">The file cannot be read.</exception>
    public static Draft? Of(DraftOrder order, IReadOnlyList<SourceFile> files, FileLook look)
    {
        if (look.Read is null || look.Headings.Count == 0)
        {
            return null;
        }

        var table = TableLook.At(files, look);
        return new Draft(order, look, table, ColumnGuess.Of(table.Columns), null);
    }

    /// <summary>The same with what reading the file showed.</summary>
    public Draft With(DraftFigures figures) => new(_order, _look, _table, _columns, figures);

    /// <summary>Rows that follow the headings.</summary>
    public long Rows => _table.Rows;

    /// <summary>The fields that are placed, and the heading each comes from.</summary>
    public IReadOnlyList<(string Field, string Heading)> Placed =>
        [.. _columns.Where(c => c.Field is not null).OrderBy(c => c.Field).Select(c => (c.Field!.Value.Key(), c.Column.Name)), .. _columns.Where(c => c.IsRange).Select(c => ("start_date, end_date", c.Column.Name))];

    /// <summary>The columns that are not, and why.</summary>
    public IReadOnlyList<(string Heading, string Why)> NotPlaced => [.. _columns.Where(c => c.Field is null && !c.IsRange && (c.Column.Name[0] != '@' || c.Column.Filled > 0)).Select(c => (c.Column.Name, c.Why))];

    /// <summary>Words of the register for which no licence kind was found.</summary>
    public IReadOnlyList<string> Strange => [.. Kinds.Where(w => SchemeWords.Of(w) is null)];

    /// <summary>What proves the order of day and month, by heading.</summary>
    public IReadOnlyList<(string Heading, long DayFirst, long MonthFirst)> DateProofs =>
        [.. _columns.Where(c => c.Column.HasPlainDates && c.Field is not null).Select(c => (c.Column.Name, c.Column.Order.DayFirst, c.Column.Order.MonthFirst))];

    /// <summary>The whole file.</summary>
    public string File()
    {
        var rung = _look.Read!.Format is "pdf" or "html" ? 3 : 4;
        return Text($$"""
            # Drawn up by 'licensing sources new'. Settle the lines marked check, take the mark away, then: licensing sources prove
            authority: {{_order.Authority}}
            steward: {{YamlText.Quoted(_order.Steward)}}
            access:
              rung: {{rung}}   # check: the ladder is in sources/README.md
              evidence: [ { url: {{YamlText.Quoted(_order.Page)}}, checked: {{_order.Today:yyyy-MM-dd}}, found: {{YamlText.Quoted($"the register is {_look.Kind}")}} } ]
            streams:

            """) + Stream();
    }

    /// <summary>The stream alone, as it stands below <c>streams:</c>.</summary>
    public string Stream()
    {
        var page = YamlText.Quoted(_order.Page);
        var start = _columns.Any(c => c.Field == Field.StartDate && Synonyms.Of(c.Column.Name) == Field.IssueDate) ? "grant" : "unknown";
        string?[] lines =
        [
            "register: licences", $"landing: {page}", _order.Way, Read(), Flow("columns", ColumnEntries()),
            List("ignore", _columns.Where(c => c.Field is null && !c.IsRange && (c.Column.Name[0] != '@' || c.Column.Filled > 0)).Select(c => YamlText.Quoted(c.Column.Name))),
            SchemeColumn is null ? $"constants: {{ scheme: {Constant} }}   # check: what the whole file is about" : null,
            SchemeColumn is null ? null : Flow("values", [$"scheme: {{ {string.Join(", ", Kinds.Where(w => SchemeWords.Of(w) is not null).Select(w => $"{YamlText.Quoted(w)}: {SchemeWords.Of(w)}"))} }}"]),
            Units(), Dates(), Join(), Extract(), Id(),
            $"covers: {{ schemes: [ {string.Join(", ", Schemes)} ], area: whole-borough, evidence: {page} }}   # check: of these kinds alone may absence be said",
            $"start-means: {start}   # check: application, grant, stated-commencement or unknown",
            "cadence: unknown   # check: monthly, weekly, once",
            $"terms: {{ reuse: none-stated, marketing: unstated, evidence: {page} }}   # check: ogl, stated, none-stated or forbidden",
            Guards(), "examples:",
        ];
        return $"  {_order.Stream}:\n{string.Concat(lines.OfType<string>().Select(l => $"    {l}\n"))}{Example()}";
    }

    /// <summary>A field inventory, where the file is made of pages that people saved; else null.</summary>
    public string? Inventory() => _look.Read!.Format == ApiSpecReader.DetailsFormat
        ? InventoryDraft.Of(_order, _columns.Select(c => c.Field).OfType<Field>().ToHashSet()) : null;

    /// <summary>A few rows of the same shape, in which nothing is anybody's; headed by the sentence that says so.</summary>
    public string Fixture() =>
        $"{Csv([Demonstration.Mark])}{Csv(_columns.Select(c => c.Column.Name[0] == '@' ? "" : WithoutNumber(c.Column.Name)))}{string.Concat(_table.Samples.Select((row, i) => Csv(Disguised(row, i))))}";

    private string Example()
    {
        var cells = _table.Samples.Count == 0 ? [] : Disguised(_table.Samples[0], 0);
        var given = _columns.Zip(cells).Where(c => c.Second.Length > 0 && (c.First.IsRange || (c.First.Field is { } shown && Telling.Contains(shown)))).ToList();
        var texts = given.Count > 0 ? given.Select(c => $"{YamlText.Quoted(c.First.Column.Name)}: {YamlText.Quoted(c.Second)}") : [$"{YamlText.Quoted(_columns[0].Column.Name)}: \"\""];
        return $"      - in: {{ {string.Join(", ", texts)} }}\n        out: {{ {string.Join(", ", Outcome().Select(o => $"{o.Field.Key()}: {YamlText.Quoted(o.Value)}"))} }}\n";
    }

    /// <summary>What the rules make of the first invented row.</summary>
    private List<(Field Field, string Value)> Outcome()
    {
        if (_figures is null || Spec() is not { } spec)
        {
            return [];
        }

        var file = new SourceFile("fixture.csv", () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Fixture())));
        var asCsv = spec with { Read = new ReadSpec("csv") { Separator = "comma" } };
        return new CopyReader(_order.Authority, asCsv, [file], _order.Today).Read().FirstOrDefault() is { Row: { } row }
            ? [.. Telling.Where(f => row.Licence[f] is not null).Select(f => (f, row.Licence[f]!))]
            : [];
    }

    private StreamSpec? Spec()
    {
        var authorities = new Dictionary<string, Authority>(StringComparer.Ordinal) { [_order.Authority] = new(_order.Authority, "", "", "", "", null, null) };
        return SourceReader.Read("draft.yaml", With(null!).File(), authorities).Source?.Streams[0];
    }

    private IEnumerable<string> ColumnEntries() =>
        from c in _columns
        where c.Field is not null
        select $"{YamlText.Quoted(c.Column.Name + (Always.Contains(_look.Read!.Format, StringComparer.Ordinal) && c.Column.ShareFilled < 0.5 ? "?" : ""))}: {c.Field!.Value.Key()}";

    private GuessedColumn? SchemeColumn => _columns.FirstOrDefault(c => c.Field == Field.Scheme);

    private IReadOnlyList<string> Kinds => SchemeColumn?.Column.Words ?? [];

    private string Constant => SchemeWords.Of(_order.Hint) ?? "hmo-unspecified";

    private List<string> Schemes => SchemeColumn is null ? [Constant] : [.. Kinds.Select(SchemeWords.Of).OfType<string>().Distinct(StringComparer.Ordinal)];

    private string Read() => _look.Read!.Path is { } path
        ? $"read: {{ format: {_look.Read.Format}, path: {YamlText.Quoted(path)} }}"
        : $"read: {{ format: {_look.Read.Format} }}";

    private string? Units() => _columns.FirstOrDefault(c => c.Field == Field.DurationMonths) is { Column: { Numbers: > 0.5, Largest: <= 10 } }
        ? "units: { duration_months: years }   # check" : null;

    /// <summary>Where one column proves day first and another month first, each copy is left to prove its own.</summary>
    private string? Dates()
    {
        var plain = DateProofs;
        var (day, month) = (plain.Sum(d => d.DayFirst), plain.Sum(d => d.MonthFirst));
        return plain.Count == 0 || (day > 0 && month > 0) ? null
            : month > 0 ? Text($"dates: [ MM/dd/yyyy ]   # {month} dates prove that the month comes first")
            : day > 0 ? Text($"dates: [ dd/MM/yyyy ]   # {day} dates prove that the day comes first")
            : "dates: [ dd/MM/yyyy ]   # check: no date proves that the day comes first";
    }

    private string? Join()
    {
        var several = _columns.Where(c => c.Field is not null).GroupBy(c => c.Field!.Value).Where(g => g.Count() > 1)
            .Select(g => $"{g.Key.Key()}: {JoinWith(g.Key)}").ToList();
        return several.Count == 0 ? null : $"join: {{ {string.Join(", ", several)} }}";
    }

    private static string JoinWith(Field field) => field switch
    {
        Field.PropertyAddress or Field.HolderAddress or Field.ManagerAddress => "', '",
        Field.HolderName or Field.ManagerName => "' '",
        _ => "first",
    };

    private string? Extract()
    {
        var ranges = _columns.Where(c => c.IsRange).Select(c => $"{YamlText.Quoted(c.Column.Name)}: '(?<start_date>.+?)\\s+(?:-|to|\u2013)\\s+(?<end_date>.+)'").ToList();
        return ranges.Count == 0 ? null : $"extract: {{ {string.Join(", ", ranges)} }}";
    }

    private string? Id()
    {
        // Where a reference is missing in some rows, they are told by the same fields as where there is none.
        if (_columns.Any(c => c.Field == Field.Reference) && _figures is not { Quarantined: > 0 })
        {
            return null;
        }

        var has = _columns.Select(c => c.Field).OfType<Field>().Concat(_columns.Any(c => c.IsRange) ? [Field.StartDate] : []).ToHashSet();
        Field[] best = [Field.Uprn, Field.PropertyAddress, Field.Postcode, has.Contains(Field.StartDate) ? Field.StartDate : Field.EndDate];
        var more = _figures?.Repeated > ManyRepeated ? [Field.HolderName, Field.MaxPersons] : Array.Empty<Field>();
        return List("id", best.Concat(more).Where(has.Contains).Select(f => f.Key()));
    }

    private string Guards()
    {
        var least = _figures is null ? 1 : Math.Max(1, (long)Math.Floor(_figures.Entries * Floor));
        var fill = (_figures?.Unfilled ?? []).Select(u => Text($"{u.Field.Key()}: {{ at-least: {Math.Floor(u.Share * 90) / 100:0.##}, why: \"{u.Share:P0} of the first copy\" }}")).ToList();
        var aside = _figures?.Quarantined > 0.02 ? Text($", quarantined: {{ at-most: {Math.Ceiling(_figures.Quarantined * 110) / 100:0.##}, why: \"{_figures.Quarantined:P1} of the first copy\" }}") : "";
        return Text($"guards: {{ min-rows: {least}{(fill.Count == 0 ? "" : $", fill: {{ {string.Join(", ", fill)} }}")}{aside} }}");
    }

    private List<string> Disguised(string[] row, int number)
    {
        var parts = new Dictionary<Field, int>();
        var cells = new List<string>();
        foreach (var column in _columns)
        {
            var cell = column.Index < row.Length ? row[column.Index] : "";
            var part = column.Field is { } known ? parts[known] = parts.GetValueOrDefault(known, -1) + 1 : 0;
            cells.Add(column.IsRange ? cell.Trim() : Disguise.Cell(column.Field, cell, number, part));
        }

        return cells;
    }

    private static string? List(string key, IEnumerable<string> items) => items.ToList() is { Count: > 0 } all ? Wrapped($"{key}: [ ", all, " ]") : null;

    private static string Flow(string key, IEnumerable<string> entries) => Wrapped($"{key}: {{ ", [.. entries], " }");

    /// <summary>Breaks a long line between its entries.</summary>
    private static string Wrapped(string open, List<string> entries, string close)
    {
        const int width = 150;
        var text = new System.Text.StringBuilder(open);
        var line = open.Length;
        for (var i = 0; i < entries.Count; i++)
        {
            if (i > 0)
            {
                text.Append(line + entries[i].Length > width ? ",\n      " : ", ");
                line = line + entries[i].Length > width ? 6 : line;
            }

            text.Append(entries[i]);
            line += entries[i].Length + 2;
        }

        return text.Append(close).ToString();
    }

    /// <summary><c>Address@2</c> is ours; the file says Address.</summary>
    private static string WithoutNumber(string name) =>
        name.LastIndexOf('@') is > 0 and var at && int.TryParse(name.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _) ? name[..at] : name;

    private static string Csv(IEnumerable<string> cells) =>
        string.Join(',', cells.Select(c => c.AsSpan().IndexOfAny(",\"\r\n") < 0 ? c : $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
