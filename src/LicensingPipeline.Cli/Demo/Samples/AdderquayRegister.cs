using System.Globalization;
using System.Text;

namespace LicensingPipeline.Cli.Demo.Samples;

/// <summary>Comma-separated UTF-8 with every column the law and the national data standard know, all three kinds, and most faults a cell can have.</summary>
internal static class AdderquayRegister
{
    private static readonly string[] Kinds = ["Selective licence", "Mandatory HMO", "Additional HMO"];

    private static readonly string[] Headings =
    [
        "Licence reference", "Licence type", "Application received", "Licence issued", "Start date", "End date",
        "Licence holder", "Licence holder address", "Company number", "Manager", "Manager address", "Property address",
        "Postcode", "UPRN", "Ward", "Latitude", "Longitude", "Description", "Conditions", "Tribunal matter", "Tribunal decision",
        "Storeys", "Sleeping rooms", "Living rooms", "Self-contained flats", "Other flats", "Shared amenities", "Kitchens",
        "Bathrooms", "Showers", "WCs", "Wash basins", "Sinks", "Max persons", "Max households", "Status", "Officer",
    ];

    public static SampleStream Make()
    {
        var inventor = new SampleInventor(new SampleDice(1), "Adderquay", "QA1");
        var register = new SampleRegister("X99000001", "register", Headings, Cells);
        var text = new SampleText(',', "\r\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        First(register, inventor);
        var first = register.Tonight();
        Second(register, inventor);
        var second = register.Tonight();
        return SampleStream.Of("adderquay-demo", "files/licence-register.csv", text.Write, first, second);
    }

    private static void First(SampleRegister register, SampleInventor inventor)
    {
        register.Fill(240, i => inventor.Licence(Reference(i), Kinds[i % 3]))
            .Spoil(3, "End date", "31/02/2029", IssueCodes.DateNoSuchDay)
            .Spoil(7, "Start date", "to follow", IssueCodes.DateUnreadable)
            .Spoil(11, "Postcode", register[11].PostcodeWithLetterO, IssueCodes.PostcodeRepaired)
            .Spoil(14, "Postcode", "QA", IssueCodes.PostcodeUnreadable)
            .Spoil(16, "Postcode", "QA1", IssueCodes.PostcodeOutwardOnly)
            .Spoil(17, "Start date", $"{Day(register[17].Start.AddYears(-5))}; {Day(register[17].Start)}", IssueCodes.DateSeveral)
            .Spoil(18, "UPRN", "99AB", IssueCodes.UprnUnreadable)
            .Spoil(21, "Latitude", "0", IssueCodes.CoordinatesUnreadable)
            .Spoil(25, "Max persons", "six", IssueCodes.NumberUnreadable)
            .SpoilAll([30, 31, 32, 33, 34], "Licence holder", "Withheld", IssueCodes.ValueWithheld)
            .Spoil(40, "Description", "Terraced\u0007 house", IssueCodes.TextControlCharacter)
            .Spoil(44, "Licence holder", "Placeholder Homes (Example Ltd", IssueCodes.TextUnclosedBracket)
            .Spoil(47, "Conditions", "Doors of caf\uFFFD type", IssueCodes.TextReplacementCharacter)
            .Spoil(50, "Start date", "01/04/2005", IssueCodes.DateBeforeRegime).Spoil(50, "End date", "31/03/2010")
            .Spoil(53, "Start date", "01/01/2028", IssueCodes.DateFarFuture).Spoil(53, "End date", "31/12/2032")
            .Spoil(56, "End date", Day(register[56].Start.AddDays(-30)), IssueCodes.DateEndBeforeStart)
            .Spoil(59, "End date", Day(register[59].Start.AddYears(10)), IssueCodes.TermOverFiveYears)
            .Spoil(62, "Licence type", "Empty homes scheme", IssueCodes.ValueUnmapped)
            .Spoil(65, "Manager", "n/a").Spoil(66, "Manager", "-").Spoil(65, "Manager address", "not known")
            .Repeat(70).Repeat(71)
            .ShareReference(80, standing => inventor.Licence(standing.Reference, standing.Kind))
            .SetAside(inventor.Licence("AQ/26/90001", Kinds[0]), [("Property address", ""), ("Postcode", ""), ("UPRN", "")], IssueCodes.RowNoPlace, IssueCodes.PostcodeMissing)
            .SetAside(inventor.Licence("", Kinds[1]), [("Licence reference", "")], IssueCodes.RowNoIdentity)
            .NoRecord(null)
            .NoRecord(null, Demonstration.Mark);
        Age(register);
    }

    /// <summary>Some terms end about the second night, so that there is something to clear away.</summary>
    private static void Age(SampleRegister register) => register
        .Change(100, l => Ending(l, new DateOnly(2026, 11, 1)))
        .Change(101, l => Ending(l, new DateOnly(2026, 9, 15)))
        .Change(104, l => Ending(l, new DateOnly(2026, 11, 1)))
        .Change(110, l => l with { Holder = "Ambrel Fictionby", CompanyNumber = "" })
        .Change(111, l => l with { Manager = "Formerly Managing Example Ltd" });

    private static void Second(SampleRegister register, SampleInventor inventor)
    {
        register.Mend(3, "End date", "dates-changed")
            .Remove(100, "expired-off")
            .Remove(101, "overdue-cleared")
            .Remove(102, "scheme-ended")
            .Remove(103, "vanished")
            .Remove(104, "expired-off")
            .Grant(register[104] with { Reference = Reference(300), Issued = new DateOnly(2026, 10, 20), Start = new DateOnly(2026, 11, 2), End = new DateOnly(2031, 11, 1) }, "renewed")
            .Change(110, l => l with { Holder = "Zebbo Testerly", HolderAddress = inventor.Letterbox() }, "holder-changed", "holder-changed")
            .Change(111, l => l with { Manager = "Nosuch Managing Example Ltd" }, "manager-changed")
            .Change(112, l => l with { Persons = l.Persons + 1 }, "persons-changed")
            .Change(113, l => l with { End = l.End.AddDays(20) }, "dates-changed")
            .Change(114, l => l with { Start = l.Start.AddDays(-10) }, "backdated")
            .Change(115, l => l with { Street = l.Street + " (Rear)" }, "address-retyped")
            .Change(116, l => l with { Storeys = l.Storeys + 1 }, "conditions-changed")
            .Change(117, l => inventor.Licence(l.Reference, l.Kind), "reference-reused");
        for (var i = 301; i < 305; i++)
        {
            register.Grant(inventor.Licence(Reference(i), Kinds[i % 3]));
        }
    }

    private static SampleLicence Ending(SampleLicence licence, DateOnly end) => licence with
    {
        End = end,
        Start = end.AddDays(1).AddYears(-5),
        Issued = end.AddDays(-6).AddYears(-5),
        Applied = end.AddDays(-60).AddYears(-5),
    };

    private static object[] Cells(SampleLicence l) =>
    [
        l.Reference, l.Kind, Day(l.Applied), Day(l.Issued), Day(l.Start), Day(l.End),
        l.Holder, l.HolderAddress, l.CompanyNumber, l.Manager, l.Manager.Length == 0 ? "" : l.ManagerAddress, $"{l.Home}, {l.Town}",
        l.Postcode, l.Uprn, l.Ward, Degrees(53.9, l.House), Degrees(1.1, l.House), "Terraced house", "Standard conditions", "", "",
        l.Storeys, l.Rooms, l.Rooms % 2 == 0 ? 0 : 1, 0, 0, "Kitchen and bathroom", 1,
        1, 1, 2, 2, 1, l.Persons, l.Households, "Granted", "Nobody",
    ];

    private static string Reference(int number) => string.Create(CultureInfo.InvariantCulture, $"AQ/26/{10001 + number}");

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>Somewhere in the North Sea.</summary>
    private static string Degrees(double from, int house) => (from + (house / 10_000.0)).ToString("0.0000", CultureInfo.InvariantCulture);
}
