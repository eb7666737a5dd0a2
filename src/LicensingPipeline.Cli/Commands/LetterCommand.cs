using System.CommandLine;
using System.Text;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Collect;
using LicensingPipeline.Record;
using LicensingPipeline.Store;
using LicensingPipeline.Summarise;
using LicensingPipeline.Summarise.Scorecards;

namespace LicensingPipeline.Cli.Commands;

/// <summary><c>licensing letter</c>: what a council is shown before anything about its register is published.</summary>
internal static class LetterCommand
{
    public static Command Build(Terminal terminal, TimeProvider time)
    {
        var authority = new Argument<string>("authority") { Description = "GSS code or short name." };
        var kind = new Option<string>("--kind") { Description = "draft-card: one page that asks the council to check what will be published.", Required = true };
        kind.AcceptOnlyFromAmong("draft-card");
        var format = new Option<string>("--format") { Description = "text or html.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "html");
        var to = new Option<FileInfo?>("--out") { Description = "File to write; without it the letter is printed." };
        var edition = new Option<string?>("--edition") { Description = "The edition whose draft it is, such as 2026-q4." };
        var sent = new Option<string?>("--sent") { Description = "Write no letter, but note that the one for --edition went to the council on this day (2026-11-22). Without such a note publish leaves its scorecard out." };
        var (data, sources) = (Folders.Data(), Folders.Sources());
        var command = new Command("letter", "Write the letter with which a council is asked to check what will be published about its register.") { authority, kind, format, to, edition, sent, sources, data };
        command.SetAction(parsed =>
        {
            var (today, folders) = (DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), (Data: parsed.GetValue(data)!.FullName, Sources: parsed.GetValue(sources)!.FullName));
            if (parsed.GetValue(sent) is { } written)
            {
                var all = SourceFolder.Read(folders.Sources, Folders.Reference());
                terminal.Say(SentLetters.Note(folders.Data, all, Find(all, parsed.GetValue(authority)!), parsed.GetValue(edition), Days.Read(written), today));
                return Exits.Found;
            }

            var letter = Make(folders.Data, folders.Sources, parsed.GetValue(authority)!, parsed.GetValue(edition), today);
            var text = parsed.GetValue(format) == "html" ? LetterHtml.Write(letter) : LetterText.Write(letter);
            if (parsed.GetValue(to) is not { } file)
            {
                terminal.Out.Write(text);
                return Exits.Found;
            }

            // It names rows of the council's own file: for the council, and nobody else on this machine.
            File.WriteAllText(file.FullName, "");
            PrivateFiles.Protect(file.FullName);
            File.WriteAllText(file.FullName, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            terminal.Say($"Written to {file.FullName}.");
            return Exits.Found;
        });
        return command;
    }

    /// <summary>What the next edition would print of what is online.</summary>
    private static Scorecard? Card(Ledger ledger, SourceFolder folder, Source source, string data) =>
        Editions.Maker(ledger, folder, MethodLists.Read(Folders.Reference()), data).Make(folder.Find(source.Authority) ?? source).FirstOrDefault(c => c.IsPublished);

    private static Source Find(SourceFolder folder, string authority) =>
        folder.Find(authority) ?? throw new UsageException($"'{authority}' has no source file there. Give a GSS code or a short name; 'licensing sources list' prints them.");

    private static Letter Make(string data, string sources, string authority, string? edition, DateOnly today)
    {
        var folder = SourceFolder.Read(sources, Folders.Reference());
        var source = Find(folder, authority);
        var from = OperatorFile.Read(data) ?? throw new RefusedException($"A letter needs somebody to answer to: write {OperatorFile.Name} into {data}, with the keys name and contact.");
        using var none = File.Exists(Path.Combine(data, "ledger.db")) ? null : BorrowedLedger.Empty();
        using var asked = none is null ? Ledger.Ask(data) : null;
        var ledger = asked ?? none!.Ledger;
        var statuses = StatusList.Of(folder, ledger).Where(s => s.Row.Authority == source.Authority).ToList();
        var borough = BoroughFactsList.Of(folder, [.. Folders.Inventories(folder.Reference).Values], statuses, ledger).Single();
        using var registers = Registers.OpenIfThere(data);
        return new LetterMaker(registers, PublicRules.Read(data, Folders.Governance(data), ledger.Meta(LeaveOutFile.LedgerKey) is not null), from, today).DraftCard(borough, Card(ledger, SourceFolder.Read(sources, Folders.Reference(), data), source, data), edition);
    }
}
