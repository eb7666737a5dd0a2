using System.Globalization;
using System.Text;
using LicensingPipeline.Extract;

namespace LicensingPipeline.Cli.Demo.Samples;

/// <summary>
/// Two streams of one council. The HMO register is semicolon-separated Windows-1252 with years of two digits; the register
/// of the new selective scheme is tab-separated UTF-16, and nobody has yet looked whether it is read right (Proving).
/// </summary>
internal static class BrindlemarshRegisters
{
    private static readonly string[] HmoHeadings = ["Ref", "Premises", "Licence holder", "Holder's address", "From", "Until", "Persons", "Storeys", "Batch"];
    private static readonly string[] SelectiveHeadings = ["Licence", "Address", "Postcode", "Holder", "Start", "End"];

    public static SampleStream Hmo()
    {
        var inventor = new SampleInventor(new SampleDice(2), "Brindlemarsh", "QB2");
        var register = new SampleRegister("X99000002", "hmo", HmoHeadings, HmoCells);
        var text = new SampleText(';', "\r\n", TextEncodings.Windows1252) { Titles = [Demonstration.Mark] };
        register.Fill(140, i => inventor.Licence(Reference("BM", i), ""))
            .FileIssue(IssueCodes.ColumnUnmapped)
            .Change(1, l => l with { Holder = "Château Placeholder Lettings Example Ltd" })
            .Spoil(2, "Premises", $"{register[2].Home}, Brindlemarsh", IssueCodes.PostcodeMissing)
            .Spoil(5, "Premises", $"{register[5].Home}, Brindlemarsh, {register[5].PostcodeWithLetterO}", IssueCodes.PostcodeRepaired)
            .Spoil(8, "From", "unknown")
            .Spoil(9, "Until", "30.2.27", IssueCodes.DateNoSuchDay)
            .SpoilAll(Enumerable.Range(40, 10), "Licence holder", "Withheld", IssueCodes.ValueWithheld)
            .SpoilAll(Enumerable.Range(40, 10), "Holder's address", "Redacted", IssueCodes.ValueWithheld)
            .SpoilAll([60, 61, 62], "Storeys", 0)
            .Spoil(20, "Licence holder", "Placeholder Lettngs Example Ltd")
            .Spoil(30, "Ref", "`" + Reference("BM", 30))
            .Change(70, l => l with { End = new DateOnly(2026, 11, 1), Start = new DateOnly(2021, 11, 2) })
            .Repeat(90)
            .SetAside(inventor.Licence("BM99999", ""), [("Premises", "")], IssueCodes.RowNoPlace, IssueCodes.PostcodeMissing)
            .NoRecord(null, "Total", Stated.Total)
            .NoRecord(null, "Notes: entries are in the order in which they were granted.");
        var first = register.Tonight();
        register.Change(20, l => l with { Holder = "Placeholder Lettings Example Ltd" }).Mend(20, "Licence holder")
            .FileIssue(IssueCodes.PatchUnused)
            .Remove(70, "expired-off")
            .Remove(71, "vanished")
            .Change(75, l => l with { Persons = l.Persons + 2 }, "persons-changed")
            .Change(76, l => l with { Holder = "Quenno Notrealson" }, "holder-changed")
            .Grant(inventor.Licence(Reference("BM", 150), "")).Grant(inventor.Licence(Reference("BM", 151), ""));
        var second = register.Tonight();
        return SampleStream.Of("brindlemarsh-demo", "files/hmo-register.txt", text.Write, first, second);
    }

    public static SampleStream Selective()
    {
        var inventor = new SampleInventor(new SampleDice(3), "Brindlemarsh", "QB3");
        var register = new SampleRegister("X99000002", "selective", SelectiveHeadings, SelectiveCells) { State = nameof(StreamState.Proving) };
        var text = new SampleText('\t', "\n", Encoding.Unicode);
        register.Fill(80, i => inventor.Licence(Reference("BS", i), ""))
            .Spoil(6, "Postcode", register[6].PostcodeWithLetterO, IssueCodes.PostcodeRepaired)
            .Spoil(12, "End", "open", IssueCodes.DateUnreadable)
            .Repeat(20)
            .NoRecord(0, Demonstration.Mark);
        var first = register.Tonight();
        register.Grant(inventor.Licence(Reference("BS", 90), "")).Remove(30, "vanished");
        var second = register.Tonight();
        return SampleStream.Of("brindlemarsh-demo", "files/selective.tsv", text.Write, first, second);
    }

    private static object[] HmoCells(SampleLicence l) =>
    [
        l.Reference, l.FullAddress, l.Holder, l.HolderAddress,
        Day(l.Start, "d.M.yy"), Day(l.End, "d.M.yy"), l.Persons, l.Storeys, string.Create(CultureInfo.InvariantCulture, $"B{l.Start.Year}"),
    ];

    private static object[] SelectiveCells(SampleLicence l) =>
        [l.Reference, $"{l.Home}, {l.Town}", l.Postcode, l.Holder, Day(l.Start, "dd-MMM-yyyy"), Day(l.End, "dd-MMM-yyyy")];

    private static string Reference(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{20000 + number}");

    private static string Day(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
