namespace LicensingPipeline.Extract;

/// <summary>
/// Whether a spreadsheet's number format shows a date. A number and a date are the same in the file, so the format
/// is all there is to tell them apart.
/// </summary>
internal static class NumberFormats
{
    /// <summary>The kind of a format by its number, where the workbook spells it nowhere out.</summary>
    public static NumberKind BuiltIn(int id) => id switch
    {
        >= 14 and <= 17 or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => NumberKind.Date,
        >= 18 and <= 21 or (>= 32 and <= 35) or 45 or 47 or 55 or 56 => NumberKind.Time,
        46 => NumberKind.Elapsed,
        _ => NumberKind.Number,
    };

    /// <summary>The kind of a format by its code, such as <c>dd/mm/yyyy;@</c>.</summary>
    public static NumberKind Of(string code)
    {
        bool day = false, month = false, hour = false;
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (char.ToLowerInvariant(code[i]))
            {
                case '"':
                    i = End(code, i, '"');
                    break;
                case '[':
                    var end = End(code, i, ']');
                    if (IsElapsed(code.AsSpan(i + 1, Math.Max(0, end - i - 1))))
                    {
                        return NumberKind.Elapsed;
                    }

                    i = end;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'd' or 'y':
                    day = true;
                    break;
                case 'm':
                    month = true;
                    break;
                case 'h' or 's':
                    hour = true;
                    break;
                // "General" with text after it holds no letter of a date, but its own letters are no format either.
                case 'g' when code.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    i += "General".Length - 1;
                    break;
                default:
                    break;
            }
        }

        return day || (month && !hour) ? NumberKind.Date : hour ? NumberKind.Time : NumberKind.Number;
    }

    private static int End(string code, int from, char mark)
    {
        var end = code.IndexOf(mark, from + 1);
        return end < 0 ? code.Length : end;
    }

    private static bool IsElapsed(ReadOnlySpan<char> inside) =>
        inside.Length > 0 && inside.TrimStart(inside[0]).IsEmpty && char.ToLowerInvariant(inside[0]) is 'h' or 'm' or 's';
}
