using System.Globalization;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Normalise;

/// <summary>The second half of reading a value: cleaned text becomes the canonical value of its field.</summary>
internal sealed class FieldValues
{
    private static readonly DateOnly RegimeBegan = new(2006, 4, 6);
    private static readonly string[] SmallNumbers = [.. Enumerable.Range(0, 200).Select(n => n.ToString(CultureInfo.InvariantCulture))];

    private readonly StreamSpec _spec;
    private readonly CopyContext _copy;
    private readonly List<RuleHit>? _hits;
    private readonly DateOrder _stated;
    private readonly DateOnly _farFuture;
    private readonly DayTexts _days = new();

    public FieldValues(StreamSpec spec, CopyContext copy, List<RuleHit>? hits)
    {
        (_spec, _copy, _hits) = (spec, copy, hits);
        _stated = spec.Dates.Any(f => f.TrimStart().StartsWith('M')) ? DateOrder.MonthFirst : DateOrder.DayFirst;
        _farFuture = copy.AsAt.AddYears(1);
    }

    /// <summary>Reads a cleaned text into the field's canonical value, or null with an issue.</summary>
    public string? Read(Field field, string text, string raw, IssueSink issues)
    {
        switch (field)
        {
            case Field.Scheme:
                return Word(field, text, raw, issues, canonical: StreamSpecReader.Schemes);
            case Field.Postcode:
                return Postcode(text, raw, issues);
            case Field.Uprn:
                return Uprn(text, raw, issues);
            case Field.DurationMonths:
                return Duration(text, raw, issues);
            case Field.PropertyAddress:
                CheckAddress(text, raw, issues);
                return text;
            case Field.HolderName or Field.ManagerName:
                if (text.AsSpan().Count('(') != text.AsSpan().Count(')'))
                {
                    issues.Add(IssueCodes.TextUnclosedBracket, field, raw);
                }

                return text;
        }

        return field.Kind() switch
        {
            FieldKind.Date => Date(field, text, raw, issues),
            FieldKind.WholeNumber => Whole(field, text, raw, issues),
            FieldKind.Decimal => Degrees(field, text, raw, issues),
            _ => _spec.Values.ContainsKey(field) ? Word(field, text, raw, issues, canonical: null) : text,
        };
    }

    /// <summary>Fills what follows from other fields, and judges dates against each other.</summary>
    public void Derive(string?[] values, string?[] raw, IssueSink issues)
    {
        FindPostcode(values, raw, issues);
        Kinds(values, Field.HolderName, Field.HolderKind, Field.HolderCompanyNumber);
        Kinds(values, Field.ManagerName, Field.ManagerKind, Field.ManagerCompanyNumber);
        if (values[(int)Field.Latitude] is not null && values[(int)Field.Longitude] is not null)
        {
            values[(int)Field.CoordinatesBasis] = "published";
        }

        Term(values, raw, issues);
    }

    private void Term(string?[] values, string?[] raw, IssueSink issues)
    {
        var start = Day(values[(int)Field.StartDate]);
        var end = Day(values[(int)Field.EndDate]);
        if (end is not null)
        {
            values[(int)Field.EndDateBasis] = "stated";
        }
        else if (start is { } from && int.TryParse(values[(int)Field.DurationMonths], NumberStyles.None, CultureInfo.InvariantCulture, out var months) && months is > 0 and <= 1200 && from.Year < 9900)
        {
            end = from.AddMonths(months).AddDays(-1);
            values[(int)Field.EndDate] = _days.Of(end.Value);
            values[(int)Field.EndDateBasis] = "computed";
            _hits?.Add(new RuleHit(Field.EndDate, Rules.EndComputed, null, values[(int)Field.EndDate]));
        }

        Plausible(Field.StartDate, start, raw, issues);
        Plausible(Field.IssueDate, Day(values[(int)Field.IssueDate]), raw, issues);
        if (start is { } begin && end is { } close)
        {
            if (close <= begin)
            {
                issues.Add(IssueCodes.DateEndBeforeStart, Field.EndDate, raw[(int)Field.EndDate] ?? "");
            }
            else if (close.DayNumber > (begin.Year <= 9990 ? begin.AddYears(5).DayNumber + 31 : int.MaxValue))
            {
                issues.Add(IssueCodes.TermOverFiveYears, Field.EndDate, raw[(int)Field.EndDate] ?? "");
            }
        }

        if (end is { } last)
        {
            values[(int)Field.InForce] = last >= _copy.AsAt && (start is null || start <= _copy.AsAt) ? "true" : "false";
        }
    }

    private void Plausible(Field field, DateOnly? day, string?[] raw, IssueSink issues)
    {
        if (day < RegimeBegan)
        {
            issues.Add(IssueCodes.DateBeforeRegime, field, raw[(int)field] ?? "");
        }
        else if (day > _farFuture)
        {
            issues.Add(IssueCodes.DateFarFuture, field, raw[(int)field] ?? "");
        }
    }

    private string? Date(Field field, string text, string raw, IssueSink issues)
    {
        var proven = _copy.Proven.TryGetValue(field, out var order);
        var read = Dates.Read(text, proven ? order : _stated, proven);
        if (read.Day is { } day)
        {
            var iso = _days.Of(day);
            _hits?.Add(new RuleHit(field, read.Rule!, text, iso));
            return iso;
        }

        issues.Add(read.NoSuchDay ? IssueCodes.DateNoSuchDay : IssueCodes.DateUnreadable, field, raw);
        return null;
    }

    private string? Whole(Field field, string text, string raw, IssueSink issues)
    {
        var digits = text.EndsWith(".0", StringComparison.Ordinal) ? text.AsSpan(0, text.Length - 2) : text;
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            issues.Add(IssueCodes.NumberUnreadable, field, raw);
            return null;
        }

