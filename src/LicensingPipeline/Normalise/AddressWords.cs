using System.Collections.Frozen;

namespace LicensingPipeline.Normalise;

/// <summary>The words of addresses with their many spellings, and how we write them.</summary>
internal static class AddressWords
{
    private const string Units = """
        FLAT: FLT FLATS FLTS FT APARTMENT APT APTS APPT APPTS AP APPARTMENT APARTMANT FLAAT FALT
        ROOM: RM ROOMS BEDROOM
        STUDIO: STUDIOS
        UNIT: UNITS
        MAISONETTE: MAIS MSNT MAISONETTES MAISIONETTE MAISONNETTE
        PENTHOUSE: PENT
        BEDSIT: BEDSITTER
        SUITE: STE
        BLOCK: BLK
        ANNEXE: ANNEX
        PLOT:
        SHOP:
        APARTMENTS:
        """;

    private const string Streets = """
        ROAD: RD ROADS RAOD
        STREET: STR STRT STEET STRRET
        AVENUE: AVE AV AVN AVENU
        LANE: LN LA
        CLOSE: CL CLS CLSE
        CRESCENT: CRES CRESC CR CRESENT CRSCENT
        DRIVE: DR DRV DRVE
        GARDENS: GDNS GDN GARDEN GDS GARDNS
        GROVE: GRV GR GRO
        PLACE: PL PLC
        SQUARE: SQ SQR
        TERRACE: TER TERR TCE TERACE
        MEWS: MWS
        PARADE: PDE
        BOULEVARD: BLVD BVD
        BROADWAY: BDWY
        WAY: WY
        WALK: WLK
        CROFT:
        PASSAGE:
        ARCADE:
        EMBANKMENT:
        CAUSEWAY:
        CIRCUS:
        ALLEY:
        YARD: YD
        """;

    private const string WeakStreets = """
        GREEN: GRN
        HILL: HL
        PARK: PK
        VIEW: VW
        RISE:
        ROW:
        END:
        GATE:
        COMMON:
        VALE:
        CHASE:
        BANK:
        BANKS:
        FOLD:
        COURTYARD:
        CORNER:
        RIDGE:
        DENE:
        DELL:
        MEAD:
        MEADOW:
        MEADOWS:
        QUAY:
        FIELDS:
        FIELD:
        DRIVEWAY:
        APPROACH:
        CROSS:
        ESPLANADE:
        GATEWAY:
        GLADE:
        HEATH:
        LINKS:
        LEA:
        LEAS:
        LOAN:
        PATH:
        PIAZZA:
        PROMENADE:
        REACH:
        SPUR:
        VILLAS: VILLS
        WHARF: WHF
        COURT: CT CRT
        BUILDINGS: BLDGS BLDG BUILDING
        ESTATE: EST
        COTTAGES: COTTS
        MOUNT:
        WOOD:
        WOODS:
        OVAL:
        MALL:
        STRAND:
        SIDE:
        """;

    private const string Buildings = """
        HOUSE: HSE
        COURT: CT CRT
        LODGE:
        MANSIONS: MANSION MANS
        TOWER: TOWERS TWR
        HEIGHTS: HTS
        POINT:
        WHARF: WHF
        VILLAS: VILLS
        VILLA:
        COTTAGE: COTT
        COTTAGES: COTTS
        ESTATE: EST
        BUILDINGS: BLDGS BLDG BUILDING
        CHAMBERS:
        LOFTS:
        APARTMENTS:
        WORKS:
        HALL:
        MILL:
        FARM:
        CENTRE: CTR
        HOTEL:
        CASTLE:
        VILLAGE:
        HOMES:
        PALACE:
        INN:
        ARMS:
        SCHOOL:
        HOSPITAL:
        HOSTEL:
        """;

