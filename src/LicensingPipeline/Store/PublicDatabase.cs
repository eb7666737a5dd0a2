using Dapper;
using Microsoft.Data.Sqlite;

namespace LicensingPipeline.Store;

/// <summary>
/// public.db: the same licences without anything that names a natural person, and without a raw cell (rule 9). It is made
/// from a list of what may be in it, never by taking things away; homes that residents asked to have left out are absent from its
/// rows and from its counts.
/// </summary>
public static class PublicDatabase
{
    private const string Next = "public.next.db";
    private const string Dates = "('start_date', 'end_date', 'issue_date', 'max_persons', 'max_households', 'postcode')";

    /// <summary>Prints the public file of a data folder again from the registers that stand, as after a resident asked to be left out.</summary>
    public static void Rewrite(string dataFolder, PublicRules rules)
    {
        // Not read-only, since a file attached to a read-only one cannot be written; nothing is written into the registers.
        using (var registers = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, "registers.db"), Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString()))
        {
            registers.Open();
            registers.Execute("pragma temp_store=file; pragma cache_size=-16384;");
            Write(registers, dataFolder, rules);
        }

        Publish(dataFolder);
    }

    /// <summary>Writes the next public file from a finished private one.</summary>
    internal static void Write(SqliteConnection database, string dataFolder, PublicRules rules)
    {
        var path = Path.Combine(dataFolder, Next);
        // An empty file is a database to begin: a connection that may make none may still write into it.
        File.WriteAllText(path, "");
        rules.Teach(database);
        Hide(database, rules);
        database.Execute("attach @path as open", new { path });
        database.Execute("pragma open.journal_mode=off; pragma open.synchronous=off;");
        database.Execute($"""
            create table open.meta as select key, value from main.meta where key in ('edition', 'invented', 'code_version', 'mark');
            {Counts(rules)}
            {Licences(rules)}
            create table open.event as select authority, stream, licence_id, as_at, code, field,
                case when field in {Dates} then before end as before, case when field in {Dates} then after end as after,
                cause, lag_days from main.event where {Kept(rules)} order by authority, stream, as_at, licence_id, code, field;
            create table open.issue as select authority, stream, licence_id, code, severity, cause, field{(rules.Policy.ShowsIssuePlaces ? ", row_only(place) place" : "")}
                from main.issue where {Kept(rules)} order by authority, stream, code, licence_id, field;
            create index open.licence_id on licence(licence_id);
            create index open.licence_postcode on licence(postcode);
            """);
        database.Execute("detach open; drop table if exists temp.hidden;");
    }

    /// <summary>Puts the next public file in the place of the last.</summary>
    internal static void Publish(string dataFolder) => File.Move(Path.Combine(dataFolder, Next), Path.Combine(dataFolder, "public.db"), overwrite: true);

    /// <summary>Entries of homes left out, with the rows of the file that they stand for and the days between which they stood.</summary>
    private static void Hide(SqliteConnection database, PublicRules rules)
    {
        if (!rules.LeftOut.IsEmpty)
        {
            database.Execute("""
                create temp table hidden as
                select authority, stream, licence_id, first_seen, last_seen, 1 stands,
                    1 + (select count(*) from main.issue i where i.authority = l.authority and i.stream = l.stream and i.licence_id = l.licence_id and i.code = 'row.duplicate') held
                from main.licence l where left_out(property_address, postcode, uprn, licence_id)
                union all
                select authority, stream, licence_id, first_seen, last_seen, 0, 0 from main.former_licence where left_out(property_address, postcode, uprn, licence_id);
                create index temp.hidden_id on hidden(licence_id);
                """);
        }
    }

    /// <summary>Totals are those without the homes left out, on every copy on which they stood: a difference would tell how many they are.</summary>
    private static string Counts(PublicRules rules)
    {
        const string Here = "from temp.hidden h where h.authority = s.authority and h.stream = s.stream";
        var (rows, standing, then) = rules.LeftOut.IsEmpty ? ("", "", "")
            : ($" - (select coalesce(sum(held), 0) {Here})", $" - (select coalesce(sum(stands), 0) {Here})", $" - (select count(*) {Here} and s.as_at between h.first_seen and h.last_seen)");
        return $"""
            create table open.stream as select authority, stream, register, state, as_at, sha256, origin, rows_read{rows} rows_read, published{rows} published,
                quarantined, not_a_record, held, licences{standing} licences, covers_schemes, covers_area, start_means from main.stream s order by authority, stream;
            create table open.copy as select authority, stream, as_at, sha256, origin, licences{then} licences from main.copy s order by authority, stream, as_at, sha256;
            """;
    }

    private static string Licences(PublicRules rules)
    {
        var names = string.Join(", ", RegistersSchema.PublicFields.Select(RegistersSchema.Column));
        var seen = rules.LeftOut.IsEmpty ? "true" : "not left_out(property_address, postcode, uprn, licence_id)";
        return $"""
            create table open.licence as select {names} from main.licence where {seen}{(rules.Policy.ShowsExpired ? "" : " and in_force is not 'false'")} order by authority, stream, licence_id;
            create table open.former_licence as select {names} from main.former_licence where {seen}{(rules.Policy.ShowsExpired ? "" : " and false")} order by authority, stream, licence_id;
            """;
    }

    /// <summary>What is told of a licence that is not shown would show it.</summary>
    private static string Kept(PublicRules rules)
    {
        var hidden = rules.LeftOut.IsEmpty ? "true" : "(licence_id is null or licence_id not in (select licence_id from temp.hidden))";
        return rules.Policy.ShowsExpired ? hidden : $"{hidden} and (licence_id is null or licence_id in (select licence_id from open.licence))";
    }
}
