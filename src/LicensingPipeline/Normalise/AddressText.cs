namespace LicensingPipeline.Normalise;

/// <summary>Signs in the text of an address that tell whether its cell holds an address at all.</summary>
internal static class AddressText
{
    /// <summary>Whether a date such as <c>25/04/2022</c> stands in the text: the cells of the row have slid into one another (the Lancaster copy).</summary>
    public static bool HoldsDate(ReadOnlySpan<char> text)
    {
        for (var from = 0; from < text.Length; from++)
        {
            var next = text[from..].IndexOfAny('/', '-', '.');
            if (next < 0)
            {
                return false;
            }

            from += next;
            if (Digits(text, from - 1, -1) is 1 or 2 && Digits(text, from + 1, 1) is var middle and (1 or 2)
                && from + middle + 1 < text.Length && text[from + middle + 1] == text[from] && Digits(text, from + middle + 2, 1) is 2 or 4)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first number in the text, or null.</summary>
    public static int? FirstNumber(ReadOnlySpan<char> text)
    {
        var at = text.IndexOfAnyInRange('0', '9');
        if (at < 0)
        {
            return null;
        }

        var number = 0;
        for (; at < text.Length && char.IsAsciiDigit(text[at]) && number < 100_000; at++)
        {
            number = (number * 10) + (text[at] - '0');
        }

        return number;
    }

    private static int Digits(ReadOnlySpan<char> text, int at, int step)
    {
        var count = 0;
        for (; at >= 0 && at < text.Length && char.IsAsciiDigit(text[at]); at += step)
        {
            count++;
        }

        return count;
    }
}
