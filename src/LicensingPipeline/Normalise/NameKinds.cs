namespace LicensingPipeline.Normalise;

/// <summary>
/// Decides what a name is the name of, by kinds of words and where they stand, never by lists of people's names. The order
/// of the questions matters: a trust before a company, a legal form before a trade, a trade before a person.
/// </summary>
internal static class NameKinds
{
    /// <summary>Classifies the first words of a name, those before a care-of or a trading name.</summary>
    public static NameKind Of(in NameTokens tokens, int count, string name, ref NameMarks marks)
    {
        var seen = new NameEvidence(tokens, count, depth: 0);
        if (seen.Words == 0)
        {
            // The whole name stands in brackets.
            seen = new NameEvidence(tokens, count, depth: 1);
        }

        if (seen.CutOffAt >= 0)
        {
            marks |= NameMarks.CutOff;
        }

        if (seen.Words == 0 || (seen.Legal < 0 && name.Contains('@', StringComparison.Ordinal)))
        {
            return NameKind.Unknown;
        }

        return IsTrust(tokens, seen) ? NameKind.Trust
            : seen.Legal >= 0 ? OfLegalForm(tokens, seen)
            : !seen.IsTitled && IsPublic(tokens, seen) ? NameKind.PublicBody
            : !seen.IsTitled && seen.EndsInTrust ? NameKind.Trust
            : IsFirm(tokens, seen) ? (seen.IsTitled ? NameKind.Unknown : NameKind.Company)
            : NamePeople.Kind(tokens, seen, name);
    }

    /// <summary>A title beside a legal form is a person and a company in one cell, and nobody can say which of them holds the licence.</summary>
    private static NameKind OfLegalForm(in NameTokens tokens, in NameEvidence seen) =>
        seen.IsTitled ? NameKind.Unknown : IsSocial(tokens, seen) ? NameKind.PublicBody : NameKind.Company;

    private static bool IsTrust(in NameTokens tokens, in NameEvidence seen)
    {
        var first = tokens.At(seen.First, "THE") ? seen.First + 1 : seen.First;
        if (tokens.At(first, "ESTATE") && (tokens.At(first + 1, "OF") || tokens.At(first + 1, "LATE")))
        {
            return true;
        }

        if (tokens.At(first, "PERSONAL") && tokens.Is(first + 1, NameWord.Trustee))
        {
            return true;
        }

        return tokens.Is(first, NameWord.Trustee) || (seen.AsTrustees && !seen.EndsInLegal) || (seen.Trustee >= 0 && !seen.EndsInLegal && seen.Trustee == seen.Last);
    }

    private static bool IsPublic(in NameTokens tokens, in NameEvidence seen)
    {
        if (seen.Public < 0)
        {
            return IsSocial(tokens, seen) || (tokens.At(seen.First, "SECRETARY") && tokens.At(seen.First + 1, "OF") && tokens.At(seen.First + 2, "STATE")) || (tokens.At(seen.First, "CITY") && tokens.At(seen.First + 1, "OF"));
        }

        if (tokens.At(seen.Public, "UNIVERSITY") || tokens.At(seen.Public, "COLLEGE"))
        {
            // University Lettings is a letting agent.
            return seen.Trade < 0 && (seen.Public == seen.Last || tokens.At(seen.Public + 1, "OF") || tokens.Is(seen.Public + 1, NameWord.Public) || tokens.At(seen.Public + 1, "LONDON") || tokens.At(seen.Public + 1, "HOSPITALS"));
        }

        return !tokens.At(seen.Public, "BOROUGH") || tokens.At(seen.Public + 1, "OF") || tokens.At(seen.Public + 1, "COUNCIL");
    }

    /// <summary>Housing Association, Housing Trust, Housing Society: landlords of social homes, whatever their legal form.</summary>
    private static bool IsSocial(in NameTokens tokens, in NameEvidence seen)
    {
        for (var i = seen.First; i < seen.Last; i++)
        {
            if (tokens.Is(i, NameWord.Social) && (tokens.At(i + 1, "ASSOCIATION") || tokens.At(i + 1, "TRUST") || tokens.At(i + 1, "SOCIETY") || tokens.At(i + 1, "COOPERATIVE") || tokens.At(i + 1, "CO-OPERATIVE") || tokens.At(i + 1, "CO-OP") || tokens.At(i + 1, "COOP")))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFirm(in NameTokens tokens, in NameEvidence seen)
    {
        if (seen.Trade >= 0 || seen.Firm || seen.CutOffAt >= 0 || (seen.Hints >= 2 && !seen.IsTitled))
        {
            return true;
        }

        return tokens.At(seen.First, "THE") && !seen.IsTitled && seen.Hints > 0;
    }
}
