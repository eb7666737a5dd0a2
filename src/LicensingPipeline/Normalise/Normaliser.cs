using LicensingPipeline.Catalogue;
using LicensingPipeline.Map;

namespace LicensingPipeline.Normalise;

/// <summary>What Normalise must know about a copy beside its rows.</summary>
/// <param name="Authority">GSS code.</param>
/// <param name="AsAt">The date of the copy.</param>
/// <param name="Proven">Date order by field, where the columns prove one and the source file states none.</param>
public sealed record CopyContext(string Authority, DateOnly AsAt, IReadOnlyDictionary<Field, DateOrder> Proven)
{
    /// <summary>The national lists of postcodes and homes, where they are at hand.</summary>
    public PlaceTables Places { get; init; } = PlaceTables.None;

    /// <summary>A context that proves nothing.</summary>
    public static CopyContext Of(string authority, DateOnly asAt) => new(authority, asAt, new Dictionary<Field, DateOrder>());
}

/// <summary>
/// Turns the text of an entry into a licence: dates, counts, kinds, a postcode and a key of the home. It changes no
/// value without a rule, and what it cannot read becomes empty and an issue.
/// </summary>
public sealed class Normaliser
{
    private readonly StreamSpec _spec;
    private readonly CopyContext _copy;
    private readonly List<RuleHit>? _hits;
    private readonly FieldText _text;
    private readonly FieldValues _values;
    private readonly AddressFields _addresses;

    /// <param name="spec">The stream.</param>
    /// <param name="copy">The copy.</param>
    /// <param name="hits">Takes every rule that fires, for <c>explain</c>; null for speed.</param>
    public Normaliser(StreamSpec spec, CopyContext copy, List<RuleHit>? hits = null)
    {
        (_spec, _copy, _hits) = (spec, copy, hits);
        _text = new FieldText(spec, hits);
        _values = new FieldValues(spec, copy, hits);
        _addresses = new AddressFields(hits);
        PatchHits = _text.PatchHits;
    }

    /// <summary>How often each patch of the source file matched, in the order of the file.</summary>
    public IReadOnlyList<long> PatchHits { get; }

    /// <summary>Reads one entry.</summary>
    public NormalisedRow Normalise(MappedRow row) => Normalise(row.Raw, row.Unmapped, row.Where, row.Issues);

    /// <summary>Reads one entry from its text by field, as the ledger keeps it.</summary>
    public NormalisedRow Normalise(string?[] raw, string? unmapped, string where, IReadOnlyList<Issue>? mapped)
    {
        var issues = new IssueSink(where, mapped);
        var values = new string?[Fields.Count];
        var hasPlace = raw[(int)Field.PropertyAddress] is not null || raw[(int)Field.Postcode] is not null || raw[(int)Field.Uprn] is not null;
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] is { } text && _text.Clean((Field)i, text, issues) is { } clean)
            {
                values[i] = clean == Licence.Withheld ? clean : _values.Read((Field)i, clean, text, issues);
            }
        }

        foreach (var (field, constant) in _spec.Constants)
        {
            if (values[(int)field] is null)
            {
                values[(int)field] = constant;
                _hits?.Add(new RuleHit(field, Rules.Constant, null, constant));
            }
        }

        _values.Derive(values, raw, issues);
        var identity = Identity.Of(_copy.Authority, _spec.Register, _spec.Id, raw);
        var quarantine = !hasPlace ? IssueCodes.RowNoPlace : identity is null ? IssueCodes.RowNoIdentity : null;
        if (quarantine is not null)
        {
            issues.Add(quarantine, null, "");
        }

        values[(int)Field.LicenceId] = identity is { } known ? Identity.Hex(known) : null;
        values[(int)Field.Authority] = _copy.Authority;
        values[(int)Field.Register] = _spec.Register;
        values[(int)Field.Stream] = _spec.Name;
        var key = AddressKeys.Of(_addresses.Fill(values)) ?? PropertyKeys.Of(values[(int)Field.PropertyAddress], values[(int)Field.Postcode], values[(int)Field.Uprn]);
        return new NormalisedRow(new Licence(values), issues.All, quarantine, identity ?? 0, Identity.Content(raw, unmapped), key);
    }
}

/// <summary>Collects the issues of one row; most rows have none.</summary>
internal sealed class IssueSink(string where, IReadOnlyList<Issue>? first)
{
    private List<Issue>? _more;

    public IReadOnlyList<Issue> All => _more ?? first ?? [];

    public void Add(string code, Field? field, string raw) => (_more ??= [.. first ?? []]).Add(new Issue(code, field, raw, where));
}
