using System.Text.RegularExpressions;
using Dapper;
using LicensingPipeline.Store;

namespace LicensingPipeline.Summarise;

/// <summary>Finds rows that show a council what to mend. They are for the council only: with its own file they show whose entry it is.</summary>
/// <param name="registers">The registers.</param>
/// <param name="leftOut">Homes that residents asked to have left out: no row of theirs is given as an example.</param>
public sealed partial class MendPlaces(Registers registers, LeaveOutList leftOut)
{
    private const int Examples = 3;

    /// <summary>The first rows of an authority with an issue, in some of its streams.</summary>
    public IReadOnlyList<MendPlace> Of(string authority, IReadOnlyCollection<string> streams, string code) =>
        [.. registers.Connection.Query<(string Stream, string Place, string? Reference, string? Address, string? Postcode, string? Uprn, string? Id)>(
            """
            select i.stream, i.place, l.reference, l.property_address, l.postcode, l.uprn, l.licence_id
            from issue i left join licence l on l.authority = i.authority and l.stream = i.stream and l.licence_id = i.licence_id
            where i.authority=@authority and i.stream in @streams and i.code=@code order by i.stream, length(i.place), i.place, l.rowid
            """,
            new { authority, streams, code }, buffered: false)
            .Where(r => !leftOut.Covers(r.Address, r.Postcode, r.Uprn, r.Id))
            .Select(r => (r.Stream, Row: RowPattern().Match(r.Place), r.Reference)).Where(r => r.Row.Success)
            .DistinctBy(r => (r.Stream, r.Row.Value))
            .Take(Examples).Select(r => new MendPlace(r.Row.Value, Sure(r.Reference)))];

    /// <summary>A reference as systems make them: short, without a space, with a digit. All else may be a person's name.</summary>
    private static string? Sure(string? reference) => reference is not null && ReferencePattern().IsMatch(reference) ? reference : null;

    [GeneratedRegex(@"^(?=\S*\d)[A-Za-z0-9/_.-]{1,30}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReferencePattern();

    [GeneratedRegex(@"(row \d+|page \d+, line \d+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RowPattern();
}
