using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Record;

/// <summary>What became of a stream tonight.</summary>
public sealed record StreamResult
{
    public required Source Source { get; init; }
    public required StreamSpec Spec { get; init; }
    public required StreamRow Row { get; init; }
    public required StreamState State { get; init; }
    public required string Detail { get; init; }
    public string? Suggestion { get; init; }
    /// <summary>Copies judged tonight, oldest first.</summary>
    public required IReadOnlyList<FoldResult> Folded { get; init; }
    /// <summary>Of them, those that were published before, so that their events are no news.</summary>
    public IReadOnlySet<long> PublishedBefore { get; init; } = new HashSet<long>();
    /// <summary>Licences that read otherwise though their bytes stood still.</summary>
    public long Remapped { get; init; }
    /// <summary>The verdict on the newest copy, or null.</summary>
    public VerdictRow? Latest { get; init; }
    /// <summary>The newest published copy, or null.</summary>
    public VerdictRow? Published { get; init; }
    public double Seconds { get; init; }
}

/// <summary>Takes the copies of one stream that are not judged yet, or must be judged again, through the fold.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="source">The authority's source.</param>
/// <param name="spec">The stream.</param>
/// <param name="folder">All sources, for the reference tables.</param>
/// <param name="options">For what an invented run leaves in Proving, and for the clock.</param>
/// <param name="open">Opens the bytes kept under a hash.</param>
public sealed class StreamNight(Ledger ledger, Source source, StreamSpec spec, SourceFolder folder, NightOptions options, Func<string, Stream> open)
{
    private readonly IReadOnlyList<Acknowledgement> _acks = folder.Acks(source);
    private readonly bool _verified = spec.Verified is not null || (options.Invented && !options.Proving.Contains($"{source.Authority}/{spec.Name}"));

    /// <summary>Judges what has to be judged.</summary>
    /// <param name="trouble">What went wrong while collecting, or null.</param>
    /// <param name="newest">Called with the stream's row and the newest copy before it is read; gives who takes its entries and who is told how it ended. May be null.</param>
    public StreamResult Run(Trouble? trouble, Func<long, Snapshot, (Action<IReadOnlyList<Entry>> Take, Action<FoldResult> End)>? newest)
    {
        var result = Once(trouble, newest);
        if (!Snapshots.Restore(ledger, result.Row.Id))
        {
            return result;
        }

        var again = Once(trouble, newest);
        return again with { PublishedBefore = new HashSet<long>([.. result.PublishedBefore, .. again.PublishedBefore]) };
    }

    private StreamResult Once(Trouble? trouble, Func<long, Snapshot, (Action<IReadOnlyList<Entry>> Take, Action<FoldResult> End)>? newest)
    {
        var started = options.Time.GetTimestamp();
        var row = Snapshots.Stream(ledger, source.Authority, spec.Name);
        var fold = new StreamFold(ledger, row.Id, source.Authority, spec, folder.Reference, _acks, open, options.Time);
        var verdictsBefore = Verdicts.Of(ledger, row.Id);
        var judged = verdictsBefore.Select(v => v.Snapshot).ToHashSet();
        var copies = Snapshots.Of(ledger, row.Id);
        var (pending, again) = Pending(row, copies, judged);
        var standing = again && !IsOurs(row) ? verdictsBefore.LastOrDefault(v => v.Published)?.Snapshot : null;
        var records = standing is null ? [] : Remaps.Records(ledger, row.Id);
        // What is worked out again takes the place of the old as one work: killed half-way, the night begins anew and still knows what our change changed.
        using var whole = again ? ledger.Begin() : null;
        if (again)
        {
            fold.Forget();
        }

        var results = new List<FoldResult>();
        var remapped = 0L;
        foreach (var copy in pending)
        {
            options.Say(string.Create(CultureInfo.InvariantCulture, $"{source.ShortName}/{spec.Name}: reading the copy of {copy.AsAt:yyyy-MM-dd}."));
            var writer = copy == copies[^1] ? newest?.Invoke(row.Id, copy) : null;
            var result = fold.Fold(copy, _verified, writer?.Take);
            writer?.End(result);
            results.Add(result);
            if (copy.Id == standing && result.Verdict.Published)
            {
                var ours = row.Fingerprint != Fingerprint();
                remapped = Remaps.Keep(ledger, row, copy, ours ? "source" : "code", ours ? Fingerprint() : Code, records);
            }
        }

        Mark(row, fold.RawFields);
        whole?.Commit();
        var verdicts = Verdicts.Of(ledger, row.Id);
        return Result(row, trouble, results, again ? [.. verdictsBefore.Where(v => v.Published).Select(v => v.Snapshot)] : [], remapped, verdicts) with { Seconds = options.Time.GetElapsedTime(started).TotalSeconds };
    }

