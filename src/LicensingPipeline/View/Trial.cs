using LicensingPipeline.Catalogue;
using LicensingPipeline.Normalise;
using LicensingPipeline.Resolve;

namespace LicensingPipeline.View;

/// <summary>What is made of one text, for people who argue with the reader.</summary>
/// <param name="Kind">address, name, date or postcode.</param>
/// <param name="Text">The text as it was given.</param>
/// <param name="Readings">Up to four, the likeliest first; the parts of each by name. Empty where nothing was read.</param>
/// <param name="Rules">Names of the rules that changed something.</param>
/// <param name="Issues">Codes of what is odd about it.</param>
/// <param name="Key">The key under which the same home or holder would be met again; null for a date or postcode, and where nothing was read.</param>
/// <param name="Notes">Sentences about what was not checked or cannot be told from this text alone.</param>
public sealed record Trial(
    string Kind, string Text, IReadOnlyList<IReadOnlyDictionary<string, string>> Readings, IReadOnlyList<string> Rules, IReadOnlyList<string> Issues, string? Key, IReadOnlyList<string> Notes)
{
    /// <summary>What a text may be tried as.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["address", "name", "date", "postcode"];

    private static readonly Field[] Name = [Field.HolderName, Field.HolderKind, Field.HolderCompanyNumber, Field.HolderAddress];
    private static readonly Field[] Postcode = [Field.Postcode, Field.Locality, Field.Ward, Field.Latitude, Field.Longitude];

    /// <summary>Reads a text as a nightly run would read it.</summary>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="text">The text.</param>
    /// <param name="places">The national lists, where they are at hand.</param>
    public static Trial Of(string kind, string text, PlaceTables places) => kind switch
    {
        "address" => Address(text, places),
        "name" => OfName(text, places),
        "date" => Date(text, places),
        "postcode" => OfPostcode(text, places),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A text is tried as one of Kinds."),
    };

    private static Trial Address(string text, PlaceTables places)
    {
        var (row, rules) = Read(Field.PropertyAddress, text, places);
        var postcode = row.Licence[Field.Postcode];
        var readings = row.Licence[Field.PropertyAddress] is { } clean && clean != Licence.Withheld ? new AddressReader().ReadAll(clean, postcode ?? "") : [];
        List<IReadOnlyDictionary<string, string>> parts = [.. readings.Select(r => r.Parts().ToDictionary(p => p.What, p => p.Value, StringComparer.Ordinal)).Where(p => p.Count > 0)];
        List<string> notes = [.. parts.Count > 0 && AddressKeys.Of(readings[0]) is null ? ["The parts are not beyond doubt, so the key is made of the text."] : Array.Empty<string>(), .. Unchecked(postcode, places)];
        return new Trial("address", text, parts, rules, Codes(row, Field.PropertyAddress, Field.Postcode), parts.Count > 0 ? row.PropertyKey : null, notes);
    }

    private static Trial OfName(string text, PlaceTables places)
    {
        var (row, rules) = Read(Field.HolderName, text, places);
        var parts = Parts(row.Licence, Name);
        if (parts.Count == 0 || !parts.ContainsKey(Field.HolderName.Key()))
        {
            return new Trial("name", text, [], rules, Codes(row, Name), null, []);
        }

        var read = NameReader.Read(parts[Field.HolderName.Key()]);
        var people = NameParts.Of(read.Text, familyFirst: null);
        for (var i = 0; i < people.Count; i++)
        {
            var (title, given, family, suffix) = people[i];
            parts[FormattableString.Invariant($"person_{i + 1}")] = string.Join(' ', new[] { title, given, family.ToUpperInvariant(), suffix }.Where(p => p.Length > 0));
        }

        var other = text.Length > 0 && read.Other.End.Value > read.Other.Start.Value ? read.Raw[read.Other] : null;
        _ = other is null || parts.TryAdd("other_name", other);
        string[] notes = people.Count > 0 ? ["The family's name is in capitals here; which of two names is the family's is a guess unless the text shows it."] : [];
        return new Trial("name", text, [parts], rules, Codes(row, Name), HolderKey.Of(row.Licence)?.ToString("x16", System.Globalization.CultureInfo.InvariantCulture), notes);
    }

    private static Trial Date(string text, PlaceTables places)
    {
        var (row, rules) = Read(Field.StartDate, text, places);
        var (other, _) = Read(Field.StartDate, text, places, "MM/dd/yyyy");
        var days = new[] { ("day first", row), ("month first", other) }.Where(r => r.Item2.Licence[Field.StartDate] is { } day && day != Licence.Withheld).ToList();
        var same = days.Count == 2 && row.Licence[Field.StartDate] == other.Licence[Field.StartDate];
        var readings = days.Take(same ? 1 : 2).Select(r => same
            ? new SortedDictionary<string, string>(StringComparer.Ordinal) { ["date"] = r.Item2.Licence[Field.StartDate]! }
            : new SortedDictionary<string, string>(StringComparer.Ordinal) { ["date"] = r.Item2.Licence[Field.StartDate]!, ["order"] = r.Item1 });
        string[] notes = !same && days.Count == 2 ? ["Which of the two it is the source file states under dates, or the column proves by a day above 12."] : [];
        return new Trial("date", text, [.. readings], rules, Codes(row, Field.StartDate), null, notes);
    }

    private static Trial OfPostcode(string text, PlaceTables places)
    {
        var (row, rules) = Read(Field.Postcode, text, places);
        var parts = Parts(row.Licence, Postcode);
        return new Trial("postcode", text, parts.Count > 0 ? [parts] : [], rules, Codes(row, Field.Postcode), null, Unchecked(row.Licence[Field.Postcode], places));
    }

    private static string[] Unchecked(string? postcode, PlaceTables places) =>
        postcode is null || places.Postcodes is not null ? [] : ["Whether the postcode exists was not checked; './licensing reference update' brings the list."];

    private static SortedDictionary<string, string> Parts(Licence licence, Field[] fields) =>
        new(fields.Where(f => licence[f] is not null).ToDictionary(f => f.Key(), f => licence[f]!, StringComparer.Ordinal), StringComparer.Ordinal);

    private static string[] Codes(NormalisedRow row, params Field[] fields) =>
        [.. row.Issues.Where(i => i.Field is { } field && fields.Contains(field) && i.Code != IssueCodes.PostcodeMissing).Select(i => i.Code).Distinct(StringComparer.Ordinal)];

    /// <summary>The text in its field of an otherwise empty entry, read by the same code that reads a register.</summary>
    private static (NormalisedRow Row, string[] Rules) Read(Field field, string text, PlaceTables places, string? dates = null)
    {
        var hits = new List<RuleHit>();
        var raw = new string?[Fields.Count];
        raw[(int)field] = text;
        var spec = Nothing with { Dates = dates is null ? [] : [dates] };
        var row = new Normaliser(spec, CopyContext.Of("", AsAt) with { Places = places }, hits).Normalise(raw, null, "the text", null);
        return (row, [.. hits.Select(h => h.Rule).Distinct(StringComparer.Ordinal)]);
    }

    // No register's: far enough ahead that no date is odd for lying behind it.
    private static readonly DateOnly AsAt = new(2100, 1, 1);

    private static readonly StreamSpec Nothing = new()
    {
        Name = "try",
        Register = "licences",
        Read = new ReadSpec("csv"),
        Layouts = [],
        Covers = new Covers([], "whole-borough", ""),
        StartMeans = "unknown",
        Cadence = "",
        Terms = new Terms("none-stated", "unstated", ""),
        Guards = new Guards(1, new Dictionary<Field, Limit>()),
        Examples = [],
        Fingerprint = "",
    };
}