        if (number == 0 && _spec.ZeroMeansUnknown.Contains(field))
        {
            _hits?.Add(new RuleHit(field, Rules.ZeroUnknown, text, null));
            return null;
        }

        return number < SmallNumbers.Length ? SmallNumbers[number] : number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary><c>5 years</c>, <c>18 months</c>, or a bare number in the unit the source file states.</summary>
    private string? Duration(string text, string raw, IssueSink issues)
    {
        var digits = text.AsSpan(0, text.AsSpan().IndexOfAnyExceptInRange('0', '9') is var n and >= 0 ? n : text.Length);
        var unit = text.AsSpan(digits.Length).Trim();
        var years = unit.StartsWith("y", StringComparison.OrdinalIgnoreCase) || (unit.Length == 0 && _spec.Units.GetValueOrDefault(Field.DurationMonths) == "years");
        var months = unit.StartsWith("m", StringComparison.OrdinalIgnoreCase) || (unit.Length == 0 && !years);
        if (digits.Length is 0 or > 4 || (!years && !months))
        {
            issues.Add(IssueCodes.NumberUnreadable, Field.DurationMonths, raw);
            return null;
        }

        var number = int.Parse(digits, CultureInfo.InvariantCulture) * (years ? 12 : 1);
        _hits?.Add(new RuleHit(Field.DurationMonths, years ? Rules.DurationYears : Rules.DurationMonths, text, number.ToString(CultureInfo.InvariantCulture)));
        return number == 0 && _spec.ZeroMeansUnknown.Contains(Field.DurationMonths) ? null : number.ToString(CultureInfo.InvariantCulture);
    }

    private string? Word(Field field, string text, string raw, IssueSink issues, IReadOnlyList<string>? canonical)
    {
        if (_spec.Values.TryGetValue(field, out var words) && (words.TryGetValue(text, out var value) || words.TryGetValue(Headings.Normal(text), out value)))
        {
            _hits?.Add(new RuleHit(field, Rules.ValueMapped, text, value));
            return value;
        }

        if (canonical is null || canonical.Contains(text, StringComparer.Ordinal))
        {
            return text;
        }

        issues.Add(IssueCodes.ValueUnmapped, field, raw);
        return null;
    }

    private static string? Degrees(Field field, string text, string raw, IssueSink issues)
    {
        // The United Kingdom with its waters: 49 to 61 north, 9 west to 2.1 east.
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees)
            && (field == Field.Latitude ? degrees is >= 49 and <= 61 : degrees is >= -9 and <= 2.1m))
        {
            return degrees.ToString(CultureInfo.InvariantCulture);
        }

        issues.Add(IssueCodes.CoordinatesUnreadable, field, raw);
        return null;
    }

    private string? Uprn(string text, string raw, IssueSink issues)
    {
        if (text.Length <= 12 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 && text.AsSpan().TrimStart('0') is { Length: > 0 } digits)
        {
            var uprn = digits.Length == text.Length ? text : digits.ToString();
            if (uprn.Length != text.Length)
            {
                _hits?.Add(new RuleHit(Field.Uprn, Rules.Uprn, text, uprn));
            }

            return uprn;
        }

        issues.Add(IssueCodes.UprnUnreadable, Field.Uprn, raw);
        return null;
    }

    private string? Postcode(string text, string raw, IssueSink issues)
    {
        var (postcode, how) = Postcodes.Read(text);
        if (postcode is null)
        {
            issues.Add(IssueCodes.PostcodeUnreadable, Field.Postcode, raw);
            return null;
        }

        Note(how, text, postcode, issues);
        return how == Postcodes.Reading.AsWritten ? text : postcode;
    }

    private void FindPostcode(string?[] values, string?[] raw, IssueSink issues)
    {
        if (values[(int)Field.Postcode] is not null)
        {
            return;
        }

        if (values[(int)Field.PropertyAddress] is { } address && Postcodes.Find(address, out var at) is { Postcode: { } found } read)
        {
            values[(int)Field.Postcode] = found;
            _hits?.Add(new RuleHit(Field.Postcode, Rules.PostcodeFound, address[at..], found));
            Note(read.How, address[at..], found, issues);
        }
        else if (raw[(int)Field.Postcode] is null)
        {
            issues.Add(IssueCodes.PostcodeMissing, Field.Postcode, "");
        }
    }

    private void Note(Postcodes.Reading how, string text, string postcode, IssueSink issues)
    {
        if (how == Postcodes.Reading.Repaired)
        {
            issues.Add(IssueCodes.PostcodeRepaired, Field.Postcode, text);
        }

        if (how is Postcodes.Reading.Repaired or Postcodes.Reading.Spaced)
        {
            _hits?.Add(new RuleHit(Field.Postcode, how == Postcodes.Reading.Repaired ? Rules.PostcodeRepaired : Rules.PostcodeSpaced, text, postcode));
        }
    }

    private static void CheckAddress(string text, string raw, IssueSink issues)
    {
        if (AddressText.HoldsDate(text))
        {
            issues.Add(IssueCodes.AddressHoldsDate, Field.PropertyAddress, raw);
        }
    }

    private void Kinds(string?[] values, Field name, Field kind, Field number)
    {
        if (values[(int)name] is not { } text)
        {
            return;
        }

        values[(int)kind] = HolderKinds.Of(text);
        if (values[(int)number] is null && HolderKinds.CompanyNumber(text, values[(int)kind]) is { } found)
        {
            values[(int)number] = found;
            _hits?.Add(new RuleHit(number, Rules.CompanyNumber, text, found));
        }
    }

    private static DateOnly? Day(string? iso) => iso is { Length: 10 } && DayTexts.TryRead(iso, out var day) ? day : null;
}
