using System.Globalization;

namespace LicensingPipeline.Cli.Demo.Samples;

/// <summary>A table on the council's own page, the address in two columns, further managers on rows of their own, a total at its foot.</summary>
internal static class HobblewickRegister
{
    private static readonly string[] Headings =
        ["Ref", "House and street", "Area", "Postcode", "Licence holder", "Manager", "Manager's address", "Granted", "Expires", "People"];

    public static SampleStream Make()
    {
        var inventor = new SampleInventor(new SampleDice(9), "Hobblewick", "QH9");
        var register = new SampleRegister("X99000008", "hmo", Headings, Cells);
        register.Fill(64, i => inventor.Licence(Reference(i), ""))
            .Spoil(3, "Expires", "n/a")
            .Spoil(6, "Postcode", register[6].PostcodeWithLetterO, IssueCodes.PostcodeRepaired)
            .Spoil(9, "People", "ten", IssueCodes.NumberUnreadable)
            .Spoil(12, "Licence holder", "Withheld", IssueCodes.ValueWithheld)
            .Change(40, l => l with { Start = new DateOnly(2021, 8, 1), End = new DateOnly(2026, 7, 31) })
            .NoRecord(null, "Total licences", Stated.Total)
            .NoRecord(null, "Page 1 of 1");
        for (var i = 20; i < 32; i++)
        {
            register.FurtherManager(i, inventor.Person(), inventor.Letterbox(), "Manager", "Manager's address");
        }

        var first = register.Tonight();
        register.Remove(40, "overdue-cleared")
            .Remove(41, "vanished")
            // A further manager is one more name and one more address.
            .FurtherManager(42, inventor.Person(), inventor.Letterbox(), "Manager", "Manager's address", "manager-changed", "manager-changed")
            .Change(43, l => l with { Holder = "Tamsix Samplewick" }, "holder-changed")
            .Grant(inventor.Licence(Reference(80), "")).Grant(inventor.Licence(Reference(81), ""));
        var second = register.Tonight();
        return SampleStream.Of("hobblewick-demo", "public-register", copy => SampleHtml.Register(copy, Council), first, second);
    }

    private const string Council = "Hobblewick (invented)";

    private static object[] Cells(SampleLicence l) =>
    [
        l.Reference, l.Home, l.Town, l.Postcode, l.Holder, l.Manager.Length == 0 ? "Sample Homes Example Ltd" : l.Manager, l.ManagerAddress,
        Day(l.Start), Day(l.End), l.Persons,
    ];

    private static string Reference(int number) => string.Create(CultureInfo.InvariantCulture, $"HW {number:000}");

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
