namespace LicensingPipeline.Normalise;

/// <summary>The words before the number of the house: the name of the building, perhaps with the number of the flat before it.</summary>
internal static class AddressNames
{
    public static void Before(AddressParse parse, int end)
    {
        var from = 0;
        if (parse.Left(0).Type == TokenType.Number)
        {
            var letter = end > 1 && parse.Left(1).Type == TokenType.Letter && parse.Left(0).Suffix == '\0';
            var next = letter ? 2 : 1;
            if (parse.Unit is null && next < end)
            {
                parse.Unit = letter ? parse.Seen.Of(parse.Tokens.Span(parse.Rest[0]), parse.Tokens.Span(parse.Rest[1])) : parse.Seen.Of(parse.Tokens.Span(parse.Rest[0]));
                parse.UnitType ??= "FLAT";
                parse.Fired(AddressRules.FlatWithoutWord);
                from = next;
            }
        }
        else
        {
            from = TakeCode(parse, end);
        }

        while (end > from && parse.Tokens.Span(parse.Rest[end - 1]) is "AT" or "NO" or "NUMBER" or "AND" or "OF")
        {
            end--;
        }

        while (end > from && parse.Tokens.Span(parse.Rest[from]) is "AT" or "AND" or "OF" or "SEE" or "PREMISES")
        {
            from++;
        }

        if (end > from)
        {
            parse.Building = parse.Words(from, end, WordKind.Building);
            parse.Fired(AddressRules.Building);
        }
    }

    /// <summary>"A15 Forster Court": a code before a name is the flat's. The first token left after it.</summary>
    public static int TakeCode(AddressParse parse, int end)
    {
        if (parse.Unit is not null || end < 2 || parse.Left(0).Type != TokenType.Word || parse.Left(0).Word is not null || !IsCode(parse.Tokens.Span(parse.Rest[0])))
        {
            return 0;
        }

        parse.Unit = parse.Seen.Of(parse.Tokens.Span(parse.Rest[0]));
        parse.UnitType ??= "FLAT";
        parse.Fired(AddressRules.FlatWithoutWord);
        return 1;
    }

    private static bool IsCode(ReadOnlySpan<char> word) =>
        word.Length is >= 2 and <= 5 && char.IsAsciiLetter(word[0]) && word[1..].IndexOfAnyInRange('0', '9') >= 0;
}
