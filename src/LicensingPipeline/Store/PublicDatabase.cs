using Dapper;

namespace LicensingPipeline.Store;

/// <summary>
/// public.db: the same licences without anything that names a natural person, and without a raw cell (rule 9). It is made
/// from a list of what may be in it, never by taking things away.
/// </summary>
internal static class PublicDatabase
{
    /// <summary>Writes the public file from the finished private one.</summary>
    public static void Write(RegistersWriter writer, string path)
    {
        File.Delete(path);
        var names = string.Join(", ", RegistersSchema.PublicFields.Select(RegistersSchema.Column));
        var database = writer.Connection;
        database.Execute("attach @path as open", new { path });
        database.Execute("pragma open.journal_mode=off; pragma open.synchronous=off;");
        database.Execute($"""
            create table open.meta as select key, value from main.meta where key in ('edition', 'invented', 'code_version', 'mark');
            create table open.stream as select authority, stream, register, state, as_at, sha256, origin, rows_read, published,
                quarantined, not_a_record, held, licences, covers_schemes, covers_area, start_means from main.stream order by authority, stream;
            create table open.copy as select authority, stream, as_at, sha256, origin, licences from main.copy order by authority, stream, as_at, sha256;
            create table open.licence as select {names} from main.licence order by authority, stream, licence_id;
            create table open.former_licence as select {names} from main.former_licence order by authority, stream, licence_id;
            create table open.event as select authority, stream, licence_id, as_at, code, field,
                case when field in ('start_date', 'end_date', 'issue_date', 'max_persons', 'max_households', 'postcode') then before end as before,
                case when field in ('start_date', 'end_date', 'issue_date', 'max_persons', 'max_households', 'postcode') then after end as after,
                cause, lag_days from main.event order by authority, stream, as_at, licence_id, code, field;
            create table open.issue as select authority, stream, licence_id, code, severity, cause, field from main.issue order by authority, stream, code, licence_id, field;
            create index open.licence_id on licence(licence_id);
            create index open.licence_postcode on licence(postcode);
            """);
        database.Execute("detach open");
    }
}
