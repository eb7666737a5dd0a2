using System.Globalization;

namespace LicensingPipeline.Summarise;

/// <summary>The file by which something else can tell that the nightly run did not come.</summary>
public static class Heartbeat
{
    /// <summary>Writes the time at which a run ended.</summary>
    public static void Write(string dataFolder, DateTimeOffset at, bool invented)
    {
        var path = Path.Combine(dataFolder, "heartbeat");
        var text = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) + "\n" + (invented ? Demonstration.Mark + "\n" : "");
        File.WriteAllText(path + ".tmp", text);
        PrivateFiles.Protect(path + ".tmp");
        File.Move(path + ".tmp", path, overwrite: true);
    }

    /// <summary>When the last run ended, or null where none has.</summary>
    public static DateTimeOffset? Read(string dataFolder)
    {
        var path = Path.Combine(dataFolder, "heartbeat");
        return File.Exists(path) && DateTimeOffset.TryParseExact(File.ReadAllLines(path).FirstOrDefault(), "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
    }
}
