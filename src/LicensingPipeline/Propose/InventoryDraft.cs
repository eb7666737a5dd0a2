using System.Globalization;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Propose;

/// <summary>
/// A field inventory drawn up from saved pages: what stands on them is shown; of what does not, one page proves nothing, so it is
/// not seen.
/// </summary>
internal static class InventoryDraft
{
    /// <summary>The file.</summary>
    public static string Of(DraftOrder order, IReadOnlySet<Field> placed)
    {
        var shown = Particular.All.Where(p => p.Fields.Any(placed.Contains)).Select(p => p.Key).ToList();
        var rest = Particular.All.Select(p => p.Key).Except(shown, StringComparer.Ordinal);
        var day = order.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $$"""
            # Drawn up by 'licensing sources new' from saved pages. What stands on none of them was not seen, which proves nothing of the rest.
            authority: {{order.Authority}}
            findings:
              - { is: shown, evidence: {{YamlText.Quoted(order.Page)}}, date: {{day}}, by: {{YamlText.Quoted(order.Steward)}},
                  particulars: [ {{string.Join(", ", shown)}} ] }
              - { is: not-seen, date: {{day}}, by: {{YamlText.Quoted(order.Steward)}},
                  particulars: [ {{string.Join(", ", rest)}} ] }

            """;
    }
}
