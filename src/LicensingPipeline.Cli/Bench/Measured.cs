using System.Diagnostics;
using System.Globalization;

namespace LicensingPipeline.Cli.Bench;

/// <summary>A child process that was watched from its start to its end.</summary>
/// <param name="Exit">Its exit code.</param>
/// <param name="Seconds">Wall time.</param>
/// <param name="CpuSeconds">Processor time, user and system.</param>
/// <param name="PeakMegabytes">Most memory resident at once.</param>
/// <param name="Error">What it wrote to standard error.</param>
internal sealed record Measured(int Exit, double Seconds, double CpuSeconds, double PeakMegabytes, string Error)
{
    /// <summary>Runs a command and watches it through the kernel's own accounting.</summary>
    public static async Task<Measured> RunAsync(string command, IReadOnlyList<string> arguments, string? input, CancellationToken ct)
    {
        var start = new ProcessStartInfo(command) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(ct);
        var output = process.StandardOutput.ReadToEndAsync(ct);
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), ct);
        }

        process.StandardInput.Close();
        var (cpu, peak) = (0d, 0d);
        var ended = process.WaitForExitAsync(ct);
        while (!ended.IsCompleted)
        {
            (cpu, peak) = Watch(process.Id, cpu, peak);
            await Task.WhenAny(ended, Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, ct));
        }

        await ended;
        clock.Stop();
        _ = await output;
        return new Measured(process.ExitCode, clock.Elapsed.TotalSeconds, cpu, peak, await error);
    }

    private static (double Cpu, double Peak) Watch(int id, double cpu, double peak)
    {
        try
        {
            var fields = File.ReadAllText($"/proc/{id}/stat").Split(") ")[^1].Split(' ');
            cpu = (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / 100;
            var high = File.ReadLines($"/proc/{id}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            if (high is not null)
            {
                peak = double.Parse(high.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
            }
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or IndexOutOfRangeException)
        {
            // The process ended between two looks; the last figures stand.
        }

        return (cpu, peak);
    }
}
