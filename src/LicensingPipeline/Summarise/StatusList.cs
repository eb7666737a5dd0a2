using System.Globalization;
using System.Text.Json.Serialization;
using Dapper;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Record;
using LicensingPipeline.Store;

namespace LicensingPipeline.Summarise;

/// <summary>What <c>status --json</c> prints of a stream. An authority without streams has one row with neither stream nor state.</summary>
public sealed record StatusRow
{
    public required string Authority { get; init; }
    public required string? Stream { get; init; }
    /// <summary>Null where nothing is collected, or nothing has run yet.</summary>
    public required string? State { get; init; }
    public required int? Rung { get; init; }
    /// <summary>The date of the copy that stands in the registers.</summary>
    public string? AsAt { get; init; }
    /// <summary>The date of the newest copy, published or not, whose bytes were new.</summary>
    public string? LastChanged { get; init; }
    /// <summary>When somebody last looked, in UTC.</summary>
    public string? LastChecked { get; init; }
    /// <summary>Rows of the copy that stands.</summary>
    public long Rows { get; init; }
    /// <summary>Issues of the copy that stands.</summary>
    public long Issues { get; init; }
    /// <summary>The sentence that marks invented data, else absent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Demonstration { get; init; }
}

/// <summary>A row of the status with what a person wants to know beside it.</summary>
/// <param name="Row">The row.</param>
/// <param name="Name">The authority's name.</param>
/// <param name="State">The state, or null.</param>
/// <param name="Detail">Why it is so and what to do; empty where all is well. For maintainers.</param>
/// <param name="Suggestion">A line of YAML that would mend it, or null.</param>
/// <param name="Source">The source, or null where its file is wrong.</param>
/// <param name="Spec">The stream, or null.</param>
public sealed record StreamStatus(StatusRow Row, string Name, StreamState? State, string Detail, string? Suggestion, Source? Source, StreamSpec? Spec);

/// <summary>How every source stands, those that never worked included.</summary>
public static class StatusList
{
    /// <summary>The rows of all sources by authority and stream.</summary>
    public static IReadOnlyList<StreamStatus> Of(SourceFolder sources, Ledger ledger)
    {
        var mark = ledger.IsInvented ? Demonstration.Mark : null;
        var known = Snapshots.Streams(ledger).ToDictionary(s => (s.Authority, s.Name));
        var rows = new List<StreamStatus>();
        foreach (var source in sources.Sources)
        {
            rows.AddRange(source.Streams.Select(s => Of(source, s, known.GetValueOrDefault((source.Authority, s.Name)), ledger, mark, NameOf(sources, source.Authority))));
            if (source.Streams.Count == 0)
            {
                var row = new StatusRow { Authority = source.Authority, Stream = null, State = null, Rung = source.Access.Rung, Demonstration = mark };
                rows.Add(new StreamStatus(row, NameOf(sources, source.Authority), null, "", null, source, null));
            }
        }

        foreach (var (shortName, errors) in sources.Errors)
        {
            var gss = sources.Reference.Authorities.Values.FirstOrDefault(a => a.ShortName == shortName)?.Gss ?? shortName;
            var row = new StatusRow { Authority = gss, Stream = null, State = nameof(StreamState.ConfigError), Rung = null, Demonstration = mark };
            rows.Add(new StreamStatus(row, NameOf(sources, gss), StreamState.ConfigError, string.Join(' ', errors), null, null, null));
        }

        return [.. rows.OrderBy(r => r.Row.Authority, StringComparer.Ordinal).ThenBy(r => r.Row.Stream, StringComparer.Ordinal)];
    }

    /// <summary>The same rows with the counts of the public file, from which homes that residents asked to have left out are absent.</summary>
    /// <param name="rows">The rows as the maintainers see them.</param>
    /// <param name="open">The public file.</param>
    public static IReadOnlyList<StreamStatus> InPublic(IReadOnlyList<StreamStatus> rows, Registers open)
    {
        var counts = open.Connection.Query<(string Authority, string Stream, long Rows, long Issues)>(
            """
            select authority, stream, published, (select count(*) from issue i where i.authority = s.authority and i.stream = s.stream) from stream s
            """).ToDictionary(c => (c.Authority, (string?)c.Stream));
        return [.. rows.Select(r => counts.TryGetValue((r.Row.Authority, r.Row.Stream), out var c) ? r with { Row = r.Row with { Rows = c.Rows, Issues = c.Issues } } : r)];
    }

    private static StreamStatus Of(Source source, StreamSpec spec, StreamRow? row, Ledger ledger, string? mark, string name)
    {
        var state = row?.State is { } text ? Enum.Parse<StreamState>(text) : (StreamState?)null;
        var published = row is null ? null : Verdicts.Of(ledger, row.Id).LastOrDefault(v => v.Published);
        var status = new StatusRow
        {
            Authority = source.Authority,
            Stream = spec.Name,
            State = state?.ToString(),
            Rung = source.Access.Rung,
            AsAt = Iso(published?.AsAt),
            LastChanged = row is null ? null : Iso(LastChanged(Snapshots.Of(ledger, row.Id))),
            LastChecked = row?.LastChecked,
            Rows = published?.RowsPublished ?? 0,
            Issues = published?.IssueCounts.Values.Sum() ?? 0,
            Demonstration = mark,
        };
        return new StreamStatus(status, name, state, row?.Detail ?? "No run has looked at it yet.", row?.Suggestion, source, spec);
    }

    /// <summary>The same file handed in again under a later date is no change.</summary>
    private static DateOnly? LastChanged(IReadOnlyList<Snapshot> copies)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return copies.Where(c => seen.Add(c.Sha256)).Select(c => (DateOnly?)c.AsAt).Max();
    }

    private static string NameOf(SourceFolder sources, string gss) => sources.Reference.Authorities.TryGetValue(gss, out var authority) ? authority.Name : gss;

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
