using System.Globalization;
using System.Text;

namespace LicensingPipeline.Normalise;

/// <summary>Whether a token is a word, a single letter or a number with or without a letter.</summary>
internal enum TokenType { Word, Letter, Number }

/// <summary>A word or number of an address.</summary>
internal struct AddressToken
{
    public int Start;
    public int Length;
    public TokenType Type;
    public int Number;
    public char Suffix;

    /// <summary>What stands before it: a space, a comma (any break), <c>-</c>, <c>~</c> (a dash between spaces), <c>/</c> or <c>.</c></summary>
    public char Before;

    public AddressWord? Word;

    /// <summary>Whether a part of the address has been made of it already.</summary>
    public bool Taken;

    public readonly int End => Start + Length;

    public readonly bool Is(WordKind kind) => Word is { } word && word.Is(kind);
}

/// <summary>
/// Cuts an address into words and numbers in capital letters without accents. The letters stand in one buffer with one
/// space between tokens, so that several words side by side are one piece of it. Made once and used for every row.
/// </summary>
internal sealed class AddressTokens
{
    /// <summary>An address of more tokens is cut; the longest in a real register has under fifty.</summary>
    public const int Most = 80;

    private readonly char[] _letters = new char[640];
    private readonly AddressToken[] _tokens = new AddressToken[Most];
    private int _used;
    private char _before;

    public int Count { get; private set; }

    /// <summary>Every kind that some word of the address is of, so that a search for others is spared.</summary>
    public WordKind Kinds { get; private set; }

    /// <summary>Whether something at the end was left out because the text is too long to be an address.</summary>
    public bool WasCut { get; private set; }

    public ref AddressToken this[int index] => ref _tokens[index];

    /// <summary>The letters of the tokens from one up to but not including another.</summary>
    public ReadOnlySpan<char> Span(int from, int to) => _letters.AsSpan(_tokens[from].Start, _tokens[to - 1].End - _tokens[from].Start);

    public ReadOnlySpan<char> Span(int index) => _letters.AsSpan(_tokens[index].Start, _tokens[index].Length);

    public void Read(ReadOnlySpan<char> text)
    {
        (Count, _used, _before, WasCut, Kinds) = (0, 0, ',', false, WordKind.None);
        if (!Ascii.IsValid(text))
        {
            text = Folded(text);
        }

        var at = 0;
        while (at < text.Length && !WasCut)
        {
            at = IsPart(text[at]) ? Take(text, at) : Separate(text, at);
        }
    }

    private static bool IsPart(char c) => char.IsAsciiLetterOrDigit(c) || (c > 127 && char.IsLetterOrDigit(c));

    private int Separate(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (c is '&' or '+')
        {
            Emit("AND");
            return at + 1;
        }

        var tight = at > 0 && at + 1 < text.Length && IsPart(text[at - 1]) && IsPart(text[at + 1]);
        var mark = c switch
        {
            ',' or ';' or ':' or '(' or ')' or '[' or ']' or '|' or '\n' or '\r' => ',',
            '-' => tight ? '-' : '~',
            '/' or '\\' => '/',
            '.' when tight && char.IsAsciiDigit(text[at + 1]) => '.',
            _ => ' ',
        };
        if (mark != ' ' && _before != ',')
        {
            _before = mark;
        }

        return at + 1;
    }

    /// <summary>Takes letters and digits up to the next separator; an apostrophe inside a word is no separator.</summary>
    private int Take(ReadOnlySpan<char> text, int at)
    {
        var start = _used;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (IsPart(c))
            {
                if (_used + 2 >= _letters.Length)
                {
                    WasCut = true;
                    break;
                }

                _letters[_used++] = char.ToUpperInvariant(c);
            }
            else if (c != '\'' || at + 1 >= text.Length || !IsPart(text[at + 1]))
            {
                break;
            }
        }

        Cut(start);
        return at;
    }

    /// <summary>"FLT10" and "12FLAT" are two tokens where the letters are a word of ours; "A15" and "N16" are one.</summary>
    private void Cut(int start)
    {
        var run = _letters.AsSpan(start, _used - start);
        var change = run.IndexOfAnyInRange('0', '9');
        if (change == 0)
        {
            change = run.IndexOfAnyExceptInRange('0', '9');
        }

        if (change > 0)
        {
            var digitsFirst = char.IsAsciiDigit(run[0]);
            var letters = digitsFirst ? run[change..] : run[..change];
            if (letters.Length >= 3 && AddressWords.BySpan.TryGetValue(letters, out var word) && word.Is(WordKind.Unit | WordKind.Floor) && !AddressWords.BySpan.ContainsKey(run))
            {
                run[change..].CopyTo(_letters.AsSpan(start + change + 1));
                Close(start, change);
                Close(start + change + 1, run.Length - change);
                return;
            }
        }

        Close(start, run.Length);
    }

    private void Emit(string word)
    {
        if (_used + word.Length + 2 < _letters.Length)
        {
            var start = _used;
            word.CopyTo(_letters.AsSpan(start));
            Close(start, word.Length);
        }
    }

    private void Close(int start, int length)
    {
        if (Count == Most || start + length + 1 >= _letters.Length)
        {
            WasCut = true;
            return;
        }

        var run = _letters.AsSpan(start, length);
        ref var token = ref _tokens[Count++];
        token = new AddressToken { Start = start, Length = length, Before = _before, Number = -1 };
        var digits = run.IndexOfAnyExceptInRange('0', '9') is var n and >= 0 ? n : length;
        if (digits is > 0 and <= 5 && (digits == length || (digits == length - 1 && char.IsAsciiLetter(run[digits]))))
        {
            token.Type = TokenType.Number;
            token.Number = int.Parse(run[..digits], NumberStyles.None, CultureInfo.InvariantCulture);
            token.Suffix = digits < length ? run[digits] : '\0';
        }
        else
        {
            token.Type = length == 1 ? TokenType.Letter : TokenType.Word;
            token.Word = AddressWords.BySpan.TryGetValue(run, out var word) ? word : null;
            Kinds |= word?.Kind ?? WordKind.None;
        }

        _before = ' ';
        _used = start + length;
        _letters[_used++] = ' ';
    }

    /// <summary>Full-width and accented letters become plain ones, all dashes and quotes one; runes that are broken count as spaces.</summary>
    private static string Folded(ReadOnlySpan<char> text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune.Value switch
            {
                0x2018 or 0x2019 or 0x02BC or 0x00B4 => "'",
                >= 0x2010 and <= 0x2015 or 0x2212 => "-",
                0x00BD => " HALF",
                _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.OtherSymbol => " ",
                _ => rune.ToString(),
            });
            if (whole.Length > 2000)
            {
                break;
            }
        }

        var plain = new StringBuilder(whole.Length);
        foreach (var c in whole.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(c);
            }
        }

        return plain.ToString();
    }
}
