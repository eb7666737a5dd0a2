namespace LicensingPipeline;

/// <summary>
/// One licence as the pipeline understands it: the common record. Values are kept as canonical text by field (dates
/// ISO 8601, whole numbers in digits, degrees WGS 84); empty means that the register does not state it, and
/// <see cref="Withheld"/> that it says it withholds it. Made by Normalise and changed by nobody; the raw text stays
/// with the row it came from.
/// </summary>
public sealed class Licence
{
    /// <summary>The mark of a value that the register says it withholds.</summary>
    public const string Withheld = "withheld";

    private readonly string?[] _values;

    /// <summary>Makes a licence of values in the order of <see cref="Fields.All"/>.</summary>
    public Licence(string?[] values)
    {
        if (values.Length != Fields.Count)
        {
            throw new ArgumentException($"A record has {Fields.Count} values.", nameof(values));
        }

        _values = values;
    }

    /// <summary>The canonical text of a field, or null where it is empty.</summary>
    public string? this[Field field] => _values[(int)field];

    /// <summary>The values in the order of <see cref="Fields.All"/>.</summary>
    public ReadOnlySpan<string?> Values => _values;

    /// <summary>First 16 hex digits of the hash of authority, register and reference; suffixed where several entries share it.</summary>
    public string Id => _values[(int)Field.LicenceId] ?? "";

    /// <summary>The date in a field, or null where it is empty.</summary>
    public DateOnly? Date(Field field)
    {
        // Written by ourselves, so ten characters that begin with a digit are a date; asked three times a row.
        return _values[(int)field] is { Length: 10 } iso && char.IsAsciiDigit(iso[0])
            ? new DateOnly(Number(iso, 0, 4), Number(iso, 5, 2), Number(iso, 8, 2))
            : null;
    }

    /// <summary>The same licence with other values in some fields.</summary>
    public Licence With(params ReadOnlySpan<(Field Field, string? Value)> changes)
    {
        var values = (string?[])_values.Clone();
        foreach (var (field, value) in changes)
        {
            values[(int)field] = value;
        }

        return new Licence(values);
    }

    private static int Number(string text, int from, int digits)
    {
        var number = 0;
        for (var i = from; i < from + digits; i++)
        {
            number = (number * 10) + (text[i] - '0');
        }

        return number;
    }
}
