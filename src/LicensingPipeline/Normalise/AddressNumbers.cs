namespace LicensingPipeline.Normalise;

/// <summary>Finds the number in the street among the numbers that are left, with its letter or its range.</summary>
internal static class AddressNumbers
{
    /// <summary>A run of numbers side by side or joined by a dash.</summary>
    /// <param name="From">The first token left that belongs to it.</param>
    /// <param name="To">The one after the last.</param>
    public readonly record struct Group(int From, int To);

    /// <summary>The group that is the number in the street: the last one that words follow; where none is followed by words, the last.</summary>
    public static Group? House(AddressParse parse)
    {
        Group? house = null;
        var followed = false;
        for (var n = 0; n < parse.RestCount; n++)
        {
            if (parse.Left(n).Type != TokenType.Number)
            {
                continue;
            }

            var group = At(parse, n);
            var hasWords = HasWords(parse, group.To);
            if (hasWords || !followed)
            {
                house = group;
                followed |= hasWords;
            }

            n = group.To - 1;
        }

        return house;
    }

    /// <summary>Fills number, letter and range from a group, and a unit from a number that stands before them.</summary>
    public static void Fill(AddressParse parse, Group group)
    {
        Span<int> numbers = stackalloc int[4];
        var count = 0;
        for (var n = group.From; n < group.To; n++)
        {
            if (parse.Left(n).Type == TokenType.Number && count < numbers.Length)
            {
                numbers[count++] = n;
            }
        }

        var last = numbers[count - 1];
        if (count == 1)
        {
            Set(parse, last, group.To);
            return;
        }

        var (low, high) = (numbers[count - 2], last);
        var joined = Joined(parse, low, high);
        var (a, b) = (parse.Left(low), parse.Left(high));
        // "See 12-14, 15 High Street" in a cell without commas: after a range one more number is the house's.
        var afterRange = count > 2 && joined == ' ' && Joined(parse, numbers[count - 3], low) is '-' or '~';
        var ordered = !afterRange && a.Number < b.Number && b.Number - a.Number <= (joined == '-' ? 200 : parse.Unit is not null && a.Number % 2 == b.Number % 2 ? 100 : 40);
        if (ordered && joined is '-' or '~' or 'T' || (a.Number == b.Number && b.Suffix != '\0' && joined is '-' or '~') || (ordered && joined == '/') || (ordered && joined == ' ' && (parse.Unit is not null || count > 2)))
        {
            SetRange(parse, low, high, group);
            parse.MaybeUnit = joined is '/' && parse.Unit is null;
            if (count > 2)
            {
                Before(parse, numbers[0], low);
            }
        }
        else
        {
            Set(parse, high, group.To);
            parse.MaybeRange = ordered && joined is ' ' && parse.Unit is null;
            Before(parse, low, high);
        }
    }

    private static Group At(AddressParse parse, int n)
    {
        var end = n + 1;
        while (end < parse.RestCount)
        {
            var isLetter = parse.Left(end).Type == TokenType.Letter && !parse.BreakBefore(end) && parse.Left(end - 1).Suffix == '\0' && parse.Left(end - 1).Type == TokenType.Number;
            if (isLetter || Half(parse, end) > end)
            {
                end = isLetter ? end + 1 : Half(parse, end);
            }
            else if (parse.Left(end).Type == TokenType.Number)
            {
                end++;
            }
            else if (end + 1 < parse.RestCount && parse.Left(end + 1).Type == TokenType.Number && parse.Tokens.Span(parse.Rest[end]) is "TO" or "AND")
            {
                end += 2;
            }
            else
            {
                break;
            }
        }

        return new Group(n, end);
    }

    /// <summary>"144 and a half": where a half follows, the token after it.</summary>
    private static int Half(AddressParse parse, int n)
    {
        for (var end = n; end < Math.Min(parse.RestCount, n + 3); end++)
        {
            if (parse.Tokens.Span(parse.Rest[end]) is "HALF")
            {
                return end + 1;
            }

            if (!(parse.Tokens.Span(parse.Rest[end]) is "AND" or "A"))
            {
                break;
            }
        }

        return n;
    }

    private static bool HasWords(AddressParse parse, int from)
    {
        for (var n = from; n < parse.RestCount; n++)
        {
            if (parse.Left(n).Type == TokenType.Word)
            {
                return true;
            }
        }

        return false;
    }

    private static char Joined(AddressParse parse, int low, int high)
    {
        var between = high - low == 1 ? ' ' : parse.Tokens.Span(parse.Rest[high - 1]) is "TO" or "AND" ? 'T' : ' ';
        return parse.Left(high).Before is '-' or '~' or '/' ? parse.Left(high).Before : parse.Left(high).Before == ',' ? ',' : between;
    }

    private static void SetRange(AddressParse parse, int low, int high, Group group)
    {
        parse.From = parse.Left(low).Number;
        Set(parse, high, group.To, isRange: true);
        parse.Suffix ??= LetterOf(parse, low, high);
        parse.Fired(AddressRules.Range);
    }

    private static void Set(AddressParse parse, int n, int end, bool isRange = false)
    {
        (parse.From, parse.To) = isRange ? (parse.From, parse.Left(n).Number) : (parse.Left(n).Number, 0);
        parse.Suffix = LetterOf(parse, n, end);
    }

    private static string? LetterOf(AddressParse parse, int n, int end)
    {
        if (Half(parse, n + 1) > n + 1)
        {
            parse.Fired(AddressRules.Half);
            return "HALF";
        }

        var suffix = parse.Left(n).Suffix;
        if (suffix == '\0' && n + 1 < end && parse.Left(n + 1).Type == TokenType.Letter)
        {
            suffix = parse.Tokens.Span(parse.Rest[n + 1])[0];
        }

        if (suffix == '\0')
        {
            return null;
        }

        parse.Fired(AddressRules.Letter);
        return parse.Seen.Of([suffix]);
    }

    /// <summary>A number before the number of the house: the same one over again, or the flat's.</summary>
    private static void Before(AddressParse parse, int first, int next)
    {
        var number = parse.Left(first).Number;
        var letter = LetterOf(parse, first, next);
        var again = number == parse.From || number == parse.To;
        if (again)
        {
            parse.Fired(AddressRules.Doubled);
            if (letter is not null && letter == parse.Suffix)
            {
                return;
            }

            parse.Unit ??= letter;
            parse.UnitType ??= letter is null ? null : "FLAT";
        }
        else if (parse.Unit is null)
        {
            parse.Unit = parse.Seen.Of(parse.Seen.Of(number), letter);
            parse.UnitType ??= "FLAT";
            parse.Fired(AddressRules.TwoNumbers);
        }
        else
        {
            parse.Doubt = true;
        }
    }
}
