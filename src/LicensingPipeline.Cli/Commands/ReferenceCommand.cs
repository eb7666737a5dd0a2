using System.CommandLine;
using LicensingPipeline.Collect;
using LicensingPipeline.Extract;

namespace LicensingPipeline.Cli.Commands;

/// <summary><c>licensing reference update</c>: the national lists of postcodes and homes.</summary>
internal static class ReferenceCommand
{
    private static readonly string[] Usual = [ReferenceLists.Postcodes, ReferenceLists.Uprn];

    public static Command Build(Terminal terminal, TimeProvider time) => Build(terminal, time, Collector.Handler);

    /// <param name="terminal">Where it writes.</param>
    /// <param name="time">The clock.</param>
    /// <param name="handler">What carries the requests; the real network unless a test brings another.</param>
    public static Command Build(Terminal terminal, TimeProvider time, Func<HttpMessageHandler> handler) =>
        new("reference", "The national lists that registers are held against.") { Update(terminal, time, handler) };

    private static Command Update(Terminal terminal, TimeProvider time, Func<HttpMessageHandler> handler)
    {
        var (data, json) = (Folders.Data(), Folders.Json());
        var what = new Option<string[]>("--what") { Description = "postcodes (ONS Postcode Directory), codepoint (Code-Point Open, in its place) or uprn (OS Open UPRN); default: postcodes and uprn, or whatever --from holds.", AllowMultipleArgumentsPerToken = true };
        what.AcceptOnlyFromAmong([.. ReferenceLists.Addresses.Keys]);
        var from = new Option<FileSystemInfo?>("--from") { Description = "A file or folder of the publisher's, zip or unpacked, instead of a download." };
        var url = new Option<Uri?>("--url") { Description = "Address of the download, where it has moved; with one --what.", CustomParser = r => Uri.TryCreate(r.Tokens.Single().Value, UriKind.Absolute, out var u) ? u : null };
        var within = new Option<string>("--within") { Description = "South, west, north and east of the homes to keep, in degrees.", DefaultValueFactory = _ => FormattableString.Invariant($"{Frame.Default.South},{Frame.Default.West},{Frame.Default.North},{Frame.Default.East}") };
        var command = new Command("update", "Fetch and index postcodes and homes, so that postcodes are checked and homes get their ward and place on the map.") { what, from, url, within, data, json };
        command.SetAction(async (parsed, ct) =>
        {
            var (folder, kinds) = (parsed.GetValue(data)!.FullName, parsed.GetValue(what) ?? []);
            var frame = Frame.Parse(parsed.GetValue(within)!) ?? throw new UsageException("--within takes four numbers with commas between them: south,west,north,east, such as 51.2,-0.6,51.8,0.4.");
            if (parsed.GetValue(url) is not null && kinds.Length != 1)
            {
                throw new UsageException("--url is the address of one list: say which with --what.");
            }

            PrivateFiles.MakeFolder(folder);
            using var only = RunLock.Take(folder, terminal.Say);
            var lists = new ReferenceLists(folder, frame, terminal.Say);
            var updated = parsed.GetValue(from) is { } path
                ? NationalFiles.Use(path.FullName, files => Chosen(files, kinds).Select(k => lists.Make(k, files)).ToList())
                : await FetchAsync(folder, kinds.Length > 0 ? kinds : Usual, parsed.GetValue(url), lists, handler, terminal, time, ct);
            if (parsed.GetValue(json))
            {
                terminal.WriteJson(updated);
            }

            terminal.Say("The next run reads every copy again with them.");
            return Exits.Found;
        });
        return command;
    }

    private static IReadOnlyList<string> Chosen(IReadOnlyList<NationalFile> files, string[] kinds)
    {
        var chosen = kinds.Length > 0 ? kinds : ReferenceLists.Kinds(files);
        return chosen.Count > 0 ? chosen : throw new RefusedException("None of the lists is there: neither the ONS Postcode Directory nor Code-Point Open nor OS Open UPRN.");
    }

    private static async Task<List<UpdatedList>> FetchAsync(
        string folder, IReadOnlyList<string> kinds, Uri? url, ReferenceLists lists, Func<HttpMessageHandler> handler, Terminal terminal, TimeProvider time, CancellationToken ct)
    {
        var op = OperatorFile.Read(folder) ?? throw new RefusedException(
            $"Nobody has said who runs this, so nothing is asked for. Write {Path.Combine(folder, OperatorFile.Name)} with name and contact, or fetch the files by hand and name them with --from.");
        using var carrier = handler();
        // These lists are hundreds of megabytes, where a register is a few.
        var options = new CollectOptions { MaxBytes = 4L * 1024 * 1024 * 1024, MaxTry = TimeSpan.FromHours(3), Jitter = new Random(Environment.ProcessId).NextDouble };
        using var collector = new Collector(carrier, op, typeof(Collector).Assembly.GetName().Version?.ToString(3) ?? "0", new Archive(Path.Combine(folder, "archive")), options, time);
        var updated = new List<UpdatedList>();
        foreach (var kind in kinds)
        {
            var address = url ?? ReferenceLists.Addresses[kind];
            terminal.Say($"Asking {address.Host} for {kind}.");
            try
            {
                updated.Add(await collector.ListAsync(address, bytes => NationalFiles.Use(kind, bytes, files => lists.Make(kind, files)), ct));
            }
            catch (SourceException failed)
            {
                throw new RefusedException($"{failed.Message} The list that was there before stands.", failed);
            }
        }

        return updated;
    }
}
