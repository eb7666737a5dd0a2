using Dapper;
using LicensingPipeline.Store;

namespace LicensingPipeline.View;

/// <summary>Something that happened to a licence between two copies.</summary>
public sealed record Change
{
    public string Authority { get; init; } = "";
    public string Stream { get; init; } = "";
    public string LicenceId { get; init; } = "";
    /// <summary>The date of the copy on which it showed first.</summary>
    public string AsAt { get; init; } = "";
    public string Code { get; init; } = "";
    public string? Field { get; init; }
    public string? Before { get; init; }
    public string? After { get; init; }
    /// <summary>What moved: bytes, source or code (rule 6).</summary>
    public string Cause { get; init; } = "";
    public long? LagDays { get; init; }
    public string? Reference { get; init; }
    public string? PropertyAddress { get; init; }
}

/// <summary>What changed, newest first.</summary>
public sealed class ChangeList(Registers registers)
{
    private const string Select = """
        select e.authority Authority, e.stream Stream, e.licence_id LicenceId, e.as_at AsAt, e.code Code, e.field Field, e.before Before,
            e.after After, e.cause Cause, e.lag_days LagDays, coalesce(l.reference, f.reference) Reference,
            coalesce(l.property_address, f.property_address, l.postcode, f.postcode) PropertyAddress
        from event e
        left join licence l on l.rowid = (select min(rowid) from licence x where x.licence_id = e.licence_id and x.stream = e.stream)
        left join former_licence f on f.rowid = (select min(rowid) from former_licence y where y.licence_id = substr(e.licence_id, 1, 16) and y.stream = e.stream)
        """;

    /// <summary>The events of an authority, since a day, of a code; each may be null.</summary>
    public IEnumerable<Change> Of(string? authority, DateOnly? since, string? code) => registers.Connection.Query<Change>(
        $"""
        {Select} where (@authority is null or e.authority=@authority) and (@since is null or e.as_at>=@since) and (@code is null or e.code=@code)
        order by e.as_at desc, e.authority, e.stream, e.licence_id, e.code, e.field
        """,
        new { authority, since = since?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), code }, buffered: false);

    /// <summary>The events of one licence, oldest first; those that were noted under its number without suffix too.</summary>
    public IReadOnlyList<Change> Of(string authority, string stream, string licenceId) => [.. registers.Connection.Query<Change>(
        $"""
        {Select} where e.licence_id in (@licenceId, @number) and e.authority=@authority and e.stream=@stream
        order by e.as_at, e.code, e.field
        """,
        new { authority, stream, licenceId, number = licenceId[..16] })];
}
