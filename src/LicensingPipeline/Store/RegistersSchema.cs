namespace LicensingPipeline.Store;

/// <summary>The tables of registers.db and public.db, in SQL.</summary>
public static class RegistersSchema
{
    /// <summary>Name of the column of a field, quoted, since <c>where</c> is a word of SQL.</summary>
    public static string Column(Field field) => $"\"{field.Key()}\"";

    /// <summary>Columns of the common record with their types.</summary>
    public static string RecordColumns => string.Join(", ", Fields.All.Select(f => $"{Column(f)} {Type(f)}"));

    /// <summary>Names of the columns of the common record.</summary>
    public static string RecordNames => string.Join(", ", Fields.All.Select(Column));

    /// <summary>Fields that may stand in a public file.</summary>
    public static IReadOnlyList<Field> PublicFields { get; } = [.. Fields.All.Where(f => !f.MayNameAPerson())];

    /// <summary>The tables of registers.db. Foreign keys are checked once the file is whole, not row by row.</summary>
    public static string Tables => $"""
        create table meta(key text primary key, value text not null) without rowid;
        create table stream(
            authority text not null, stream text not null, register text not null, state text not null, as_at text,
            sha256 text, origin text, retrieved_at text, rows_read integer not null, published integer not null,
            quarantined integer not null, not_a_record integer not null, held integer not null, licences integer not null,
            covers_schemes text not null, covers_area text not null, start_means text not null, built_from text not null,
            primary key(authority, stream)) without rowid;
        create table copy(
            authority text not null, stream text not null, as_at text not null, sha256 text not null, origin text not null,
            licences integer not null, primary key(authority, stream, as_at, sha256)) without rowid;
        create table property(
            property_id integer primary key, property_key text not null, property_address text, postcode text, uprn text);
        create table holder(holder_id integer primary key, holder_name text not null, holder_kind text, holder_company_number text);
        create table licence({RecordColumns},
            property_id integer references property, holder_id integer references holder);
        create table former_licence({RecordColumns});
        create table event(
            authority text not null, stream text not null, licence_id text not null, as_at text not null, code text not null,
            field text, before text, after text, cause text not null, lag_days integer);
        create table issue(
            authority text not null, stream text not null, licence_id text, code text not null, severity text not null,
            cause text not null, field text, raw text not null, place text not null);
        """;

    /// <summary>Indexes, made after the rows; the search over licences is made beside them by <see cref="SearchIndex"/>.</summary>
    public static IReadOnlyList<string> Indexes { get; } =
    [
        "create index licence_reference on licence(reference)",
        "create index licence_postcode on licence(postcode)",
        "create index licence_holder on licence(holder_name)",
        "create index former_id on former_licence(licence_id)",
        "create index former_postcode on former_licence(postcode)",
        "create index event_licence on event(licence_id)",
        "create index event_date on event(as_at, authority)",
        "create index issue_stream on issue(authority, stream, code)",
        "create virtual table former_search using fts5(property_address, holder_name, manager_name, content='former_licence')",
        "insert into former_search(former_search) values('rebuild')",
    ];

    private static string Type(Field field) => field.Kind() switch
    {
        FieldKind.WholeNumber => "integer",
        FieldKind.Decimal => "real",
        _ => "text",
    };
}
