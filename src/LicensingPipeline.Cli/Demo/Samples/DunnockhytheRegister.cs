using System.Globalization;

namespace LicensingPipeline.Cli.Demo.Samples;

/// <summary>An XLSX workbook with titles and a stated total above the headings, sections, headings repeated half-way, a blank row and a total.</summary>
internal static class DunnockhytheRegister
{
    private static readonly string[] Kinds = ["HMO - mandatory", "HMO - additional"];

    private static readonly string[] Headings =
        ["Licence No", "Type of licence", "Address of HMO", "Holder", "Holder address", "Licence start", "Licence end", "Max occupants", "Rooms"];

    public static SampleStream Make()
    {
        var inventor = new SampleInventor(new SampleDice(5), "Dunnockhythe", "QD5");
        var register = new SampleRegister("X99000004", "hmo", Headings, Cells);
        register.Fill(150, i => inventor.Licence(Reference(i), Kinds[i % 2]))
            .Spoil(4, "Max occupants", "4 adults", IssueCodes.NumberUnreadable)
            .Spoil(8, "Licence start", "see file", IssueCodes.DateUnreadable)
            .Spoil(12, "Address of HMO", $"{register[12].Home}, Dunnockhythe", IssueCodes.PostcodeMissing)
            .Spoil(16, "Holder", "name withheld", IssueCodes.ValueWithheld)
            .Spoil(20, "Holder address", "#N/A")
            .Spoil(24, "Licence start", register[24].Start.ToString("d MMMM yyyy", CultureInfo.InvariantCulture))
            .Spoil(28, "Type of licence", "HMO - unheard of", IssueCodes.ValueUnmapped)
            .Change(90, l => l with { Start = new DateOnly(2021, 9, 1), End = new DateOnly(2026, 8, 31) })
            .Repeat(100)
            .SetAside(inventor.Licence("", Kinds[0]), [("Licence No", "")], IssueCodes.RowNoIdentity)
            .NoRecord(0, "Part 1: north of the river that is not there")
            .NoRecord(75, "Part 2: south of it")
            .NoRecord(75, [.. Headings])
            .NoRecord(110)
            .NoRecord(null, "Total entries", "", Stated.Total);
        var first = register.Tonight();
        register.Remove(90, "overdue-cleared")
            .Remove(91, "vanished")
            .Mend(4, "Max occupants", "persons-changed")
            .Change(92, l => l with { Rooms = l.Rooms + 1 }, "conditions-changed")
            .Change(93, l => l with { End = l.End.AddDays(-100) }, "dates-changed");
        for (var i = 200; i < 205; i++)
        {
            register.Grant(inventor.Licence(Reference(i), Kinds[i % 2]));
        }

        var second = register.Tonight();
        return SampleStream.Of("dunnockhythe-demo", "documents/hmo-register.xlsx", Write, first, second);
    }

    private static byte[] Write(SampleCopy copy) => SampleXlsx.Write(copy, "Live",
    [
        "Dunnockhythe (invented): register of licensed houses in multiple occupation",
        Demonstration.Mark,
        string.Create(CultureInfo.InvariantCulture, $"Entries on this register: {copy.Entries}"),
    ]);

    private static object[] Cells(SampleLicence l) =>
        [l.Reference, l.Kind, l.FullAddress, l.Holder, l.HolderAddress, l.Start, l.End, l.Persons, l.Rooms];

    private static string Reference(int number) => string.Create(CultureInfo.InvariantCulture, $"DH-HMO-{500 + number}");
}
