using System.Globalization;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;

namespace LicensingPipeline.Quality;

/// <summary>
/// Publish or hold, and why. Success is earned (rule 4): nothing is published because nothing threw. The defaults come
/// from what sources of this kind were seen to do; a source file may set others with a reason.
/// </summary>
public static class Gate
{
    private const double LargestUnexplainedDrop = 0.03;
    private const double LargestQuarantine = 0.02;
    private const double LargestFall = 0.10;
    private const double LargestShareWithDate = 0.02;
    private const double LargestMove = 0.20;
    private const double LargestSweep = 0.50;
    /// <summary>In a register of a few entries a handful of changes is a large share and means nothing.</summary>
    private const long FewChanges = 10;
    private static readonly (Field Field, double Share)[] DefaultFill = [(Field.PropertyAddress, 0.98), (Field.StartDate, 0.90), (Field.EndDate, 0.90)];

    /// <summary>Judges one copy.</summary>
    /// <param name="spec">The stream.</param>
    /// <param name="summary">What was met in the rows.</param>
    /// <param name="figures">Counts over the entries.</param>
    /// <param name="licences">How many licences the entries make.</param>
    /// <param name="last">The last copy published, or null.</param>
    /// <param name="drop">What left since then, or null.</param>
    /// <param name="missingReference">Reference tables that hold nothing.</param>
    /// <param name="verified">Whether a person saw a real file of this stream read right.</param>
    /// <param name="accepted">Held states that a person accepts for these bytes; each is judged on its own.</param>
    public static Verdict Judge(
        StreamSpec spec, ExtractSummary summary, CopyFigures figures, long licences, LastGood? last, Drop? drop,
        IReadOnlyList<string> missingReference, bool verified, IReadOnlySet<StreamState> accepted)
    {
        var warnings = Warnings(summary, figures, licences, last);
        var notMade = missingReference.Select(NotMade).ToList();
        foreach (var (state, reasons) in new[] { (StreamState.HeldDegraded, Degraded(spec, figures, last)), (StreamState.HeldShrunk, Shrunk(spec, summary, figures, last, drop)) })
        {
            if (reasons.Count > 0 && !accepted.Contains(state))
            {
                return new Verdict(state, reasons, warnings, notMade);
            }

            warnings.AddRange(reasons.Select(r => $"Acknowledged: {r}"));
        }

        return new Verdict(verified ? StreamState.Ok : StreamState.Proving, [], warnings, notMade);
    }

    private static string NotMade(string missing) => missing switch
    {
        "schemes.csv" => "schemes.csv holds nothing, so a drop at a scheme's end was not judged.",
        "outcodes.csv" => "outcodes.csv holds nothing, so the share of postcodes in the borough was not judged.",
        PlaceTables.PostcodesName => "There is no list of postcodes (postcodes.idx), so whether each exists was not checked, and none gave a home its ward or place on the map; './licensing reference update' brings it.",
        PlaceTables.UprnsName => "There is no list of homes by UPRN (uprns.idx), so none gave a home its place on the map; './licensing reference update' brings it.",
        _ => throw new ArgumentOutOfRangeException(nameof(missing), missing, "No check hangs on a table of this name."),
    };

    private static List<string> Shrunk(StreamSpec spec, ExtractSummary summary, CopyFigures figures, LastGood? last, Drop? drop)
    {
        var reasons = new List<string>();
        if (figures.EntryRows < spec.Guards.MinRows)
        {
            reasons.Add(Text($"The file holds {figures.EntryRows:N0} entries; at least {spec.Guards.MinRows:N0} are wanted (guards.min-rows). Look whether it is whole; if the register really shrank, lower min-rows or acknowledge this file."));
        }

        if (summary.StatedTotal is { } stated && stated != figures.EntryRows)
        {
            reasons.Add(Text($"The file says that it holds {stated:N0} entries, and {figures.EntryRows:N0} were read. Look for the ones that are missing."));
        }

        if (last is not null && drop is not null && drop.Unexplained > last.Licences * LargestUnexplainedDrop)
        {
            reasons.Add(Text($"{drop.Unexplained:N0} of {last.Licences:N0} licences are gone without having expired, more than 3%. Look whether the file is whole; if they really left, acknowledge this file."));
        }

        return reasons;
    }

