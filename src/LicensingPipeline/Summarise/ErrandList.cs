using System.Globalization;
using Dapper;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Record;

namespace LicensingPipeline.Summarise;

/// <summary>What waits for a person: each errand goes away by being done, and by nothing else.</summary>
/// <param name="sources">All sources.</param>
/// <param name="ledger">The ledger.</param>
/// <param name="today">The day on which somebody asks.</param>
public sealed class ErrandList(SourceFolder sources, Ledger ledger, DateOnly today)
{
    private const int DaysHeld = 7;
    private const int DaysOfEvidence = 180;
    private const int DaysAhead = 90;

    /// <summary>Within so many days of a scheme's end its successor begins, where there is one.</summary>
    private const int DaysBetween = 92;

    private readonly Dictionary<(string Authority, string Name), StreamRow> _rows = Snapshots.Streams(ledger).ToDictionary(s => (s.Authority, s.Name));

    /// <summary>What people have decided about publishing; null where that is not asked.</summary>
    public Policy? Policy { get; init; }

    /// <summary>The errands by authority, stream and kind.</summary>
    public IReadOnlyList<Errand> All() =>
        [.. sources.Sources.SelectMany(Of).Concat(Schemes()).Concat(Undecided()).OrderBy(e => e.Authority, StringComparer.Ordinal).ThenBy(e => e.Stream, StringComparer.Ordinal).ThenBy(e => e.Kind, StringComparer.Ordinal)
            .Select(e => ledger.IsInvented ? e with { Demonstration = Demonstration.Mark } : e)];

    private IEnumerable<Errand> Of(Source source)
    {
        foreach (var spec in source.Streams.Where(s => s.Retired is null))
        {
            var row = _rows.GetValueOrDefault((source.Authority, spec.Name));
            IReadOnlyList<Snapshot> copies = row is null ? [] : Snapshots.Of(ledger, row.Id);
            foreach (var errand in new[] { Unverified(source, spec, row, copies), Held(source, spec, row), CopyDue(source, spec, copies) }.OfType<Errand>())
            {
                yield return errand;
            }
        }

        if (EvidenceOld(source) is { } old)
        {
            yield return old;
        }
    }

    /// <summary>
    /// A stream whose copies people hand in and of which none came waits for the copy, not for a reader. In the demonstration a stream
    /// counts as verified unless it was left in Proving.
    /// </summary>
    private Errand? Unverified(Source source, StreamSpec spec, StreamRow? row, IReadOnlyList<Snapshot> copies) =>
        spec.Verified is not null || (spec.Manual is not null && copies.Count == 0) || (ledger.IsInvented && row?.State != nameof(StreamState.Proving)) ? null
        : copies.Count == 0 ? New("unverified", source, spec, "Nobody has seen a real file of it read right, and no copy has come yet.", $"licensing run {source.ShortName}")
        : New("unverified", source, spec, $"Nobody has seen a real file of it read right; the copy of {Iso(copies[^1].AsAt)} waits to be looked at.", Prove(source, spec));

    private Errand? Held(Source source, StreamSpec spec, StreamRow? row)
    {
        if (row?.State is not { } text || !Enum.Parse<StreamState>(text).IsHeld() || spec.Expected?.State.ToString() == text)
        {
            return null;
        }

        var since = Verdicts.Of(ledger, row.Id).Reverse().TakeWhile(v => Enum.Parse<StreamState>(v.State).IsHeld()).Select(Came).DefaultIfEmpty(today).Min();
        var days = today.DayNumber - since.DayNumber;
        return days <= DaysHeld ? null
            : New("held", source, spec, string.Create(CultureInfo.InvariantCulture, $"{text} for {days} days. {row.Detail}"), Prove(source, spec));
    }

