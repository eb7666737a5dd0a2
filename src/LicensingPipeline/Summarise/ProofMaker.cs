using System.Globalization;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;
using LicensingPipeline.Map;
using LicensingPipeline.Propose;
using LicensingPipeline.Record;

namespace LicensingPipeline.Summarise;

/// <summary>The copy that is looked at.</summary>
/// <param name="Snapshot">The copy.</param>
/// <param name="Handed">Whether a person gave the file, so that the ledger does not hold it.</param>
public sealed record ProofCopy(Snapshot Snapshot, bool Handed);

/// <summary>
/// Looks at a copy with a person's eyes: reads it as the next run would, finds what has moved, and reads it once more with
/// the lines that would mend it. It writes nothing.
/// </summary>
/// <param name="ledger">A ledger in which nothing is kept.</param>
/// <param name="folder">All sources.</param>
/// <param name="open">Opens the bytes kept under a hash.</param>
/// <param name="time">The clock.</param>
/// <param name="say">Told which copies are read.</param>
public sealed class ProofMaker(Ledger ledger, SourceFolder folder, Func<string, Stream> open, TimeProvider time, Action<string> say)
{
    private const int MostChangedLines = 10;

    /// <summary>Looks at a copy.</summary>
    /// <param name="source">The authority's source.</param>
    /// <param name="spec">The stream.</param>
    /// <param name="copy">The copy.</param>
    /// <param name="by">Who would say that it reads right.</param>
    /// <param name="today">The day on which it is said.</param>
    public Proof Make(Source source, StreamSpec spec, ProofCopy copy, string by, DateOnly today)
    {
        var files = copy.Snapshot.Files.Select(f => new SourceFile(f.Name, () => open(f.Sha256))).ToList();
        var look = FileLook.At(files, spec.Read, [.. spec.Layouts.SelectMany(l => l.Columns).Select(c => c.Heading).Concat(spec.Ignore)]);
        var headings = new HeadingRow(look.Headings);
        var standing = Rehearse(source, spec, copy);
        var change = new SourceChange(folder, source, spec, look, headings, HasPublished(source, spec));
        var mended = change.Moves is { Spec: { } moved } ? Rehearse(source, moved, copy) : standing;
        var accepted = change.Accept(mended.Portrait.Figures.EntryRows, by, today);
        var final = accepted.Spec is { } whole ? Rehearse(source, whole, copy) : mended;
        var text = folder.Texts[source.ShortName];
        var lines = SourceText.NewLines(text, accepted.Text);
        return Fill(source, spec, copy, look, standing, mended) with
        {
            Columns = ColumnsOf(change.Moves.Spec ?? spec, headings, change.Pairs, look),
            Lines = lines,
            NewText = accepted.Text,
            StateIfAccepted = final.Result.State.ToString(),
            DetailIfAccepted = final.Result.Detail,
            Refusal = Refusal(accepted.Errors, final, lines),
        };
    }

    private Rehearsed Rehearse(Source source, StreamSpec spec, ProofCopy copy) =>
        new Rehearsal(ledger, folder, open, time, say).Run(source, spec, copy.Handed ? copy.Snapshot : null);

    private bool HasPublished(Source source, StreamSpec spec) =>
        Snapshots.Streams(ledger).FirstOrDefault(s => s.Authority == source.Authority && s.Name == spec.Name) is { } row && Verdicts.Of(ledger, row.Id).Any(v => v.Published);

