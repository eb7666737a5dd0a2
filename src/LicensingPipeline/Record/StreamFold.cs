using Dapper;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Collect;
using LicensingPipeline.Extract;
using LicensingPipeline.Normalise;
using LicensingPipeline.Quality;

namespace LicensingPipeline.Record;

/// <summary>
/// Folds the copies of one stream, in the order of their dates, into versions and events. One copy is one transaction:
/// a run that is killed leaves the copies before it whole and this one untouched.
/// </summary>
/// <param name="ledger">The ledger.</param>
/// <param name="stream">Row of the stream.</param>
/// <param name="authority">GSS code.</param>
/// <param name="spec">The stream's description.</param>
/// <param name="reference">Schemes and outward codes.</param>
/// <param name="acks">What people accepted, by hash of the copy.</param>
/// <param name="open">Opens the bytes kept under a hash.</param>
/// <param name="time">For how long it took; nothing that is recorded depends on it.</param>
public sealed class StreamFold(
    Ledger ledger, long stream, string authority, StreamSpec spec, ReferenceTables reference,
    IReadOnlyList<Acknowledgement> acks, Func<string, Stream> open, TimeProvider time)
{
    private readonly RawCells _cells = new([.. Gate.MappedFields(spec).Order()]);

    /// <summary>The order of cells in the ledger, kept beside the stream.</summary>
    public string RawFields => _cells.Keys;

    /// <summary>Forgets what was worked out for the stream, so that it can be folded again from its first copy.</summary>
    public void Forget()
    {
        using var all = ledger.Begin();
        var range = new { stream, from = VersionIndex.FirstId(stream), to = VersionIndex.FirstId(stream + 1) - 1 };
        ledger.Connection.Execute("delete from raw_row where id between @from and @to", range);
        ledger.Connection.Execute("delete from version where id between @from and @to", range);
        ledger.Connection.Execute("delete from event where stream=@stream", range);
        ledger.Connection.Execute("delete from issue where stream=@stream", range);
        ledger.Connection.Execute("delete from verdict where snapshot in (select id from snapshot where stream=@stream)", range);
        all.Commit();
    }

    /// <summary>Reads, judges and, where it passes, records one copy.</summary>
    /// <param name="copy">The copy; those before it are folded already.</param>
    /// <param name="verified">Whether a person saw a real file of this stream read right.</param>
    /// <param name="also">Takes the entries as they are read, on a thread of its own; may be null.</param>
    public FoldResult Fold(Snapshot copy, bool verified, Action<IReadOnlyList<Entry>>? also)
    {
        var started = time.GetTimestamp();
        var files = copy.Files.Select(f => new SourceFile(f.Name, () => open(f.Sha256))).ToList();
        var reader = new CopyReader(authority, spec, files, copy.AsAt, reference.Places);
        using var all = ledger.Begin();
        ledger.Connection.Execute("savepoint copy");
        var before = VersionIndex.Load(ledger.Connection, stream);
        using var writer = new CopyWriter(ledger, stream, copy, _cells, NextId(), before.EverSeen.Count > 0);
        var read = new CopyRead(reader, new CopyRoll(before), new CopyFigures(), before, writer, copy);
        try
        {
            CheckKind(files);
            Fan.Out(Enter(read), also is null ? [writer.Write] : [writer.Write, also]);
        }
        catch (SourceException failed)
        {
            read = read with { Failure = failed };
        }

        var result = Conclude(read, files, verified, started);
        Verdicts.Keep(ledger, result, VerdictDetail.Of(result.Verdict, reader.Summary, read.Figures, Gate.MappedFields(spec), reader));
        ledger.Connection.Execute("release copy");
        all.Commit();
        return result;
    }

    /// <summary>What was fetched has been looked at already; what a person hands in can be an error page just as well.</summary>
    private void CheckKind(IReadOnlyList<SourceFile> files)
    {
        foreach (var file in files)
        {
            using var bytes = file.Open();
            Acceptance.Check(bytes, spec.Read.Format, file.Name);
        }
    }

    private FoldResult Conclude(CopyRead read, IReadOnlyList<SourceFile> files, bool verified, long started)
    {
        var (roll, figures, copy) = (read.Roll, read.Figures, read.Copy);
        var repeated = roll.Repeated;
        figures.RepeatedReferences = roll.RepeatedEntries.Count();
        var last = Verdicts.LastGood(ledger, stream);
        var difference = last is null ? RollDifference.None : roll.Compare();
        var verdict = Proving(Judge(read, verified, last, difference, files), verified);
        IReadOnlyDictionary<string, long> events = new SortedDictionary<string, long>(StringComparer.Ordinal);
        if (verdict.Published)
        {
            NoteFileIssues(read, repeated);
            events = Happened(read, last, difference, repeated);
            verdict = verdict with { Warnings = [.. verdict.Warnings, .. Gate.Sweeping(events, figures)] };
            Close(difference, copy);
        }
        else
        {
            ledger.Connection.Execute("rollback to copy");
            read.Reader.FileIssues.ToList().ForEach(i => figures.Count(i.Code));
        }

        var suffixes = roll.RepeatedEntries.ToDictionary(e => e.Ordinal, e => LicenceId(e, repeated));
        return new FoldResult(
            copy, verdict, Sum(read.Reader.Summary, figures, roll, verdict), figures.Issues, events, suffixes, time.GetElapsedTime(started).TotalSeconds);
    }

    /// <summary>Where nobody has yet seen a real file read right, what the gate finds is what proving is for; it is told, and no alarm.</summary>
    private static Verdict Proving(Verdict verdict, bool verified) => verified || !verdict.State.IsHeld() ? verdict : verdict with { State = StreamState.Proving };

    private IReadOnlyDictionary<string, long> Happened(CopyRead read, LastVerdict? last, RollDifference difference, HashSet<ulong> repeated)
    {
        var events = new EventWriter(ledger, spec, stream, read.Copy, read.Reader.Context, _cells, reference.Schemes);
        // The first copy is where our knowledge begins: that a licence stands on it says nothing of when it came.
        if (last is not null)
        {
            events.Write(difference, read.Before, last.AsAt, read.Writer.Ids, e => LicenceId(e, repeated));
        }

        return events.Counts;
    }

    private IEnumerable<Entry> Enter(CopyRead read)
    {
        var (reader, roll, figures, before, _, copy) = read;
        foreach (var (mapped, row) in reader.Read())
        {
            figures.See(row, mapped.Rows, reference.Outcodes, reference.Places.Postcodes);
            if (row.Quarantine is not null)
            {
                yield return new Entry(mapped, row, -1, 0, 0, Known: false);
                continue;
            }

            var property = row.PropertyKey is { } key ? Identity.Hash(key) : 0;
            if (before.IsAtHome(row.Identity, property) is { } atHome)
            {
                figures.SeeStanding(atHome);
            }

            if (roll.Enter(row.Identity, row.Content, property) is { } entry)
            {
                var firstSeen = before.EverSeen.TryGetValue(row.Identity, out var day) ? day : copy.AsAt.DayNumber;
                yield return new Entry(mapped, row, entry.Ordinal, property, firstSeen, entry.Known >= 0);
            }
            else
            {
                figures.SeeDuplicate();
                yield return new Entry(mapped, row, -1, property, 0, Known: false);
            }
        }
    }

    private Verdict Judge(CopyRead read, bool verified, LastVerdict? last, RollDifference difference, IReadOnlyList<SourceFile> files)
    {
        var (reader, roll, figures, _, _, copy) = read;
        if (spec.Empty is { } marker && EmptyRegister.Declares(files, spec.Read, marker))
        {
            // The sentence may itself stand in a row.
            if (figures.Entries > 0 || figures.EntryRows > 1 || (read.Failure is not null && EmptyRegister.HoldsRows(files, spec.Read)))
            {
                return new Verdict(StreamState.HeldDrift, ["The file says that it holds no entry (empty in the source file) and yet rows stand in it. Open it and see which is true."], [], []);
            }

            return new Verdict(verified ? StreamState.EmptyDeclared : StreamState.Proving, [], [], []);
        }

        if (read.Failure is { } failure)
        {
            return new Verdict(failure.State, [failure.Message], [], []) { Suggestion = failure.Suggestion };
        }

        var expired = difference.Gone.Count(g => g.EndDay is { } end && end < copy.AsAt.DayNumber);
        var drop = last is null ? null : new Drop(difference.Gone.Count, expired, SchemeDrop.Count(difference, last, copy, reference, authority, spec));
        var accepted = acks.Where(a => a.Sha256 == copy.Sha256).Select(a => a.Accept).ToHashSet();
        var verdict = Gate.Judge(spec, reader.Summary, figures, roll.Count, last?.Good, drop, [.. reference.Missing, .. reference.Places.Missing(Gate.MappedFields(spec))], verified, accepted);
        return verdict with { Suggestion = Mending.Lines(verdict.State, spec, figures, copy.Sha256, copy.AsAt) };
    }

    private static void NoteFileIssues(CopyRead read, HashSet<ulong> repeated)
    {
        var (reader, roll, figures, _, writer, _) = read;
        foreach (var issue in reader.FileIssues)
        {
            figures.Count(issue.Code);
            writer.Write(issue, null);
        }

        foreach (var entry in roll.RepeatedEntries)
        {
            figures.Count(IssueCodes.ReferenceRepeated);
            writer.Write(new Issue(IssueCodes.ReferenceRepeated, Field.Reference, "", ""), LicenceId(entry, repeated));
        }
    }

    private void Close(RollDifference difference, Snapshot copy)
    {
        using var close = new BulkStatement(ledger.Connection, "update version set to_snapshot=? where id=?");
        foreach (var id in difference.Gone.Select(g => g.Id).Concat(difference.Changed.Select(c => c.Before.Id)))
        {
            close.Bind(1, copy.Id);
            close.Bind(2, id);
            close.Run();
        }
    }

    private static RowSums Sum(ExtractSummary summary, CopyFigures figures, CopyRoll roll, Verdict verdict)
    {
        var entries = figures.EntryRows - figures.Quarantined;
        // A reader that gave up half-way has read rows that no later stage saw; they are held with the rest.
        var unseen = summary.RowsRead - summary.NotARecordRows - figures.EntryRows;
        return verdict.Published
            ? new RowSums(summary.RowsRead, entries, figures.Quarantined, summary.NotARecordRows, 0, roll.Count)
            : new RowSums(summary.RowsRead, 0, figures.Quarantined, summary.NotARecordRows, entries + unseen, roll.Count);
    }

    private static string LicenceId(RollEntry entry, HashSet<ulong> repeated) =>
        repeated.Contains(entry.Identity) ? $"{Identity.Hex(entry.Identity)}-{Identity.Hex(entry.Content)[..8]}" : Identity.Hex(entry.Identity);

    private long NextId() => ledger.Connection.ExecuteScalar<long?>(
        "select max(id) from version where id between @from and @to",
        new { from = VersionIndex.FirstId(stream), to = VersionIndex.FirstId(stream + 1) - 1 }) + 1 ?? VersionIndex.FirstId(stream);

    /// <summary>What is at hand once a copy has been read.</summary>
    private sealed record CopyRead(CopyReader Reader, CopyRoll Roll, CopyFigures Figures, VersionIndex Before, CopyWriter Writer, Snapshot Copy)
    {
        public SourceException? Failure { get; init; }
    }
}
