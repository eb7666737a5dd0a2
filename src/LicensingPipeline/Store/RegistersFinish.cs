using System.Globalization;
using Dapper;
using LicensingPipeline.Record;

namespace LicensingPipeline.Store;

/// <summary>What comes after the rows: streams, events and issues from the ledger, indexes, text search, and the checks without which the file is not swapped in.</summary>
internal static class RegistersFinish
{
    public static void Complete(RegistersWriter writer, Ledger ledger, IReadOnlyList<StreamResult> streams, string edition, long licences)
    {
        var database = writer.Connection;
        foreach (var stream in streams)
        {
            WriteStream(writer, ledger, stream);
            WriteCopies(writer, ledger, stream);
            WriteEvents(writer, ledger, stream);
            WriteIssues(writer, ledger, stream);
        }

        database.Execute("insert into meta values('edition', @edition), ('code_version', @code), ('invented', @invented)",
            new { edition, code = CodeVersion.Current, invented = ledger.IsInvented ? "yes" : "no" });
        if (ledger.IsInvented)
        {
            // The sentence itself, so that whoever opens the file with another program reads it too.
            database.Execute("insert into meta values('mark', @mark)", new { mark = Demonstration.Mark });
        }

        database.Execute("commit transaction");
        var search = SearchIndex.Begin(writer.Path);
        foreach (var index in RegistersSchema.Indexes)
        {
            database.Execute(index);
        }

        Check(writer, licences);
        search.Finish(database);
    }

    private static void Check(RegistersWriter writer, long licences)
    {
        var database = writer.Connection;
        // Homes and holders are numbered from one without a gap, so a number above their count has no partner.
        var (rows, property, holder) = database.QuerySingle<(long, long?, long?)>("select count(*), max(property_id), max(holder_id) from licence");
        if (rows != licences)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The new database holds {rows} licences and the verdicts add up to {licences}; last night's stays up. This is a fault of the program: please report it."));
        }

        var (properties, holders) = database.QuerySingle<(long, long)>("select (select count(*) from property), (select count(*) from holder)");
        var integrity = database.ExecuteScalar<string>("pragma quick_check(licence)");
        if ((property ?? 0) > properties || (holder ?? 0) > holders || integrity != "ok")
        {
            throw new InvalidDataException($"The new database is not sound (homes {property} of {properties}, holders {holder} of {holders}; {integrity}); last night's stays up. Look for a full or failing disk.");
        }
    }

    private static void WriteStream(RegistersWriter writer, Ledger ledger, StreamResult stream)
    {
        var published = stream.Published;
        var copy = published is null ? null : Snapshots.Of(ledger, stream.Row.Id).Single(s => s.Id == published.Snapshot);
        writer.Connection.Execute(
            """
            insert into stream values(@Authority, @Name, @Register, @state, @asAt, @Sha256, @Origin, @RetrievedAt, @RowsRead,
                @RowsPublished, @Quarantined, @NotARecord, @Held, @Licences, @schemes, @Area, @StartMeans, @Fingerprint)
            """,
            new
            {
                stream.Source.Authority,
                stream.Spec.Name,
                stream.Spec.Register,
                state = stream.Latest?.State ?? stream.State.ToString(),
                asAt = published?.AsAt,
                published?.Sha256,
                copy?.Origin,
                copy?.RetrievedAt,
                RowsRead = published?.RowsRead ?? 0,
                RowsPublished = published?.RowsPublished ?? 0,
                Quarantined = published?.Quarantined ?? 0,
                NotARecord = published?.NotARecord ?? 0,
                Held = published?.Held ?? 0,
                Licences = published?.Licences ?? 0,
                schemes = string.Join(',', stream.Spec.Covers.Schemes),
                stream.Spec.Covers.Area,
                stream.Spec.StartMeans,
                stream.Spec.Fingerprint,
            });
    }

    /// <summary>Every copy that was published, so that a question about an earlier day is answered by what we held near it.</summary>
    private static void WriteCopies(RegistersWriter writer, Ledger ledger, StreamResult stream) => writer.Connection.Execute(
        "insert into copy values(@Authority, @Name, @AsAt, @Sha256, @Origin, @Licences)",
        Verdicts.Published(ledger, stream.Row.Id).Select(c => new { stream.Source.Authority, stream.Spec.Name, c.AsAt, c.Sha256, c.Origin, c.Licences }));

    private static void WriteEvents(RegistersWriter writer, Ledger ledger, StreamResult stream)
    {
        using var insert = new BulkStatement(writer.Connection, "insert into event values(?,?,?,?,?,?,?,?,?,?)");
        var events = ledger.Connection.Query<(string Id, string AsAt, string Code, string? Field, string? Before, string? After, string Cause, long? Lag)>(
            """
            select e.licence_id, s.as_at, e.code, e.field, e.before, e.after, e.cause, e.lag_days
            from event e join snapshot s on s.id = e.snapshot where e.stream = @Id
            union all
            select licence_id, as_at, 'remapped', null, before, after, cause, null from remap where stream = @Id
            order by 2, 1, 3, 4
            """,
            stream.Row);
        foreach (var (id, asAt, code, field, before, after, cause, lag) in events)
        {
            insert.Bind(1, stream.Source.Authority);
            insert.Bind(2, stream.Spec.Name);
            insert.Bind(3, id);
            insert.Bind(4, asAt);
            insert.Bind(5, code);
            insert.Bind(6, field);
            insert.Bind(7, before);
            insert.Bind(8, after);
            insert.Bind(9, cause);
            insert.Bind(10, lag);
            insert.Run();
        }
    }

    private static void WriteIssues(RegistersWriter writer, Ledger ledger, StreamResult stream)
    {
        if (stream.Published is null)
        {
            return;
        }

        using var insert = new BulkStatement(writer.Connection, "insert into issue values(?,?,?,?,?,?,?,?,?)");
        var issues = ledger.Connection.Query<(string? Id, string Code, string? Field, string Raw, string Place)>(
            "select licence_id, code, field, raw, place from issue where stream=@stream and snapshot=@snapshot order by code, licence_id, field, raw, place",
            new { stream = stream.Row.Id, snapshot = stream.Published.Snapshot }, buffered: false);
        foreach (var (id, code, field, raw, place) in issues)
        {
            var kind = IssueCodes.Find(code);
            insert.Bind(1, stream.Source.Authority);
            insert.Bind(2, stream.Spec.Name);
            insert.Bind(3, id);
            insert.Bind(4, code);
            insert.Bind(5, kind.Severity.ToString().ToLowerInvariant());
            insert.Bind(6, kind.Cause.ToString().ToLowerInvariant());
            insert.Bind(7, field);
            insert.Bind(8, raw);
            insert.Bind(9, place);
            insert.Run();
        }
    }
}
