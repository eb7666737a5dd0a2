namespace LicensingPipeline.Cli.Demo.Samples;

/// <summary>Streams that bring no rows: a register that says it is empty, and a website that wants no programs.</summary>
internal static class QuietStreams
{
    /// <summary>Temporary exemptions: the page says that there are none, which is not the same as a page without a table.</summary>
    public static SampleStream None()
    {
        var bytes = SampleHtml.Plain("Temporary exemption notices - Adderquay (invented)", "No temporary exemption notices are in force.");
        var night = new SampleNight(bytes, Nothing("X99000001", "exemptions", StreamState.EmptyDeclared));
        return new SampleStream("adderquay-demo", "exemptions", [night, night]);
    }

    /// <summary>The website puts a challenge in the way; the source file says that this is known.</summary>
    public static SampleStream Challenge()
    {
        var night = new SampleNight(null, Nothing("X99000010", "hmo", StreamState.Blocked));
        return new SampleStream("jackdawsea-demo", "", [night, night]);
    }

    private static ExpectedStream Nothing(string authority, string stream, StreamState state) =>
        new() { Authority = authority, Stream = stream, State = state.ToString() };
}
