namespace LicensingPipeline.Normalise;

/// <summary>Takes words such as "rear of" and "above" out of an address. What follows them says where the home is and not which it is.</summary>
internal static class AddressRelations
{
    public static void Take(AddressParse parse)
    {
        var tokens = parse.Tokens;
        for (var i = 0; i < parse.End; i++)
        {
            var end = Phrase(parse, i, out var relation);
            if (end == i)
            {
                continue;
            }

            for (var n = i; n < end; n++)
            {
                tokens[n].Taken = true;
            }

            parse.Relation = relation;
            parse.Fired(AddressRules.Relation);
            i = end - 1;
        }
    }

    private static int Phrase(AddressParse parse, int at, out AddressRelation relation)
    {
        relation = AddressRelation.At;
        var tokens = parse.Tokens;
        var word = tokens.Span(at);
        var next = at + 1 < parse.End ? tokens.Span(at + 1) : default;
        if ((word is "R" && next is "O" && tokens[at + 1].Before == '/') || ((tokens[at].Is(WordKind.Position) || word is "SIDE") && word is not ("LEFT" or "RIGHT" or "CENTRE" or "MIDDLE") && next is "OF"))
        {
            relation = word is "FRONT" or "FRT" or "SIDE" ? AddressRelation.PartOf : AddressRelation.RearOf;
            return at + 2;
        }

        if (next is "OF" or "AT" or "ADJ" or "ADJACENT" && word is "LAND" or "PART" or "SITE")
        {
            relation = word is "PART" ? AddressRelation.PartOf : AddressRelation.LandAt;
            return at + 2;
        }

        if (!tokens[at].Is(WordKind.Relation) || word is "LAND" or "PART" or "SITE" or "SIDE" or "R")
        {
            return at;
        }

        var end = at + 1;
        while (end < parse.End && tokens.Span(end) is "TO" or "THE" or "NO" or "SHOP" or "SHOPS")
        {
            end++;
        }

        // "Over Whitacre" and "Near Sawrey" are villages: the word counts before a number, or after what it places.
        var placed = at > 0 && (tokens[at - 1].Is(WordKind.Unit | WordKind.Floor) || tokens[at - 1].Taken);
        if (!placed && (end == parse.End || tokens[end].Type != TokenType.Number))
        {
            return at;
        }

        relation = Named(tokens[at].Word!.Canonical);
        return end;
    }

    private static AddressRelation Named(string word) => word switch
    {
        "ABOVE" => AddressRelation.Above,
        "ADJACENT" => AddressRelation.AdjacentTo,
        "BEHIND" => AddressRelation.Behind,
        "OPPOSITE" => AddressRelation.Opposite,
        "NEAR" => AddressRelation.Near,
        _ => AddressRelation.Between,
    };
}
