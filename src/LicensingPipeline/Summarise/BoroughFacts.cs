using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Summarise;

/// <summary>
/// What is known of one authority's register, as facts: how it can be reached, what it shows, what our copies say. There is no
/// score and no band in it, and nothing of a person.
/// </summary>
public sealed record BoroughFacts
{
    /// <summary>The authority.</summary>
    public required Authority Authority { get; init; }

    /// <summary>Its source file; null where the file has a mistake.</summary>
    public required Source? Source { get; init; }

    /// <summary>What somebody saw of each particular online; null where nobody has written it down.</summary>
    public required Inventory? Inventory { get; init; }

    /// <summary>Each file or page that is read as one register, by name.</summary>
    public required IReadOnlyList<RegisterFacts> Registers { get; init; }

    /// <summary>The rung of the ladder, or null where the source file has a mistake.</summary>
    public int? Rung => Source?.Access.Rung;

    /// <summary>Registers of which a copy stands.</summary>
    public IEnumerable<RegisterFacts> Standing => Registers.Where(r => r.AsAt is not null);

    /// <summary>Whether a copy of the register of licences stands: one of exemptions alone says nothing of licences.</summary>
    public bool HoldsLicences => StandingLicences.Any();

    /// <summary>Whether one stands that was read where the council put it online.</summary>
    public bool HoldsOnlineLicences => StandingLicences.Any(r => r.IsOnline);

    /// <summary>Rows of the copies of the register of licences that stand; an exemption is no licence.</summary>
    public long Rows => StandingLicences.Sum(r => r.Rows);

    /// <summary>Licences on the copies that stand.</summary>
    public long Licences => StandingLicences.Sum(r => r.Licences);

    private IEnumerable<RegisterFacts> StandingLicences => Standing.Where(r => r.Spec.Register == "licences");

    /// <summary>Licence kinds that the copies which stand claim to hold.</summary>
    public IReadOnlyList<string> CoveredKinds =>
        [.. Standing.Where(r => r.Spec.Register == "licences").SelectMany(r => r.Spec.Covers.Schemes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The newest date of a copy that stands.</summary>
    public DateOnly? AsAt => Standing.Max(r => r.AsAt);

    /// <summary>What was found of some particulars.</summary>
    public ParticularCount Count(IReadOnlyList<Particular> particulars) => ParticularCount.From(Inventory, particulars);
}

/// <summary>How many of some particulars the online copy shows. What nobody has seen is counted apart: it says nothing about the council.</summary>
/// <param name="Of">How many there are.</param>
/// <param name="Shown">Shown for every entry.</param>
/// <param name="ForSome">Shown for some entries or kinds.</param>
/// <param name="Withheld">Held by the council and, as it says, not put online.</param>
/// <param name="NotShown">Looked for in the whole and not there.</param>
/// <param name="NotSeen">Nobody has looked, or could.</param>
public sealed record ParticularCount(int Of, int Shown, int ForSome, int Withheld, int NotShown, int NotSeen)
{
    /// <summary>Counts the findings of an inventory; without one, nothing was seen.</summary>
    public static ParticularCount From(Inventory? inventory, IReadOnlyList<Particular> particulars)
    {
        int Is(Showing showing) => inventory?.Count(particulars, showing) ?? 0;
        return new ParticularCount(particulars.Count, Is(Showing.Shown), Is(Showing.ShownForSome), Is(Showing.Withheld), Is(Showing.NotShown), inventory is null ? particulars.Count : Is(Showing.NotSeen));
    }
}

/// <summary>One file or page that is read as one register.</summary>
public sealed record RegisterFacts
{
    /// <summary>How it stands.</summary>
    public required StreamStatus Status { get; init; }

    /// <summary>What the source file says of it.</summary>
    public required StreamSpec Spec { get; init; }

    /// <summary>The day of which the copy that stands speaks; null where none stands.</summary>
    public DateOnly? AsAt { get; init; }

    /// <summary>SHA-256 of that copy.</summary>
    public string? Sha256 { get; init; }

    /// <summary>How that copy came: published, supplied, third-party-copy, union-copy, sighting or invented.</summary>
    public string? Origin { get; init; }

    /// <summary>Whether the program reads it where the council put it online; else people handed its copies in.</summary>
    public bool IsOnline => Spec.Manual is null;

    /// <summary>Rows of that copy that stand in a licence.</summary>
    public long Rows { get; init; }

    /// <summary>Rows that are set aside, since they name no home or nothing to tell them by.</summary>
    public long SetAside { get; init; }

    /// <summary>Licences on it.</summary>
    public long Licences { get; init; }

    /// <summary>What changed in it against the copy before, by code; empty for a first copy.</summary>
    public IReadOnlyDictionary<string, long> Events { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>What is odd in it, most rows first.</summary>
    public IReadOnlyList<IssueFact> Issues { get; init; } = [];

    /// <summary>Its headings and the fields they feed, in the order of the source file.</summary>
    public IReadOnlyList<HeadingFact> Headings { get; init; } = [];

    /// <summary>Share of the entries that state a field, by field; only fields that are read.</summary>
    public IReadOnlyDictionary<Field, double> Fill { get; init; } = new Dictionary<Field, double>();

    /// <summary>Every copy, oldest first.</summary>
    public IReadOnlyList<CopyFact> Copies { get; init; } = [];

    /// <summary>Fewer entries than this make no percentage.</summary>
    public const int FewestForAShare = 30;

    /// <summary>Whether there are enough entries for a percentage to mean something.</summary>
    public bool HasShares => Rows >= FewestForAShare;
}

/// <summary>A kind of issue on one copy.</summary>
/// <param name="Kind">Its code, whose doing it is, and its sentence.</param>
/// <param name="Count">How many values.</param>
/// <param name="Rows">In how many rows or headings.</param>
/// <param name="Places">Where the first of them stand, as numbers only.</param>
public sealed record IssueFact(IssueCode Kind, long Count, long Rows, IReadOnlyList<string> Places);

/// <summary>A heading of the file and what is read from it.</summary>
/// <param name="Heading">As the source file writes it.</param>
/// <param name="Fields">The fields it feeds; none where it is set aside.</param>
/// <param name="How">column, split, extract, constant or ignore.</param>
public sealed record HeadingFact(string Heading, IReadOnlyList<Field> Fields, string How);

/// <summary>One copy of a register, published or not.</summary>
/// <param name="AsAt">The day it speaks of.</param>
/// <param name="Sha256">Hash of its bytes.</param>
/// <param name="State">What the gate decided.</param>
/// <param name="Published">Whether it was published.</param>
/// <param name="RowsRead">Rows of the file; in public null but of the copy that stands.</param>
/// <param name="Licences">Licences published from it.</param>
/// <param name="Added">Licences that were not on the copy before; null where there is none before.</param>
/// <param name="Gone">Licences that were on the copy before and are not on this one; null where there is none before.</param>
/// <param name="Changed">Other things that changed; null where there is no copy before.</param>
public sealed record CopyFact(DateOnly AsAt, string Sha256, StreamState State, bool Published, long? RowsRead, long Licences, long? Added, long? Gone, long? Changed);
