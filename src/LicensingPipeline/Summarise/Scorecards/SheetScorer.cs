using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;
using LicensingPipeline.Normalise;
using LicensingPipeline.Record;
using LicensingPipeline.Store;

namespace LicensingPipeline.Summarise.Scorecards;

/// <summary>What the scoring of one copy rests on.</summary>
/// <param name="Source">The authority's source.</param>
/// <param name="Spec">The stream.</param>
/// <param name="Copies">The copies that passed, oldest first, the newest last; at most six, neighbours of different bytes.</param>
/// <param name="Open">Opens the bytes kept under a hash.</param>
/// <param name="Places">The national lists.</param>
/// <param name="Lists">The lists frozen with the method.</param>
/// <param name="Withheld">Particulars that the council says it holds and does not put online.</param>
internal sealed record Scoring(
    Source Source, StreamSpec Spec, IReadOnlyList<Snapshot> Copies, Func<string, Stream> Open, PlaceTables Places, MethodLists Lists, IReadOnlySet<string> Withheld)
{
    /// <summary>Homes that residents asked to have left out: they are counted nowhere, on no copy.</summary>
    public LeaveOutList LeftOut { get; init; } = LeaveOutList.None;
}

/// <summary>
/// Scores the newest copy of a stream: a pure function of the bytes of its copies, its source file, the field inventory and the frozen
/// lists. It asks nothing of the ledger but which copies passed, so anybody with the files can do it again.
/// </summary>
internal sealed class SheetScorer(Scoring scoring)
{
    /// <summary>Newest copy and five before it.</summary>
    public const int MostCopies = 6;

    /// <summary>The parts of the register and the kinds of licence in each.</summary>
    private static readonly (string Part, string[] Kinds)[] Parts =
        [("hmo", ["mandatory-hmo", "additional-hmo", "section-257", "hmo-unspecified"]), ("sel", ["selective"])];

    /// <summary>The sheets of the newest copy, a part without rows left out.</summary>
    public IReadOnlyList<ScoredSheet> Score()
    {
        var memories = Parts.ToDictionary(p => p.Part, _ => new List<CopyMemory>(), StringComparer.Ordinal);
        foreach (var copy in scoring.Copies.SkipLast(1))
        {
            Walk(copy, memories, []);
        }

        var newest = scoring.Copies[^1];
        // A copy that came over the network is of what is online; one that a person handed in was supplied.
        var isPublished = scoring.Spec.Manual is null;
        var tallies = Parts.ToDictionary(p => p.Part, p => new SheetTally(p.Part == "hmo", newest.AsAt, isPublished, scoring), StringComparer.Ordinal);
        var (reader, notScored) = Walk(newest, memories, tallies);
        return
        [
            .. Parts.Where(p => tallies[p.Part].Rows > 0).Select(p => new ScoredSheet
            {
                Authority = scoring.Source.Authority,
                Stream = scoring.Spec.Name,
                Part = p.Part,
                AsAt = newest.AsAt,
                Sha256 = newest.Sha256,
                RetrievedAt = newest.RetrievedAt,
                Landing = scoring.Spec.Landing ?? scoring.Spec.Url ?? scoring.Spec.Api?.Url,
                IsPublished = isPublished,
                Rows = tallies[p.Part].Rows,
                NotScored = notScored,
                Figures = tallies[p.Part].Figures(reader, memories[p.Part]),
                Ways = tallies[p.Part].Ways(reader),
            }),
        ];
    }

    private (CopyReader Reader, long NotScored) Walk(Snapshot copy, Dictionary<string, List<CopyMemory>> memories, Dictionary<string, SheetTally> tallies)
    {
        var files = copy.Files.Select(f => new SourceFile(f.Name, () => scoring.Open(f.Sha256))).ToList();
        var reader = new CopyReader(scoring.Source.Authority, scoring.Spec, files, copy.AsAt, scoring.Places);
        var headings = new HashSet<string>(StringComparer.Ordinal);
        var walked = Parts.ToDictionary(p => p.Part, _ => new CopyMemory(copy.AsAt, headings), StringComparer.Ordinal);
        var notScored = 0L;
        foreach (var (mapped, row) in reader.Read())
        {
            if (scoring.LeftOut.Covers(row.Licence[Field.PropertyAddress], row.Licence[Field.Postcode], row.Licence[Field.Uprn], row.Licence.Id))
            {
                continue;
            }

            if (Part(row.Licence[Field.Scheme]) is not { } part)
            {
                notScored++;
                continue;
            }

            var scored = new ScoredRow(mapped, row, scoring.Spec, scoring.Lists);
            Remember(walked[part], scored);
            tallies.GetValueOrDefault(part)?.See(scored);
        }

        // A column without a heading has a name of ours only.
        headings.UnionWith(reader.Tables.SelectMany(t => t.Headings.Names).Where(n => n[0] != '@'));
        foreach (var (part, memory) in walked)
        {
            memories[part].Add(memory);
        }

        return (reader, notScored);
    }

