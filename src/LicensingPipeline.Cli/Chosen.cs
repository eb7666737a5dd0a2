using LicensingPipeline.Catalogue;
using LicensingPipeline.Record;

namespace LicensingPipeline.Cli;

/// <summary>The stream that a command is about.</summary>
/// <param name="SourcesFolder">Folder of source files.</param>
/// <param name="Folder">What it says.</param>
/// <param name="Source">The authority's source.</param>
/// <param name="Spec">The stream.</param>
internal sealed record Chosen(string SourcesFolder, SourceFolder Folder, Source Source, StreamSpec Spec)
{
    /// <summary>The source file.</summary>
    public string File => Path.Combine(SourcesFolder, Source.ShortName + ".yaml");

    /// <summary>Finds the stream a person means: the one named, the only one, or the only one that nobody has verified.</summary>
    /// <exception cref="UsageException">There is no such stream, or there are several.</exception>
    public static Chosen Of(string sources, string authority, string? stream)
    {
        var folder = SourceFolder.Read(sources, Folders.Reference());
        if (folder.Find(authority) is not { } source)
        {
            throw new UsageException(folder.Errors.TryGetValue(authority, out var errors)
                ? $"The source file is wrong: {string.Join(Environment.NewLine, errors)}"
                : $"'{authority}' has no source file in {sources}. Give a GSS code or a short name ('licensing sources list' prints them); 'licensing sources new' writes one.");
        }

        var meant = stream is not null ? source.Streams.Where(s => s.Name == stream).ToList()
            : source.Streams.Count == 1 ? [.. source.Streams]
            : [.. source.Streams.Where(s => s.Verified is null && s.Retired is null)];
        return meant.Count == 1 ? new Chosen(sources, folder, source, meant[0])
            : throw new UsageException(source.Streams.Count == 0
                ? $"Nothing is collected from {source.ShortName}, so there is nothing to look at."
                : $"{source.ShortName} has the streams {string.Join(", ", source.Streams.Select(s => s.Name))}; name one with --stream.");
    }

    /// <summary>What was learnt from invented data is never written into the sources that the project ships (rule 12).</summary>
    /// <exception cref="RefusedException">The data is invented and the sources are the project's own.</exception>
    public static void RefuseShipped(Ledger ledger, string sources, string data)
    {
        if (ledger.IsInvented && Folders.IsShipped(sources) && !Folders.IsInside(sources, data))
        {
            throw new RefusedException($"{data} holds the demonstration's invented data, and {sources} is the project's own: nothing learnt from the one is written into the other. Copy the sources, say to {Path.Combine(data, "sources")}, and name the copy with --sources.");
        }
    }
}
