using System.Globalization;
using System.Security.Cryptography;

namespace LicensingPipeline.Collect;

/// <summary>
/// Every file that ever came, under its hash: <c>ab/ab12…</c>. Bytes get their name only when they are whole and on the disk, so a
/// run that is killed leaves nothing that looks like a file of the archive. Folders are 0700 and files 0600.
/// </summary>
public sealed class Archive
{
    private const string Incoming = ".incoming-";
    private const UnixFileMode FolderMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private readonly string _folder;
    private int _count;

    /// <summary>Opens the archive, makes its folder where there is none, and clears what a killed run left half-written.</summary>
    public Archive(string folder)
    {
        _folder = Path.GetFullPath(folder);
        MakeFolder(_folder);
        RemoveLeftovers();
    }

    /// <summary>Keeps the bytes; identical ones are kept once.</summary>
    /// <exception cref="SourceException">The stream is longer than <paramref name="maxBytes"/>.</exception>
    public async Task<(string Sha256, long Length, bool WasNew)> AddAsync(Stream bytes, long maxBytes, CancellationToken ct)
    {
        await using var staged = await StageAsync(bytes, maxBytes, ct);
        return (staged.Sha256, staged.Length, staged.Commit());
    }

    /// <summary>Opens a file of the archive.</summary>
    public FileStream Open(string sha256) =>
        new(PathOf(sha256), new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Options = FileOptions.SequentialScan });

    /// <summary>Whether the archive holds these bytes.</summary>
    public bool Exists(string sha256) => File.Exists(PathOf(sha256));

    /// <summary>Whether the bytes are there and still have the hash of their name.</summary>
    public bool Check(string sha256)
    {
        if (!Exists(sha256))
        {
            return false;
        }

        using var file = Open(sha256);
        return Convert.ToHexStringLower(SHA256.HashData(file)) == sha256;
    }

    /// <summary>Writes the bytes under a temporary name and hashes them; they join the archive at <see cref="Staged.Commit"/>.</summary>
    internal async Task<Staged> StageAsync(Stream bytes, long maxBytes, CancellationToken ct)
    {
        var file = OpenTemporary();
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[81_920];
            long length = 0;
            int read;
            while ((read = await bytes.ReadAsync(buffer, ct)) > 0)
            {
                length += read;
                if (length > maxBytes)
                {
                    throw SourceException.Cap("The file", Amounts.Bytes(maxBytes));
                }

                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }

            await file.FlushAsync(ct);
            return new Staged(this, file, Convert.ToHexStringLower(hash.GetHashAndReset()), length);
        }
        catch
        {
            Discard(file);
            throw;
        }
    }

    /// <summary>Gives staged bytes their name. True where they are new.</summary>
    internal bool Keep(FileStream file, string sha256)
    {
        var target = new FileInfo(PathOf(sha256));
        if (target.Exists && target.Length == file.Length)
        {
            Discard(file);
            return false;
        }

        MakeFolder(target.DirectoryName!);
        file.Flush(flushToDisk: true);
        File.Move(file.Name, target.FullName, overwrite: true);
        file.Dispose();
        return true;
    }

    internal static void Discard(FileStream file)
    {
        file.Dispose();
        File.Delete(file.Name);
    }

    private FileStream OpenTemporary()
    {
        while (true)
        {
            var number = Interlocked.Increment(ref _count);
            var path = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{Incoming}{Environment.ProcessId}-{number}"));
            if (!File.Exists(path))
            {
                var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.Asynchronous };
                if (!OperatingSystem.IsWindows())
                {
                    options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
                }

                return new FileStream(path, options);
            }
        }
    }

    /// <summary>A file that a living process writes is locked and left alone; the lock of a killed one is gone.</summary>
    private void RemoveLeftovers()
    {
        foreach (var path in Directory.EnumerateFiles(_folder, Incoming + "*"))
        {
            try
            {
                using var mine = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                File.Delete(path);
            }
            catch (IOException)
            {
                // Somebody else's download is under way.
            }
        }
    }

    private string PathOf(string sha256) => sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(_folder, sha256[..2], sha256)
        : throw new ArgumentException("64 lower-case hex digits are wanted.", nameof(sha256));

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        Directory.CreateDirectory(folder, FolderMode);
        if (File.GetUnixFileMode(folder) != FolderMode)
        {
            File.SetUnixFileMode(folder, FolderMode);
        }
    }
}

/// <summary>Bytes on the disk that are not yet part of the archive; without <see cref="Commit"/> they vanish.</summary>
internal sealed class Staged(Archive archive, FileStream file, string sha256, long length) : IAsyncDisposable
{
    private bool _done;

    public string Sha256 { get; } = sha256;

    public long Length { get; } = length;

    /// <summary>The staged bytes from their start, for looking at them before they are kept.</summary>
    public FileStream Bytes
    {
        get
        {
            file.Position = 0;
            return file;
        }
    }

    /// <summary>Keeps the bytes. True where they are new to the archive.</summary>
    public bool Commit()
    {
        _done = true;
        return archive.Keep(file, Sha256);
    }

    public ValueTask DisposeAsync()
    {
        if (!_done)
        {
            _done = true;
            Archive.Discard(file);
        }

        return ValueTask.CompletedTask;
    }
}
