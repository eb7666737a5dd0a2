namespace LicensingPipeline.Normalise;

/// <summary>A written date taken apart into three numbers, before anybody decides which is the day.</summary>
internal struct DateParts
{
    public const int First0 = 0;
    public const int Last = 2;

    public int First;
    public int Second;
    public int Third;
    /// <summary>Position of the year: 0 in <c>2016-05-01</c>, 2 in <c>01/05/2016</c>.</summary>
    public int Year;
    /// <summary>How many digits the year is written with.</summary>
    public int YearDigits;
    /// <summary>The month where it is written as a word, else 0. Its place in the order is then taken by the two numbers that are left.</summary>
    public int MonthByName;
    /// <summary>Whether the day carries st, nd, rd or th.</summary>
    public bool Ordinal;
    /// <summary>Whether a time of day follows.</summary>
    public bool HasTime;

    /// <summary>Takes a text apart; false where it does not have the three parts of a date and nothing else.</summary>
    public static bool Read(ReadOnlySpan<char> text, out DateParts parts)
    {
        parts = default;
        Span<int> numbers = [0, 0, 0];
        Span<int> digits = [0, 0, 0];
        var count = 0;
        var i = 0;
        while (i < text.Length && count < 3)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                var from = i;
                while (i < text.Length && char.IsAsciiDigit(text[i]))
                {
                    i++;
                }

                if (i - from > 4)
                {
                    return false;
                }

                (numbers[count], digits[count]) = (int.Parse(text[from..i], System.Globalization.CultureInfo.InvariantCulture), i - from);
                count++;
                parts.Ordinal |= SkipOrdinal(text, ref i);
            }
            else if (char.IsAsciiLetter(c))
            {
                if (!ReadWord(text, ref i, ref parts, numbers, ref count))
                {
                    return false;
                }
            }
            else if (!IsSeparator(text[i++]))
            {
                return false;
            }
        }

        return count == 3 && Finish(text[i..], numbers, digits, ref parts);
    }

    private static bool ReadWord(ReadOnlySpan<char> text, ref int i, ref DateParts parts, Span<int> numbers, ref int count)
    {
        var from = i;
        while (i < text.Length && char.IsAsciiLetter(text[i]))
        {
            i++;
        }

        var word = text[from..i];
        if (parts.MonthByName == 0 && MonthNamed(word) is > 0 and var month)
        {
            parts.MonthByName = month;
            numbers[count++] = month;
            return true;
        }

        return IsFiller(word);
    }

    private static bool Finish(ReadOnlySpan<char> rest, Span<int> numbers, Span<int> digits, ref DateParts parts)
    {
        (parts.First, parts.Second, parts.Third) = (numbers[0], numbers[1], numbers[2]);
        // A year stands first or last; four digits show it, else it is the last.
        parts.Year = digits[0] == 4 ? First0 : Last;
        parts.YearDigits = digits[parts.Year];
        var other = parts.Year == Last ? digits[0] : digits[2];
        if (digits[1] > 2 || other > 2 || parts.YearDigits is not (2 or 4))
        {
            return false;
        }

        rest = rest.Trim();
        parts.HasTime = rest.Length > 0;
        return rest.Length == 0 || IsTime(rest);
    }

    /// <summary><c>00:00:00</c>, <c>T00:00:00.000Z</c>, <c>12:00 AM</c>.</summary>
    private static bool IsTime(ReadOnlySpan<char> rest)
    {
        if (rest[0] is 'T' or 't')
        {
            rest = rest[1..];
        }

        var colon = false;
        foreach (var c in rest)
        {
            colon |= c == ':';
            if (!char.IsAsciiDigit(c) && c is not (':' or '.' or ' ' or '+' or '-' or 'Z' or 'A' or 'P' or 'M' or 'a' or 'p' or 'm'))
            {
                return false;
            }
        }

        return colon && rest.Length > 3 && char.IsAsciiDigit(rest[0]);
    }

    private static bool SkipOrdinal(ReadOnlySpan<char> text, ref int i)
    {
        if (i + 2 <= text.Length && text.Slice(i, 2) is var end
            && (end.Equals("st", StringComparison.OrdinalIgnoreCase) || end.Equals("nd", StringComparison.OrdinalIgnoreCase)
                || end.Equals("rd", StringComparison.OrdinalIgnoreCase) || end.Equals("th", StringComparison.OrdinalIgnoreCase))
            && (i + 2 == text.Length || !char.IsAsciiLetter(text[i + 2])))
        {
            i += 2;
            return true;
        }

        return false;
    }

    private static bool IsSeparator(char c) => c is '/' or '-' or '.' or ' ' or ',' or '\u2013' or '\u2010' or '\u2011';

    private static bool IsFiller(ReadOnlySpan<char> word) =>
        word.Equals("of", StringComparison.OrdinalIgnoreCase) || (word.Length >= 3 && IsDayName(word));

    private static bool IsDayName(ReadOnlySpan<char> word)
    {
        foreach (var name in (ReadOnlySpan<string>)["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
        {
            if (word.Length <= name.Length && word.Equals(name.AsSpan(0, word.Length), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static int MonthNamed(ReadOnlySpan<char> word)
    {
        if (word.Length < 3)
        {
            return 0;
        }

        ReadOnlySpan<string> months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
        for (var m = 0; m < months.Length; m++)
        {
            if (word.Length <= months[m].Length && word.Equals(months[m].AsSpan(0, word.Length), StringComparison.OrdinalIgnoreCase))
            {
                return m + 1;
            }
        }

        return word.Equals("sept", StringComparison.OrdinalIgnoreCase) ? 9 : 0;
    }
}
