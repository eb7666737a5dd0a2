using System.Globalization;
using System.Text.RegularExpressions;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Cli.Demo.Script;

/// <summary>Writes an invented licence as a register would whose columns a source file describes, and knows what must be read from it.</summary>
internal sealed partial class ScriptedCells
{
    private static readonly DateTime Epoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly StreamScript _script;
    private readonly StreamSpec _spec;
    private readonly List<(string Heading, Field? Field)> _columns;

    public ScriptedCells(StreamSpec spec, StreamScript script)
    {
        (_spec, _script) = (spec, script);
        _columns = [.. Columns(spec, script)];
        Headings = [.. _columns.Select(c => script.Renamed.GetValueOrDefault(c.Heading, c.Heading))];
        Read = [.. Fields.All.Where(IsRead)];
    }

    /// <summary>The headings of the file.</summary>
    public IReadOnlyList<string> Headings { get; }

    /// <summary>The fields that must be read.</summary>
    public IReadOnlyList<Field> Read { get; }

    /// <summary>The publisher's words for the kinds, one for each; one empty word where no column says the kind.</summary>
    public IReadOnlyList<string> Kinds => _script.Kinds.Count > 0 ? _script.Kinds
        : _spec.Values.TryGetValue(Field.Scheme, out var words) ? [.. words.GroupBy(w => w.Value, StringComparer.Ordinal).Select(g => g.First().Key)] : [""];

    /// <summary>The heading of a field of its own.</summary>
    public string? HeadingOf(Field field) => _columns.Index().Where(c => c.Item.Field == field).Select(c => Headings[c.Index]).FirstOrDefault();

    /// <summary>The cells of a licence.</summary>
    public object[] Write(SampleLicence licence) => [.. _columns.Select(c => (object)Cell(c.Heading, c.Field, licence))];

    /// <summary>What must be read of a licence, as the record has it; null where nothing may be.</summary>
    public string? Clean(SampleLicence l, Field field) => _script.Reads.TryGetValue(field.Key(), out var read) ? Filled(read, l) : field switch
    {
        Field.PropertyAddress => Address(l),
        Field.Scheme => Scheme(l.Kind),
        Field.Postcode => l.Postcode,
        Field.ApplicationDate => Iso(l.Applied),
        Field.IssueDate => Iso(l.Issued),
        Field.StartDate => Iso(l.Start),
        Field.EndDate => Iso(l.End),
        Field.DurationMonths => "60",
        Field.ManagerName or Field.ManagerAddress when l.Manager.Length == 0 => null,
        _ => Text(l, field) is { Length: > 0 } text ? text : null,
    };

    /// <summary>An address in several columns is put together in their order.</summary>
    private string Address(SampleLicence l) => string.Join(
        _spec.Join.GetValueOrDefault(Field.PropertyAddress) is { } join and not "first" ? join : " ",
        _columns.Where(c => c.Field == Field.PropertyAddress).Select(c => Cell(c.Heading, c.Field, l)));

    private string Scheme(string kind) => _spec.Values.TryGetValue(Field.Scheme, out var words) && words.TryGetValue(kind, out var scheme) ? scheme : _spec.Constants[Field.Scheme];

    private string Cell(string heading, Field? field, SampleLicence l) =>
        _script.Cells.TryGetValue(heading, out var template) ? Filled(template, l)
        : field is { } f ? Text(l, f) : throw new InvalidDataException($"{_spec.Name}: the script must say what stands under '{heading}'.");

    private string Filled(string template, SampleLicence l) => Placeholders().Replace(template, m => Named(m.Groups[1].Value, l));

    private string Named(string name, SampleLicence l) => name switch
    {
        "home" => l.Home,
        "house" => l.House.ToString(CultureInfo.InvariantCulture),
        "street" => l.Street,
        "town" => l.Town,
        "start_ms" => Milliseconds(l.Start),
        "manager" => l.Manager.Length == 0 ? "" : $"{l.Manager}, {l.ManagerAddress}",
        _ => Fields.TryParse(name, out var field) ? Text(l, field) : throw new InvalidDataException($"{_spec.Name}: {name} in braces in the script is no field."),
    };