    private static List<string> Degraded(StreamSpec spec, CopyFigures figures, LastGood? last)
    {
        var reasons = new List<string>();
        if (figures.AddressesWithDate > figures.Filled(Field.PropertyAddress) * LargestShareWithDate)
        {
            reasons.Add(Text($"In {figures.AddressesWithDate:N0} of {figures.Filled(Field.PropertyAddress):N0} entries a date stands inside the address of the home: the cells of the rows have slid into one another. The file was badly taken out of a PDF or a page; get a better copy."));
        }

        if (figures.Entries > 0 && figures.PersonsEqualHouseNumber * 2 > figures.Entries)
        {
            reasons.Add(Text($"In {figures.PersonsEqualHouseNumber:N0} of {figures.Entries:N0} entries the permitted persons equal the house number: the number was taken from the address. Get a better copy, or mend columns in the source file."));
        }

        reasons.AddRange(ChangedPlaces(figures));
        var limit = spec.Guards.Quarantined?.Share ?? LargestQuarantine;
        if (figures.Quarantined > figures.EntryRows * limit)
        {
            reasons.Add(Text($"{figures.Quarantined:N0} of {figures.EntryRows:N0} rows name no home or have nothing to tell them by, more than {limit:P0}. Look at the columns of the source file."));
        }

        foreach (var (field, least, share) in Unfilled(spec, figures))
        {
            reasons.Add(Text($"{field.Key()} is filled in {share:P1} of the entries; at least {least:P0} is wanted. Look at that column; if the council really leaves it empty, set guards.fill with a reason."));
        }

        foreach (var (key, before) in last?.Fill.AsEnumerable() ?? [])
        {
            if (Fields.TryParse(key, out var field) && before - figures.Share(field) > LargestFall && figures.Entries > 0)
            {
                reasons.Add(Text($"{key} was filled in {before:P0} of the last good copy and is in {figures.Share(field):P0} of this one. Look whether the column moved."));
            }
        }

        return reasons;
    }

    private static IEnumerable<string> ChangedPlaces(CopyFigures figures)
    {
        if (figures.Standing.Moved > Math.Max(FewChanges, figures.Standing.All * LargestMove))
        {
            yield return Text($"{figures.Standing.Moved:N0} of {figures.Standing.All:N0} licences that stood on the last good copy are of another home in this one, more than {LargestMove:P0}: the address was taken from another column, or the rows have slid. Compare the headings with what stands below them; if the council really wrote its addresses anew, acknowledge this file.");
        }

        var backwards = figures.Issues.GetValueOrDefault(IssueCodes.DateEndBeforeStart);
        if (backwards > FewChanges && backwards * 2 > figures.Entries)
        {
            yield return Text($"{backwards:N0} of {figures.Entries:N0} entries end before they start: the two columns have changed places. Look at the headings, and mend columns in the source file.");
        }
    }

    internal static IEnumerable<(Field Field, double Least, double Share)> Unfilled(StreamSpec spec, CopyFigures figures)
    {
        if (figures.Entries == 0)
        {
            yield break;
        }

        var mapped = MappedFields(spec);
        var wanted = DefaultFill.Where(d => mapped.Contains(d.Field)).ToDictionary(d => d.Field, d => d.Share);
        foreach (var (field, limit) in spec.Guards.Fill)
        {
            wanted[field] = limit.Share;
        }

        foreach (var (field, least) in wanted.OrderBy(w => w.Key))
        {
            if (figures.Share(field) < least)
            {
                yield return (field, least, figures.Share(field));
            }
        }
    }

    /// <summary>Warns where one kind of change met so many licences at once that two columns may have changed places.</summary>
    /// <param name="events">What happened since the last good copy, by code.</param>
    /// <param name="figures">Counts over the entries.</param>
    public static IEnumerable<string> Sweeping(IReadOnlyDictionary<string, long> events, CopyFigures figures) =>
        from happened in events
        where happened.Key.EndsWith("-changed", StringComparison.Ordinal)
            && happened.Value > Math.Max(FewChanges, figures.Standing.All * LargestSweep)
        select Text($"{happened.Key} was met {happened.Value:N0} times among {figures.Standing.All:N0} licences that stood before. Look whether two columns changed places.");

    /// <summary>Fields some column feeds; only for them does an empty cell say anything.</summary>
    public static IReadOnlySet<Field> MappedFields(StreamSpec spec) =>
        spec.Layouts.SelectMany(l => l.Columns).Select(c => c.Field)
            .Concat(spec.Extract.SelectMany(e => e.Into)).Concat(spec.Split.SelectMany(s => s.Into)).ToHashSet();

    private static List<string> Warnings(ExtractSummary summary, CopyFigures figures, long licences, LastGood? last)
    {
        var warnings = new List<string>();
        if (figures.RepeatedReferences > figures.Entries * 0.01)
        {
            warnings.Add(Text($"{figures.RepeatedReferences:N0} of {figures.Entries:N0} entries share their reference with one that differs."));
        }

        if (figures.Postcodes.Outside > figures.Postcodes.Asked * 0.05)
        {
            warnings.Add(Text($"{figures.Postcodes.Outside:N0} of {figures.Postcodes.Asked:N0} postcodes lie outside the borough."));
        }

        if (last is not null && licences > last.Licences * 2)
        {
            warnings.Add(Text($"The copy holds {licences:N0} licences, more than twice the {last.Licences:N0} of the last good one."));
        }

        if (last is not null && summary.HeaderFingerprints.Count > 0 && last.HeaderFingerprint.Length > 0 && string.Join(',', summary.HeaderFingerprints) != last.HeaderFingerprint)
        {
            warnings.Add("The headings are not those of the last good copy, though every column we read is still there.");
        }

        return warnings;
    }

    private static string Text(FormattableString sentence) => sentence.ToString(CultureInfo.GetCultureInfo("en-GB"));
}