    /// <summary>The day on which a copy came: the first attempt that brought it; the day it shows where none is known.</summary>
    private DateOnly Came(VerdictRow verdict) =>
        ledger.Connection.ExecuteScalar<string?>("select min(at) from attempt where sha256=@Sha256", new { verdict.Sha256 }) is { Length: >= 10 } at
            ? DateOnly.ParseExact(at[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture) : verdict.AsAt;

    private Errand? CopyDue(Source source, StreamSpec spec, IReadOnlyList<Snapshot> copies)
    {
        if (spec.Manual is null || spec.Expected?.State == StreamState.Manual)
        {
            return null;
        }

        var command = $"licensing import {source.ShortName} FILE --as-at DATE --origin supplied --stream {spec.Name}";
        if (copies.Count == 0)
        {
            return New("copy-due", source, spec, "No copy has been handed in yet; ask the authority for one.", command);
        }

        var age = today.DayNumber - copies[^1].AsAt.DayNumber;
        return Cadences.Days(spec.Cadence) is { } days && age > days
            ? New("copy-due", source, spec, string.Create(CultureInfo.InvariantCulture, $"The newest copy is of {copies[^1].AsAt:yyyy-MM-dd}, {age} days old; the register is renewed {spec.Cadence}. Ask for a new one."), command)
            : null;
    }

    private Errand? EvidenceOld(Source source)
    {
        if (source.Access.Evidence.Count == 0)
        {
            return null;
        }

        var newest = source.Access.Evidence.MaxBy(e => e.Checked)!;
        var age = today.DayNumber - newest.Checked.DayNumber;
        return age <= DaysOfEvidence ? null : new Errand("evidence-old", source.Authority, null, source.Steward, string.Create(
            CultureInfo.InvariantCulture, $"Nobody has looked for {age} days how the register can be had. Open {newest.Url}, and write what you find under access.evidence of {source.ShortName}.yaml with today's date."), "licensing sources check");
    }

    private IEnumerable<Errand> Schemes()
    {
        foreach (var scheme in sources.Reference.Schemes)
        {
            if ((scheme.EndedEarly ?? scheme.InForceTo) is not { } end || end < today || end.DayNumber - today.DayNumber > DaysAhead || HasSuccessor(scheme, end))
            {
                continue;
            }

            var source = sources.Sources.FirstOrDefault(s => s.Authority == scheme.Authority);
            var name = source?.ShortName ?? scheme.Authority;
            yield return new Errand("scheme-ending", scheme.Authority, null, source?.Steward ?? "", string.Create(
                CultureInfo.InvariantCulture, $"The {scheme.Kind} designation {scheme.Designation} ends on {end:yyyy-MM-dd} and no later one is recorded. Look whether the council has made one, and add it to schemes.csv."), $"licensing schemes {name}");
        }
    }

    /// <summary>One errand for all questions: a meeting decides several.</summary>
    private IEnumerable<Errand> Undecided()
    {
        var open = Policy?.Undecided.Select(d => d.Key.Key).ToList() ?? [];
        if (open.Count > 0)
        {
            yield return new Errand("policy-undecided", "", null, "", string.Create(
                CultureInfo.InvariantCulture, $"The Union has not decided {open.Count} of {Policy!.Decisions.Count} questions about what is published: {string.Join(", ", open)}. Until it does, defaults chosen by the software's authors hold. Write each decision into {Catalogue.Policy.FolderName}/{Catalogue.Policy.FileName}."), "licensing policy");
        }
    }

    private bool HasSuccessor(Scheme scheme, DateOnly end) => sources.Reference.Schemes.Any(s =>
        !ReferenceEquals(s, scheme) && s.Authority == scheme.Authority && s.Kind == scheme.Kind
        && s.InForceFrom is { } from && from > (scheme.InForceFrom ?? DateOnly.MinValue) && from.DayNumber <= end.DayNumber + DaysBetween
        && ((s.EndedEarly ?? s.InForceTo) is not { } until || until > end));

    private static Errand New(string kind, Source source, StreamSpec spec, string why, string command) =>
        new(kind, source.Authority, spec.Name, source.Steward, why.Trim(), command);

    private static string Prove(Source source, StreamSpec spec) => $"licensing sources prove {source.ShortName} --stream {spec.Name}";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
