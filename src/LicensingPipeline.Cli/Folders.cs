using System.CommandLine;

namespace LicensingPipeline.Cli;

/// <summary>Options that many commands share, with the same names and defaults everywhere.</summary>
internal static class Folders
{
    public static Option<DirectoryInfo> Data() => new("--data")
    {
        Description = "Folder of all that a run writes.",
        DefaultValueFactory = _ => new DirectoryInfo("data"),
    };

    public static Option<DirectoryInfo> Sources() => new("--sources")
    {
        Description = "Folder of source files.",
        DefaultValueFactory = _ => new DirectoryInfo("sources"),
    };

    public static Option<DirectoryInfo?> Inbox() => new("--inbox")
    {
        Description = "Folder of copies handed in by people (default: inbox in the data folder).",
    };

    public static Option<bool> Json() => new("--json") { Description = "Print JSON." };

    /// <summary>The reference tables ship with the project, beside the sources; a folder of sources elsewhere uses them too.</summary>
    public static string Reference()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var reference = Path.Combine(folder.FullName, "data", "reference");
            if (File.Exists(Path.Combine(reference, "authorities.csv")))
            {
                return reference;
            }
        }

        return Path.Combine("data", "reference");
    }
}
