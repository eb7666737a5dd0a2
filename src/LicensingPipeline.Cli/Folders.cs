using System.CommandLine;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Collect;

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

    /// <summary>For questions that need the sources only for names: a folder that is not there is no harm.</summary>
    public static Option<DirectoryInfo> SourcesForNames() => new("--sources")
    {
        Description = "Folder of source files, for the names of councils outside London.",
        DefaultValueFactory = _ => new DirectoryInfo("sources"),
    };

    public static Option<bool> Json() => new("--json") { Description = "Print JSON." };

    /// <summary>The reference tables ship with the project, beside the sources; a folder of sources elsewhere uses them too.</summary>
    public static string Reference() => Path.Combine(Checkout() ?? "", "data", "reference");

    /// <summary>The field inventories that ship with the project, by GSS code.</summary>
    public static IReadOnlyDictionary<string, Inventory> Inventories(ReferenceTables reference)
    {
        var folder = Path.Combine(Checkout() ?? "", "data", "inventory");
        return Directory.Exists(folder) ? Inventory.ReadFolder(folder, reference.Authorities).Inventories.ToDictionary(i => i.Authority, StringComparer.Ordinal) : new Dictionary<string, Inventory>(StringComparer.Ordinal);
    }

    /// <summary>
    /// Where people's decisions lie: in the data folder where it has a folder for them, else those that ship with the project, which
    /// hold for a demonstration too.
    /// </summary>
    public static string Governance(string data) => Policy.FolderOf(data, Reference());

    /// <summary>The policy that holds for a data folder.</summary>
    public static Policy PolicyOf(string data) => Policy.ReadFolder(Governance(data));

    /// <summary>The script that builds the program where needed and starts it; the program itself where there is no checkout.</summary>
    public static string Launcher() => Checkout() is { } checkout ? Path.Combine(checkout, "licensing") : Environment.ProcessPath ?? "licensing";

    /// <summary>Whether a folder is one of the checkout's own.</summary>
    public static bool IsShipped(string folder) => Checkout() is { } checkout && IsInside(folder, checkout);

    /// <summary>Whether a folder lies in another, links followed.</summary>
    public static bool IsInside(string folder, string other) =>
        (RealPath.Of(folder) + Path.DirectorySeparatorChar).StartsWith(RealPath.Of(other) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string? Checkout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "data", "reference", "authorities.csv")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
