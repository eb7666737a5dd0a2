using System.Globalization;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;

namespace LicensingPipeline.Cli;

/// <summary>What one list has become, for whoever asked for it.</summary>
/// <param name="What">postcodes, codepoint or uprn.</param>
/// <param name="Release">The publisher's file.</param>
/// <param name="Entries">Postcodes or homes in the index.</param>
/// <param name="Skipped">Lines left out.</param>
/// <param name="Path">The index.</param>
internal sealed record UpdatedList(string What, string Release, long Entries, long Skipped, string Path);

/// <summary>Makes the indexes of national lists in a data folder: written beside the old one, looked at, and put in its place by rename.</summary>
internal sealed class ReferenceLists(string dataFolder, Frame within, Action<string> say)
{
    public const string Postcodes = "postcodes", CodePoint = "codepoint", Uprn = "uprn";

    /// <summary>A new edition that lost more than this share is not believed.</summary>
    private const double LeastShare = 0.9;

    /// <summary>All there are, and where each comes from unless told otherwise.</summary>
    public static IReadOnlyDictionary<string, Uri> Addresses { get; } = new SortedDictionary<string, Uri>(StringComparer.Ordinal)
    {
        // The portal gives every edition an address of its own; this is that of May 2026.
        [Postcodes] = new("https://www.arcgis.com/sharing/rest/content/items/6fff67d204fd4f339591ed667a6e3642/data"),
        [CodePoint] = new("https://api.os.uk/downloads/v1/products/CodePointOpen/downloads?area=GB&format=CSV&redirect"),
        [Uprn] = new("https://api.os.uk/downloads/v1/products/OpenUPRN/downloads?area=GB&format=CSV&redirect"),
    };

    /// <summary>Which lists the files are, so that nobody need say it.</summary>
    public static IReadOnlyList<string> Kinds(IReadOnlyList<NationalFile> files) =>
        [.. files.Any(PostcodeDirectory.Is) ? [Postcodes] : files.Any(CodePointOpen.Is) ? new[] { CodePoint } : [], .. files.Any(OpenUprn.Is) ? new[] { Uprn } : []];

    /// <summary>Makes one index.</summary>
    public UpdatedList Make(string what, IReadOnlyList<NationalFile> files) => what == Uprn ? Homes(files) : Codes(what, files);

    private UpdatedList Codes(string what, IReadOnlyList<NationalFile> files)
    {
        var (writer, names) = (new PostcodeTableWriter(), new Dictionary<string, string>(StringComparer.Ordinal));
        var loaded = what == Postcodes ? PostcodeDirectory.Load(files, writer, names) : CodePointOpen.Load(files, writer);
        Demand(loaded);
        var table = PostcodeTable.Of(writer.ToBytes(loaded.Release, names));
        var path = PathOf(PlaceTables.PostcodesName);
        Believe(table.Count, PostcodeTable.OpenIfThere(path)?.Count, path);
        Swap(path, to => to.Write(table.Bytes));
        say(string.Create(CultureInfo.InvariantCulture, $"{table.Count:N0} postcodes from {loaded.Release}{(table.KnowsTerminated ? ", those no longer in use too" : "; it knows none that are no longer in use")}: {path}, {table.Bytes.Length / 1e6:F1} MB."));
        return new UpdatedList(what, loaded.Release, table.Count, loaded.Skipped, path);
    }

    private UpdatedList Homes(IReadOnlyList<NationalFile> files)
    {
        var writer = new UprnTableWriter();
        var loaded = OpenUprn.Load(files, within, writer);
        Demand(loaded);
        var path = PathOf(PlaceTables.UprnsName);
        using (var old = UprnTable.OpenIfThere(path))
        {
            Believe(writer.Count, old?.Count, path);
        }

        Swap(path, writer.Write);
        say(string.Create(CultureInfo.InvariantCulture, $"{writer.Count:N0} homes from {loaded.Release} within {within.South},{within.West},{within.North},{within.East}: {path}, {new FileInfo(path).Length / 1e6:F1} MB."));
        return new UpdatedList(Uprn, loaded.Release, writer.Count, loaded.Skipped, path);
    }

    private static void Demand(ListLoaded loaded)
    {
        if (loaded.Taken == 0)
        {
            throw new RefusedException($"Not one line of {loaded.Release} could be taken. Look whether it is the right file, and for homes whether --within is the right rectangle.");
        }
    }

    private static void Believe(long now, long? before, string path)
    {
        if (now < before * LeastShare)
        {
            throw new RefusedException(string.Create(CultureInfo.InvariantCulture, $"The new list holds {now:N0} entries and the one in place {before:N0}: it may be cut off, so nothing was changed. If it is right, delete {path} first."));
        }
    }

    private string PathOf(string name) => Path.Combine(dataFolder, PlaceTables.FolderName, name);

    private static void Swap(string path, Action<Stream> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var next = path + ".next";
        using (var to = File.Create(next))
        {
            write(to);
            to.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
    }
}
