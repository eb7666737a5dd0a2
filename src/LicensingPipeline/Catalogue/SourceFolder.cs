namespace LicensingPipeline.Catalogue;

/// <summary>Everything a folder of sources says: the sources that are right, and the errors of those that are not.</summary>
/// <param name="Sources">In the order of their GSS codes.</param>
/// <param name="Errors">Errors by short name of the file; such a file stops only itself.</param>
/// <param name="Reference">The tables they were read against.</param>
public sealed record SourceFolder(
    IReadOnlyList<Source> Sources, IReadOnlyDictionary<string, IReadOnlyList<SourceError>> Errors, ReferenceTables Reference)
{
    /// <summary>Reads every <c>*.yaml</c> of a folder, and the acknowledgements under <c>acks/</c>.</summary>
    /// <param name="folder">The folder of source files.</param>
    /// <param name="referenceFolder">Folder of authorities.csv, schemes.csv and outcodes.csv.</param>
    /// <param name="dataFolder">The data folder, for the national lists in it; null where they are not needed.</param>
    /// <exception cref="DirectoryNotFoundException">The folder is not there.</exception>
    public static SourceFolder Read(string folder, string referenceFolder, string? dataFolder = null)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no folder of sources at {folder}. Give another with --sources.");
        }

        var reference = ReferenceTables.Read(referenceFolder, folder) with { Places = PlaceTables.Open(dataFolder) };
        var sources = new List<Source>();
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var acks = new Dictionary<string, IReadOnlyList<Acknowledgement>>(StringComparer.Ordinal);
        var errors = new SortedDictionary<string, IReadOnlyList<SourceError>>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(path);
            var (source, wrong) = SourceReader.Read(Path.GetFileName(path), text, reference.Authorities);
            var (accepted, wrongAcks) = Acknowledgements.Read(folder, Path.GetFileNameWithoutExtension(path));
            acks[Path.GetFileNameWithoutExtension(path)] = accepted;
            var twins = source is null ? [] : Twins(Path.GetFileName(path), source, sources);
            if (source is not null && wrongAcks.Count == 0 && twins.Count == 0)
            {
                sources.Add(source);
                texts[source.ShortName] = text;
            }
            else
            {
                errors[Path.GetFileNameWithoutExtension(path)] = [.. wrong, .. wrongAcks, .. twins];
            }
        }

        return new SourceFolder([.. sources.OrderBy(s => s.Authority, StringComparer.Ordinal).ThenBy(s => s.ShortName, StringComparer.Ordinal)], errors, reference) { AcksByShortName = acks, Texts = texts };
    }

    /// <summary>A stream is known by its authority and its name, so two files must not both describe it.</summary>
    private static List<SourceError> Twins(string file, Source source, List<Source> before) =>
    [
        .. from stream in source.Streams
           from other in before
           where other.Authority == source.Authority && other.Streams.Any(s => s.Name == stream.Name)
           select new SourceError(file, 1, $"streams.{stream.Name}", $"{source.Authority}/{stream.Name} stands in {other.ShortName}.yaml too; give one of them another name."),
    ];

    /// <summary>The source an organiser means by a GSS code or a short name, or null.</summary>
    public Source? Find(string authority) => Sources.FirstOrDefault(s =>
        string.Equals(s.Authority, authority, StringComparison.OrdinalIgnoreCase) || string.Equals(s.ShortName, authority, StringComparison.OrdinalIgnoreCase));

    /// <summary>The text of each file that is right, by short name.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    /// <summary>Sources whose file is wrong now, as they were when it last was right: what they published stays up.</summary>
    public IReadOnlyList<Source> Remembered { get; init; } = [];

    /// <summary>Every stream of every source, in order; those of remembered sources too, which are not collected.</summary>
    public IReadOnlyList<(Source Source, StreamSpec Spec)> Streams() =>
        [.. Sources.Concat(Remembered).OrderBy(s => s.Authority, StringComparer.Ordinal).ThenBy(s => s.ShortName, StringComparer.Ordinal).SelectMany(s => s.Streams.Select(t => (s, t)))];

    /// <summary>Whether a run limited to these authorities means this source; no limit means all.</summary>
    public bool IsMeant(Source source, IReadOnlyList<string> authorities) =>
        !Remembered.Contains(source) && (authorities.Count == 0 || authorities.Any(a => ReferenceEquals(Find(a), source)));

    /// <summary>The acknowledgements of a source.</summary>
    public IReadOnlyList<Acknowledgement> Acks(Source source) => AcksByShortName.GetValueOrDefault(source.ShortName, []);

    /// <summary>Acknowledgements by short name.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Acknowledgement>> AcksByShortName { get; init; }
}
