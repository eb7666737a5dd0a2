namespace LicensingPipeline.Normalise;

/// <summary>Whether a text says that a name is held back rather than naming anybody.</summary>
internal static class NameWithheld
{
    /// <summary>
    /// A row of stars or of the letter X, or words of which one says so and each other one may stand beside it: a firm
    /// that calls itself Private Lettings is not withheld.
    /// </summary>
    public static bool Is(in NameTokens tokens, string name)
    {
        var says = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            says |= token.Is(NameWord.Hides) || IsRowOfX(tokens.Upper(i));
            if (!token.Is(NameWord.Hides | NameWord.Excuse | NameWord.Number | NameWord.And | NameWord.Comma) && !IsRowOfX(tokens.Upper(i)))
            {
                return false;
            }
        }

        return says || (tokens.Stars >= 3 && tokens.Count == 0 && name.AsSpan().TrimEnd('*').TrimEnd().IndexOfAnyExcept('*', ' ') < 0);
    }

    private static bool IsRowOfX(ReadOnlySpan<char> upper) => upper.Length >= 3 && upper.IndexOfAnyExcept('X') < 0;
}
