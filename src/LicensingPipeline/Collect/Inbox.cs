using System.Globalization;
using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Collect;

/// <summary>Reads the copies that a person handed in for a stream.</summary>
public static class Inbox
{
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "yyyyMMdd", "yyyy_MM_dd"];
    private static readonly TimeSpan PatternLimit = TimeSpan.FromSeconds(1);

    /// <summary>The copies of a stream, oldest first.</summary>
    /// <param name="inboxFolder">Holds a folder for each stream or authority.</param>
    /// <exception cref="SourceException">Manual where no copy is there yet; HeldDrift where one cannot be placed in time.</exception>
    public static IReadOnlyList<InboxCopy> Copies(string inboxFolder, ManualSpec manual, CancellationToken ct)
    {
        var dated = new List<Dated>();
        foreach (var path in Files(inboxFolder, manual))
        {
            ct.ThrowIfCancellationRequested();
            dated.Add(Read(path, manual));
        }

        return [.. dated.GroupBy(d => d.AsAt).OrderBy(g => g.Key).Select(g => Together([.. g]))];
    }

    private static List<string> Files(string inboxFolder, ManualSpec manual)
    {
        var folder = Path.GetFullPath(Path.Combine(inboxFolder, manual.Folder));
        var files = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder).Where(f => IsData(Path.GetFileName(f), manual.Files)).Order(StringComparer.Ordinal).ToList()
            : [];
        if (files.Count == 0)
        {
            throw new SourceException(StreamState.Manual, $"No copy has been handed in yet: put a file named like {manual.Files} into {manual.Folder} of the inbox.");
        }

        var inside = RealPath.Of(inboxFolder) + Path.DirectorySeparatorChar;
        foreach (var file in files.Where(f => !IsInside(f, inside)))
        {
            throw SourceException.Drift($"{Path.GetFileName(file)} in {manual.Folder} of the inbox is a link that leads out of it or nowhere, and is not read. Copy the file itself.");
        }

        return files;
    }

    private static bool IsInside(string file, string folder)
    {
        try
        {
            var real = RealPath.Of(file);
            return real.StartsWith(folder, StringComparison.Ordinal) && File.Exists(real);
        }
        catch (IOException)
        {
            // Links in a circle.
            return false;
        }
    }

    /// <summary>Notes beside a file and what editors leave behind are not data.</summary>
    private static bool IsData(string name, string pattern) =>
        !name.StartsWith('.') && !name.StartsWith("~$", StringComparison.Ordinal)
        && !name.EndsWith(Sidecar.Ending, StringComparison.OrdinalIgnoreCase)
        && FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: true);

    private static Dated Read(string path, ManualSpec manual)
    {
        var name = Path.GetFileName(path);
        var note = Sidecar.Of(path);
        var named = DateIn(name, manual.AsAtName);
        if (note is not null && named is not null && note.AsAt != named)
        {
            throw SourceException.Drift($"{name} says {Iso(named.Value)} in its name and {Iso(note.AsAt)} in {name}{Sidecar.Ending}. Mend the one that is wrong.");
        }

        if ((note?.AsAt ?? named ?? manual.AsAt) is not { } asAt)
        {
            throw SourceException.Drift(
                $"Nobody can tell of which day {name} in {manual.Folder} of the inbox is. Write {name}{Sidecar.Ending} beside it with a line as-at, or have the day in the name found by manual.as-at.",
                "as-at: 2026-09-27");
        }

        using var bytes = File.OpenRead(path);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return new Dated(asAt, new InboxFile(name, path, hash), note?.Origin ?? Sidecar.DefaultOrigin, note?.RetrievedAt);
    }

    private static DateOnly? DateIn(string name, string? pattern)
    {
        if (pattern is null)
        {
            return null;
        }

        var found = Find(name, pattern);
        return found.Success && DateOnly.TryParseExact(found.Groups[1].Value, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
    }

    private static Match Find(string name, string pattern)
    {
        try
        {
            return Regex.Match(name, pattern, RegexOptions.CultureInvariant, PatternLimit);
        }
        catch (RegexMatchTimeoutException slow)
        {
            throw SourceException.SlowPattern("manual.as-at.name", slow);
        }
    }

    private static InboxCopy Together(List<Dated> files)
    {
        var origins = files.Select(f => f.Origin).Distinct(StringComparer.Ordinal).ToList();
        if (origins.Count > 1)
        {
            throw SourceException.Drift($"The files of {Iso(files[0].AsAt)} are one copy, but their notes give it several origins ({string.Join(", ", origins)}). Give each the same.", $"origin: {origins[0]}");
        }

        return new InboxCopy(
            files[0].AsAt,
            FileSet.Hash([.. files.Select(f => (f.File.Name, f.File.Sha256))]),
            [.. files.Select(f => f.File)],
            origins[0],
            files.Max(f => f.RetrievedAt));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Dated(DateOnly AsAt, InboxFile File, string Origin, DateTimeOffset? RetrievedAt);
}
