using System.Security.Cryptography;
using System.Text;

namespace LicensingPipeline.Collect;

/// <summary>One hash for several files of one snapshot.</summary>
public static class FileSet
{
    /// <summary>
    /// The file's own hash where there is one; else SHA-256 over the lines <c>sha256  name</c>, sorted by their bytes and each ended
    /// by a newline, so that <c>sha256sum * | LC_ALL=C sort | sha256sum</c> gives the same.
    /// </summary>
    public static string Hash(IReadOnlyCollection<(string Name, string Sha256)> files)
    {
        if (files.Count == 1)
        {
            return files.First().Sha256;
        }

        var lines = files.Select(f => $"{f.Sha256}  {f.Name}\n").Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }
}
