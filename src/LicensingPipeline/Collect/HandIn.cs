using System.Globalization;
using System.IO.Enumeration;
using System.Security.Cryptography;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Collect;

/// <summary>What is known of a file that somebody hands in.</summary>
/// <param name="AsAt">The day whose register it shows.</param>
/// <param name="Origin">supplied, third-party-copy or union-copy.</param>
/// <param name="Note">What else should be known: who sent it, under which reference. It is published nowhere.</param>
public sealed record CoveringFacts(DateOnly AsAt, string Origin, string? Note);

/// <summary>A file that stands in the inbox.</summary>
/// <param name="Path">Where.</param>
/// <param name="Sidecar">The note beside it.</param>
/// <param name="Others">Names of other files of the same day: all of a day are one copy.</param>
public sealed record HandedIn(string Path, string Sidecar, IReadOnlyList<string> Others)
{
    /// <summary>Takes it out again.</summary>
    public void Undo()
    {
        File.Delete(Path);
        File.Delete(Sidecar);
    }
}

/// <summary>Puts a file into the inbox of a stream, with the facts about it beside it.</summary>
public static class HandIn
{
    /// <summary>Puts it there.</summary>
    /// <param name="inboxFolder">The inbox.</param>
    /// <param name="spec">A stream with manual.</param>
    /// <param name="file">The file, which stays where it is.</param>
    /// <param name="facts">What is known of it.</param>
    /// <exception cref="RefusedException">It is of another kind, or it is there already.</exception>
    public static HandedIn Place(string inboxFolder, StreamSpec spec, FileInfo file, CoveringFacts facts, CancellationToken ct)
    {
        var manual = spec.Manual ?? throw new ArgumentException("Only a stream with manual takes a copy.", nameof(spec));
        CheckKind(spec, file);
        var before = Before(inboxFolder, manual, ct);
        var hash = Hash(file);
        if (before.SelectMany(c => c.Files).FirstOrDefault(f => f.Sha256 == hash) is { } same)
        {
            throw new RefusedException($"These bytes are in the inbox already, as {same.Name}. Nothing was done.");
        }

        var folder = Path.Combine(inboxFolder, manual.Folder);
        var target = Path.Combine(folder, NameFor(manual, file.Name, facts.AsAt));
        if (File.Exists(target))
        {
            throw new RefusedException($"{target} is there already and holds other bytes. If this file corrects it, take that one away first; else give this one a name of its own that fits {manual.Files}.");
        }

        PrivateFiles.MakeFolder(folder);
        file.CopyTo(target);
        PrivateFiles.Protect(target);
        File.WriteAllText(target + Sidecar.Ending, Facts(facts));
        PrivateFiles.Protect(target + Sidecar.Ending);
        return new HandedIn(target, target + Sidecar.Ending, [.. before.Where(c => c.AsAt == facts.AsAt).SelectMany(c => c.Files).Select(f => f.Name)]);
    }

    private static void CheckKind(StreamSpec spec, FileInfo file)
    {
        try
        {
            using var bytes = file.OpenRead();
            Acceptance.Check(bytes, spec.Read.Format, file.Name);
        }
        catch (SourceException wrong)
        {
            throw new RefusedException($"{wrong.Message} Nothing was done.", wrong);
        }
    }

    private static IReadOnlyList<InboxCopy> Before(string inboxFolder, ManualSpec manual, CancellationToken ct)
    {
        try
        {
            return Inbox.Copies(inboxFolder, manual, ct);
        }
        catch (SourceException none) when (none.State == StreamState.Manual)
        {
            return [];
        }
        catch (SourceException wrong)
        {
            throw new RefusedException($"The inbox must be put right first: {wrong.Message}", wrong);
        }
    }

    /// <summary>The file's own name where it fits, else one made from the pattern and the day.</summary>
    private static string NameFor(ManualSpec manual, string name, DateOnly asAt)
    {
        var day = asAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var fits = FileSystemName.MatchesSimpleExpression(manual.Files, name, ignoreCase: true) && name[0] is not ('.' or '~');
        return fits && (manual.AsAtName is null || name.Contains(day, StringComparison.Ordinal)) ? name : Dated(manual.Files, day);
    }

    private static string Dated(string pattern, string day)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        var named = star < 0 ? pattern : string.Concat(pattern.AsSpan(0, star), star > 0 && char.IsLetterOrDigit(pattern[star - 1]) ? "-" : "", day, pattern.AsSpan(star + 1));
        return named.Replace("*", "", StringComparison.Ordinal).Replace('?', '0');
    }

    private static string Facts(CoveringFacts facts) =>
        $"as-at: {facts.AsAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\norigin: {facts.Origin}\n{(facts.Note is { } note ? $"note: {YamlText.Quoted(note)}\n" : "")}";

    private static string Hash(FileInfo file)
    {
        using var bytes = file.OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
