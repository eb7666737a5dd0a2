using System.Buffers;
using System.Text.Json;

namespace LicensingPipeline.Summarise;

/// <summary>How a record is written as JSON: counts as numbers, whether it is in force as true or false, all else as text.</summary>
public static class RecordJson
{
    private static readonly SearchValues<char> InNumbers = SearchValues.Create("0123456789.");

    /// <summary>Writes the fields into the object that is open.</summary>
    public static void Write(Utf8JsonWriter json, Licence licence, IReadOnlyList<Field> fields)
    {
        foreach (var field in fields)
        {
            Write(json, field, licence[field]);
        }
    }

    private static void Write(Utf8JsonWriter json, Field field, string? value)
    {
        var key = field.Key();
        if (value is null)
        {
            json.WriteNull(key);
        }
        else if (field.Kind() == FieldKind.Flag && value is "true" or "false")
        {
            json.WriteBoolean(key, value == "true");
        }
        else if (field.Kind() is FieldKind.WholeNumber or FieldKind.Decimal && IsNumber(value))
        {
            json.WritePropertyName(key);
            json.WriteRawValue(value, skipInputValidation: true);
        }
        else
        {
            json.WriteString(key, value);
        }
    }

    /// <summary>A count may be the mark "withheld" too, and a whole number may start with a nought: JSON knows no such number.</summary>
    private static bool IsNumber(string value)
    {
        var digits = value.AsSpan().TrimStart('-');
        return digits.Length > 0 && digits.IndexOfAnyExcept(InNumbers) < 0 && char.IsAsciiDigit(digits[^1])
            && char.IsAsciiDigit(digits[0]) && (digits[0] != '0' || digits.Length == 1 || digits[1] == '.')
            && digits.Count('.') <= 1 && value.Length - digits.Length <= 1;
    }
}
