using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace LicensingPipeline;

/// <summary>
/// Which code read the bytes: SHA-256 over the source text of Extract, Map, Normalise and the root types, embedded when
/// the program was built. With the bytes and the source file it decides every record (rule 1).
/// </summary>
public static class CodeVersion
{
    /// <summary>64 hex digits.</summary>
    public static string Current { get; } = Compute();

    private static string Compute()
    {
        var hashes = typeof(CodeVersion).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "CodeVersion").Value ?? "";
        var sorted = string.Join('\n', hashes.Split(',').Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sorted)));
    }
}
