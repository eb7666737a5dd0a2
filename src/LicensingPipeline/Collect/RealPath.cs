namespace LicensingPipeline.Collect;

/// <summary>Where a path leads when every link on the way is followed.</summary>
public static class RealPath
{
    /// <summary>The path without links. A link that leads nowhere keeps its target's name.</summary>
    public static string Of(string path)
    {
        var full = Path.GetFullPath(path).TrimEnd(Path.DirectorySeparatorChar);
        var root = Path.GetPathRoot(full)!;
        var real = root;
        foreach (var part in full[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var here = Path.Combine(real, part);
            FileSystemInfo entry = Directory.Exists(here) ? new DirectoryInfo(here) : new FileInfo(here);
            real = entry.ResolveLinkTarget(returnFinalTarget: true) is { } target ? Of(target.FullName) : here;
        }

        return real.Length > root.Length ? real : root;
    }
}
