using System.CommandLine;
using System.Security.Cryptography;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Collect;
using LicensingPipeline.Propose;
using LicensingPipeline.Record;
using LicensingPipeline.Summarise;

namespace LicensingPipeline.Cli.Commands;

/// <summary><c>licensing sources new AUTHORITY URL-OR-FILE</c>: a source file drawn up from what stands in a register.</summary>
internal static class NewCommand
{
    public static Command Build(Terminal terminal, TimeProvider time)
    {
        var authority = new Argument<string>("authority") { Description = "GSS code or short name." };
        var from = new Argument<string>("url-or-file") { Description = "A file, its address, the page that links to it, or a dataset of Socrata, ArcGIS or CKAN." };
        var stream = new Option<string>("--stream") { Description = "Name of the stream.", DefaultValueFactory = _ => "register" };
        var output = new Option<DirectoryInfo?>("--out") { Description = "Folder into which the source file goes, and its fixture into fixtures/ below it (default: the folder of sources)." };
        var page = new Option<string?>("--page") { Description = "The page on which a person finds the register." };
        var by = new Option<string>("--by") { Description = "Who is asked about this source.", DefaultValueFactory = _ => "@you" };
        var heading = new Option<string[]>("--heading") { Description = "A heading as it stands in the file, once for each column from left to right; for a PDF in which they are not found.", AllowMultipleArgumentsPerToken = false };
        var (data, sources, json) = (Folders.Data(), Folders.Sources(), Folders.Json());
        var command = new Command("new", "Draw up a source file from a register: format, headings, columns, dates, guards, an example and an invented fixture.")
        {
            authority, from, stream, output, page, by, heading, sources, data, json,
        };
        command.SetAction(async (parsed, ct) =>
        {
            var folder = SourceFolder.Read(parsed.GetValue(sources)!.FullName, Folders.Reference());
            var wanted = Wanted(folder, parsed.GetValue(authority)!);
            var target = new NewSource((parsed.GetValue(output) ?? parsed.GetValue(sources)!).FullName, wanted.ShortName, parsed.GetValue(stream)!);
            var found = await FoundRegister.AtAsync(parsed.GetValue(from)!, target, wanted.Gss, parsed.GetValue(data)!.FullName, time, ct);
            var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            var order = new DraftOrder
            {
                Authority = wanted.Gss,
                Stream = target.Stream,
                Steward = parsed.GetValue(by)!,
                Today = today,
                Page = parsed.GetValue(page) ?? found.Page,
                Way = found.Way,
                Hint = $"{target.Stream} {found.Name}",
            };
            using var borrowed = BorrowedLedger.Empty();
            var copy = new Snapshot(0, today, found.Sha256, "published", null, null, found.Files);
            var drafted = Make(new DraftMaker(borrowed.Ledger, folder, found.Open, time), order, copy, found, parsed.GetValue(heading) ?? []);
            var inventory = Path.Combine((parsed.GetValue(output) ?? parsed.GetValue(data)!).FullName, "inventory");
            var written = target.Write(drafted.Draft, inventory);
            DraftText.Print(terminal, drafted, found, written, parsed.GetValue(json));
            return drafted.Errors.Count > 0 ? Exits.SourceWrong : Exits.Found;
        });
        return command;
    }

    private static Drafted Make(DraftMaker maker, DraftOrder order, Snapshot copy, FoundRegister found, string[] headings)
    {
        try
        {
            return maker.Make(order, copy, found.Format, headings)
                ?? throw new RefusedException($"No row of {found.Name} looks like the headings of a register. Open it: if they are there in other words, name each with --heading, from left to right.");
        }
        catch (SourceException unread)
        {
            throw new RefusedException($"{unread.Message} If the headings are there, name each as it stands with --heading, from left to right.", unread);
        }
    }

    private static Authority Wanted(SourceFolder folder, string authority) =>
        folder.Reference.Authorities.Values.FirstOrDefault(a => string.Equals(a.Gss, authority, StringComparison.OrdinalIgnoreCase) || string.Equals(a.ShortName, authority, StringComparison.OrdinalIgnoreCase))
        ?? throw new UsageException($"'{authority}' is no authority we know. Give its GSS code or its short name ('licensing sources list' prints them); one outside London needs a line in authorities.csv of the folder of sources.");
}