    /// <summary>
    /// The copies to judge, and whether all that was worked out is to be forgotten first: when our reading changed, or a
    /// copy came that is older than one judged already.
    /// </summary>
    private (IReadOnlyList<Snapshot> Pending, bool Again) Pending(StreamRow row, IReadOnlyList<Snapshot> copies, HashSet<long> judged)
    {
        var fresh = copies.Where(c => !judged.Contains(c.Id)).ToList();
        var ours = IsOurs(row) && row.Acks == AcksHash();
        var older = fresh.Count > 0 && judged.Count > 0 && copies.SkipWhile(c => judged.Contains(c.Id)).Any(c => judged.Contains(c.Id));
        var replaced = judged.Count > 0 && judged.Except(copies.Select(c => c.Id)).Any();
        return judged.Count > 0 && (!ours || older || replaced) ? (copies, true) : (fresh, false);
    }

    private void Mark(StreamRow row, string rawFields) => ledger.Connection.Execute(
        "update stream set register=@Register, fingerprint=@fingerprint, code_version=@code, acks=@acks, raw_fields=@rawFields where id=@Id",
        new { spec.Register, fingerprint = Fingerprint(), code = Code, acks = AcksHash(), rawFields, row.Id });

    private bool IsOurs(StreamRow row) => row.Fingerprint == Fingerprint() && row.CodeVersion == Code;

    /// <summary>A new edition of a national list reads a copy otherwise, as new code does.</summary>
    private string Code => CodeVersion.Current + folder.Reference.Places.Mark;

    /// <summary>Whether a stream is verified changes the verdict too.</summary>
    private string Fingerprint() => $"{spec.Fingerprint}{(_verified ? "" : "-proving")}";

    private string AcksHash() => _acks.Count == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(_acks))));

    private StreamResult Result(
        StreamRow row, Trouble? trouble, IReadOnlyList<FoldResult> results,
        HashSet<long> before, long remapped, IReadOnlyList<VerdictRow> verdicts)
    {
        var latest = verdicts.Count > 0 ? verdicts[^1] : null;
        var state = trouble?.State ?? State(latest, results);
        var detail = trouble?.Detail ?? (latest is null ? "No copy has been read yet." : string.Join(' ', latest.Details.Reasons));
        var suggestion = trouble is null ? latest?.Details.Suggestion : trouble.Suggestion;
        ledger.Connection.Execute("update stream set state=@state, detail=@detail, suggestion=@suggestion where id=@Id", new { state = state.ToString(), detail, suggestion, row.Id });
        return new StreamResult
        {
            Source = source,
            Spec = spec,
            Row = row,
            State = state,
            Detail = detail,
            Suggestion = suggestion,
            Folded = results,
            PublishedBefore = before,
            Remapped = remapped,
            Latest = latest,
            Published = verdicts.LastOrDefault(v => v.Published),
        };
    }

    private StreamState State(VerdictRow? latest, IReadOnlyList<FoldResult> results)
    {
        if (latest is null)
        {
            return spec.Manual is null ? StreamState.Unreachable : StreamState.Manual;
        }

        var state = Enum.Parse<StreamState>(latest.State);
        return state != StreamState.Ok || results.Any(r => r.Snapshot.Id == latest.Snapshot) ? state
            : spec.Manual is null ? StreamState.Unchanged : StreamState.Manual;
    }
}