    private const string Levels0 = """
        GROUND: GND GRD GRND
        FIRST: 1ST
        SECOND: 2ND SEC
        THIRD: 3RD
        FOURTH: 4TH FORTH
        FIFTH: 5TH
        SIXTH: 6TH
        SEVENTH: 7TH
        EIGHTH: 8TH
        NINTH: 9TH
        TENTH: 10TH
        ELEVENTH: 11TH
        TWELFTH: 12TH
        THIRTEENTH: 13TH
        FOURTEENTH: 14TH
        FIFTEENTH: 15TH
        16TH:
        17TH:
        18TH:
        19TH:
        20TH:
        21TH: 21ST
        22TH: 22ND
        23TH: 23RD
        24TH:
        25TH:
        26TH:
        27TH:
        28TH:
        29TH:
        """;

    private static readonly FrozenDictionary<string, AddressWord> Known = Build();

    /// <summary>Looks words up by their letters without making a text of them.</summary>
    public static readonly FrozenDictionary<string, AddressWord>.AlternateLookup<ReadOnlySpan<char>> BySpan = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the last word of a name closes the name of a building.</summary>
    public static bool EndsAsBuilding(ReadOnlySpan<char> name) =>
        BySpan.TryGetValue(name[(name.LastIndexOf(' ') + 1)..], out var word) && word.Is(WordKind.Building);

    private static FrozenDictionary<string, AddressWord> Build()
    {
        var words = new Dictionary<string, AddressWord>(StringComparer.Ordinal);
        Add(words, Streets, WordKind.Street);
        Add(words, WeakStreets, WordKind.WeakStreet);
        Add(words, Buildings, WordKind.Building);
        Add(words, Units, WordKind.Unit);
        AddLevels(words);
        Add(words, "FLOOR: FLOORS FLR FLRS FL FLOO\nLEVEL: LVL", WordKind.Floor);
        Add(words, "FRONT: FRT\nREAR: RR BACK\nLEFT: LHS LH\nRIGHT: RHS RH\nCENTRE:\nMIDDLE:", WordKind.Position);
        Add(words, "ABOVE: OVER\nADJACENT: ADJ ADJOINING\nBEHIND:\nOPPOSITE: OPP\nNEAR:\nBETWEEN:\nLAND:\nPART:\nSITE:\nSIDE:\nR:", WordKind.Relation);
        Add(words, "NORTH: NTH\nSOUTH: STH\nEAST:\nWEST:", WordKind.Compass);
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void AddLevels(Dictionary<string, AddressWord> words)
    {
        Add(words, Levels0, WordKind.Level, (line, _) => Levels.Of(line));
        Add(words, "TOP:\nUPPER: UPR\nHIGHER:", WordKind.Level, (_, _) => Levels.Top);
        Add(words, "GARDEN: GDN", WordKind.Level, (_, _) => Levels.Of(0));
        Add(words, "LOWER: LWR", WordKind.Level, (_, _) => Levels.Of(-1));
        Add(words, "BASEMENT: BSMT BSMNT BST BAS BASMENT", WordKind.LevelAlone, (_, _) => Levels.Of(-1));
        Add(words, "ATTIC: LOFT", WordKind.LevelAlone, (_, _) => Levels.Top);
        Add(words, "GFF: GF", WordKind.LevelAlone, (_, _) => Levels.Of(0));
        Add(words, "LGF: LGFF LGND LG", WordKind.LevelAlone, (_, _) => Levels.Of(-1));
        Add(words, "FFF: FF", WordKind.LevelAlone, (_, _) => Levels.Of(1));
        Add(words, "SFF:", WordKind.LevelAlone, (_, _) => Levels.Of(2));
        Add(words, "TFF:", WordKind.LevelAlone, (_, _) => Levels.Top);
    }

    private static void Add(Dictionary<string, AddressWord> words, string table, WordKind kind, Func<int, string, Levels>? levels = null)
    {
        var number = 0;
        foreach (var line in table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var canonical = line[..colon];
            var level = levels?.Invoke(number++, canonical) ?? default;
            foreach (var spelling in (string[])[canonical, .. line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)])
            {
                words[spelling] = words.TryGetValue(spelling, out var known)
                    ? new AddressWord(known.Kind | kind, known.Canonical, levels is null ? known.Levels : level)
                    : new AddressWord(kind, canonical, level);
            }
        }
    }
}
