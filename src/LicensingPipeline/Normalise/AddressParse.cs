namespace LicensingPipeline.Normalise;

/// <summary>An address while it is being read: its tokens, what has been taken out of them so far, and the rules that fired.</summary>
internal sealed class AddressParse
{
    public readonly AddressTokens Tokens = new();
    public readonly SeenTexts Seen = new();

    /// <summary>The tokens that nothing has been made of yet, in order; filled once units and floors are out.</summary>
    public readonly int[] Rest = new int[AddressTokens.Most];

    /// <summary>The rules that fired, or null where nobody asks.</summary>
    public List<string>? Rules;

    private readonly char[] _scratch = new char[700];

    public int RestCount;

    /// <summary>Where the part before town, county and postcode ends.</summary>
    public int End;

    public string? UnitType;
    public string? Unit;

    /// <summary>The token that is the unit's number, or -1: in "Flat 12 High Street" it may be the number of the street.</summary>
    public int UnitToken;

    public Levels Floor;
    public string? Position;
    public string? Building;
    public int From;
    public int To;
    public string? Suffix;
    public string? Street;
    public string? Locality;
    public string? Town;
    public string? Postcode;
    public AddressRelation Relation;
    public bool Doubt;

    /// <summary>Two numbers side by side, which are a flat and a house or the ends of a range: the second reading.</summary>
    public bool MaybeRange;

    /// <summary>A range that may be a flat and a house: <c>12/14</c>.</summary>
    public bool MaybeUnit;

    public void Begin(ReadOnlySpan<char> text, string? postcode, List<string>? rules)
    {
        Tokens.Read(text);
        (Rules, RestCount, End, Postcode) = (rules, 0, Tokens.Count, postcode);
        (UnitType, Unit, UnitToken, Floor, Position, Building) = (null, null, -1, default, null, null);
        (From, To, Suffix, Street, Locality, Town) = (0, 0, null, null, null, null);
        (Relation, Doubt, MaybeRange, MaybeUnit) = (AddressRelation.At, false, false, false);
    }

    public void Fired(string rule) => Rules?.Add(rule);

    public void ListRest()
    {
        RestCount = 0;
        for (var i = 0; i < End; i++)
        {
            if (!Tokens[i].Taken)
            {
                Rest[RestCount++] = i;
            }
        }
    }

    /// <summary>The n-th token that is left.</summary>
    public ref AddressToken Left(int n) => ref Tokens[Rest[n]];

    public bool BreakBefore(int n) => Left(n).Before == ',' || (n > 0 && Rest[n] != Rest[n - 1] + 1 && BreakBetween(Rest[n - 1] + 1, Rest[n]));

    /// <summary>Words left over, one space between them; null where there are none. The last is written in full where it is of a kind.</summary>
    public string? Words(int from, int to, WordKind full = WordKind.None)
    {
        var used = 0;
        for (var n = from; n < to; n++)
        {
            var word = n == to - 1 && n > from && Left(n).Is(full) ? Left(n).Word!.Canonical : Tokens.Span(Rest[n]);
            if (used + word.Length + 1 > _scratch.Length)
            {
                break;
            }

            if (used > 0)
            {
                _scratch[used++] = ' ';
            }

            word.CopyTo(_scratch.AsSpan(used));
            used += word.Length;
        }

        return used == 0 ? null : Seen.Of(_scratch.AsSpan(0, used));
    }

    /// <summary>The number with its letter or its range, as text.</summary>
    public string? NumberText => From == 0 ? null : To == 0 ? Seen.Of(Seen.Of(From), Suffix) : Seen.Of(Seen.Of(From), "-", Seen.Of(To), Suffix);

    private bool BreakBetween(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (Tokens[i].Before == ',')
            {
                return true;
            }
        }

        return false;
    }
}
