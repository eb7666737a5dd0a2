namespace LicensingPipeline.Catalogue;

/// <summary>What a council answered to a figure or a page, verbatim. Our rule about words does not hold for it, so it is never printed but as a quotation.</summary>
/// <param name="Authority">GSS code.</param>
/// <param name="About">The figure, such as <c>completeness.holder_name</c>, or the page, such as <c>card</c>.</param>
/// <param name="Received">When it came.</param>
/// <param name="From">The role of whoever answered, such as "Private sector housing team": never a name.</param>
/// <param name="Text">What they wrote, unchanged.</param>
public sealed record CouncilReply(string Authority, string About, DateOnly Received, string From, string Text)
{
    /// <summary>Most words that are printed beside a figure; a longer answer is asked for again, and never cut.</summary>
    public const int MostWords = 250;

    /// <summary>The edition it answers, such as <c>2026-q4</c>; null where it is about the facts that are shown every night.</summary>
    public string? Edition { get; init; }

    /// <summary>Who says it and when, for the line above or beneath the quotation.</summary>
    public string Heading => FormattableString.Invariant($"{From} replied on {Received:yyyy-MM-dd}; quoted as received:");
}

/// <summary>A figure of ours that was wrong and is put right, in public.</summary>
/// <param name="Authority">GSS code.</param>
/// <param name="Date">When it was put right.</param>
/// <param name="Figure">Which figure.</param>
/// <param name="Old">What we had printed.</param>
/// <param name="New">What is right.</param>
/// <param name="Why">How it came about.</param>
public sealed record Correction(string Authority, DateOnly Date, string Figure, string Old, string New, string Why)
{
    /// <summary>The edition in which it stood; null where it is one of the facts that are shown every night.</summary>
    public string? Edition { get; init; }
}

/// <summary>What one council answered, and what we had to correct about it.</summary>
/// <param name="Authority">GSS code.</param>
/// <param name="Replies">By the day they came.</param>
/// <param name="Corrections">By their day.</param>
public sealed record ReplyFile(string Authority, IReadOnlyList<CouncilReply> Replies, IReadOnlyList<Correction> Corrections)
{
    /// <summary>Name of their folder below the data folder.</summary>
    public const string FolderName = "replies";

    /// <summary>Whether it is invented, as those of the demonstration are (rule 12).</summary>
    public bool IsInvented { get; init; }

    /// <summary>Reads every file of a folder, which need not be there; errors say file, line and key.</summary>
    /// <param name="folder">Such as <c>data/replies</c>.</param>
    /// <param name="authorities">The authorities that exist, by GSS code.</param>
    /// <param name="invented">Whether the data they stand beside is invented: the two are never mixed (rule 12).</param>
    public static (IReadOnlyList<ReplyFile> Files, IReadOnlyList<SourceError> Errors) ReadFolder(string folder, IReadOnlyDictionary<string, Authority> authorities, bool invented)
    {
        var (files, errors) = (new List<ReplyFile>(), new List<SourceError>());
        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).ToArray() : [])
        {
            var (file, wrong) = ReplyReader.Read(Path.GetFileName(path), File.ReadAllText(path), authorities);
            errors.AddRange(wrong);
            if (file is not null && file.IsInvented != invented)
            {
                errors.Add(new SourceError(Path.GetFileName(path), 1, "invented", invented ? "a council's own reply never stands beside invented data." : "an invented reply never stands beside real data."));
            }
            else if (file is not null)
            {
                files.Add(file);
            }
        }

        return ([.. files.OrderBy(f => f.Authority, StringComparer.Ordinal)], errors);
    }
}