/// <summary>The register that was named: a file on this machine, or what an address gave.</summary>
/// <param name="Name">Its name, for a person.</param>
/// <param name="Words">Whose it is, for a person.</param>
/// <param name="Page">The page it stands on, as far as is known.</param>
/// <param name="Way">The line of a source file that gets it.</param>
/// <param name="Format">What read.format would be, or null where the bytes must show it.</param>
/// <param name="Sha256">Hash of the copy.</param>
/// <param name="Files">Its files.</param>
/// <param name="Open">Opens the bytes kept under a hash.</param>
internal sealed record FoundRegister(string Name, string Words, string Page, string Way, string? Format, string Sha256, IReadOnlyList<SnapshotFile> Files, Func<string, Stream> Open)
{
    private const string NoPage = "https://council.example/register";

    public static async Task<FoundRegister> AtAsync(string from, NewSource target, string gss, string data, TimeProvider time, CancellationToken ct)
    {
        if (Uri.TryCreate(from, UriKind.Absolute, out var url) && url.Scheme is "https" or "http")
        {
            return await FetchAsync(url, gss, data, time, ct);
        }

        if (!File.Exists(from))
        {
            throw new UsageException($"There is no file {from}. Give a file, or an address that starts with https://.");
        }

        await using var bytes = File.OpenRead(from);
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, ct));
        var way = $"manual: {{ folder: {target.ShortName}, files: '{target.Stream}*{Path.GetExtension(from)}' }}   # or discover, url or api, where it can be fetched";
        return new FoundRegister(Path.GetFileName(from), "a file on this machine", NoPage, way, null, sha256, [new SnapshotFile(Path.GetFileName(from), sha256)], _ => File.OpenRead(from));
    }

    private static async Task<FoundRegister> FetchAsync(Uri url, string gss, string data, TimeProvider time, CancellationToken ct)
    {
        var op = OperatorFile.Read(data) ?? throw new OperatorException(
            $"Nobody answers for the requests yet, so nothing is fetched. Write {Path.Combine(data, OperatorFile.Name)} with the two lines 'name: ...' and 'contact: ...' (an e-mail address or a web page), or save the file and name it.");
        var archive = new Archive(Path.Combine(data, "archive"));
        using var handler = Collector.Handler();
        using var collector = new Collector(handler, op, typeof(Collector).Assembly.GetName().Version?.ToString(3) ?? "0", archive, new CollectOptions { Jitter = new Random(Environment.ProcessId).NextDouble }, time);
        var scouted = await new Scout(collector, archive, gss).GoAsync(url, ct);
        var files = scouted.Got.Files.Select(f => new SnapshotFile(f.Name, f.Sha256)).ToList();
        return new FoundRegister(url.ToString(), scouted.Words, url.AbsoluteUri, scouted.Way, scouted.Format, scouted.Got.Sha256, files, archive.Open);
    }
}

/// <summary>Where a draft is written; what stands there already is never lost.</summary>
/// <param name="Folder">Folder of the source file.</param>
/// <param name="ShortName">The file's name without ending.</param>
/// <param name="Stream">Name of the stream.</param>
internal sealed record NewSource(string Folder, string ShortName, string Stream)
{
    /// <summary>Writes source file and fixture, and for saved pages a field inventory; gives their paths.</summary>
    public IReadOnlyList<string> Write(Draft draft, string inventory)
    {
        Directory.CreateDirectory(Path.Combine(Folder, "fixtures"));
        var file = Path.Combine(Folder, ShortName + ".yaml");
        var fixture = Path.Combine(Folder, "fixtures", $"{ShortName}-{Stream}.csv");
        if (!File.Exists(file))
        {
            File.WriteAllText(file, draft.File());
        }
        else if (SourceText.WithStream(File.ReadAllText(file), Stream, draft.Stream()) is { } whole)
        {
            File.WriteAllText(file, whole);
        }
        else
        {
            file += ".new";
            File.WriteAllText(file, draft.File());
        }

        fixture += File.Exists(fixture) ? ".new" : "";
        File.WriteAllText(fixture, draft.Fixture());
        if (draft.Inventory() is not { } findings)
        {
            return [file, fixture];
        }

        Directory.CreateDirectory(inventory);
        var found = Path.Combine(inventory, ShortName + ".yaml");
        found += File.Exists(found) ? ".new" : "";
        File.WriteAllText(found, findings);
        return [file, fixture, found];
    }
}
