using System.IO.Compression;
using CsvHelper;

namespace LicensingPipeline.Extract;

/// <summary>One file of a national list.</summary>
/// <param name="Name">Its path in the release.</param>
/// <param name="Open">Opens it.</param>
public sealed record NationalFile(string Name, Func<Stream> Open);

/// <summary>
/// The text files of a national list as its publisher packs it: a zip, an unpacked folder or a single file. These lists are a
/// hundred times larger than any register, so the limits of registers do not hold for them.
/// </summary>
public static class NationalFiles
{
    private const long MostUnpacked = 16L * 1024 * 1024 * 1024;
    private const int MostParts = 10_000, RecordBytes = 1024 * 1024;

    /// <summary>Opens what a person brought.</summary>
    /// <param name="path">A zip, a folder or a file.</param>
    /// <param name="use">Given the files; what it opens lasts as long as the call.</param>
    /// <exception cref="RefusedException">Nothing of the kind is there.</exception>
    public static T Use<T>(string path, Func<IReadOnlyList<NationalFile>, T> use)
    {
        if (Directory.Exists(path))
        {
            var files = Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true }).Order(StringComparer.Ordinal);
            return use([.. files.Where(IsText).Select(f => new NationalFile(Path.GetRelativePath(path, f).Replace('\\', '/'), () => File.OpenRead(f)))]);
        }

        if (!File.Exists(path))
        {
            throw new RefusedException($"There is neither a file nor a folder at {path}.");
        }

        using var bytes = File.OpenRead(path);
        return Use(Path.GetFileName(path), bytes, use);
    }

    /// <summary>Opens what was fetched.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="bytes">A zip or a text file, which can seek.</param>
    /// <param name="use">Given the files.</param>
    /// <exception cref="RefusedException">It is a zip that cannot be read.</exception>
    public static T Use<T>(string name, Stream bytes, Func<IReadOnlyList<NationalFile>, T> use)
    {
        Span<byte> head = stackalloc byte[2];
        bytes.Position = 0;
        var isZip = bytes.ReadAtLeast(head, 2, throwOnEndOfStream: false) == 2 && head[0] == 'P' && head[1] == 'K';
        bytes.Position = 0;
        if (!isZip)
        {
            return use([new NationalFile(name, () => Again(bytes))]);
        }

        try
        {
            using var zip = new ZipArchive(bytes, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostParts || zip.Entries.Sum(e => e.Length) > MostUnpacked)
            {
                throw new RefusedException($"{name} unpacks to more than any list of this kind. Look whether it is the right file.");
            }

            return use([.. zip.Entries.Where(e => IsText(e.FullName)).OrderBy(e => e.FullName, StringComparer.Ordinal).Select(e => new NationalFile(e.FullName, e.Open))]);
        }
        catch (InvalidDataException broken)
        {
            throw new RefusedException($"{name} is a zip that cannot be read; it may be cut off. Fetch it again.", broken);
        }
    }

    /// <summary>The rows of a file, the first one too.</summary>
    internal static IEnumerable<CsvReader> Rows(NationalFile file)
    {
        using var bytes = file.Open();
        using var csv = CsvReader.Create(bytes, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = ',',
            MaxRecordSize = RecordBytes,
            IncludeValuesInExceptions = false,
            BufferSize = 256 * 1024,
        });
        while (csv.Read())
        {
            yield return csv;
        }
    }

    /// <summary>The cells of a file's first row, trimmed.</summary>
    internal static IReadOnlyList<string> FirstRow(NationalFile file) =>
        Rows(file).Select(r => (IReadOnlyList<string>)[.. Enumerable.Range(0, r.FieldCount).Select(i => r[i].ToString().Trim())]).FirstOrDefault([]);

    private static bool IsText(string name) => name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && !Path.GetFileName(name).StartsWith('.');

    /// <summary>The bytes from their start, left open for whoever comes next.</summary>
    private static Kept Again(Stream bytes)
    {
        bytes.Position = 0;
        return new Kept(bytes);
    }

    /// <summary>Hands a stream on without giving it up.</summary>
    private sealed class Kept(Stream bytes) : ForwardStream
    {
        public override int Read(Span<byte> buffer) => bytes.Read(buffer);
    }
}
