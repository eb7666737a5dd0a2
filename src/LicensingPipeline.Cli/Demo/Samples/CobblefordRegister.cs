using System.Globalization;
using System.Text;

namespace LicensingPipeline.Cli.Demo.Samples;

/// <summary>
/// Lines that end in a bare carriage return, cells with line breaks inside, the kind as the end of the licence number, days
/// with ordinals, and a term instead of an end.
/// </summary>
internal static class CobblefordRegister
{
    private static readonly string[] Kinds = ["MHMO", "AHMO", "SEL"];
    private static readonly string[] Headings = ["Number", "Premises address", "Proprietor", "Commencing", "Period", "Occupants"];

    public static SampleStream Make()
    {
        var inventor = new SampleInventor(new SampleDice(4), "Cobbleford", "QC4");
        var register = new SampleRegister("X99000003", "register", Headings, Cells);
        var text = new SampleText(',', "\r", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        register.Fill(120, i => inventor.Licence(Reference(i), Kinds[i % 3]))
            .Spoil(6, "Period", "five years", IssueCodes.NumberUnreadable)
            .Spoil(10, "Commencing", "31st June 2023", IssueCodes.DateNoSuchDay)
            .Spoil(14, "Period", "60 months")
            .Spoil(15, "Period", 5)
            .Spoil(22, "Occupants", "4-6", IssueCodes.NumberUnreadable)
            .SpoilAll([30, 31], "Proprietor", "[redacted]", IssueCodes.ValueWithheld)
            .Change(50, l => l with { Start = new DateOnly(2021, 11, 2), End = new DateOnly(2026, 11, 1) })
            .ShareReference(60, standing => inventor.Licence(standing.Reference, standing.Kind))
            .SetAside(inventor.Licence("", Kinds[0]), [("Number", "awaiting number")], IssueCodes.ExtractNoFit, IssueCodes.RowNoIdentity)
            .NoRecord(null, "Note: a copy of the full register may be seen at Nowhere House.")
            .NoRecord(null, Demonstration.Mark);
        var first = register.Tonight();
        register.Remove(50, "expired-off")
            .Remove(51, "vanished")
            // The end follows from the term: one change in the file, two in the record.
            .Spoil(52, "Period", "4 years")
            .Change(52, l => l with { End = l.End.AddYears(-1) }, "dates-changed", "dates-changed")
            .Change(53, l => l with { Holder = "Lumo Blankshaw" }, "holder-changed");
        for (var i = 200; i < 203; i++)
        {
            register.Grant(inventor.Licence(Reference(i), Kinds[i % 3]));
        }

        var second = register.Tonight();
        return SampleStream.Of("cobbleford-demo", "registers/prl.csv", text.Write, first, second);
    }

    private static object[] Cells(SampleLicence l) =>
        [$"{l.Reference}/{l.Kind}", $"{l.Home}\n{l.Town}\n{l.Postcode}", l.Holder, Day(l.Start), "5 years", l.Persons];

    private static string Reference(int number) => string.Create(CultureInfo.InvariantCulture, $"CF/{3000 + number}");

    private static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day}{Ordinal(day.Day)} {day:MMMM yyyy}");

    private static string Ordinal(int day) => day is 11 or 12 or 13 ? "th" : (day % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
}
