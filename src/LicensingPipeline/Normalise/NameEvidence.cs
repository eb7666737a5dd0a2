namespace LicensingPipeline.Normalise;

/// <summary>What the words of a name say together, gathered in one walk. Places are numbers of words, -1 where there is none.</summary>
internal readonly ref struct NameEvidence
{
    /// <summary>Gathers the words outside of brackets, or inside where nothing stands outside.</summary>
    public NameEvidence(in NameTokens tokens, int count, int depth)
    {
        (First, Last, Legal, Title, Public, Trade, Trustee, CutOffAt) = (-1, -1, -1, -1, -1, -1, -1, -1);
        for (var i = 0; i < count; i++)
        {
            var token = tokens[i];
            if (depth == 0 ? token.Depth > 0 : token.Depth == 0)
            {
                continue;
            }

            if (token.Is(NameWord.And | NameWord.Comma))
            {
                (Ands, Commas) = (Ands + (token.Is(NameWord.And) ? 1 : 0), Commas + (token.Is(NameWord.Comma) ? 1 : 0));
                continue;
            }

            First = First < 0 ? i : First;
            Last = i;
            Words++;
            Numbers += token.Is(NameWord.Number) ? 1 : 0;
            Hints += token.Is(NameWord.Hint) && !Repeats(tokens, i) ? 1 : 0;
            Firm |= token.Is(NameWord.Kin) && i > First && tokens[i - 1].Is(NameWord.And);
            Title = Title < 0 && IsTitle(tokens, i, First) ? i : Title;
            Trade = Trade < 0 && token.Is(NameWord.Trade) ? i : Trade;
            Public = token.Is(NameWord.Public) ? i : Public;
            Trustee = token.Is(NameWord.Trustee) ? i : Trustee;
            Legal = Words > 1 && (token.Is(NameWord.Legal) || (tokens.At(i, "OO") && tokens.At(i - 1, "Z"))) ? i : Legal;
            AsTrustees |= token.Is(NameWord.Trustee) && i > 0 && (tokens.At(i - 1, "AS") || tokens.At(i - 1, "THE"));
        }

        if (Last < 0)
        {
            return;
        }

        Legal = Legal < 0 && IsFaintForm(tokens, Last, Trade, Title) ? Last : Legal;
        IsTitled = Title >= 0 && !tokens.Is(Title, NameWord.Proud);
        EndsInLegal = Legal >= 0 && Legal == Last;
        EndsInTrust = EndsIn(tokens);
        CutOffAt = Words > 1 && Legal < 0 && NameWords.IsCutOff(tokens.Upper(Last)) ? Last : -1;
    }

    public int First { get; }

    public int Last { get; }

    public int Words { get; }

    public int Ands { get; }

    public int Commas { get; }

    public int Numbers { get; }

    /// <summary>Where the last legal form stands.</summary>
    public int Legal { get; }

    /// <summary>Where the first title stands.</summary>
    public int Title { get; }

    /// <summary>Whether a title stands there that no firm bears.</summary>
    public bool IsTitled { get; }

    /// <summary>Anybody &amp; Co, Anybody and Sons.</summary>
    public bool Firm { get; }

    public int Public { get; }

    public int Trade { get; }

    public int Hints { get; }

    public int Trustee { get; }

    public bool AsTrustees { get; }

    public bool EndsInLegal { get; }

    public bool EndsInTrust { get; }

    /// <summary>Where a word breaks off that would be a company's.</summary>
    public int CutOffAt { get; }

    /// <summary>A title opens a name, or stands behind another name's end (Mrs F Sample Mr M Sample); a rank is one only at the beginning, for Major and Eng are family names too.</summary>
    public static bool IsTitle(in NameTokens tokens, int i, int first) => tokens.Is(i, NameWord.Title)
        && (!tokens.Is(i, NameWord.Rank) || i == first || tokens.Is(i - 1, NameWord.And | NameWord.Comma | NameWord.Title));

    /// <summary>Inc, Co, SA are legal forms only behind a trade; Co and Lim stand behind the form they belong to.</summary>
    private static bool IsFaintForm(in NameTokens tokens, int last, int trade, int title) =>
        title < 0 && tokens.Is(last, NameWord.Faint) && ((trade >= 0 && trade < last) || (tokens.At(last, "LIM") && tokens.At(last - 1, "CO")) || ((tokens.At(last, "BV") || tokens.At(last, "NV") || tokens.At(last, "INC")) && last > 0));

    /// <summary>John House and Mary House are no house.</summary>
    private static bool Repeats(in NameTokens tokens, int i)
    {
        for (var j = 0; j < i; j++)
        {
            if (tokens.Is(j, NameWord.Hint) && tokens.Upper(j).SequenceEqual(tokens.Upper(i)))
            {
                return true;
            }
        }

        return false;
    }

    private bool EndsIn(in NameTokens tokens)
    {
        var last = tokens.At(Last, "DEED") || tokens.At(Last, "FUND") || tokens.At(Last, "SCHEME") ? Last - 1 : Last;
        return Words > 1 && (tokens.Is(last, NameWord.Trust) || tokens.Is(Last, NameWord.Trust) || ((tokens.At(Last, "SCHEME") || tokens.At(Last, "FUND")) && tokens.At(last, "PENSION")));
    }
}
