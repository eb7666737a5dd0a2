using LicensingPipeline.Summarise.Scorecards;

namespace LicensingPipeline.Web;

/// <summary>
/// Editions as they were published, kept in the data folder: one that was published once stands for ever as it was, whatever the method,
/// the program or the registers become.
/// </summary>
/// <param name="dataFolder">The data folder.</param>
public sealed class EditionStore(string dataFolder)
{
    /// <summary>Its folder, in the data folder and on the site.</summary>
    public const string FolderName = "editions";

    private string Folder => Path.Combine(dataFolder, FolderName);

    /// <summary>Names of the editions, in order.</summary>
    public IReadOnlyList<string> Names => !Directory.Exists(Folder) ? [] :
        [.. Directory.EnumerateDirectories(Folder).Where(d => File.Exists(Path.Combine(d, Edition.FileName))).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    /// <summary>Every file of every edition by its address on the site.</summary>
    public IEnumerable<(string Path, byte[] Bytes)> Files() =>
        from name in Names
        from file in Directory.EnumerateFiles(Path.Combine(Folder, name), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        select ($"{FolderName}/{Path.GetRelativePath(Folder, file).Replace('\\', '/')}", File.ReadAllBytes(file));

    /// <summary>What an edition was worked out from, or null where there is no such edition.</summary>
    public string? Json(string name) => Path.Combine(Folder, name, Edition.FileName) is var file && File.Exists(file) ? File.ReadAllText(file) : null;

    /// <summary>Keeps an edition; edition.json is written last, so that a broken-off one is none.</summary>
    /// <param name="files">Its files by their address on the site.</param>
    public void Keep(IReadOnlyDictionary<string, byte[]> files)
    {
        foreach (var (path, bytes) in files.OrderBy(f => f.Key.EndsWith(Edition.FileName, StringComparison.Ordinal)).ThenBy(f => f.Key, StringComparer.Ordinal))
        {
            var file = Path.Combine(dataFolder, path);
            PrivateFiles.MakeFolder(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }
    }
}
