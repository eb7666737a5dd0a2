using System.Globalization;
using LicensingPipeline.Summarise;
using LicensingPipeline.View;
using Microsoft.AspNetCore.Components;

namespace LicensingPipeline.Web;

/// <summary>The page of all registers. It shows public facts only: what is in the source files, dates and counts.</summary>
public sealed partial class RegistersPage
{
    private const string None = "–";

    private IReadOnlyList<StreamStatus> Rows => Facts.Statuses;

    private IEnumerable<StreamStatus> ByName => Rows.OrderBy(r => r.Name, StringComparer.Ordinal).ThenBy(r => r.Row.Stream, StringComparer.Ordinal);

    private int Authorities => Rows.Select(r => r.Row.Authority).Distinct(StringComparer.Ordinal).Count();

    private int WithCopy => Rows.Where(r => r.Row.AsAt is not null).Select(r => r.Row.Authority).Distinct(StringComparer.Ordinal).Count();

    private static string Covers(StreamStatus status)
    {
        if (status.Spec is not { } spec)
        {
            return status.Source is null ? None : "no copy";
        }

        var kinds = string.Join(", ", spec.Covers.Schemes.Select(Coverage.Words));
        return $"{kinds}; {(spec.Covers.Area == "whole-borough" ? "whole borough" : spec.Covers.Area)}";
    }

    /// <summary>A day, or a moment without its seconds.</summary>
    private static RenderFragment Day(string? text) => builder =>
    {
        if (text is null)
        {
            builder.AddContent(0, None);
            return;
        }

        builder.OpenElement(1, "time");
        builder.AddAttribute(2, "datetime", text);
        builder.AddContent(3, text.Length > 16 ? text[..16].Replace('T', ' ') : text);
        builder.CloseElement();
    };

    private static string Number(long number) => number.ToString("N0", CultureInfo.GetCultureInfo("en-GB"));
}
