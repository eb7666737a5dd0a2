using System.Security.Cryptography;
using System.Text;

namespace LicensingPipeline.Web;

/// <summary>
/// The folder a site is written to. Only what changed is written, and what an earlier site left there is taken away; files of somebody
/// else are never touched.
/// </summary>
/// <param name="path">The folder.</param>
/// <param name="invented">Whether the data is invented, which its two own files then say.</param>
public sealed class SiteFolder(string path, bool invented)
{
    /// <summary>The file by which a folder is known as a site of ours.</summary>
    public const string MarkerName = ".licensing-site";

    /// <summary>Hashes of all files; 'sha256sum -c' reads it.</summary>
    public const string SumsName = "SHA256SUMS";

    /// <summary>The folder.</summary>
    public string Path { get; } = path;

    /// <summary>Refuses a folder that holds something else.</summary>
    /// <exception cref="RefusedException">It is neither empty nor a site of ours.</exception>
    public void RefuseForeign()
    {
        if (File.Exists(Path) || (Directory.Exists(Path) && Directory.EnumerateFileSystemEntries(Path).Any() && !File.Exists(In(MarkerName))))
        {
            throw new RefusedException($"{Path} is not empty and holds no site that was published here before, so nothing in it is touched. Choose another folder with --out.");
        }
    }

    /// <summary>Writes the files; returns how many were written and how many taken away.</summary>
    public (int Written, int Removed) Write(IReadOnlyDictionary<string, byte[]> files)
    {
        Directory.CreateDirectory(Path);
        var before = Listed();
        Put(MarkerName, Encoding.UTF8.GetBytes($"{Mark()}# 'licensing publish' writes this folder; {SumsName} lists its files. Others that lie here are left alone.\n"));
        // Named before they are written, so that what a broken-off run leaves behind is known to the next.
        Put(SumsName, Sums(files, before.Where(b => !files.ContainsKey(b))));
        var written = files.Count(f => Put(f.Key, f.Value));
        var stale = before.Where(b => !files.ContainsKey(b)).ToList();
        foreach (var file in stale)
        {
            Remove(file);
        }

        Put(SumsName, Sums(files, []));
        return (written, stale.Count);
    }

    /// <summary>What an earlier site wrote here. A line that leads out of the folder is none of ours.</summary>
    private List<string> Listed()
    {
        var sums = In(SumsName);
        return !File.Exists(sums) ? [] :
        [
            .. File.ReadLines(sums).Where(l => l.Length > 66 && l[0] != '#').Select(l => l[66..])
                .Where(n => !System.IO.Path.IsPathRooted(n) && !n.Split('/', '\\').Contains("..", StringComparer.Ordinal)),
        ];
    }

    private byte[] Sums(IReadOnlyDictionary<string, byte[]> files, IEnumerable<string> leaving)
    {
        var text = new StringBuilder(Mark());
        foreach (var (name, bytes) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            text.Append(Convert.ToHexStringLower(SHA256.HashData(bytes))).Append("  ").Append(name).Append('\n');
        }

        foreach (var name in leaving)
        {
            text.Append(new string('0', 64)).Append("  ").Append(name).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private string Mark() => invented ? $"# {Demonstration.Mark}\n" : "";

    /// <summary>Written beside and moved into place, so that nobody meets half a page.</summary>
    private bool Put(string name, byte[] bytes)
    {
        var file = In(name);
        if (File.Exists(file) && new FileInfo(file).Length == bytes.Length && File.ReadAllBytes(file).AsSpan().SequenceEqual(bytes))
        {
            return false;
        }

        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file + ".part", bytes);
        File.Move(file + ".part", file, overwrite: true);
        return true;
    }

    private void Remove(string name)
    {
        File.Delete(In(name));
        for (var folder = System.IO.Path.GetDirectoryName(name); !string.IsNullOrEmpty(folder); folder = System.IO.Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(In(folder)) && !Directory.EnumerateFileSystemEntries(In(folder)).Any())
            {
                Directory.Delete(In(folder));
            }
        }
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
