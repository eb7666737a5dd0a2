using System.Globalization;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Summarise;

/// <summary>The facts as CSV: counts, dates and what was seen, never a row of a register.</summary>
/// <param name="boroughs">The facts.</param>
/// <param name="invented">Whether the data is invented, which each row then says.</param>
public sealed class FactTables(IReadOnlyList<BoroughFacts> boroughs, bool invented)
{
    private static readonly string[] AccountSites = ["github.com", "raw.githubusercontent.com", "gitlab.com"];

    /// <summary>One row for each authority.</summary>
    public string Boroughs() => Table(
        ["authority", "name", "short_name", "rung", "evidence_checked", "particulars_shown_of_9", "not_seen_of_9", "particulars_shown_of_13", "not_seen_of_13", "kinds_covered", "as_at", "last_changed", "last_checked", "rows", "licences"],
        boroughs.Select(b =>
        {
            var (nine, thirteen) = (b.Count(Particular.OfEveryLicence), b.Count(Particular.OfEveryHmo));
            return new[]
            {
                b.Authority.Gss, b.Authority.Name, b.Authority.ShortName, Number(b.Rung), Iso(b.Source?.Access.Evidence.Max(e => (DateOnly?)e.Checked)),
                Number(nine.Shown), Number(nine.NotSeen), Number(thirteen.Shown), Number(thirteen.NotSeen), string.Join(';', b.CoveredKinds), Iso(b.AsAt),
                b.Registers.Max(r => r.Status.Row.LastChanged), b.Registers.Max(r => r.Status.Row.LastChecked), Number(b.Rows), Number(b.Licences),
            };
        }));

    /// <summary>One row for each authority and particular: what was seen, and what share of our copies states it.</summary>
    public string Particulars() => Table(
        ["authority", "short_name", "particular", "regulation", "wanted", "seen_online", "date", "evidence", "share_of_entries_on_our_copies"],
        from borough in boroughs
        from particular in Particular.All
        let finding = borough.Inventory?.Findings[particular.Key]
        let measured = MeasuredShare.Of(borough, particular)
        select new[]
        {
            borough.Authority.Gss, borough.Authority.ShortName, particular.Key, particular.Paragraph, particular.Demand.ToString(),
            InventoryReader.Words.Single(w => w.Showing == (finding?.Is ?? Showing.NotSeen)).Word, Iso(finding?.Date), Evidence(finding?.Evidence),
            measured.Share is { } share ? share.ToString("0.####", CultureInfo.InvariantCulture) : "",
        });

    /// <summary>An address on a site where everybody has an account names whose it is, and is not the council's: its site alone is said, and that others saw it.</summary>
    private static string? Evidence(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var at) && AccountSites.Contains(at.Host, StringComparer.OrdinalIgnoreCase) ? $"reported by others on {at.Host}, not seen by us" : address;

    /// <summary>One row for each copy of each register.</summary>
    public string Copies() => Table(
        ["authority", "short_name", "register", "as_at", "sha256", "state", "published", "rows_read", "licences", "added", "gone", "changed"],
        from borough in boroughs
        from register in borough.Registers
        from copy in register.Copies
        select new[]
        {
            borough.Authority.Gss, borough.Authority.ShortName, register.Spec.Name, Iso(copy.AsAt), copy.Sha256, copy.State.ToString(), copy.Published ? "yes" : "no",
            Number(copy.RowsRead), Number(copy.Licences), Number(copy.Added), Number(copy.Gone), Number(copy.Changed),
        });

    /// <summary>One row for each kind of issue on each copy that stands.</summary>
    public string Issues() => Table(
        ["authority", "short_name", "register", "as_at", "code", "severity", "cause", "rows", "values"],
        from borough in boroughs
        from register in borough.Registers
        from issue in register.Issues
        select new[]
        {
            borough.Authority.Gss, borough.Authority.ShortName, register.Spec.Name, Iso(register.AsAt), issue.Kind.Code,
            issue.Kind.Severity.ToString().ToLowerInvariant(), issue.Kind.Cause.ToString().ToLowerInvariant(), Number(issue.Rows), Number(issue.Count),
        });

    private string Table(string[] headings, IEnumerable<string?[]> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvOut.To(text))
        {
            // A table without a row still says that it is invented.
            string[] mark = invented ? [Demonstration.Mark] : [];
            csv.WriteHeader([.. headings, .. invented ? [Export.MarkColumn] : Array.Empty<string>()]);
            var any = false;
            foreach (var row in rows)
            {
                csv.WriteRecord([.. row, .. mark]);
                any = true;
            }

            if (!any && invented)
            {
                csv.WriteRecord([.. headings.Select(_ => ""), .. mark]);
            }
        }

        return text.ToString();
    }

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
