namespace LicensingPipeline.Normalise;

/// <summary>What a word may say about the name it stands in. A word may say several things; the words beside it decide.</summary>
[Flags]
internal enum NameWord
{
    None = 0,

    /// <summary>Mr, Mrs, Alhaji: a person follows.</summary>
    Title = 1 << 0,

    /// <summary>Dr, Rev, Sir: a title that may stand beside another one of the same person.</summary>
    Rank = 1 << 1,

    /// <summary>Esq, PhD, Jnr: a person went before.</summary>
    Suffix = 1 << 2,

    /// <summary>Ltd, GmbH: a legal form that is no family's name.</summary>
    Legal = 1 << 3,

    /// <summary>Inc, Co, SA: a legal form that is also a family's name or a pair of initials.</summary>
    Faint = 1 << 4,

    /// <summary>Properties, Lettings: the trade of a company.</summary>
    Trade = 1 << 5,

    /// <summary>House, London: of a company where two of them meet.</summary>
    Hint = 1 << 6,

    /// <summary>Council, NHS, University.</summary>
    Public = 1 << 7,

    /// <summary>Trust, Settlement.</summary>
    Trust = 1 << 8,

    /// <summary>Executors, Trustees: the name of a trust begins or ends so.</summary>
    Trustee = 1 << 9,

    /// <summary>And, or a sign for it.</summary>
    And = 1 << 10,

    /// <summary>A comma, or the end of a line.</summary>
    Comma = 1 << 11,

    /// <summary>Withheld, Redacted: says that a name is held back.</summary>
    Hides = 1 << 12,

    /// <summary>Under, data, act: may stand beside such a word.</summary>
    Excuse = 1 << 13,

    /// <summary>De, bin, van: part of the word after it.</summary>
    Particle = 1 << 14,

    /// <summary>The word holds a digit.</summary>
    Number = 1 << 15,

    /// <summary>Letters with full stops between them.</summary>
    Dotted = 1 << 16,

    /// <summary>I, ve, und: and in another tongue, where both sides share a family's name.</summary>
    ForeignAnd = 1 << 17,

    /// <summary>Housing: with Association, Trust or Society a landlord of social homes.</summary>
    Social = 1 << 18,

    /// <summary>Sons, Brothers, Associates, Co: after an And a firm.</summary>
    Kin = 1 << 19,

    /// <summary>A letter of the Latin, Greek, Cyrillic or any other alphabet stands in the word.</summary>
    Letters = 1 << 20,

    /// <summary>Major, Chief, Moulana: a title that firms bear too.</summary>
    Proud = 1 << 21,

    /// <summary>Flat, Unit, Suite: an address begins.</summary>
    Place = 1 << 22,

    /// <summary>C/o, trading: behind it somebody else may be named.</summary>
    Opens = 1 << 23,
}
