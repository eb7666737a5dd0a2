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
        var (data, sources) = (Folders.Data(), Folders.Sources());
        var command = new Command("publish", "Write the public site: the facts about every council's register, without a score and without anybody's name.") { to, sources, data };
        command.SetAction(async (parsed, ct) =>
        {
            var folders = new SiteFolders(parsed.GetValue(data)!.FullName, parsed.GetValue(sources)!.FullName, Folders.Reference());
            return await Progress.WatchAsync(terminal, say => PublishAsync(folders, parsed.GetValue(to)!.FullName, time, say, ct));
        });
        return command;
    }

    private static async Task<int> PublishAsync(SiteFolders folders, string to, TimeProvider time, Action<string> say, CancellationToken ct)
    {
        var facts = SiteFacts.Read(folders, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), say);
        if (facts.Operator is null)
        {
            throw new RefusedException($"Nobody can answer for this site yet, so it is not published. Write {Path.Combine(folders.Data, OperatorFile.Name)} with your 'name:' and 'contact:' (an e-mail address or a web page); both stand on the site.");
        }

        var folder = new SiteFolder(to, facts.Invented);
        folder.RefuseForeign();
        say($"Read the facts of {Grid.Number(facts.Boroughs.Count)} councils{(facts.Invented ? $". {Demonstration.Mark}" : "")}.");
        var files = await Site.FilesAsync(facts, ct);
        var (written, removed) = folder.Write(files);
        say($"{Grid.Number(files.Count)} files: {Grid.Number(written)} written, {Grid.Number(files.Count - written)} as they were, {Grid.Number(removed)} of an earlier site taken away.");
        say($"The site begins at {Path.Combine(folder.Path, Site.First)}. It holds no score: scorecards come by edition.");
        return Exits.Found;
    }
}
