namespace LicensingPipeline.Record;

/// <summary>Writes the entries of one copy into the ledger as they are read: raw text where it is new or changed, and issues.</summary>
internal sealed class CopyWriter : IDisposable
{
    private readonly BulkStatement _version;
    private readonly BulkStatement _raw;
    private readonly BulkStatement _issue;
    private readonly RawCells _cells;
    private readonly long _stream;
    private readonly Snapshot _copy;
    private readonly bool _keepIds;
    private byte[] _buffer = new byte[4096];

    public CopyWriter(Ledger ledger, long stream, Snapshot copy, RawCells cells, long firstId, bool keepIds)
    {
        (_stream, _copy, _cells, NextId, _keepIds) = (stream, copy, cells, firstId, keepIds);
        _version = new BulkStatement(ledger.Connection, "insert into version(id, identity, content, property, record, end_day, first_seen, from_snapshot) values(?,?,?,?,?,?,?,?)");
        _raw = new BulkStatement(ledger.Connection, "insert into raw_row(id, cells, place) values(?,?,?)");
        _issue = new BulkStatement(ledger.Connection, "insert into issue(stream, snapshot, licence_id, code, field, raw, place) values(?,?,?,?,?,?,?)");
    }

    /// <summary>The row number the next new entry gets.</summary>
    public long NextId { get; private set; }

    /// <summary>Row numbers by ordinal; 0 for an entry the last published copy held just the same. Empty for the first copy, from which no event follows.</summary>
    public List<long> Ids { get; } = [];

    public void Write(IReadOnlyList<Entry> entries)
    {
        foreach (var entry in entries)
        {
            foreach (var issue in entry.Row.Issues)
            {
                Write(issue, entry.Row.Licence[Field.LicenceId]);
            }

            if (entry.Ordinal >= 0 && entry.Known)
            {
                Ids.Add(0);
            }
            else if (entry.Ordinal >= 0)
            {
                Write(entry);
            }
            else if (entry.Row.Quarantine is null)
            {
                Write(new Issue(IssueCodes.RowDuplicate, null, "", entry.Mapped.Where), entry.Row.Licence[Field.LicenceId]);
            }
        }
    }

    public void Write(Issue issue, string? licenceId)
    {
        _issue.Bind(1, _stream);
        _issue.Bind(2, _copy.Id);
        _issue.Bind(3, licenceId);
        _issue.Bind(4, issue.Code);
        _issue.Bind(5, issue.Field?.Key());
        _issue.Bind(6, issue.Raw);
        _issue.Bind(7, issue.Where);
        _issue.Run();
    }

    private void Write(Entry entry)
    {
        var row = entry.Row;
        var id = NextId++;
        if (_keepIds)
        {
            Ids.Add(id);
        }

        _version.Bind(1, id);
        _version.Bind(2, (long)row.Identity);
        _version.Bind(3, (long)row.Content);
        _version.Bind(4, (long)entry.Property);
        _version.Bind(5, (long)Normalise.Identity.Content(row.Licence));
        _version.Bind(6, row.Licence.Date(Field.EndDate)?.DayNumber);
        _version.Bind(7, entry.FirstSeen);
        _version.Bind(8, _copy.Id);
        _version.Run();
        _raw.Bind(1, id);
        _raw.Bind(2, _buffer.AsSpan(0, _cells.Write(entry.Mapped.Raw, entry.Mapped.Unmapped, ref _buffer)));
        _raw.Bind(3, entry.Mapped.Where);
        _raw.Run();
    }

    public void Dispose()
    {
        _version.Dispose();
        _raw.Dispose();
        _issue.Dispose();
    }
}
