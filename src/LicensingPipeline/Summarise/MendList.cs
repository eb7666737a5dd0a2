using System.Globalization;
using System.Text.RegularExpressions;
using Dapper;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Store;

namespace LicensingPipeline.Summarise;

/// <summary>
/// What a council could mend, the most useful first: issues that stand so in the register, by the number of rows; then particulars that
/// the law asks for and nobody can see; then the next rung of the ladder. What our own reading lacks is never in it, nor what is withheld.
/// </summary>
/// <param name="registers">The registers; null where nothing has run.</param>
/// <param name="leftOut">Homes that residents asked to have left out: no row of theirs is given as an example.</param>
public sealed partial class MendList(Registers? registers, LeaveOutList leftOut)
{
    private const int Examples = 3;

    /// <summary>The mends of one authority.</summary>
    public IReadOnlyList<Mend> Of(Source source, Inventory? inventory) => [.. Issues(source.Authority), .. Particulars(inventory), .. Rungs(source.Access.Rung)];

    private IEnumerable<Mend> Issues(string authority)
    {
        var counts = registers?.Connection.Query<(string Code, long Rows)>(
            "select code, count(distinct stream || char(31) || place) from issue where authority=@authority and cause='published' group by code", new { authority }).ToList() ?? [];
        return counts.Select(c => (Kind: IssueCodes.Find(c.Code), c.Rows))
            .OrderBy(c => c.Kind.Severity == Severity.Info).ThenByDescending(c => c.Rows).ThenBy(c => c.Kind.Code, StringComparer.Ordinal)
            .Select(c => new Mend(c.Kind.Code, c.Kind.Mend!, Who(c.Kind)) { Found = c.Kind.Sentence, Rows = c.Rows, Places = Places(authority, c.Kind.Code) });
    }

    private List<MendPlace> Places(string authority, string code) =>
        [.. registers!.Connection.Query<(string Stream, string Place, string? Reference, string? Address, string? Postcode, string? Uprn, string? Id)>(
            """
            select i.stream, i.place, l.reference, l.property_address, l.postcode, l.uprn, l.licence_id
            from issue i left join licence l on l.authority = i.authority and l.stream = i.stream and l.licence_id = i.licence_id
            where i.authority=@authority and i.code=@code order by i.stream, length(i.place), i.place, l.rowid
            """,
            new { authority, code }, buffered: false)
            .Where(r => !leftOut.Covers(r.Address, r.Postcode, r.Uprn, r.Id))
            .Select(r => (r.Stream, Row: RowPattern().Match(r.Place), r.Reference)).Where(r => r.Row.Success)
            .DistinctBy(r => (r.Stream, r.Row.Value))
            .Take(Examples).Select(r => new MendPlace(r.Stream, r.Row.Value, Sure(r.Reference)))];

    private static IEnumerable<Mend> Particulars(Inventory? inventory) =>
        inventory is null ? [] : Particular.All.Where(p => p.Demand is Demand.EveryLicence or Demand.EveryHmo && inventory.Findings[p.Key].Is == Showing.NotShown)
            .Select(p => new Mend(p.Key, $"Show {LetterWords.Of(p)} online: regulation {p.Paragraph} of SI 2006/373 asks for it{(p.Demand == Demand.EveryHmo ? " of every HMO" : "")}.", Doer.WebTeam));

    private static IEnumerable<Mend> Rungs(int rung) => rung >= LetterWords.NextRung.Count ? [] :
        [new Mend(string.Create(CultureInfo.InvariantCulture, $"rung {rung + 1}"), LetterWords.NextRung[rung], Doer.WebTeam)];

    /// <summary>What is wrong with every row of a kind comes from the export; what is wrong with one value was typed.</summary>
    private static Doer Who(IssueCode kind) => kind.Code is IssueCodes.RowDuplicate or IssueCodes.RowShort or IssueCodes.ReferenceRepeated or IssueCodes.RowNoIdentity
        || kind.Code.StartsWith("text.", StringComparison.Ordinal) ? Doer.Supplier : Doer.LicensingTeam;

    /// <summary>A reference as systems make them: short, without a space, with a digit. All else may be a person's name.</summary>
    private static string? Sure(string? reference) => reference is not null && ReferencePattern().IsMatch(reference) ? reference : null;

    [GeneratedRegex(@"^(?=\S*\d)[A-Za-z0-9/_.-]{1,30}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReferencePattern();

    [GeneratedRegex(@"(row \d+|page \d+, line \d+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RowPattern();
}
