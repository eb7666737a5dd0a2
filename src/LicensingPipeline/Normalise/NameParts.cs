namespace LicensingPipeline.Normalise;

/// <summary>The persons of a name: joint holders one by one, each with title, given and family's name.</summary>
public static class NameParts
{
    /// <summary>Splits the name of one or several persons; of anything else nothing comes.</summary>
    /// <param name="name">The name.</param>
    /// <param name="familyFirst">How the column writes names, for those that do not say themselves.</param>
    public static IReadOnlyList<NamePerson> Of(string name, bool? familyFirst)
    {
        var read = NameReader.Read(name);
        return read.Kind is NameKind.Person or NameKind.Joint ? Split(read.Raw[read.Core], read.Kind == NameKind.Joint, familyFirst) : [];
    }

    private static IReadOnlyList<NamePerson> Split(string core, bool joint, bool? familyFirst)
    {
        var groups = Groups(core, joint);
        if (groups.Count == 4 && groups[0].Words.Count == 0 && groups[1] is { Words.Count: 1 } one && groups[2].Words.Count == 2 && groups[3] is { Words.Count: 1, Titles.Count: 0 } last)
        {
            // Mr & Ms Ann & Bob Gray & Hill: titles, given names and family's names each in their turn.
            return [new(string.Join(' ', groups[0].Titles), one.Words[0], groups[2].Words[1], ""), new(string.Join(' ', one.Titles), groups[2].Words[0], last.Words[0], "")];
        }

        var people = groups.ConvertAll(g => g.Read(familyFirst));
        for (var i = people.Count - 2; i >= 0; i--)
        {
            // Mr A & Mrs B Khan: the family's name stands once, at the end.
            if (groups[i].Words.Count < 2 && groups[i + 1].Words.Count > 0)
            {
                people[i] = people[i] with { Given = groups[i].Words.Count == 0 ? "" : groups[i].Words[0], Family = people[i + 1].Family };
            }
        }

        for (var i = 1; i < people.Count; i++)
        {
            // KHAN A & B: it stands once, at the beginning.
            if (groups[i].Words is [{ Length: 1 }] && groups[i - 1].Words.Count > 1)
            {
                people[i] = people[i] with { Given = groups[i].Words[0], Family = people[i - 1].Family };
            }
        }

        return [.. people.Where(p => p.Family.Length > 0)];
    }

    private static List<NameGroup> Groups(string core, bool joint)
    {
        Span<char> upper = stackalloc char[NameTokens.Longest];
        Span<NameToken> room = stackalloc NameToken[NameTokens.Most];
        var tokens = new NameTokens(core, upper, room);
        var groups = new List<NameGroup> { new() };
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Depth > 0)
            {
                continue;
            }

            var group = groups[^1];
            if (token.Is(NameWord.And) || IsSmallAnd(tokens, i, core, joint) || (joint && token.Is(NameWord.Comma)))
            {
                groups.Add(new());
            }
            else if (token.Is(NameWord.Comma))
            {
                group.Comma = group.Comma > 0 ? group.Comma : group.Words.Count;
            }
            else if (NameEvidence.IsTitle(tokens, i, 0) && (group.Words.Count == 0 || !token.Is(NameWord.Rank)))
            {
                group = group.Words.Count > 0 ? new() : group;
                groups.AddRange(groups[^1] == group ? [] : [group]);
                group.Titles.Add(core.Substring(token.Start, token.Length));
            }
            else
            {
                (token.Is(NameWord.Suffix) && group.Words.Count > 1 ? group.Suffixes : group.Words).Add(core.Substring(token.Start, token.Length));
            }
        }

        groups.RemoveAll(g => g.Words.Count == 0 && g.Titles.Count == 0);
        return groups;
    }

    private static bool IsSmallAnd(in NameTokens tokens, int i, string core, bool joint) => joint && tokens.Is(i, NameWord.ForeignAnd) && char.IsLower(core[tokens[i].Start]);
}

/// <summary>The words of one person while a name is split.</summary>
internal sealed class NameGroup
{
    public List<string> Titles { get; } = [];

    public List<string> Words { get; } = [];

    public List<string> Suffixes { get; } = [];

    /// <summary>How many words stand before a comma, 0 where there is none.</summary>
    public int Comma { get; set; }

    /// <summary>Puts the words into their places.</summary>
    public NamePerson Read(bool? familyFirst)
    {
        var family = Comma > 0 && Comma < Words.Count ? Comma
            : Words.Count < 2 ? Words.Count
            : NameOrder.Vote(string.Join(' ', Words)) ?? familyFirst ?? false ? LeadingFamily() : -TrailingFamily();
        var (given, name) = family > 0 ? (Words[family..], Words[..family]) : (Words[..(Words.Count + family)], Words[(Words.Count + family)..]);
        return new NamePerson(string.Join(' ', Titles), string.Join(' ', given), string.Join(' ', name), string.Join(' ', Suffixes));
    }

    /// <summary>A family's name at the beginning goes on behind a particle: AL KHATIB Sami.</summary>
    private int LeadingFamily()
    {
        var n = 1;
        while (n < Words.Count - 1 && IsParticle(Words[n - 1]))
        {
            n++;
        }

        return n;
    }

    private int TrailingFamily()
    {
        var n = 1;
        while (n < Words.Count - 1 && IsParticle(Words[^(n + 1)]))
        {
            n++;
        }

        return n;
    }

    private static bool IsParticle(string word) => word.Length > 1 && (NameWords.Of(word.ToUpperInvariant()) & NameWord.Particle) != NameWord.None;
}
