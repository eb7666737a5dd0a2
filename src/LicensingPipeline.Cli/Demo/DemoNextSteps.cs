using Dapper;
using LicensingPipeline.Store;

namespace LicensingPipeline.Cli.Demo;

/// <summary>What to look at after the demonstration. Each command works as it stands, from where the demonstration was started.</summary>
internal static class DemoNextSteps
{
    /// <summary>The page of all registers, for a browser.</summary>
    public static string Page(string data) => Typed(Path.Combine(data, "site", "index.html"));

    /// <summary>The commands.</summary>
    public static IReadOnlyList<string> Commands(string data)
    {
        var folders = $"--data {Typed(data)} --sources {Typed(Path.Combine(data, "sources"))}";
        return
        [
            $"{Typed(Folders.Launcher())} find Nosuch Street {folders}",
            $"{Typed(Folders.Launcher())} status {folders}",
            $"{Typed(Folders.Launcher())} schemes QC1 {folders}",
            $"{Typed(Folders.Launcher())} changes {folders}",
            $"{Typed(Folders.Launcher())} explain {Explained(data)} {folders}",
        ];
    }

    /// <summary>A licence that has something to explain: the first that ever changed.</summary>
    private static string Explained(string data)
    {
        using var registers = Registers.Open(data);
        return registers.Connection.ExecuteScalar<string>("select licence_id from event where field is not null order by authority, stream, licence_id limit 1")!;
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
