using System.Text.RegularExpressions;
using Dapper;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Record;

namespace LicensingPipeline.Summarise;

/// <summary>The facts of one register, from the ledger: figures of the copy that stands, and the history of all copies.</summary>
internal static partial class CopyFacts
{
    /// <summary>Places shown of one kind of issue.</summary>
    public const int MostPlaces = 12;

    /// <summary>Events by which a licence comes onto a copy.</summary>
    internal static readonly string[] ComeIn = ["granted", "renewed", "returned"];

    /// <summary>Events by which a licence leaves it.</summary>
    internal static readonly string[] GoneOut = ["expired-off", "overdue-cleared", "scheme-ended", "vanished"];

    /// <summary>All other events.</summary>
    internal static readonly string[] Altered =
    [
        "dates-changed", "backdated", "holder-changed", "manager-changed", "persons-changed", "conditions-changed", "address-retyped", "reference-reused",
    ];

    /// <summary>The facts.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="status">How the stream stands.</param>
    /// <param name="stream">Its number in the ledger; null where no run has met it.</param>
    public static RegisterFacts Of(Ledger ledger, StreamStatus status, long? stream)
    {
        var facts = new RegisterFacts { Status = status, Spec = status.Spec! };
        if (stream is not { } id)
        {
            return facts;
        }

        var verdicts = Verdicts.Of(ledger, id);
        facts = facts with { Copies = History(verdicts) };
        if (verdicts.LastOrDefault(v => v.Published) is not { } standing)
        {
            return facts;
        }

        var details = standing.Details;
        return facts with
        {
            AsAt = standing.AsAt,
            Sha256 = standing.Sha256,
            Origin = Snapshots.Of(ledger, id).FirstOrDefault(s => s.Id == standing.Snapshot)?.Origin,
            Rows = standing.RowsPublished,
            SetAside = standing.Quarantined,
            Licences = standing.Licences,
            Events = standing.EventCounts,
            Issues = Issues(ledger, standing),
            Headings = Headings(status.Spec!, details.Layouts),
            Fill = details.Fill.Where(f => Fields.TryParse(f.Key, out _)).ToDictionary(f => Fields.TryParse(f.Key, out var field) ? field : default, f => f.Value),
        };
    }

    /// <summary>A copy that was held is no copy before: only published ones are compared.</summary>
    private static List<CopyFact> History(IReadOnlyList<VerdictRow> verdicts)
    {
        var copies = new List<CopyFact>();
        var isFirst = true;
        foreach (var verdict in verdicts)
        {
            var counts = verdict.Published && !isFirst ? verdict.EventCounts : null;
            var (added, gone) = (Sum(counts, ComeIn), Sum(counts, GoneOut));
            copies.Add(new CopyFact(
                verdict.AsAt, verdict.Sha256, Enum.Parse<StreamState>(verdict.State), verdict.Published, verdict.RowsRead, verdict.Licences,
                added, gone, counts?.Values.Sum() - added - gone));
            isFirst &= !verdict.Published;
        }

        return copies;
    }

    private static long? Sum(IReadOnlyDictionary<string, long>? counts, string[] codes) => counts is null ? null : codes.Sum(c => counts.GetValueOrDefault(c));

    private static List<IssueFact> Issues(Ledger ledger, VerdictRow copy)
    {
        var rows = ledger.Connection.Query<(string Code, long Rows)>(
            "select code, count(distinct place) from issue where stream=@Stream and snapshot=@Snapshot group by code", new { copy.Stream, copy.Snapshot }).ToDictionary(r => r.Code, r => r.Rows, StringComparer.Ordinal);
        var places = ledger.Connection.Query<(string Code, string Place)>(
            $"""
            select code, place from (
                select code, place, min(id) as first, row_number() over (partition by code order by min(id)) as number
                from issue where stream=@Stream and snapshot=@Snapshot group by code, place)
            where number <= {MostPlaces} order by code, first
            """,
            new { copy.Stream, copy.Snapshot }).ToLookup(p => p.Code, p => Number(p.Place), StringComparer.Ordinal);
        return
        [
            .. copy.IssueCounts.Where(i => i.Value > 0)
                .Select(i => new IssueFact(IssueCodes.Find(i.Key), i.Value, rows.GetValueOrDefault(i.Key, i.Value), [.. places[i.Key].OfType<string>().Distinct(StringComparer.Ordinal)]))
                .OrderByDescending(i => i.Rows).ThenBy(i => i.Kind.Code, StringComparer.Ordinal),
        ];
    }

    /// <summary>A sheet or file may be named after a person, a heading is no place: numbers are all that is kept of a place.</summary>
    private static string? Number(string place) => PlacePattern().Match(place) is { Success: true } found ? found.Value : null;

    private static List<HeadingFact> Headings(StreamSpec spec, IReadOnlyList<int> layouts)
    {
        var used = layouts.Where(n => n >= 1 && n <= spec.Layouts.Count).Select(n => spec.Layouts[n - 1]).ToList();
        return
        [
            .. (used.Count > 0 ? used : spec.Layouts.Take(1)).SelectMany(l => l.Columns).GroupBy(c => c.Heading, StringComparer.Ordinal).Select(g => new HeadingFact(g.Key, [.. g.Select(c => c.Field).Distinct()], "column")),
            .. spec.Split.Select(s => new HeadingFact(s.Heading, s.Into, "split")),
            .. spec.Extract.Select(e => new HeadingFact(e.Heading, e.Into, "extract")),
            .. spec.Ignore.Select(i => new HeadingFact(i, [], "ignore")),
            .. spec.Constants.Keys.Order().Select(f => new HeadingFact("", [f], "constant")),
        ];
    }

    [GeneratedRegex(@"(page \d+, )?(row|line|record|page) \d+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlacePattern();
}
