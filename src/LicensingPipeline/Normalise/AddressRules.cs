namespace LicensingPipeline.Normalise;

/// <summary>Names of the rules by which an address is read, and what each does, with an invented example and the kind of register that taught it.</summary>
public static class AddressRules
{
    public const string Flat = "address.flat-word";
    public const string FlatMoved = "address.flat-after-number";
    public const string FlatWithoutWord = "address.number-before-building";
    public const string TwoNumbers = "address.two-numbers";
    public const string Doubled = "address.number-doubled";
    public const string UnitRange = "address.flat-range";
    public const string DottedUnit = "address.floor-dot-unit";
    public const string NumberWord = "address.number-word";
    public const string Floor = "address.floor";
    public const string Position = "address.position";
    public const string Range = "address.range";
    public const string Letter = "address.number-letter";
    public const string Half = "address.half";
    public const string Relation = "address.relation";
    public const string Building = "address.building";
    public const string StreetType = "address.street-type";
    public const string NumberLast = "address.number-last";
    public const string Town = "address.town-taken";
    public const string Outward = "address.outward-taken";
    public const string Locality = "address.locality";
    public const string Cut = "address.cut";

    /// <summary>The rules; the example is an address before, and the address written out of its parts after.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        new(Flat, "Takes the flat, room, studio or unit out and writes its kind in one way.", "Flt 2, 12 Nosuch Street", "FLAT 2, 12 NOSUCH STREET", "every register of homes in converted houses"),
        new(FlatMoved, "Takes the flat out where it is written after the number.", "12 Flat 2 Nosuch Street", "FLAT 2, 12 NOSUCH STREET", "registers whose columns of an address were joined in another order"),
        new(FlatWithoutWord, "Reads a number or code before the name of a building as the flat's.", "24 Fiction Court, Nosuch Road", "FLAT 24, FICTION COURT, NOSUCH ROAD", "registers of purpose-built blocks, where the word flat is left out"),
        new(TwoNumbers, "Reads the first of two numbers side by side as the flat's; that they are a range is the second reading.", "2 69 Nosuch Street", "FLAT 2, 69 NOSUCH STREET", "registers without commas"),
        new(Doubled, "Reads a number that is written twice once; a letter on the first is the flat's.", "111A, 111 Nosuch Road", "FLAT A, 111 NOSUCH ROAD", "registers that keep the name of a building and its number apart"),
        new(UnitRange, "Keeps several flats of one entry together.", "Flats 1-6, 12 Nosuch Street", "FLAT 1-6, 12 NOSUCH STREET", "registers with one licence for a block"),
        new(DottedUnit, "Reads floor, full stop and flat as the number of the flat.", "Flat 3.02, 12 Nosuch Street", "FLAT 302, 12 NOSUCH STREET", "registers of new blocks"),
        new(NumberWord, "Reads a flat's number in words.", "Flat Two, 12 Nosuch Street", "FLAT 2, 12 NOSUCH STREET", "registers typed from letters"),
        new(Floor, "Takes floors out as a set of levels; basement and lower ground are level -1.", "First and Second Floors, 12 Nosuch Street", "1ST FLOOR, 2ND FLOOR, 12 NOSUCH STREET", "registers of converted houses"),
        new(Position, "Takes front, rear, left or right out where it stands beside a flat or a floor.", "Ground Floor Rear, 12 Nosuch Street", "GROUND FLOOR, REAR, 12 NOSUCH STREET", "registers of converted houses"),
        new(Range, "Reads the two ends of a range of numbers.", "12 to 14 Nosuch Street", "12-14 NOSUCH STREET", "registers of houses knocked into one and of flats over shops"),
        new(Letter, "Reads a letter after the number as its own; that it is a flat's is the second reading.", "12 A Nosuch Street", "12A NOSUCH STREET", "every register of homes in converted houses"),
        new(Half, "Reads a number and a half.", "144 & a half Nosuch Road", "144 HALF NOSUCH ROAD", "registers of streets in which houses were put between houses"),
        new(Relation, "Takes rear of, above, adjacent to and the like out: the number says where the home is and not which it is.", "Rear of 12 Nosuch Street", "REAR OF 12 NOSUCH STREET", "registers of flats over shops and in back yards"),
        new(Building, "Takes the name of the building before the number out.", "Fiction House, 12 Nosuch Street", "FICTION HOUSE, 12 NOSUCH STREET", "registers of purpose-built blocks"),
        new(StreetType, "Writes the last word of a street in full: ST at its end is a street, before a name a saint.", "12 St Nobody St", "12 ST NOBODY STREET", "registers typed by hand"),
        new(NumberLast, "Reads a number after the street as the number in it; no key is made of it.", "Nosuch Street 12", "12 NOSUCH STREET", "registers whose columns of an address were joined in another order"),
        new(Town, "Takes town, borough, county and country from the end, however often they are repeated.", "12 Nosuch Street, London, Greater London", "12 NOSUCH STREET, LONDON", "registers that repeat the town as the county"),
        new(Outward, "Takes the first half of the postcode from the end.", "12 Nosuch Street, London E8", "12 NOSUCH STREET, LONDON", "registers with the postcode in a column of its own"),
        new(Locality, "Keeps what stands between street and town as the locality.", "12 Nosuch Street Nowhere, London", "12 NOSUCH STREET, NOWHERE, LONDON", "registers without commas"),
        new(Cut, "Reads no more than eighty words: such a text is no address.", "12 Nosuch Street, and so on for a page", "12 NOSUCH STREET", "registers in which cells slid into one another"),
    ];
}
