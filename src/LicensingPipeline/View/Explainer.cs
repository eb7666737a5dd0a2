using System.Globalization;
using Dapper;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Normalise;
using LicensingPipeline.Record;
using LicensingPipeline.Store;
using LicensingPipeline.Summarise;

namespace LicensingPipeline.View;

/// <summary>Explains a licence, current or former: the record, its raw text, the rules that fired, its history.</summary>
/// <param name="registers">The registers.</param>
/// <param name="ledger">The ledger, in which the raw text is kept.</param>
/// <param name="sources">The sources, or null where they are not at hand; the rules are then not shown.</param>
public sealed class Explainer(Registers registers, Ledger ledger, SourceFolder? sources)
{
    /// <summary>Explains every licence with an id. Usually it is one; two streams of an authority may hold the same, and an id without suffix means all that share it.</summary>
    public IReadOnlyList<Explanation> Explain(string licenceId)
    {
        var id = licenceId.Trim().ToLowerInvariant();
        var all = Records("licence", id).Select(l => Of(l, isCurrent: true))
            .Concat(Records("former_licence", id[..Math.Min(16, id.Length)]).Select(l => Of(l, isCurrent: false)));
        return [.. all.OfType<Explanation>()];
    }

    private List<Licence> Records(string table, string id)
    {
        var licences = new List<Licence>();
        using var rows = (System.Data.Common.DbDataReader)registers.Connection.ExecuteReader(
            $"select {RegistersSchema.RecordNames} from {table} where licence_id = @id or (licence_id > @id || '-' and licence_id < @id || '-~') order by authority, stream, licence_id",
            new { id });
        while (rows.Read())
        {
            licences.Add(LicenceRow.Read(rows));
        }

        return licences;
    }

    private Explanation? Of(Licence licence, bool isCurrent)
    {
        var stream = Snapshots.Streams(ledger).FirstOrDefault(s => s.Authority == licence[Field.Authority] && s.Name == licence[Field.Stream]);
        if (stream is null)
        {
            return null;
        }

        var versions = Versions(stream, licence.Id);
        var version = versions.LastOrDefault(v => isCurrent && v.ToSnapshot is null && IsOf(v, licence.Id)) ?? versions[^1];
        var copies = Snapshots.Of(ledger, stream.Id).ToDictionary(s => s.Id);
        var cells = RawCells.Parse(stream.RawFields);
        var (raw, unmapped) = cells.Read(version.Cells);
        var copy = copies.Values.Last(c => c.Sha256 == licence[Field.Sha256] && c.AsAt == licence.Date(Field.AsAt));
        var (rules, issues, note) = Rules(stream, copy, raw, unmapped, licence);
        return new Explanation
        {
            Licence = licence,
            IsCurrent = isCurrent,
            Raw = Filled(raw),
            Unmapped = unmapped,
            Rules = rules,
            Note = note,
            Issues = isCurrent ? Issues(licence) : issues,
            Copy = copy,
            Versions = [.. versions.Select(v => Span(v, copies, cells))],
            Events = new ChangeList(registers).Of(stream.Authority, stream.Name, licence.Id),
        };
    }

    private (IReadOnlyList<RuleHit>? Rules, IReadOnlyList<ListedIssue> Issues, string? Note) Rules(StreamRow stream, Snapshot copy, string?[] raw, string? unmapped, Licence licence)
    {
        var spec = sources?.Sources.FirstOrDefault(s => s.Authority == stream.Authority)?.Streams.FirstOrDefault(s => s.Name == stream.Name);
        if (spec is null)
        {
            return (null, [], "The source file of this stream is not at hand, so the rules cannot be shown; name its folder with --sources.");
        }

        var proven = Verdicts.Of(ledger, stream.Id).First(v => v.Snapshot == copy.Id).Details.ProvenOrders();
        var hits = new List<RuleHit>();
        var row = new Normaliser(spec, new CopyContext(stream.Authority, copy.AsAt, proven) { Places = sources!.Reference.Places }, hits).Normalise(raw, unmapped, licence[Field.Where] ?? "", null);
        // A mark after the fingerprint says that the stream is not verified yet; that changes no value.
        var same = stream.Fingerprint.StartsWith(spec.Fingerprint, StringComparison.Ordinal) && stream.CodeVersion == CodeVersion.Current + sources.Reference.Places.Mark;
        return (hits, [.. row.Issues.Select(i => Listed(i, licence))], same ? null : "The source file or the program has changed since the last run; these are the rules of today.");
    }

    private static ListedIssue Listed(Issue issue, Licence licence) => new()
    {
        Authority = licence[Field.Authority] ?? "",
        Stream = licence[Field.Stream] ?? "",
        LicenceId = licence.Id,
        Code = issue.Code,
        Severity = issue.Kind.Severity.ToString().ToLowerInvariant(),
        Cause = issue.Kind.Cause.ToString().ToLowerInvariant(),
        Field = issue.Field?.Key(),
        Where = issue.Where,
        Raw = issue.Raw,
    };

    /// <summary>Issues of a row are noted under the number without suffix, and told apart by their place.</summary>
    private List<ListedIssue> Issues(Licence licence) => [.. registers.Connection.Query<ListedIssue>(
        """
        select authority Authority, stream Stream, licence_id LicenceId, code Code, severity Severity, cause Cause, field Field, place "Where", raw Raw
        from issue where authority=@authority and stream=@stream and (licence_id=@id or (licence_id=@number and place=@place))
        order by code, field, raw
        """,
        new { authority = licence[Field.Authority], stream = licence[Field.Stream], id = licence.Id, number = licence.Id[..16], place = licence[Field.Where] })];

    private List<Version> Versions(StreamRow stream, string id) => [.. ledger.Connection.Query<Version>(
        """
        select v.content Content, v.from_snapshot FromSnapshot, v.to_snapshot ToSnapshot, r.cells Cells, r.place Place
        from version v join raw_row r on r.id = v.id
        where v.id between @from and @to and v.identity = @identity order by v.id
        """,
        new
        {
            from = VersionIndex.FirstId(stream.Id),
            to = VersionIndex.FirstId(stream.Id + 1) - 1,
            identity = (long)ulong.Parse(id.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
        })];

    private static bool IsOf(Version version, string id) =>
        id.Length == 16 || Identity.Hex((ulong)version.Content).StartsWith(id[17..], StringComparison.Ordinal);

    private static VersionSpan Span(Version version, Dictionary<long, Snapshot> copies, RawCells cells)
    {
        var first = copies[version.FromSnapshot];
        return new VersionSpan(first.AsAt, version.ToSnapshot is { } gone ? copies[gone].AsAt : null, first.Sha256, version.Place, Filled(cells.Read(version.Cells).Raw));
    }

    private static List<(Field, string)> Filled(string?[] raw) => [.. Fields.All.Where(f => raw[(int)f] is not null).Select(f => (f, raw[(int)f]!))];

    private sealed record Version
    {
        public long Content { get; init; }
        public long FromSnapshot { get; init; }
        public long? ToSnapshot { get; init; }
        public string Cells { get; init; } = "";
        public string Place { get; init; } = "";
    }
}
