namespace LicensingPipeline.Normalise;

/// <summary>One word or sign of a name: where it stands, and what it may say.</summary>
internal readonly record struct NameToken(ushort Start, ushort Length, ushort UpperStart, ushort UpperLength, NameWord Means, byte Depth)
{
    /// <summary>The position after it.</summary>
    public int End => Start + Length;

    /// <summary>Whether it says any of these.</summary>
    public bool Is(NameWord any) => (Means & any) != NameWord.None;
}

/// <summary>
/// A name cut into words and signs, on memory of the caller: a name is read twice a row and nothing may be left over.
/// What is longer than <see cref="Longest"/> is read so far only; no name is.
/// </summary>
internal ref struct NameTokens
{
    /// <summary>Most characters that are read.</summary>
    public const int Longest = 320;

    /// <summary>Most words that are read.</summary>
    public const int Most = 48;

    private readonly ReadOnlySpan<char> _text;
    private readonly Span<char> _upper;
    private readonly Span<NameToken> _tokens;
    private int _used;

    public NameTokens(ReadOnlySpan<char> text, Span<char> upper, Span<NameToken> tokens)
    {
        _text = text.Length > Longest ? text[..Longest] : text;
        _upper = upper;
        _tokens = tokens;
        Cut();
    }

    /// <summary>How many words and signs there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many brackets are open at the end.</summary>
    public int Open { get; private set; }

    /// <summary>How many stars, which some registers print over a name.</summary>
    public int Stars { get; private set; }

    public readonly NameToken this[int i] => _tokens[i];

    /// <summary>A word in capitals without its full stops.</summary>
    public readonly ReadOnlySpan<char> Upper(int i) => _upper.Slice(_tokens[i].UpperStart, _tokens[i].UpperLength);

    /// <summary>Whether a word is there and is this one.</summary>
    public readonly bool At(int i, string word) => (uint)i < (uint)Count && Upper(i).SequenceEqual(word);

    /// <summary>Whether a word is there and says any of these.</summary>
    public readonly bool Is(int i, NameWord any) => (uint)i < (uint)Count && _tokens[i].Is(any);

    private void Cut()
    {
        var i = 0;
        while (i < _text.Length && Count < _tokens.Length)
        {
            var c = _text[i];
            if (IsOfWord(c))
            {
                i = Word(i);
                continue;
            }

            switch (c)
            {
                case '(' or '[' or '{':
                    Open++;
                    break;
                case ')' or ']' or '}':
                    Open = Math.Max(0, Open - 1);
                    break;
                case '*':
                    Stars++;
                    break;
                case '&' or '+' or ';' or '/' or '\\' or '|':
                    Add(i, 1, _used, NameWord.And);
                    break;
                case ',' or '\n' or '\r':
                    Add(i, 1, _used, NameWord.Comma);
                    break;
            }

            i++;
        }
    }

    /// <summary>Reads one word; full stops and strokes between single letters belong to it, so that L.L.P. and T/A are words.</summary>
    private int Word(int from)
    {
        var (i, start, means) = (from, _used, NameWord.None);
        var single = 0;
        while (i < _text.Length)
        {
            var c = _text[i];
            if (IsOfWord(c))
            {
                means |= char.IsAsciiDigit(c) ? NameWord.Number : char.IsLetter(c) || char.IsSurrogate(c) ? NameWord.Letters : NameWord.None;
                _upper[_used++] = char.ToUpperInvariant(c);
                single++;
            }
            else if (c is '\'' or '\u2019' or '-' or '@' && i + 1 < _text.Length && IsOfWord(_text[i + 1]))
            {
                _upper[_used++] = c == '\u2019' ? '\'' : c;
                single = 2;
            }
            else if (c is '.' or '/' && single == 1 && i + 1 < _text.Length && IsOfWord(_text[i + 1]) && !IsOfWord(At(i + 2)) && !char.IsAsciiDigit(_text[i + 1]))
            {
                means |= NameWord.Dotted;
                single = 0;
                if (c == '/')
                {
                    _upper[_used++] = '/';
                }
            }
            else
            {
                break;
            }

            i++;
        }

        Add(from, i - from, start, means);
        return i;
    }

    private readonly char At(int i) => i < _text.Length ? _text[i] : ' ';

    private void Add(int start, int length, int upper, NameWord means)
    {
        var word = _upper[upper.._used];
        var known = word.Length == 0 ? NameWord.None : NameWords.Of(word);

        // D.R. and M.S. are initials, Dr and Ms are titles.
        known &= (means & NameWord.Dotted) == NameWord.None ? ~NameWord.None : ~(NameWord.Title | NameWord.Rank);
        _tokens[Count++] = new NameToken((ushort)start, (ushort)length, (ushort)upper, (ushort)word.Length, means | known, (byte)Math.Min(Open, byte.MaxValue));
    }

    private static bool IsOfWord(char c) => char.IsAsciiLetterOrDigit(c) || (c > '\u007F' && (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || IsMark(c)));

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