    private Proof Fill(Source source, StreamSpec spec, ProofCopy copy, FileLook look, Rehearsed standing, Rehearsed mended)
    {
        var attempt = copy.Handed ? null : Attempts.Last(ledger, source.Authority, spec.Name);
        var sums = mended.Newest?.Sums;
        var portrait = mended.Portrait;
        return new Proof
        {
            Authority = source.Authority,
            Stream = spec.Name,
            Link = attempt?.Url,
            LinkDetail = attempt?.Detail,
            Sha256 = copy.Snapshot.Sha256,
            AsAt = copy.Snapshot.AsAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Kind = look.Kind,
            HeaderRowDeclared = spec.Read.HeaderRow,
            HeaderRowFound = look.HeaderRow,
            Columns = [],
            State = standing.Result.State.ToString(),
            Detail = standing.Result.Detail,
            StateIfAccepted = "",
            DetailIfAccepted = "",
            RowsRead = sums?.RowsRead ?? 0,
            Entries = portrait.Figures.EntryRows,
            Licences = sums?.Licences ?? 0,
            Quarantined = sums?.Quarantined ?? 0,
            NotARecord = sums?.NotARecord ?? 0,
            Dates = portrait.Dates,
            PostcodesInAuthority = Round(portrait.ShareInBorough),
            KindsMapped = Round(portrait.ShareWithKind),
            Kinds = portrait.Kinds,
            Issues = mended.Newest?.Issues ?? new SortedDictionary<string, long>(StringComparer.Ordinal),
            Oddest = portrait.Oddest,
            Lines = [],
            Demonstration = ledger.IsInvented ? Demonstration.Mark : null,
        };
    }

    private static double? Round(double? share) => share is { } known ? Math.Round(known, 4) : null;

    private static List<ProvedColumn> ColumnsOf(StreamSpec spec, HeadingRow headings, IReadOnlyList<HeadingPair> pairs, FileLook look)
    {
        var columns = pairs.Select(p => new ProvedColumn(p.Declared, p.Found, p.Field?.Key(), p.Line)).ToList();
        var paired = pairs.Select(p => p.Found).OfType<string>().Select(Headings.Normal).ToHashSet(StringComparer.Ordinal);
        var declared = spec.Layouts.SelectMany(l => l.Columns).DistinctBy(c => Headings.Normal(c.Heading), StringComparer.Ordinal).ToDictionary(c => Headings.Normal(c.Heading), StringComparer.Ordinal);
        var rules = spec.Extract.Select(e => e.Heading).Concat(spec.Split.Select(s => s.Heading)).Select(Headings.Normal).ToHashSet(StringComparer.Ordinal);
        var ignored = spec.Ignore.Select(Headings.Normal).ToHashSet(StringComparer.Ordinal);
        foreach (var (i, name) in headings.Names.Index().Where(h => !paired.Contains(h.Item) && !ignored.Contains(h.Item)))
        {
            var written = name.Contains('@', StringComparison.Ordinal) ? name : look.Headings[i];
            columns.Add(declared.TryGetValue(name, out var rule) ? new ProvedColumn(rule.Heading, written, rule.Field.Key(), null)
                : rules.Contains(name) ? new ProvedColumn(written, written, null, null)
                : new ProvedColumn(null, written, null, Unread(written)));
        }

        return columns;
    }

    private static string? Unread(string heading) => heading[0] == '@' ? null
        : Synonyms.Of(heading) is { } field ? $"{YamlText.Quoted(heading)}: {field.Key()}    # in columns, if it is that"
        : $"ignore: [ {YamlText.Quoted(heading)} ]    # if no field of ours is meant";

    private static string? Refusal(IReadOnlyList<SourceError> errors, Rehearsed final, IReadOnlyList<string> lines) =>
        errors.Count > 0 ? $"The changed source file would not be right: {string.Join(" ", errors)}"
        : !final.Result.State.IsPublished() ? $"With these lines the copy would still be {final.Result.State}: {final.Result.Detail} Nothing was written."
        : final.Lost.Count > 0 ? $"With these lines the copy of {final.Lost[0].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, which is published, would be held. Nothing was written; add the new headings as a second layout of columns."
        : lines.Count > MostChangedLines ? string.Create(CultureInfo.InvariantCulture, $"{lines.Count} lines would change, more than {MostChangedLines}: this is another file than the one described. Nothing was written; describe it anew with 'licensing sources new'.")
        : null;
}