    private static void Remember(CopyMemory memory, ScoredRow row)
    {
        memory.Rows.Add(new Remembered(row.Reference(), row.Home(), row.Licence.Date(Field.StartDate), row.Licence.Date(Field.EndDate), row.Where));
        unchecked
        {
            // A sum, so that the order of the rows is nothing.
            memory.Content += Identity.Content(row.Raw, null);
        }
    }

    /// <summary>The part a row belongs to; one of unknown kind to the only part its stream claims to hold.</summary>
    private string? Part(string? kind)
    {
        if (kind is null or "unknown" or Licence.Withheld)
        {
            var claimed = Parts.Where(p => scoring.Spec.Covers.Schemes.Any(s => p.Kinds.Contains(s, StringComparer.Ordinal))).ToList();
            return claimed.Count == 1 ? claimed[0].Part : null;
        }

        return Array.Find(Parts, p => p.Kinds.Contains(kind, StringComparer.Ordinal)).Part;
    }
}

/// <summary>Everything that is counted over one sheet.</summary>
internal sealed class SheetTally(bool isHmo, DateOnly asAt, bool isPublished, Scoring scoring)
{
    private readonly CompletenessTally _completeness = new(isHmo, scoring.Withheld);
    /// <summary>What a third party's copy says of form is that party's doing.</summary>
    private static readonly string[] Form = ["consistency.within.", "consistency.published.", "validity.text", "validity.counts", "uniqueness.repeats"];

    private readonly WithinTally _within = new(scoring.Spec.Layouts.Any(l => l.Columns.Any(c => c.Field == Field.Scheme)));
    private readonly PublishedTally _published = new(isHmo, scoring.Spec, scoring.Lists);
    private readonly ValidityTally _validity = new();
    private readonly UniquenessTally _uniqueness = new();
    private readonly TimelinessTally _timeliness = new(asAt, isPublished, isDated: scoring.Spec.Manual?.AsAt is null);

    public long Rows { get; private set; }

    public void See(ScoredRow row)
    {
        Rows++;
        _completeness.See(row);
        _within.See(row);
        _published.See(row);
        _validity.See(row);
        _uniqueness.See(row);
        _timeliness.See(row);
    }

    public IReadOnlyList<Ways> Ways(CopyReader reader)
    {
        var headings = PublishedTally.HeadingsOf(reader);
        return [.. _within.Forms().Select(f => new Ways(f.Field, [.. headings[f.Field]], f.Forms))];
    }

    public IReadOnlyList<Figure> Figures(CopyReader reader, IReadOnlyList<CopyMemory> copies)
    {
        Figure[] all =
        [
            .. _completeness.Figures(), .. _within.Figures(), .. _published.Figures(reader), .. OverTime.Figures(copies), .. _validity.Figures(),
            .. OpennessFigures.Of(scoring.Source, scoring.Spec, isPublished), .. _uniqueness.Figures(), .. _timeliness.Figures(OverTime.Rhythm(copies, isPublished)),
        ];
        if (scoring.Copies[^1].Origin is "third-party-copy" or "union-copy" or "sighting")
        {
            all = [.. all.Select(f => Form.Any(p => f.Kind.Id.StartsWith(p, StringComparison.Ordinal)) ? Figure.Missing(f.Kind.Id, "Nobody says that the council made this copy, so its form is not taken for the council's.") : f)];
        }

        var byId = all.ToDictionary(f => f.Kind.Id, StringComparer.Ordinal);
        return [.. Method.Kinds.Select(k => byId[k.Id])];
    }
}
