namespace LicensingPipeline.Summarise.Scorecards;

/// <summary>
/// The lists that are frozen with the method: headings and labels of the published standard, and texts that state nothing. They are
/// not what our reader knows, which grows; so nobody's figure moves because we learnt to read more.
/// </summary>
/// <param name="Headings">Field and heading, by its letters and digits.</param>
/// <param name="Kinds">Labels for a kind of licence in normal form.</param>
/// <param name="NoValue">Texts that state nothing, in normal form.</param>
/// <param name="Hash">SHA-256 of the three files.</param>
/// <param name="Listed">Headings by field and labels by kind of licence, as written in the lists, for whoever wants to use them.</param>
public sealed record MethodLists(IReadOnlySet<(Field Field, string Heading)> Headings, IReadOnlySet<string> Kinds, IReadOnlySet<string> NoValue, string Hash, IReadOnlyList<(string Key, string Text)> Listed)
{
    private static readonly string[] Files = ["headings.csv", "kinds.csv", "no-value.csv"];

    /// <summary>Reads the lists of a reference folder.</summary>
    /// <exception cref="RefusedException">A list is missing.</exception>
    public static MethodLists Read(string referenceFolder)
    {
        var texts = Files.Select(f => Text(Path.Combine(referenceFolder, Method.Folder, f))).ToList();
        var headings = Lines(texts[0]).Select(Pair).Select(p => (Fields.TryParse(p[0], out var field) ? field : throw new InvalidDataException($"headings.csv names the field {p[0]}, which the record has not."), Plain(p[1])));
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Concat(texts))));
        return new MethodLists(headings.ToHashSet(), Set(Lines(texts[1]).Select(l => Pair(l)[1])), Set(Lines(texts[2])), hash, [.. Lines(texts[0]).Concat(Lines(texts[1])).Select(l => Pair(l)).Select(p => (p[0], p[1]))]);
    }

    /// <summary>A heading as it is compared with the standard: letters and digits alone, small.</summary>
    public static string Plain(string heading) => string.Concat(heading.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Skip(1).Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0);

    private static string[] Pair(string line) => line.Split(',', 2);

    private static HashSet<string> Set(IEnumerable<string> texts) => texts.Select(Catalogue.Headings.Normal).ToHashSet(StringComparer.Ordinal);

    private static string Text(string path) => File.Exists(path) ? File.ReadAllText(path)
        : throw new RefusedException($"{path} is missing: the scorecards need the lists that are frozen with their method. Fetch the project's data/reference folder again.");
}
