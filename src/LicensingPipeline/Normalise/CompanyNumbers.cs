using System.Collections.Frozen;

namespace LicensingPipeline.Normalise;

/// <summary>
/// The company's number at Companies House beside a name: eight digits, or two letters and six digits. Swindon's list writes
/// it bare, in brackets, and behind some twenty spellings of "company registration number"; leading noughts, which
/// spreadsheets drop, are put back. A charity's number is not a company's.
/// </summary>
internal static class CompanyNumbers
{
    private static readonly FrozenSet<string> Labels = "CO C0 COMP COMPANY COMPANIES CRN REG REGN RGN REGD REGISTERED REGISTRATION NO NOS NUM NUMBER HOUSE CH ID".Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Companys = "CO C0 COMP COMPANY COMPANIES CRN CH".Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Prefixes = "AC BR CE CN CR CS ES FC FE GE GN GS IC IP LP NA NC NF NI NL NO NP NR NV NZ OC OE PC RC RS SA SC SE SF SG SI SL SO SP SR SZ ZC".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The first company number among the words, or null.</summary>
    public static string? Find(in NameTokens tokens, int count, string name, NameKind kind)
    {
        for (var i = 0; i < count; i++)
        {
            if (!tokens[i].Is(NameWord.Number) || Digits(tokens, i, count) is not { Length: > 0 } number)
            {
                continue;
            }

            var label = LabelBefore(tokens, i, name);
            if (label == Label.Charity || (label != Label.Company && !IsPlausible(label, tokens[i].UpperLength, number, kind)))
            {
                continue;
            }

            return number;
        }

        return null;
    }

    private enum Label
    {
        None,
        Vague,
        Company,
        Charity,
    }

    /// <summary>Without a label that says company seven digits are the least; without any label only beside what is no person by its name.</summary>
    private static bool IsPlausible(Label label, int length, string number, NameKind kind)
    {
        var body = kind is NameKind.Company or NameKind.PublicBody;
        return (body || label == Label.Vague) && (length >= 7 || (body && (label == Label.Vague || char.IsAsciiLetter(number[0]))));
    }

    /// <summary>The number that begins at a word, made eight characters long, or null.</summary>
    private static string? Digits(in NameTokens tokens, int i, int count)
    {
        var word = tokens.Upper(i);
        var label = word.IndexOfAnyInRange('0', '9');
        if (label > 2 || (label == 2 && word.StartsWith("NO", StringComparison.Ordinal)))
        {
            // A label glued on: No10169361, CRN10169361.
            word = Labels.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word[..label]) ? word[label..] : word;
        }

        if (word.Length == 8 && word[0] == 'O' && word[1..].IndexOfAnyExceptInRange('0', '9') < 0)
        {
            return string.Concat("0", word[1..]);
        }

        if (word.Length > 2 && Prefixes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word[..2]))
        {
            return word.Length is >= 6 and <= 8 && word[2..].IndexOfAnyExceptInRange('0', '9') < 0 ? string.Concat(word[..2], "00".AsSpan(0, 8 - word.Length), word[2..]) : null;
        }

        if (word.IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return null;
        }

        if (i > 0 && word.Length is >= 4 and <= 6 && !tokens.At(i - 1, "NO") && Prefixes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(tokens.Upper(i - 1)))
        {
            return string.Concat(tokens.Upper(i - 1), "00".AsSpan(0, 6 - word.Length), word);
        }

        if (word.Length is >= 2 and < 8 && i + 1 < count && tokens[i + 1].Start == tokens[i].End + 1 && tokens.Upper(i + 1) is var rest
            && word.Length + rest.Length == 8 && rest.IndexOfAnyExceptInRange('0', '9') < 0)
        {
            return string.Concat(word, rest);
        }

        return word.Length is >= 5 and <= 8 ? string.Concat("000".AsSpan(0, 8 - word.Length), word) : null;
    }

    private static Label LabelBefore(in NameTokens tokens, int i, string name)
    {
        var found = i > 0 && name.AsSpan(tokens[i - 1].End, tokens[i].Start - tokens[i - 1].End).Contains('#') ? Label.Vague : Label.None;
        var word = tokens.Upper(i);
        if (word.StartsWith("CRN", StringComparison.Ordinal) || word.StartsWith("NO", StringComparison.Ordinal))
        {
            found = word[0] == 'C' ? Label.Company : Label.Vague;
        }

        for (var back = i - 1; back >= 0 && tokens[back].Depth == tokens[i].Depth; back--)
        {
            var label = tokens.Upper(back);
            if (label.StartsWith("CHAR", StringComparison.Ordinal) || label.SequenceEqual("RCN"))
            {
                // A charity's number has six or seven digits: eight are the company's that the charity is as well.
                return word.Length == 8 ? Label.Company : Label.Charity;
            }

            if (Companys.GetAlternateLookup<ReadOnlySpan<char>>().Contains(label))
            {
                found = Label.Company;
            }
            else if (Labels.GetAlternateLookup<ReadOnlySpan<char>>().Contains(label))
            {
                found = found == Label.None ? Label.Vague : found;
            }
            else if (!tokens[back].Is(NameWord.Comma) && !(back == i - 1 && Prefixes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(label)))
            {
                break;
            }
        }

        return found;
    }
}
