using System.CommandLine;
using LicensingPipeline.Collect;
using LicensingPipeline.Web;

namespace LicensingPipeline.Cli.Commands;

/// <summary><c>licensing publish</c>: the site of facts, for everybody.</summary>
internal static class PublishCommand
{
    public static Command Build(Terminal terminal, TimeProvider time)
    {
        var to = new Option<DirectoryInfo>("--out") { Description = "Folder of the site; it must be empty, or hold a site that was published there before.", Required = true };
        var edition = new Option<string?>("--edition") { Description = "Make the quarter's scorecards too and freeze them under this name, such as 2026-q4. Without it no score is printed that was not published before." };
        var (data, sources) = (Folders.Data(), Folders.Sources());
        var command = new Command("publish", "Write the public site: the facts about every council's register, without a score and without anybody's name.") { to, edition, sources, data };
        command.SetAction(async (parsed, ct) =>
        {
            var folders = new SiteFolders(parsed.GetValue(data)!.FullName, parsed.GetValue(sources)!.FullName, Folders.Reference());
            return await Progress.WatchAsync(terminal, say => PublishAsync(folders, parsed.GetValue(to)!.FullName, parsed.GetValue(edition), time, say, ct));
        });
        return command;
    }

    private static async Task<int> PublishAsync(SiteFolders folders, string to, string? edition, TimeProvider time, Action<string> say, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var facts = SiteFacts.Read(folders, today, say);
        if (facts.Operator is null)
        {
            throw new RefusedException($"Nobody can answer for this site yet, so it is not published. Write {Path.Combine(folders.Data, OperatorFile.Name)} with your 'name:' and 'contact:' (an e-mail address or a web page); both stand on the site.");
        }

        var folder = new SiteFolder(to, facts.Invented);
        folder.RefuseForeign();
        say($"Read the facts of {Grid.Number(facts.Boroughs.Count)} councils{(facts.Invented ? $". {Demonstration.Mark}" : "")}.");
        var editions = new EditionStore(folders.Data);
        if (edition is not null)
        {
            await Editions.FreezeAsync(edition, folders, facts, editions, say, ct);
            facts = facts with { Editions = editions.Names };
        }

        var files = await Site.FilesAsync(facts, editions, ct);
        var (written, removed) = folder.Write(files);
        say($"{Grid.Number(files.Count)} files: {Grid.Number(written)} written, {Grid.Number(files.Count - written)} as they were, {Grid.Number(removed)} of an earlier site taken away.");
        say($"The site begins at {Path.Combine(folder.Path, Site.First)}. {(facts.Editions.Count == 0 ? "It holds no score: scorecards come by edition." : $"Editions of scorecards: {string.Join(", ", facts.Editions)}.")}");
        return Exits.Found;
    }
}
