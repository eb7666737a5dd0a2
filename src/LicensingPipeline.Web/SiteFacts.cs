using System.Text.RegularExpressions;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Collect;
using LicensingPipeline.Record;
using LicensingPipeline.Store;
using LicensingPipeline.Summarise;
using LicensingPipeline.View;

namespace LicensingPipeline.Web;

/// <summary>Where the facts are read from.</summary>
/// <param name="Data">The data folder, in which a night has run.</param>
/// <param name="Sources">Folder of sources.</param>
/// <param name="Reference">Folder of reference tables; the field inventories lie beside it.</param>
public sealed record SiteFolders(string Data, string Sources, string Reference)
{
    /// <summary>Folder of what people found who checked rows by hand.</summary>
    public string HandChecks => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Reference))!, Summarise.Scorecards.HandCheck.FolderName);

    /// <summary>Folder of the field inventories.</summary>
    public string Inventory => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Reference))!, "inventory");
}

/// <summary>All that the pages are made from: public facts only.</summary>
public sealed partial record SiteFacts
{
    /// <summary>The day of which the pages speak.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Whether the data is invented (rule 12).</summary>
    public required bool Invented { get; init; }

    /// <summary>Who publishes this; null where nobody has said so yet.</summary>
    public required Operator? Operator { get; init; }

    /// <summary>The facts of every authority, by name.</summary>
    public required IReadOnlyList<BoroughFacts> Boroughs { get; init; }

    /// <summary>How every source stands.</summary>
    public required IReadOnlyList<StreamStatus> Statuses { get; init; }

    /// <summary>Which licensing applies where, by GSS code.</summary>
    public required IReadOnlyDictionary<string, PlaceAnswer> Answers { get; init; }

    /// <summary>What may be shown, and who decided it.</summary>
    public required Policy Policy { get; init; }

    /// <summary>What councils answered and what was corrected, by council.</summary>
    public IReadOnlyList<ReplyFile> Replies { get; init; } = [];

    /// <summary>Which councils were asked to check the draft of an edition, and when.</summary>
    public IReadOnlyList<SentLetter> Letters { get; init; } = [];

    /// <summary>Names of the editions of scorecards that were published.</summary>
    public IReadOnlyList<string> Editions { get; init; } = [];

    /// <summary>Names, designations and outward codes.</summary>
    public required ReferenceTables Reference { get; init; }

    /// <summary>The outward codes that lie in one of the authorities at least, in order.</summary>
    public IReadOnlyList<OutwardCode> Outcodes => field ??= ReadOutcodes();

    /// <summary>Reads the facts.</summary>
    /// <param name="folders">Where from.</param>
    /// <param name="today">The day of which the pages speak.</param>
    /// <param name="say">Told what could not be read.</param>
    public static SiteFacts Read(SiteFolders folders, DateOnly today, Action<string> say)
    {
        var sources = SourceFolder.Read(folders.Sources, folders.Reference);
        using var ledger = Ledger.Ask(folders.Data);
        using var registers = Registers.OpenIfThere(folders.Data);
        var statuses = StatusList.Of(sources, ledger);
        using (var published = File.Exists(Path.Combine(folders.Data, "public.db")) ? Registers.OpenPublic(folders.Data) : null)
        {
            // Counts are those without the homes that residents had left out.
            statuses = published is null ? statuses : StatusList.InPublic(statuses, published);
        }

        var copies = registers?.PublishedCopies() ?? [];
        var policy = Policy.ReadFolder(Policy.FolderOf(folders.Data, folders.Reference));
        var open = new PublicFacts(PublicGap.Of(folders.Data), policy);
        return new SiteFacts
        {
            Today = today,
            Invented = ledger.IsInvented,
            Operator = OperatorFile.Read(folders.Data),
            Boroughs = [.. BoroughFactsList.Of(sources, Inventories(folders, sources, say), statuses, ledger).Select(open.Of)],
            Statuses = statuses,
            Answers = statuses.Select(s => s.Row.Authority).Distinct(StringComparer.Ordinal).Where(sources.Reference.Authorities.ContainsKey)
                .ToDictionary(a => a, a => PlaceAnswer.Of(sources.Reference, copies, a, today), StringComparer.Ordinal),
            Reference = sources.Reference,
            Policy = policy,
            Replies = ReadReplies(folders, sources.Reference, ledger.IsInvented, say),
            Letters = SentLetter.Read(folders.Data, sources.Reference.Authorities, ledger.IsInvented),
            Editions = new EditionStore(folders.Data).Names,
        };
    }

    /// <summary>A mistake in one inventory takes that one away and no other (rule 5): of its authority nothing was then seen.</summary>
    private static IReadOnlyList<Inventory> Inventories(SiteFolders folders, SourceFolder sources, Action<string> say)
    {
        if (!Directory.Exists(folders.Inventory))
        {
            return [];
        }

        var (inventories, errors) = Inventory.ReadFolder(folders.Inventory, sources.Reference.Authorities);
        // The inventories of authorities that are not among these are none of these sources' business.
        foreach (var error in errors.Where(e => sources.Find(Path.GetFileNameWithoutExtension(e.File)) is not null))
        {
            say($"A field inventory is left out until it is right: {error}");
        }

        return inventories;
    }

    /// <summary>A mistake in one file takes that file away and no other.</summary>
    private static IReadOnlyList<ReplyFile> ReadReplies(SiteFolders folders, ReferenceTables reference, bool invented, Action<string> say)
    {
        var own = Path.Combine(folders.Data, ReplyFile.FolderName);
        var (files, errors) = ReplyFile.ReadFolder(Directory.Exists(own) || invented ? own : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(folders.Reference))!, ReplyFile.FolderName), reference.Authorities, invented);
        foreach (var error in errors)
        {
            say($"A reply is left out until its file is right: {error}");
        }

        return [.. files.OrderBy(f => reference.Authorities.TryGetValue(f.Authority, out var a) ? a.Name : f.Authority, StringComparer.Ordinal)];
    }

    private List<OutwardCode> ReadOutcodes()
    {
        var byGss = Boroughs.ToDictionary(b => b.Authority.Gss, StringComparer.Ordinal);
        return
        [
            .. Reference.Outcodes.Where(o => OutcodePattern().IsMatch(o.Key))
                .Select(o => new OutwardCode(o.Key, [.. o.Value.Where(byGss.ContainsKey).Select(g => byGss[g]).OrderBy(b => b.Authority.Name, StringComparer.Ordinal)], o.Value.Any(g => !byGss.ContainsKey(g))))
                .Where(o => o.Boroughs.Count > 0)
                .OrderBy(o => o.Area, StringComparer.Ordinal).ThenBy(o => o.Code.Length).ThenBy(o => o.Code, StringComparer.Ordinal),
        ];
    }

    [GeneratedRegex(@"^[A-Z]{1,2}[0-9][A-Z0-9]?\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OutcodePattern();
}

/// <summary>The first half of a postcode.</summary>
/// <param name="Code">Such as N1.</param>
/// <param name="Boroughs">The authorities of ours it lies in.</param>
/// <param name="Elsewhere">Whether it lies in others too.</param>
public sealed record OutwardCode(string Code, IReadOnlyList<BoroughFacts> Boroughs, bool Elsewhere)
{
    /// <summary>Its letters, such as N.</summary>
    public string Area => Code[..Code.AsSpan().IndexOfAnyInRange('0', '9')];
}
