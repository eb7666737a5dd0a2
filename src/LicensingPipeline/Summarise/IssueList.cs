using Dapper;
using LicensingPipeline.Store;

namespace LicensingPipeline.Summarise;

/// <summary>An issue of a copy that stands in the registers.</summary>
public sealed record ListedIssue
{
    public string Authority { get; init; } = "";
    public string Stream { get; init; } = "";
    public string? LicenceId { get; init; }
    public string Code { get; init; } = "";
    public string Severity { get; init; } = "";
    public string Cause { get; init; } = "";
    public string? Field { get; init; }
    public string Where { get; init; } = "";
    public string Raw { get; init; } = "";
}

/// <summary>What is odd in the registers, value by value: for the council that wants to mend it and for whoever mends our reading.</summary>
/// <param name="registers">The registers.</param>
/// <param name="authority">GSS code to which it is limited, or null.</param>
/// <param name="code">Code of the issues wanted, or null.</param>
public sealed class IssueList(Registers registers, string? authority, string? code)
{
    private static readonly string[] PublicColumns = ["authority", "stream", "licence_id", "code", "severity", "cause", "field"];
    private readonly bool _invented = registers.IsInvented;
    private readonly bool _where = !registers.IsPublic || registers.Connection.ExecuteScalar<long>("select count(*) from pragma_table_info('issue') where name='place'") > 0;

    /// <summary>
    /// Writes CSV. That of the public file never says what stood there, since a raw value may name a person (rule 9), and where only
    /// if policy allows it. Returns how many.
    /// </summary>
    public long Csv(TextWriter to)
    {
        using var csv = CsvOut.To(to);
        string[] mark = _invented ? [Export.MarkColumn] : [];
        csv.WriteHeader([.. PublicColumns, .. Beside("where", "raw"), .. mark]);
        var count = 0L;
        foreach (var issue in All())
        {
            string?[] cells = [issue.Authority, issue.Stream, issue.LicenceId, issue.Code, issue.Severity, issue.Cause, issue.Field];
            csv.WriteRecord([.. cells, .. Beside(issue.Where, issue.Raw), .. _invented ? [Demonstration.Mark] : Array.Empty<string>()]);
            count++;
        }

        return count;
    }

    /// <summary>Writes a JSON array with the same keys. Returns how many.</summary>
    public long Json(TextWriter to)
    {
        using var array = new JsonArray(to);
        var count = 0L;
        foreach (var issue in All())
        {
            array.Item(json =>
            {
                json.WriteString("authority", issue.Authority);
                json.WriteString("stream", issue.Stream);
                json.WriteString("licence_id", issue.LicenceId);
                json.WriteString("code", issue.Code);
                json.WriteString("severity", issue.Severity);
                json.WriteString("cause", issue.Cause);
                json.WriteString("field", issue.Field);
                if (_where)
                {
                    json.WriteString("where", issue.Where);
                }

                if (!registers.IsPublic)
                {
                    json.WriteString("raw", issue.Raw);
                }

                if (_invented)
                {
                    json.WriteString(Export.MarkColumn, Demonstration.Mark);
                }
            });
            count++;
        }

        return count;
    }

    private string[] Beside(string where, string raw) => [.. _where ? [where] : Array.Empty<string>(), .. registers.IsPublic ? Array.Empty<string>() : [raw]];

    private IEnumerable<ListedIssue> All() => registers.Connection.Query<ListedIssue>(
        $"""
        select authority Authority, stream Stream, licence_id LicenceId, code Code, severity Severity, cause Cause, field Field,
            {(_where ? "place" : "''")} "Where", {(registers.IsPublic ? "''" : "raw")} Raw
        from issue where (@authority is null or authority=@authority) and (@code is null or code=@code)
        order by authority, stream, code, licence_id, field, 8, 9
        """,
        new { authority, code }, buffered: false);
}
