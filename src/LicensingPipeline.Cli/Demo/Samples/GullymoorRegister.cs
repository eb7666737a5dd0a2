using System.Globalization;

namespace LicensingPipeline.Cli.Demo.Samples;

/// <summary>JSON, one record a line, with the days as a spreadsheet counts them and as a browser prints them. It does not change between the nights.</summary>
internal static class GullymoorRegister
{
    private static readonly DateOnly DayZero = new(1899, 12, 30);
    private static readonly string[] Headings = ["ref", "premises", "licensee", "begins", "ends", "about"];

    public static SampleStream Make()
    {
        var inventor = new SampleInventor(new SampleDice(8), "Gullymoor", "QG8");
        var register = new SampleRegister("X99000007", "selective", Headings, Cells);
        register.Fill(90, i => inventor.Licence(string.Create(CultureInfo.InvariantCulture, $"GM{i + 100}S"), ""))
            .Spoil(4, "premises", $"{register[4].Home}, Gullymoor, {register[4].PostcodeWithLetterO}", IssueCodes.PostcodeRepaired)
            .Spoil(8, "premises", $"{register[8].Home}, Gullymoor", IssueCodes.PostcodeMissing)
            .SpoilAll([10, 11], "licensee", "Redacted", IssueCodes.ValueWithheld)
            .Spoil(14, "begins", Script(register[14].Start))
            .Spoil(15, "begins", Script(register[15].Start))
            .Repeat(20)
            .NoRecord(0, "", "", "", "", "", Demonstration.Mark);
        var copy = register.Tonight();
        return SampleStream.Of("gullymoor-demo", "open-data/selective.jsonl", SampleJson.Lines,
            copy, copy with { Expected = copy.Expected with { State = nameof(StreamState.Unchanged) } });
    }

    private static object[] Cells(SampleLicence l) =>
        [l.Reference, l.FullAddress, l.Holder, l.Start.DayNumber - DayZero.DayNumber, l.End.DayNumber - DayZero.DayNumber, ""];

    private static string Script(DateOnly day) =>
        day.ToString("ddd MMM dd yyyy", CultureInfo.InvariantCulture) + " 12:00:00 GMT+0000 (Greenwich Mean Time)";
}
