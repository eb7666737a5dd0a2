using System.Globalization;
using System.Text;

namespace LicensingPipeline.Cli.Demo.Samples;

/// <summary>The register that is broken on purpose: in every sixth row the cells have slid to the right, as when a table is badly taken out of a PDF. It must be held on both nights.</summary>
internal static class InkwellbyRegister
{
    private static readonly string[] Headings = ["Reference", "Start", "Address", "Postcode", "Holder", "End", "Persons"];

    /// <summary>What a slid row raises: a date in the address, an address as the postcode, a name as the end and a date as the number of persons.</summary>
    private static readonly (string Heading, string Issue)[] Slid =
    [
        ("Address", IssueCodes.AddressHoldsDate), ("Postcode", IssueCodes.PostcodeUnreadable),
        ("End", IssueCodes.DateUnreadable), ("Persons", IssueCodes.NumberUnreadable),
    ];

    public static SampleStream Make()
    {
        var inventor = new SampleInventor(new SampleDice(10), "Inkwellby", "QK1");
        var register = new SampleRegister("X99000009", "hmo", Headings, Cells) { State = nameof(StreamState.HeldDegraded) };
        register.Fill(84, i => inventor.Licence(Reference(i), "")).NoRecord(null, Demonstration.Mark);
        for (var i = 0; i < 84; i += 6)
        {
            var cells = Cells(register[i]);
            register.Spoil(i, "Start", "").Spoil(i, "Holder", cells[3]);
            foreach (var (heading, issue) in Slid)
            {
                register.Spoil(i, heading, cells[Array.IndexOf(Headings, heading) - 1], issue);
            }
        }

        var text = new SampleText(',', "\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var first = register.Tonight();
        register.Grant(inventor.Licence(Reference(200), ""));
        var second = register.Tonight();
        return SampleStream.Of("inkwellby-demo", "hmo.csv", text.Write, first, second);
    }

    private static object[] Cells(SampleLicence l) => [l.Reference, Day(l.Start), $"{l.Home}, {l.Town}", l.Postcode, l.Holder, Day(l.End), l.Persons];

    private static string Reference(int number) => string.Create(CultureInfo.InvariantCulture, $"IW{number + 1000}");

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
