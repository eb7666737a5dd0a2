using Dapper;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Normalise;

namespace LicensingPipeline.Record;

/// <summary>Works out what happened between two published copies of a stream and writes it as events. All of it moved in the bytes: both sides are read by the same rules.</summary>
internal sealed class EventWriter(Ledger ledger, StreamSpec spec, long stream, Snapshot copy, CopyContext context, RawCells cells, IReadOnlyList<Scheme> schemes)
{
    private readonly Normaliser _normaliser = new(spec, context);
    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>Events by code.</summary>
    public IReadOnlyDictionary<string, long> Counts => _counts;

    /// <summary>Writes the events of a difference.</summary>
    /// <param name="difference">New, gone and changed entries.</param>
    /// <param name="before">The index of the last published copy.</param>
    /// <param name="previousAsAt">Its date.</param>
    /// <param name="ids">Row numbers of the new entries by ordinal.</param>
    /// <param name="licenceId">The licence_id of an entry of this copy by ordinal.</param>
    public void Write(RollDifference difference, VersionIndex before, DateOnly previousAsAt, IReadOnlyList<long> ids, Func<RollEntry, string> licenceId)
    {
        foreach (var entry in difference.Added)
        {
            var licence = Read(ids[entry.Ordinal]).Licence;
            var property = (ulong)ledger.Connection.ExecuteScalar<long>("select property from version where id=@id", new { id = ids[entry.Ordinal] });
            var code = before.EverSeen.ContainsKey(entry.Identity) ? "returned" : property != 0 && before.Properties.Contains(property) ? "renewed" : "granted";
            var start = licence.Date(Field.StartDate);
            Put(licenceId(entry), code, Field.StartDate, null, licence[Field.StartDate], code == "granted" && start is { } day ? copy.AsAt.DayNumber - day.DayNumber : null);
        }

        foreach (var entry in difference.Gone)
        {
            var licence = Read(entry.Id).Licence;
            Put(Identity.Hex(entry.Identity), WhyGone(licence, previousAsAt), Field.EndDate, licence[Field.EndDate], null, null);
        }

        foreach (var (old, now) in difference.Changed)
        {
            var (licenceBefore, rawBefore) = Read(old.Id);
            var (licenceAfter, rawAfter) = Read(ids[now.Ordinal]);
            foreach (var change in LicenceChanges.Between(licenceBefore, rawBefore, licenceAfter, rawAfter))
            {
                Put(licenceId(now), change.Code, change.Field, change.Before, change.After, null);
            }
        }
    }

    private string WhyGone(Licence licence, DateOnly previousAsAt)
    {
        if (licence.Date(Field.EndDate) is { } end && end < copy.AsAt)
        {
            return end < previousAsAt ? "overdue-cleared" : "expired-off";
        }

        return SchemeEnds.Between(schemes, context.Authority, licence[Field.Scheme], previousAsAt, copy.AsAt) ? "scheme-ended" : "vanished";
    }

    private (Licence Licence, string?[] Raw) Read(long id)
    {
        var (text, place) = ledger.Connection.QuerySingle<(string, string)>("select cells, place from raw_row where id=@id", new { id });
        var (raw, unmapped) = cells.Read(text);
        return (_normaliser.Normalise(raw, unmapped, place, null).Licence, raw);
    }

    private void Put(string licenceId, string code, Field field, string? before, string? after, int? lag)
    {
        _counts[code] = _counts.GetValueOrDefault(code) + 1;
        ledger.Connection.Execute(
            "insert into event(stream, snapshot, licence_id, code, field, before, after, cause, lag_days) values(@stream, @snapshot, @licenceId, @code, @field, @before, @after, 'bytes', @lag)",
            new { stream, snapshot = copy.Id, licenceId, code, field = field.Key(), before, after, lag });
    }
}

/// <summary>Whether a designation of a kind ended between two dates.</summary>
internal static class SchemeEnds
{
    public static bool Between(IReadOnlyList<Scheme> schemes, string authority, string? kind, DateOnly from, DateOnly to) =>
        schemes.Any(s => s.Authority == authority && s.Kind == kind && (s.EndedEarly ?? s.InForceTo) is { } end && end >= from && end < to);
}