    /// <summary>A field as the publisher writes it.</summary>
    private string Text(SampleLicence l, Field field) => field switch
    {
        Field.Reference => l.Reference,
        Field.Scheme => l.Kind,
        Field.ApplicationDate => Day(l.Applied),
        Field.IssueDate => Day(l.Issued),
        Field.StartDate => Day(l.Start),
        Field.EndDate => Day(l.End),
        Field.DurationMonths => "5",
        Field.HolderName => l.Holder,
        Field.HolderCompanyNumber => l.CompanyNumber,
        Field.HolderAddress => l.HolderAddress,
        Field.ManagerName => l.Manager,
        Field.ManagerAddress => l.Manager.Length == 0 ? "" : l.ManagerAddress,
        Field.PropertyAddress => HeadingOf(Field.Postcode) is null ? l.FullAddress : $"{l.Home}, {l.Town}",
        Field.Postcode => l.Postcode,
        Field.Uprn => l.Uprn,
        Field.Ward => l.Ward,
        Field.Description => "Invented house",
        Field.Status => "Granted",
        Field.TribunalMatter => "Not referred",
        Field.Conditions => "Invented conditions",
        Field.SharedAmenities => "1 Kitchen, 2 Bathrooms",
        _ => Count(l, field),
    };

    private static string Count(SampleLicence l, Field field) => (field switch
    {
        Field.MaxPersons => l.Persons,
        Field.MaxHouseholds => l.Households,
        Field.Storeys => l.Storeys,
        Field.SleepingRooms => l.Rooms,
        Field.LivingRooms or Field.Kitchens or Field.Showers or Field.Sinks or Field.FlatsNotSelfContained => 1,
        Field.Bathrooms or Field.Wcs or Field.WashHandBasins or Field.FlatsSelfContained => 2,
        _ => (int?)null,
    })?.ToString(CultureInfo.InvariantCulture) ?? "";

    private string Day(DateOnly day) => _script.Dates == "ms" ? Milliseconds(day) : day.ToString(_script.Dates, CultureInfo.InvariantCulture);

    private static string Milliseconds(DateOnly day) => ((long)(day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - Epoch).TotalMilliseconds).ToString(CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private bool IsRead(Field field) => field is Field.Postcode or Field.Scheme
        || (field == Field.EndDate && IsMapped(Field.DurationMonths)) || IsMapped(field);

    private bool IsMapped(Field field) => _columns.Exists(c => c.Field == field) || _spec.Extract.Any(e => e.Into.Contains(field)) || _spec.Split.Any(s => s.Into.Contains(field));

    /// <summary>
    /// The columns of the first layout, one for each field: of headings that are tried in turn a real file has one. Columns that the
    /// script alone knows come first, as notices do.
    /// </summary>
    private static IEnumerable<(string Heading, Field? Field)> Columns(StreamSpec spec, StreamScript script)
    {
        var rules = spec.Layouts[0].Columns;
        var special = spec.Extract.Select(e => e.Heading).Concat(spec.Split.Select(s => s.Heading)).ToList();
        foreach (var heading in script.Cells.Keys.Where(h => !special.Contains(h, StringComparer.Ordinal) && !rules.Any(r => r.Heading == h)))
        {
            yield return (heading, null);
        }

        foreach (var heading in special)
        {
            yield return (heading, null);
        }

        var taken = new HashSet<Field>();
        foreach (var rule in rules.Where(r => !script.Without.Contains(r.Heading, StringComparer.Ordinal)))
        {
            if (taken.Add(rule.Field) || !rule.Optional)
            {
                yield return (rule.Heading, rule.Field);
            }
        }
    }

    [GeneratedRegex(@"\{([a-z_]+)\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholders();
}
