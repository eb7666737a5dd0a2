using System.Globalization;

namespace LicensingPipeline.Cli.Demo.Samples;

/// <summary>JSON as a vendor's program gives it: objects inside objects, managers as a list.</summary>
internal static class FennimereRegister
{
    private static readonly string[] Kinds = ["HMO_MANDATORY", "SELECTIVE"];

    private static readonly string[] Headings =
    [
        "licence.number", "licence.kind", "licence.dates.from", "licence.dates.to", "holder.name", "holder.address",
        "managers[1].name", "managers[2].name", "property.address", "property.postcode", "property.uprn", "property.ward",
        "occupancy.persons", "occupancy.households", "system",
    ];

    public static SampleStream Make()
    {
        var inventor = new SampleInventor(new SampleDice(7), "Fennimere", "QF7");
        var register = new SampleRegister("X99000006", "register", Headings, Cells);
        register.Fill(110, i => inventor.Licence(Reference(i), Kinds[i % 2]))
            .SpoilAll([3, 9, 27], "managers[2].name", "Phantom Rooms Example Ltd")
            .Spoil(5, "property.postcode", register[5].PostcodeWithLetterO, IssueCodes.PostcodeRepaired)
            .Spoil(11, "property.uprn", "unknown")
            .Spoil(13, "property.uprn", "n0t-a-number", IssueCodes.UprnUnreadable)
            .SpoilAll([17, 19], "occupancy.persons", 0)
            .Spoil(23, "licence.dates.from", "2023-13-01T00:00:00", IssueCodes.DateNoSuchDay)
            .SpoilAll([30, 31, 32, 33], "holder.name", "Confidential", IssueCodes.ValueWithheld)
            .Repeat(40).Repeat(42)
            .Change(60, l => l with { Start = new DateOnly(2021, 11, 2), End = new DateOnly(2026, 11, 1) })
            .SetAside(
                inventor.Licence(Reference(900), Kinds[0]),
                [("property.address", ""), ("property.postcode", ""), ("property.uprn", "")],
                IssueCodes.RowNoPlace, IssueCodes.PostcodeMissing);
        var first = register.Tonight();
        register.Remove(60, "expired-off")
            .Grant(register[60] with { Reference = Reference(300), Start = new DateOnly(2026, 11, 2), End = new DateOnly(2031, 11, 1) }, "renewed")
            .Remove(61, "vanished")
            .Change(62, l => l with { Households = l.Households + 1 }, "persons-changed")
            .Change(63, l => l with { Manager = "Newly Managing Example Ltd" }, "manager-changed")
            .Change(64, l => l with { Ward = "Nowhere Fields" }, "conditions-changed")
            .Grant(inventor.Licence(Reference(301), Kinds[0]));
        var second = register.Tonight();
        return SampleStream.Of("fennimere-demo", "api/public-register.json", SampleJson.Nested, first, second);
    }

    private static object[] Cells(SampleLicence l) =>
    [
        l.Reference, l.Kind, Moment(l.Start), Moment(l.End), l.Holder, l.HolderAddress,
        l.Manager.Length == 0 ? "Nosuch Rooms Example Ltd" : l.Manager, "", $"{l.Home}, {l.Town}", l.Postcode, l.Uprn, l.Ward,
        l.Persons, l.Households, "Invented Licensing Suite",
    ];

    private static string Reference(int number) => string.Create(CultureInfo.InvariantCulture, $"FEN-{7000 + number}");

    private static string Moment(DateOnly day) => day.ToString("yyyy-MM-dd'T00:00:00'", CultureInfo.InvariantCulture);
}
