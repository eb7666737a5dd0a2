using System.Diagnostics;
using LicensingPipeline.Cli;

namespace LicensingPipeline.Tests.Support;

/// <summary>The real program as a process of its own.</summary>
internal static class LicensingProcess
{
    /// <summary>What a run of the program came to.</summary>
    public sealed record Ran(int Exit, string Output, string Error);

    /// <summary>Runs <c>licensing</c> in a folder and waits for it.</summary>
    public static async Task<Ran> RunAsync(string folder, IReadOnlyList<string> arguments, CancellationToken ct)
    {
        using var process = Start(folder, arguments);
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var error = process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return new Ran(process.ExitCode, await output, await error);
    }

    /// <summary>Starts <c>licensing</c> in a folder.</summary>
    public static Process Start(string folder, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.ArgumentList.Add(typeof(Licensing).Assembly.Location);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
