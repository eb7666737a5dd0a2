using LicensingPipeline.Extract;
using LicensingPipeline.Map;
using LicensingPipeline.Normalise;
using LicensingPipeline.Quality;

namespace LicensingPipeline.Record;

/// <summary>An entry on its way from the reader to the writers.</summary>
/// <param name="Mapped">Its text by field.</param>
/// <param name="Row">What was read of it.</param>
/// <param name="Ordinal">0-based place among the licences of the copy; -1 where it is set aside or repeats another to the letter.</param>
/// <param name="Property">Hash of the key of its home.</param>
/// <param name="FirstSeen">Day number of the first copy that held it.</param>
/// <param name="Known">Whether the last published copy held just the same.</param>
public sealed record Entry(MappedRow Mapped, NormalisedRow Row, int Ordinal, ulong Property, int FirstSeen, bool Known);

/// <summary>The sums of one copy (rule 2): rows_read = published + quarantined + not_a_record + held.</summary>
public sealed record RowSums(long RowsRead, long Published, long Quarantined, long NotARecord, long Held, long Licences)
{
    /// <summary>Whether every row is accounted for.</summary>
    public bool Hold => RowsRead == Published + Quarantined + NotARecord + Held;
}

/// <summary>What became of one copy.</summary>
/// <param name="Snapshot">The copy.</param>
/// <param name="Verdict">What the gate decided.</param>
/// <param name="Sums">Its rows.</param>
/// <param name="Issues">Issues by code.</param>
/// <param name="Events">Events by code.</param>
/// <param name="Suffixes">Licence ids by ordinal, where several entries share an identity.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record FoldResult(
    Snapshot Snapshot, Verdict Verdict, RowSums Sums, IReadOnlyDictionary<string, long> Issues,
    IReadOnlyDictionary<string, long> Events, IReadOnlyDictionary<int, string> Suffixes, double Seconds);

/// <summary>What is kept of a verdict beside its sums, as JSON in the ledger.</summary>
public sealed record VerdictDetail(
    IReadOnlyList<string> Reasons, IReadOnlyList<string> Warnings, IReadOnlyList<string> NotMade, string? Suggestion,
    IReadOnlyDictionary<string, double> Fill, string HeaderFingerprint, IReadOnlyDictionary<string, long> NotARecordKinds,
    IReadOnlyList<int> Layouts, IReadOnlyDictionary<string, string> ProvenDates)
{
    /// <summary>The order of day and month that the columns of the copy proved, by field.</summary>
    public IReadOnlyDictionary<Field, DateOrder> ProvenOrders()
    {
        var proven = new Dictionary<Field, DateOrder>();
        foreach (var (key, order) in ProvenDates)
        {
            if (Fields.TryParse(key, out var field))
            {
                proven[field] = Enum.Parse<DateOrder>(order);
            }
        }

        return proven;
    }

    internal static VerdictDetail Of(Verdict verdict, ExtractSummary summary, CopyFigures figures, IReadOnlySet<Field> mapped, CopyReader reader) => new(
        verdict.Reasons, verdict.Warnings, verdict.NotMade, verdict.Suggestion,
        mapped.Order().ToDictionary(f => f.Key(), f => Math.Round(figures.Share(f), 4), StringComparer.Ordinal),
        string.Join(',', summary.HeaderFingerprints), new SortedDictionary<string, long>(summary.NotARecord, StringComparer.Ordinal),
        [.. reader.Layouts], reader.Context.Proven.ToDictionary(p => p.Key.Key(), p => p.Value.ToString(), StringComparer.Ordinal));
}
