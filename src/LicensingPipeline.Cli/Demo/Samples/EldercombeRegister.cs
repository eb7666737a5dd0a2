namespace LicensingPipeline.Cli.Demo.Samples;

/// <summary>An XLS workbook of the old kind, without a licence number, the address in three columns, noughts where nobody counted.</summary>
internal static class EldercombeRegister
{
    private static readonly string[] Headings = ["Address 1", "Address 2", "Town", "Postcode", "Licensee", "Valid from", "Valid to", "Permitted number"];

    public static SampleStream Make()
    {
        var inventor = new SampleInventor(new SampleDice(6), "Eldercombe", "QE6");
        var register = new SampleRegister("X99000005", "hmo", Headings, Cells);
        register.Fill(100, _ => inventor.Licence("", ""))
            .SpoilAll([5, 6, 7], "Permitted number", 0)
            .Spoil(9, "Valid to", "ongoing", IssueCodes.DateUnreadable)
            .Spoil(12, "Postcode", "", IssueCodes.PostcodeMissing)
            .Spoil(15, "Postcode", register[15].PostcodeWithLetterO, IssueCodes.PostcodeRepaired)
            .Spoil(18, "Licensee", "Withheld", IssueCodes.ValueWithheld)
            .Change(40, l => l with { Start = new DateOnly(2021, 10, 1), End = new DateOnly(2026, 9, 30) })
            .ShareReference(50, standing => standing with { Holder = "Corvix Unrealby" })
            .Repeat(60)
            .SetAside(
                inventor.Licence("", ""),
                [("Address 1", ""), ("Address 2", ""), ("Town", ""), ("Valid from", "")],
                IssueCodes.RowNoIdentity);
        var first = register.Tonight();
        register.Remove(40, "overdue-cleared")
            .Remove(41, "vanished")
            .Change(42, l => l with { Persons = l.Persons + 1 }, "persons-changed")
            .Change(43, l => l with { End = l.End.AddMonths(-6) }, "dates-changed")
            .Grant(inventor.Licence("", "")).Grant(inventor.Licence("", ""));
        var second = register.Tonight();
        return SampleStream.Of("eldercombe-demo", "files/HMO Register.xls", Write, first, second);
    }

    private static byte[] Write(SampleCopy copy) => SampleXls.Write(copy, "Register", ["Register of HMO licences", Demonstration.Mark]);

    private static object[] Cells(SampleLicence l) => [l.Home, l.Ward, l.Town, l.Postcode, l.Holder, l.Start, l.End, l.Persons];
}
