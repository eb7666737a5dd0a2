using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace LicensingPipeline;

/// <summary>
/// One run at a time in a data folder: a file with the id and the start time of the process that holds it, so that a lock
/// left by a killed run is told from a live one even where the id has been given to another process since.
/// </summary>
public sealed class RunLock : IDisposable
{
    private readonly string _path;

    private RunLock(string path) => _path = path;

    /// <summary>Takes the lock.</summary>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="say">Told when a stale lock is taken over.</param>
    /// <exception cref="RefusedException">Another run is going on; the message says which.</exception>
    public static RunLock Take(string dataFolder, Action<string> say)
    {
        var path = Path.Combine(dataFolder, "run.lock");
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
                using var text = new StreamWriter(file);
                text.Write(Mine());
                return new RunLock(path);
            }
            catch (IOException taken) when (File.Exists(path) && attempt < 3)
            {
                var held = File.ReadAllText(path);
                if (IsLive(held))
                {
                    throw new RefusedException($"Another run is going on in this data folder (process {held.Split(' ')[0]}). Wait until it ends, or stop it.", taken);
                }

                say($"A run that was stopped half-way left its lock (process {held.Split(' ')[0]}); taking over.");
                File.Delete(path);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => File.Delete(_path);

    private static string Mine()
    {
        using var me = Process.GetCurrentProcess();
        return string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId} {me.StartTime.ToUniversalTime():O}");
    }

    private static bool IsLive(string held)
    {
        var parts = held.Split(' ');
        if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(id);
            return DateTime.TryParse(parts[1], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var started)
                && Math.Abs((process.StartTime.ToUniversalTime() - started).TotalSeconds) < 2;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return false;
        }
    }
}
