using System.Globalization;

namespace LicensingPipeline.Cli.Demo;

/// <summary>
/// Invents people, homes and licences that nobody can take for real ones: streets that say so, postcodes that begin with
/// Q, which no postcode does, company numbers not given out, and coordinates in the sea.
/// </summary>
/// <param name="dice">Decides.</param>
/// <param name="town">The town, which is the invented council's name.</param>
/// <param name="outward">The outward code of its postcodes.</param>
internal sealed class SampleInventor(SampleDice dice, string town, string outward)
{
    private const string InwardLetters = "ABDEFGHJLNPQRSTUWXYZ";
    private static readonly DateOnly FirstStart = new(2021, 11, 10);

    private static readonly string[] Streets =
    [
        "Nosuch Street", "Pretend Road", "Mirage Avenue", "Unbuilt Lane", "Fiction Close", "Invented Way", "Phantom Terrace",
        "Example Gardens", "Placeholder Mews", "Notreal Square", "Blank Row", "Dummy Hill", "Quillfeather Road",
    ];

    private static readonly string[] FirstNames =
    [
        "Ambrel", "Bexo", "Corvix", "Dottiana", "Elwix", "Fabrel", "Gwendor", "Hollix", "Ivorel", "Jorvel", "Kestrix",
        "Lumo", "Mirrel", "Nellix", "Orvo", "Pippix", "Quenno", "Rollix", "Tamsix", "Umbrel", "Wilmo", "Yorix", "Zebbo",
    ];

    private static readonly string[] Surnames =
    [
        "Examplethorpe", "Fictionby", "Inventley", "Madeupson", "Nosuchman", "Placeholme", "Pretendwood", "Quillfeather",
        "Samplewick", "Testerly", "Unrealby", "Mirageham", "Phantomley", "Dummyworth", "Blankshaw", "Notrealson",
    ];

    private static readonly string[] CompanyWords = ["Placeholder", "Nosuch", "Pretend", "Fictional", "Mirage", "Phantom", "Sample", "Madeup"];
    private static readonly string[] Trades = ["Lettings", "Homes", "Rooms", "Estates"];
    private static readonly string[] Wards = ["Upper Nowhere", "Lower Nowhere", "Nowhere Green", "Nowhere Park"];

    private readonly HashSet<string> _homes = new(StringComparer.Ordinal);

    /// <summary>A licence for a home that has had none.</summary>
    public SampleLicence Licence(string reference, string kind)
    {
        var (unit, house, street) = Home();
        var start = FirstStart.AddDays(dice.Below(1780));
        var company = dice.Below(3) == 0;
        var rooms = 3 + dice.Below(5);
        return new SampleLicence
        {
            Reference = reference,
            Kind = kind,
            Unit = unit,
            House = house,
            Street = street,
            Town = town,
            Outward = outward,
            Inward = Inward(),
            Holder = company ? Company() : Person(),
            HolderAddress = Letterbox(),
            CompanyNumber = company ? Number(99_000_000, 1_000_000) : "",
            Manager = dice.Below(4) == 0 ? "" : Company(),
            ManagerAddress = Letterbox(),
            Applied = start.AddDays(-60),
            Issued = start.AddDays(-7),
            Start = start,
            End = start.AddYears(5).AddDays(-1),
            Persons = rooms + dice.Below(3),
            Households = rooms,
            Storeys = 2 + dice.Below(3),
            Rooms = rooms,
            Ward = dice.Of(Wards),
            Uprn = "9999" + Number(10_000_000, 80_000_000),
        };
    }

    /// <summary>One invented person, or two.</summary>
    public string Person()
    {
        var one = $"{dice.Of(FirstNames)} {dice.Of(Surnames)}";
        return dice.Below(6) == 0 ? $"{one} & {dice.Of(FirstNames)} {dice.Of(Surnames)}" : one;
    }

    public string Company() => $"{dice.Of(CompanyWords)} {dice.Of(Trades)} Example Ltd";

    /// <summary>Where a holder or a manager gets letters.</summary>
    public string Letterbox() => string.Create(CultureInfo.InvariantCulture, $"{1 + dice.Below(98)} {dice.Of(Streets)}, Elsewhere, QY{1 + dice.Below(9)} {Inward()}");

    private (string Unit, int House, string Street) Home()
    {
        while (true)
        {
            var unit = dice.Below(4) == 0 ? string.Create(CultureInfo.InvariantCulture, $"Flat {1 + dice.Below(4)}, ") : "";
            var (house, street) = (11 + dice.Below(180), dice.Of(Streets));
            if (_homes.Add($"{unit}{house.ToString(CultureInfo.InvariantCulture)} {street}"))
            {
                return (unit, house, street);
            }
        }
    }

    private string Inward() => $"{1 + dice.Below(9)}{InwardLetters[dice.Below(InwardLetters.Length)]}{InwardLetters[dice.Below(InwardLetters.Length)]}";

    private string Number(int from, int range) => (from + dice.Below(range)).ToString(CultureInfo.InvariantCulture);
}
