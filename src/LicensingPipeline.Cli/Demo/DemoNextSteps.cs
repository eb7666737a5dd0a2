using LicensingPipeline.Normalise;

namespace LicensingPipeline.Cli.Demo;

/// <summary>What to look at after the demonstration. Each command works as it stands, from where the demonstration was started.</summary>
internal static class DemoNextSteps
{
    /// <summary>A licence with a postcode that had to be repaired, so that there is something to explain.</summary>
    private const string Explained = "AQ/26/10012";

    /// <summary>The page of all registers, for a browser.</summary>
    public static string Page(string data) => Typed(Path.Combine(data, "site", "index.html"));

    /// <summary>The commands.</summary>
    public static IReadOnlyList<string> Commands(SampleFolder samples, string data)
    {
        var folders = $"--data {Typed(data)} --sources {Typed(samples.Sources)}";
        return
        [
            $"{Typed(Folders.Launcher())} find Nosuch Street {folders}",
            $"{Typed(Folders.Launcher())} status {folders}",
            $"{Typed(Folders.Launcher())} changes adderquay-demo {folders}",
            $"{Typed(Folders.Launcher())} explain {LicenceId()} {folders}",
        ];
    }

    private static string LicenceId()
    {
        var raw = new string?[Fields.Count];
        raw[(int)Field.Reference] = Explained;
        return Identity.Hex(Identity.Of("X99000001", "licences", [], raw)!.Value);
    }

    /// <summary>A path as it is typed: the shortest that works from here.</summary>
    private static string Typed(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        var shortest = relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
        // A program in the folder itself is only found with the dot before it.
        shortest = shortest == "licensing" ? "./licensing" : shortest;
        return shortest.Contains(' ', StringComparison.Ordinal) ? $"\"{shortest}\"" : shortest;
    }
}
