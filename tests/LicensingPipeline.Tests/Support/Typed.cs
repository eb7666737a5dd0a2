using LicensingPipeline.Cli;

namespace LicensingPipeline.Tests.Support;

/// <summary>What the program answers to a command line.</summary>
/// <param name="Exit">Its exit code.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record Typed(int Exit, string Out, string Error)
{
    /// <summary>Types a command line over a night's folders.</summary>
    public static async Task<Typed> Into(InventedNight night, params string[] words)
    {
        string[] args = words[0] switch
        {
            "run" => [.. words, "--data", night.Data, "--sources", night.Sources, "--inbox", night.Inbox],
            "sources" => [.. words, "--sources", night.Sources],
            "export" => [.. words, "--data", night.Data],
            _ => [.. words, "--data", night.Data, "--sources", night.Sources],
        };
        return await Into(new FixedClock(night.Now), args);
    }

    /// <summary>Types a command line.</summary>
    public static async Task<Typed> Into(TimeProvider clock, params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await Licensing.RunAsync(words, new Terminal(output, error, Interactive: false), clock, CancellationToken.None);
        return new Typed(exit, output.ToString(), error.ToString());
    }
}
