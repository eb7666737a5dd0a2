namespace LicensingPipeline.Normalise;

/// <summary>What a name is the name of.</summary>
public enum NameKind
{
    /// <summary>It cannot be told. Counts as a person wherever that matters.</summary>
    Unknown,

    /// <summary>One person.</summary>
    Person,

    /// <summary>Several persons.</summary>
    Joint,

    /// <summary>A company, a firm or another private body.</summary>
    Company,

    /// <summary>A council, a hospital, a university, a housing association.</summary>
    PublicBody,

    /// <summary>A trust or an estate; its name may hold a person's.</summary>
    Trust,

    /// <summary>The register says that it holds the name back.</summary>
    Withheld,
}

/// <summary>The rules of <see cref="NameReader"/> that fired on one name.</summary>
[Flags]
public enum NameMarks
{
    None = 0,

    /// <summary>A care-of or on-behalf-of stands behind the name.</summary>
    CareOf = 1,

    /// <summary>A trading name or a former name stands behind the name.</summary>
    TradingAs = 2,

    /// <summary>A bracket behind the name holds something else than a number.</summary>
    Bracket = 4,

    /// <summary>A bracket never closes, or the last word breaks off: the column was too narrow.</summary>
    CutOff = 8,

    /// <summary>A company's number stands beside the name.</summary>
    Number = 16,

    /// <summary>An address stands behind the name.</summary>
    Address = 32,
}

/// <summary>One name, read. Parts are places in <see cref="Raw"/>, cut out only when asked for.</summary>
/// <param name="Raw">The cleaned text of the cell.</param>
/// <param name="Kind">What it is the name of.</param>
/// <param name="Holder">Where the name stands, without care-of; empty where only a care-of was given.</param>
/// <param name="Core">Where the name stands without trading name, contact and number.</param>
/// <param name="Other">Where the trading name stands.</param>
/// <param name="CareOf">Where the agent or recipient stands, who is never the holder.</param>
/// <param name="Address">Where an address stands that shares the cell.</param>
/// <param name="Marks">Which rules fired.</param>
/// <param name="CompanyNumber">The number at Companies House, eight characters.</param>
public readonly record struct NameReading(string Raw, NameKind Kind, Range Holder, Range Core, Range Other, Range CareOf, Range Address, NameMarks Marks, string? CompanyNumber)
{
    /// <summary>The name as it goes into the record: care-of and address are taken off, nothing else. The same text where nothing was taken off.</summary>
    public string Text => Holder.Equals(..Raw.Length) ? Raw : Raw[Holder];

    /// <summary>The word of the record for the kind. A trust may bear a person's name, so it is not said to be anything.</summary>
    public string KindText => Kind switch
    {
        NameKind.Person => "person",
        NameKind.Joint => "joint",
        NameKind.Company => "company",
        NameKind.PublicBody => "public-body",
        _ => "unknown",
    };
}
