using System.Globalization;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Normalise;

/// <summary>The second half of reading a value: cleaned text becomes the canonical value of its field.</summary>
internal sealed class FieldValues
{
    private static readonly string[] SmallNumbers = [.. Enumerable.Range(0, 200).Select(n => n.ToString(CultureInfo.InvariantCulture))];

    private readonly StreamSpec _spec;
    private readonly List<RuleHit>? _hits;
    private readonly DateValues _dates;
    private readonly PostcodeValues _postcodes;
    private readonly NameValues _names;

    public FieldValues(StreamSpec spec, CopyContext copy, List<RuleHit>? hits)
    {
        (_spec, _hits) = (spec, hits);
        (_dates, _postcodes, _names) = (new DateValues(spec, copy, hits), new PostcodeValues(copy, hits), new NameValues(hits));
    }

    /// <summary>Reads a cleaned text into the field's canonical value, or null with an issue.</summary>
    public string? Read(Field field, string text, string raw, IssueSink issues)
    {
        switch (field)
        {
            case Field.Scheme:
                return Word(field, text, raw, issues, canonical: StreamSpecReader.Schemes);
            case Field.Postcode:
                return _postcodes.Read(text, raw, issues);
            case Field.Uprn:
                return Uprn(text, raw, issues);
            case Field.DurationMonths:
                return Duration(text, raw, issues);
            case Field.PropertyAddress:
                CheckAddress(text, raw, issues);
                return text;
        }

        return field.Kind() switch
        {
            FieldKind.Date => _dates.Read(field, text, raw, issues),
            FieldKind.WholeNumber => Whole(field, text, raw, issues),
            FieldKind.Decimal => Degrees(field, text, raw, issues),
            _ => _spec.Values.ContainsKey(field) ? Word(field, text, raw, issues, canonical: null) : text,
        };
    }

    /// <summary>Fills what follows from other fields, and judges dates against each other.</summary>
    public void Derive(string?[] values, string?[] raw, IssueSink issues)
    {
        _names.Read(values, raw, issues);
        if (values[(int)Field.Latitude] is not null && values[(int)Field.Longitude] is not null)
        {
            values[(int)Field.CoordinatesBasis] = "published";
        }

        _postcodes.Derive(values, raw, issues);
        _dates.Derive(values, raw, issues);
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

        var whole = number < SmallNumbers.Length ? SmallNumbers[number] : number.ToString(CultureInfo.InvariantCulture);
        if (_hits is not null && whole != text)
        {
            _hits.Add(new RuleHit(field, Rules.Number, text, whole));
        }

        return whole;
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

    private static void CheckAddress(string text, string raw, IssueSink issues)
    {
        if (AddressText.HoldsDate(text))
        {
            issues.Add(IssueCodes.AddressHoldsDate, Field.PropertyAddress, raw);
        }
    }
}
