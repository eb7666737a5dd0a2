namespace LicensingPipeline.Cli.Demo;

/// <summary>What to look at after the demonstration. Each command works as it stands.</summary>
internal static class DemoNextSteps
{
    /// <summary>The lines for a data folder as it is to be typed.</summary>
    public static IReadOnlyList<string> Lines(string data) =>
    [
        $"./licensing status --sources data/samples/sources --data {data}",
        $"./licensing find \"Nosuch Street\" --data {data}",
        $"./licensing changes --data {data}",
    ];
}
