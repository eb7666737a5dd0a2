using System.CommandLine;
using System.Text.Json;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Record;
using LicensingPipeline.Summarise.Scorecards;
using LicensingPipeline.Web;

namespace LicensingPipeline.Cli.Commands;

/// <summary><c>licensing scorecard</c>: how open, complete and consistent an authority's register is, and the sum behind each figure.</summary>
internal static class ScorecardCommand
{
    public static Command Build(Terminal terminal)
    {
        var authority = new Argument<string?>("authority") { Description = "GSS code or short name. Without it --edition is worked out again for everybody, beside what it printed.", Arity = ArgumentArity.ZeroOrOne };
        var figure = new Option<string?>("--figure") { Description = "One figure with its counts, formula and rows, such as completeness.holder_name." };
        var edition = new Option<string?>("--edition") { Description = "Work it out from the copies of this published edition in place of those of today." };
        var (data, sources, json) = (Folders.Data(), Folders.Sources(), Folders.Json());
        var command = new Command("scorecard", "Work out an authority's scorecard from the copies we hold (docs/scorecard-method.md).") { authority, figure, edition, sources, data, json };
        command.SetAction(parsed =>
        {
            var wanted = parsed.GetValue(figure);
            if (wanted is not null && !Method.ById.ContainsKey(wanted))
            {
                throw new UsageException($"'{wanted}' is no figure of method {Method.Version}. They are {string.Join(", ", Method.Kinds.Select(k => k.Id))}.");
            }

            var at = parsed.GetValue(sources)!;
            var folder = parsed.GetValue(data)!.FullName;
            if (parsed.GetValue(authority) is null)
            {
                return Again(terminal, new SiteFolders(folder, at.FullName, Folders.Reference()), parsed.GetValue(edition), parsed.GetValue(json));
            }

            var names = Names.Read(at);
            var gss = names.Gss(parsed.GetValue(authority))!;
            using var ledger = Ledger.Ask(folder);
            var cards = Make(ledger, at.FullName, folder, gss, parsed.GetValue(edition));
            if (parsed.GetValue(json))
            {
                terminal.WriteJson(ScorecardJson.Of(cards, wanted, ledger.IsInvented));
            }
            else
            {
                ScorecardText.Print(terminal, names.Of(gss), cards, wanted, ledger.IsInvented);
            }

            return cards.Count > 0 ? Exits.Found : Exits.None;
        });
        return command;
    }

    private static IReadOnlyList<Scorecard> Make(Ledger ledger, string sources, string data, string gss, string? edition)
    {
        var folder = SourceFolder.Read(sources, Folders.Reference(), data);
        var source = folder.Sources.FirstOrDefault(s => s.Authority == gss)
            ?? throw new UsageException($"There is no source file for {gss} in {sources}, or it has errors; 'licensing sources check' says which.");
        return Editions.Maker(ledger, folder, MethodLists.Read(Folders.Reference()), data).Make(source, edition is null ? null : Copies(data, gss, edition));
    }

    /// <summary>An edition as it was printed, and from the same copies today: before a change of the method is published everybody can see whom it moves.</summary>
    private static int Again(Terminal terminal, SiteFolders folders, string? edition, bool json)
    {
        if (edition is null)
        {
            throw new UsageException("Name an authority, or an edition with --edition to see what it printed beside what the same copies give today.");
        }

        var run = Editions.Again(Frozen(folders.Data, edition), folders);
        using var ledger = Ledger.Ask(folders.Data);
        if (json)
        {
            terminal.WriteJson(ShadowOut.Json(run, ledger.IsInvented));
        }
        else
        {
            ShadowOut.Print(terminal, run, ledger.IsInvented);
        }

        return run.Lines.Count > 0 ? Exits.Found : Exits.None;
    }

    private static string Frozen(string data, string edition)
    {
        var store = new EditionStore(data);
        return store.Json(edition) ?? throw new UsageException($"There is no edition '{edition}' in {data}. {(store.Names.Count == 0 ? "None was published yet." : $"There are {string.Join(", ", store.Names)}.")}");
    }

    /// <summary>Hash of the newest copy of each stream, as an edition froze them.</summary>
    private static Dictionary<string, string> Copies(string data, string gss, string edition)
    {
        using var frozen = JsonDocument.Parse(Frozen(data, edition));
        return frozen.RootElement.GetProperty("copies").EnumerateArray().Where(c => c.GetProperty("authority").GetString() == gss)
            .GroupBy(c => c.GetProperty("stream").GetString()!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().GetProperty("sha256").GetString()!, StringComparer.Ordinal);
    }
}
