using System.CommandLine;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Normalise;

namespace LicensingPipeline.Cli.Commands;

/// <summary><c>licensing sources check|list|new|prove</c>: the source files themselves.</summary>
internal static class SourcesCommand
{
    public static Command Build(Terminal terminal, TimeProvider time) =>
        new("sources", "Look at the source files, prove and write them.") { Check(terminal), List(terminal), NewCommand.Build(terminal, time), ProveCommand.Build(terminal, time) };

    private static Command Check(Terminal terminal)
    {
        var (sources, json) = (Folders.Sources(), Folders.Json());
        var command = new Command("check", "Print every error in the source files, and whether their examples read to what they say.") { sources, json };
        command.SetAction(parsed =>
        {
            var folder = SourceFolder.Read(parsed.GetValue(sources)!.FullName, Folders.Reference());
            var byExample = folder.Sources.Select(s => (Source: s, Errors: Examples.Check(s))).ToList();
            var errors = folder.Errors.Values.SelectMany(e => e).Concat(byExample.SelectMany(e => e.Errors))
                .OrderBy(e => e.File, StringComparer.Ordinal).ThenBy(e => e.Line).ThenBy(e => e.Key, StringComparer.Ordinal).ToList();
            var right = byExample.Where(e => e.Errors.Count == 0).Select(e => e.Source).ToList();
            var (files, streams) = (right.Count, right.Sum(s => s.Streams.Count));
            if (parsed.GetValue(json))
            {
                terminal.WriteJson(new { files, streams, errors });
            }
            else
            {
                errors.ForEach(e => terminal.Print(e.ToString()));
            }

            terminal.Say($"{Count(files, "file")} with {Count(streams, "stream")} {(files == 1 ? "is" : "are")} right; {Count(folder.Errors.Count + byExample.Count - files, "file")} with {Count(errors.Count, "error")}.");
            return errors.Count > 0 ? Exits.SourceWrong : Exits.Found;
        });
        return command;
    }

    private static Command List(Terminal terminal)
    {
        var (sources, json) = (Folders.Sources(), Folders.Json());
        var command = new Command("list", "List the authorities: rung, streams, and whether a person saw each stream read right.") { sources, json };
        command.SetAction(parsed =>
        {
            var folder = SourceFolder.Read(parsed.GetValue(sources)!.FullName, Folders.Reference());
            var rows = folder.Sources.SelectMany(Rows).Concat(folder.Errors.Keys.Select(e => new ListedSource(Gss(folder, e), e, null, null, "source file wrong")))
                .OrderBy(r => r.Authority, StringComparer.Ordinal).ToList();
            if (parsed.GetValue(json))
            {
                terminal.WriteJson(rows);
                return rows.Count > 0 ? Exits.Found : Exits.None;
            }

            var grid = new Grid("Authority", "Source", "#Rung", "Stream", "Verification");
            foreach (var row in rows)
            {
                var name = folder.Reference.Authorities.TryGetValue(row.Authority, out var authority) ? authority.Name : row.Authority;
                grid.Add([name, row.ShortName, row.Rung is { } rung ? Grid.Number(rung) : "-", row.Stream ?? "-", row.Verification]);
            }

            grid.Print(terminal);
            return rows.Count > 0 ? Exits.Found : Exits.None;
        });
        return command;
    }

    private static IEnumerable<ListedSource> Rows(Source source) => source.Streams.Count == 0
        ? [new ListedSource(source.Authority, source.ShortName, source.Access.Rung, null, "nothing to collect")]
        : source.Streams.Select(s => new ListedSource(source.Authority, source.ShortName, source.Access.Rung, s.Name, Verification(s)));

    private static string Verification(StreamSpec spec) => spec switch
    {
        { Retired: { } retired } => $"retired {Iso(retired.Date)}",
        { Verified: { } verified } => $"verified by {verified.By} on {Iso(verified.Date)}",
        _ => "not verified yet",
    };

    private static string Gss(SourceFolder folder, string shortName) =>
        folder.Reference.Authorities.Values.FirstOrDefault(a => a.ShortName == shortName)?.Gss ?? shortName;

    private static string Count(int number, string noun) => $"{Grid.Number(number)} {noun}{(number == 1 ? "" : "s")}";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private sealed record ListedSource(string Authority, string ShortName, int? Rung, string? Stream, string Verification);
}
