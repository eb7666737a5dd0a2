using System.Globalization;
using System.Text;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Summarise;

/// <summary>
/// docs/coverage.md: what the 33 authorities publish and how much of it we can read, side by side, made from the source files and
/// the field inventories. It speaks of what is known today, not of what a run fetched.
/// </summary>
public static class CoveragePage
{
    private static readonly string[] Rungs =
        ["nothing found", "a way to see it: inspection, e-mail, a paid copy", "look-up one at a time", "the whole as a document", "the whole as a table", "a table with reference, dates and re-use terms"];

    /// <summary>The page as Markdown.</summary>
    /// <param name="folder">The source files.</param>
    /// <param name="inventories">The field inventories.</param>
    public static string Write(SourceFolder folder, IReadOnlyList<Inventory> inventories)
    {
        var page = new StringBuilder();
        Head(page, folder);
        page.Append("| Authority | Rung | Read every night | Kinds claimed | To be asked for or handed in | Of 9 | Of 13 for HMOs | Exemptions, orders | Evidence of | Seen read right |\n");
        page.Append("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var source in folder.Sources)
        {
            var inventory = inventories.Single(i => i.Authority == source.Authority);
            string[] cells =
            [
                $"[{folder.Reference.Authorities[source.Authority].Name}](../sources/{source.ShortName}.yaml)",
                source.Access.Rung.ToString(CultureInfo.InvariantCulture),
                Formats(source, live: true),
                Kinds(source),
                Formats(source, live: false),
                Shown(inventory, Particular.OfEveryLicence),
                Shown(inventory, Particular.OfEveryHmo),
                string.Join(", ", Particular.All.Where(p => p.Demand == Demand.RegisterOfItsOwn).Select(p => Word(inventory.Findings[p.Key].Is))),
                Iso(source.Access.Evidence.Max(e => e.Checked)),
                Verified(source),
            ];
            page.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", cells)} |\n");
        }

        return page.ToString();
    }

    private static void Head(StringBuilder page, SourceFolder folder)
    {
        page.Append("""
            # What is covered

            Made from `sources/` and `data/inventory/`; do not edit it. A test makes it anew and says how to accept what changed.

            What an authority publishes was surveyed from stored copies; no page was opened live. A stream is published only when a person has
            seen a real file of it read right: the last column says when. Kinds *in italics* are on no stream that is read every night: a copy must be had.

            **Of 9** and **of 13**: of the particulars that regulation 11 of SI 2006/373 wants of every licence, and of every licence of an HMO, how
            many anybody can see without asking. Not seen is not the same as not there: nobody whose word we have has looked. Tribunal matters,
            flats and shared amenities count only where they arise, so they are in the inventory and not in the totals. **Exemptions, orders**: whether the
            council says that it keeps the registers of regulations 12 and 13.


            """.ReplaceLineEndings("\n"));
        page.Append("| Rung | What the public can have | Authorities |\n| --- | --- | --- |\n");
        foreach (var (words, rung) in Rungs.Select((w, i) => (w, i)))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {rung} | {words} | {folder.Sources.Count(s => s.Access.Rung == rung)} |\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"\n{folder.Sources.Count} authorities, {folder.Streams().Count(s => IsLive(s.Spec))} streams read every night, {folder.Streams().Count(s => s.Spec.Verified is not null)} of all streams seen read right.\n\n");
    }

    private static bool IsLive(StreamSpec spec) => spec.Manual is null && spec.Retired is null;

    private static string Formats(Source source, bool live) =>
        Listed(source.Streams.Where(s => s.Retired is null && IsLive(s) == live).Select(s => live ? s.Read.Format : $"{s.Name} ({s.Read.Format})"));

    private static string Kinds(Source source) =>
        Listed(source.Streams.Where(s => s.Retired is null).OrderBy(s => IsLive(s) ? 0 : 1).SelectMany(s => s.Covers.Schemes.Select(k => IsLive(s) || AlsoLive(source, k) ? k : $"*{k}*")));

    /// <summary>A kind that is read every night is not marked as one to be asked for.</summary>
    private static bool AlsoLive(Source source, string kind) => source.Streams.Any(s => IsLive(s) && s.Covers.Schemes.Contains(kind, StringComparer.Ordinal));

    private static string Shown(Inventory inventory, IReadOnlyList<Particular> particulars)
    {
        var parts = InventoryReader.Words.Select(w => (w.Word, Count: inventory.Count(particulars, w.Showing))).ToList();
        if (parts[^1].Count == particulars.Count)
        {
            return "not seen";
        }

        var others = parts.Skip(1).Where(p => p.Count > 0 && p.Word != "not-shown").Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Count} {p.Word.Replace('-', ' ')}"));
        return string.Join("; ", [parts[0].Count.ToString(CultureInfo.InvariantCulture), .. others]);
    }

    private static string Word(Showing showing) => InventoryReader.Words.Single(w => w.Showing == showing).Word.Replace('-', ' ');

    private static string Verified(Source source) =>
        source.Streams.Count == 0 ? "nothing to read" : Listed(source.Streams.Where(s => s.Verified is not null).Select(s => $"{s.Name} {Iso(s.Verified!.Date)}"), "no");

    private static string Listed(IEnumerable<string> words, string none = "-") =>
        string.Join(", ", words.Distinct(StringComparer.Ordinal)) is { Length: > 0 } text ? text : none;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
