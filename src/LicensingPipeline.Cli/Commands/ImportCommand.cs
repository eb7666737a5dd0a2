using System.CommandLine;
using System.Globalization;
using System.Text;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Collect;
using LicensingPipeline.Record;

namespace LicensingPipeline.Cli.Commands;

/// <summary><c>licensing import AUTHORITY FILE</c>: a copy that somebody sent, or that the Union holds, goes into the inbox and is judged at once.</summary>
internal static class ImportCommand
{
    public static Command Build(Terminal terminal, TimeProvider time)
    {
        var authority = new Argument<string>("authority") { Description = "GSS code or short name." };
        var file = new Argument<FileInfo>("file") { Description = "The file; it stays where it is." };
        var asAt = new Option<string>("--as-at") { Description = "The day whose register it shows, such as 2026-09-27.", Required = true };
        var origin = new Option<string>("--origin") { Description = "supplied (the council sent it), third-party-copy or union-copy.", Required = true };
        origin.AcceptOnlyFromAmong("supplied", "third-party-copy", "union-copy");
        var stream = new Option<string?>("--stream") { Description = "Which stream; needed where the source has several that take copies." };
        var note = new Option<string?>("--note") { Description = "What else should be known of it; published nowhere." };
        var (data, sources, inbox, json) = (Folders.Data(), Folders.Sources(), Folders.Inbox(), Folders.Json());
        var command = new Command("import", "Take in a copy of a register: an answer to a request, a certified copy, an older file.")
        {
            authority, file, asAt, origin, stream, note, sources, inbox, data, json,
        };
        command.SetAction((parsed, ct) =>
        {
            var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            var chosen = Manual(parsed.GetValue(sources)!.FullName, parsed.GetValue(authority)!, parsed.GetValue(stream));
            var facts = new CoveringFacts(Day(parsed.GetValue(asAt)!, today), parsed.GetValue(origin)!, parsed.GetValue(note));
            var folder = parsed.GetValue(data)!.FullName;
            var imported = Take(terminal, time, chosen, parsed.GetValue(file)!, facts, folder, parsed.GetValue(inbox)?.FullName ?? Path.Combine(folder, "inbox"), ct);
            Print(terminal, chosen, imported, parsed.GetValue(json));
            return Task.FromResult(imported.Held ? Exits.None : Exits.Found);
        });
        return command;
    }

    private static Imported Take(Terminal terminal, TimeProvider time, Chosen chosen, FileInfo file, CoveringFacts facts, string data, string inbox, CancellationToken ct)
    {
        if (!file.Exists)
        {
            throw new UsageException($"There is no file {file.FullName}.");
        }

        using var borrowed = BorrowedLedger.Of(data, terminal.Say);
        // A file that says of itself that it is invented may join a demonstration.
        if (borrowed.Ledger.IsInvented && File.ReadAllBytes(file.FullName).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Demonstration.Mark)) < 0)
        {
            throw new UsageException($"{data} holds the demonstration's invented data; real registers are never mixed into it. Choose another folder with --data; into this one goes only a file that carries the mark.");
        }

        HandedIn? placed = null;
        try
        {
            placed = HandIn.Place(inbox, chosen.Spec, file, facts, ct);
            var copies = Inbox.Copies(inbox, chosen.Spec.Manual!, ct);
            var copy = copies.Single(c => c.AsAt == facts.AsAt);
            var paths = copies.SelectMany(c => c.Files).ToDictionary(f => f.Sha256, f => f.Path, StringComparer.Ordinal);
            var archive = Path.Combine(data, "archive");
            Stream Open(string sha256) => paths.TryGetValue(sha256, out var path) ? File.OpenRead(path) : new Archive(archive).Open(sha256);
            var snapshot = new Snapshot(0, copy.AsAt, copy.Sha256, copy.Origin, null, null, [.. copy.Files.Select(f => new SnapshotFile(f.Name, f.Sha256))]);
            var night = new Rehearsal(borrowed.Ledger, chosen.Folder, Open, time, _ => { }).Run(chosen.Source, chosen.Spec, snapshot);
            return new Imported(placed, facts, snapshot.Sha256, night.Result.Folded.Single(f => f.Snapshot.AsAt == facts.AsAt && f.Snapshot.Sha256 == snapshot.Sha256));
        }
        catch (Exception wrong) when (wrong is RefusedException or SourceException)
        {
            placed?.Undo();
            throw new UsageException(wrong.Message);
        }
    }

    private static void Print(Terminal terminal, Chosen chosen, Imported imported, bool json)
    {
        var (sums, verdict) = (imported.Fold.Sums, imported.Fold.Verdict);
        if (json)
        {
            terminal.WriteJson(new
            {
                authority = chosen.Source.Authority,
                stream = chosen.Spec.Name,
                file = imported.Placed.Path,
                asAt = imported.Facts.AsAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                origin = imported.Facts.Origin,
                sha256 = imported.Sha256,
                state = verdict.State.ToString(),
                reasons = verdict.Reasons,
                suggestion = verdict.Suggestion,
                rowsRead = sums.RowsRead,
                licences = sums.Licences,
                quarantined = sums.Quarantined,
                notARecord = sums.NotARecord,
                issues = imported.Fold.Issues,
            });
        }
        else
        {
            terminal.Print($"Copied to {imported.Placed.Path}; what is known of it stands in {Path.GetFileName(imported.Placed.Sidecar)} beside it.");
            terminal.Print($"The next run makes of it: {verdict.State}. {string.Join(' ', verdict.Reasons)}".TrimEnd());
            terminal.Print($"Rows: {Grid.Number(sums.RowsRead)} read, {Grid.Number(sums.Licences)} licences, {Grid.Number(sums.Quarantined)} set aside. Issues: {(imported.Fold.Issues.Count == 0 ? "none" : string.Join(", ", imported.Fold.Issues.Select(i => $"{i.Key} {Grid.Number(i.Value)}")))}");
            (verdict.Suggestion ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList().ForEach(l => terminal.Print($"Suggested line: {l}"));
        }

        if (imported.Placed.Others.Count > 0)
        {
            terminal.Say($"{string.Join(", ", imported.Placed.Others)} in the inbox is of the same day: all files of a day are one copy. If this one corrects the other, take the other away.");
        }

        terminal.Say($"Take it in with: licensing run {chosen.Source.ShortName} --offline");
    }

    private static Chosen Manual(string sources, string authority, string? stream)
    {
        var folder = SourceFolder.Read(sources, Folders.Reference());
        var manual = folder.Find(authority)?.Streams.Where(s => s is { Manual: not null, Retired: null } && (stream is null || s.Name == stream)).ToList() ?? [];
        if (manual.Count == 1)
        {
            return new Chosen(sources, folder, folder.Find(authority)!, manual[0]);
        }

        if (manual.Count > 1)
        {
            throw new UsageException($"{authority} takes copies for {string.Join(", ", manual.Select(s => s.Name))}; name one with --stream.");
        }

        var chosen = Chosen.Of(sources, authority, stream);
        throw new UsageException($"{chosen.Source.ShortName}/{chosen.Spec.Name} takes no copies by hand: it has no manual. Describe the file as a stream of its own: licensing sources new {chosen.Source.ShortName} FILE --stream NAME");
    }

    private static DateOnly Day(string text, DateOnly today) =>
        Days.Read(text) is var day && day > today ? throw new UsageException($"{text} lies in the future: no copy can be of that day yet.") : day;

    private sealed record Imported(HandedIn Placed, CoveringFacts Facts, string Sha256, FoldResult Fold)
    {
        public bool Held => Fold.Verdict.Reasons.Count > 0;
    }
}
