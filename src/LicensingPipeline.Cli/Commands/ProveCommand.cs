using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using LicensingPipeline.Collect;
using LicensingPipeline.Record;
using LicensingPipeline.Summarise;

namespace LicensingPipeline.Cli.Commands;

/// <summary><c>licensing sources prove AUTHORITY [FILE]</c>: what a copy looks like, and the lines that let it be published.</summary>
internal static class ProveCommand
{
    public static Command Build(Terminal terminal, TimeProvider time)
    {
        var authority = new Argument<string>("authority") { Description = "GSS code or short name." };
        var file = new Argument<FileInfo?>("file") { Description = "A copy to look at in place of the newest one that was fetched.", Arity = ArgumentArity.ZeroOrOne };
        var stream = new Option<string?>("--stream") { Description = "Which stream; needed where the source has several that nobody has verified." };
        var accept = new Option<bool>("--accept") { Description = "Write the suggested lines, min-rows and verified into the source file." };
        var by = new Option<string?>("--by") { Description = "Who says that it reads right (default: the steward)." };
        var (data, sources, inbox, json) = (Folders.Data(), Folders.Sources(), Folders.Inbox(), Folders.Json());
        var command = new Command("prove", "Show how a copy reads and what would have to change; with --accept change it and mark the stream as verified.")
        {
            authority, file, stream, accept, by, sources, data, inbox, json,
        };
        command.SetAction(parsed =>
        {
            var chosen = Chosen.Of(parsed.GetValue(sources)!.FullName, parsed.GetValue(authority)!, parsed.GetValue(stream));
            using var borrowed = BorrowedLedger.Of(parsed.GetValue(data)!.FullName, terminal.Say);
            if (parsed.GetValue(accept))
            {
                Chosen.RefuseShipped(borrowed.Ledger, chosen.SourcesFolder, parsed.GetValue(data)!.FullName);
            }

            var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            var copies = new Copies(parsed.GetValue(data)!.FullName, parsed.GetValue(file));
            var maker = new ProofMaker(borrowed.Ledger, chosen.Folder, copies.Open, time, _ => { });
            var proof = maker.Make(chosen.Source, chosen.Spec, copies.Of(borrowed.Ledger, chosen, today), parsed.GetValue(by) ?? chosen.Source.Steward, today);
            return Answer(terminal, chosen, proof, parsed.GetValue(accept), parsed.GetValue(json));
        });
        return command;
    }

    private static int Answer(Terminal terminal, Chosen chosen, Proof proof, bool accept, bool json)
    {
        var writes = accept && proof.Refusal is null;
        if (writes)
        {
            // Whole or not at all: a source file cut in two stops its authority.
            File.WriteAllText(chosen.File + ".tmp", proof.NewText);
            File.Move(chosen.File + ".tmp", chosen.File, overwrite: true);
            proof = proof with { Accepted = true };
        }

        if (json)
        {
            terminal.WriteJson(proof);
        }
        else
        {
            ProofText.Print(terminal, proof);
        }

        if (proof.Refusal is { } refusal && (accept || !json))
        {
            terminal.Say(refusal);
        }

        if (writes)
        {
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{proof.Lines.Count} {(proof.Lines.Count == 1 ? "line of" : "lines of")} {chosen.File} {(proof.Lines.Count == 1 ? "was" : "were")} changed. The next run publishes this copy: licensing run {chosen.Source.ShortName}"));
        }

        return proof.Refusal is null ? Exits.Found : Exits.None;
    }

    /// <summary>Where the bytes come from: the archive of the data folder, or a file that a person gives.</summary>
    private sealed class Copies(string data, FileInfo? file)
    {
        private readonly string? _sha256 = file is null ? null : Hash(file);

        public FileStream Open(string sha256) => sha256 == _sha256 ? file!.OpenRead() : new Archive(Path.Combine(data, "archive")).Open(sha256);

        public ProofCopy Of(Ledger ledger, Chosen chosen, DateOnly today)
        {
            var name = $"{chosen.Source.ShortName}/{chosen.Spec.Name}";
            if (file is not null)
            {
                return new ProofCopy(new Snapshot(0, today, _sha256!, ledger.IsInvented ? "invented" : "published", null, null, [new SnapshotFile(file.Name, _sha256!)]), Handed: true);
            }

            var row = Snapshots.Streams(ledger).FirstOrDefault(s => s.Authority == chosen.Source.Authority && s.Name == chosen.Spec.Name);
            var copies = row is null ? [] : Snapshots.Of(ledger, row.Id);
            return copies.Count > 0 ? new ProofCopy(copies[^1], Handed: false)
                : throw new RefusedException($"There is no copy of {name} yet.{(row?.Detail is { Length: > 0 } why ? $" {why}" : "")}{(row?.Suggestion is { } line ? $" Suggested line: {line}" : "")} Fetch one with 'licensing run {chosen.Source.ShortName}', or name a file.");
        }

        private static string Hash(FileInfo file)
        {
            using var bytes = file.OpenRead();
            return Convert.ToHexStringLower(SHA256.HashData(bytes));
        }
    }
}
