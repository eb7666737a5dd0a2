namespace LicensingPipeline.Normalise;

/// <summary>What a word may be in an address; one word may be several things, and its place decides.</summary>
[Flags]
internal enum WordKind
{
    None = 0,

    /// <summary>FLAT, ROOM, STUDIO: a number or letter after it names the dwelling.</summary>
    Unit = 1,

    /// <summary>Closes the name of a street, and seldom stands anywhere else.</summary>
    Street = 2,

    /// <summary>Closes the name of a street, but is as often the end of a place or a building: GREEN, HILL, END.</summary>
    WeakStreet = 4,

    /// <summary>Closes the name of a building.</summary>
    Building = 8,

    /// <summary>FLOOR, LEVEL.</summary>
    Floor = 16,

    /// <summary>Names a level only beside FLOOR or FLAT: FIRST, TOP, GROUND.</summary>
    Level = 32,

    /// <summary>Names a level by itself: BASEMENT, GFF.</summary>
    LevelAlone = 64,

    /// <summary>FRONT, REAR, LEFT.</summary>
    Position = 128,

    /// <summary>The number that follows locates and does not identify: ABOVE, ADJACENT.</summary>
    Relation = 256,

    /// <summary>NORTH, SOUTH, EAST, WEST, which may follow a street's type.</summary>
    Compass = 512,
}

/// <summary>A word as the parser knows it.</summary>
/// <param name="Kind">What it may be.</param>
/// <param name="Canonical">How we write it.</param>
/// <param name="Levels">The levels it names.</param>
internal sealed record AddressWord(WordKind Kind, string Canonical, Levels Levels = default)
{
    public bool Is(WordKind kind) => (Kind & kind) != WordKind.None;
}
