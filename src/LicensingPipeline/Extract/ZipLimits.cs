using System.Globalization;
using System.IO.Compression;

namespace LicensingPipeline.Extract;

/// <summary>Measures a zip before anything of it is unpacked. Whoever opens an entry reads it through <see cref="AtMost"/>, so that the sizes checked are the sizes met.</summary>
internal static class ZipLimits
{
    private const long SmallPart = 1024 * 1024;

    /// <summary>Checks the entries.</summary>
    /// <param name="what">What the zip is, with its article.</param>
    /// <param name="part">What an entry is.</param>
    /// <param name="most">Most entries.</param>
    public static void Check(ZipArchive zip, string what, string part, int most)
    {
        long unpacked = 0;
        var count = 0;
        foreach (var entry in zip.Entries)
        {
            unpacked += entry.Length;
            if (++count > most)
            {
                throw SourceException.Cap($"The number of {part}s in {what}", most.ToString("N0", CultureInfo.InvariantCulture));
            }

            if (entry.Length < 0 || unpacked > Caps.UnpackedBytes)
            {
                throw SourceException.Cap($"The unpacked size of {what}", "512 MB");
            }

            if (entry.Length > SmallPart && entry.Length / Caps.UnpackRatio > entry.CompressedLength)
            {
                throw SourceException.Cap($"How far a {part} of {what} is packed", "200 to 1");
            }
        }
    }
}
