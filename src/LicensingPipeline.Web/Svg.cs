using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Components;

namespace LicensingPipeline.Web;

/// <summary>Text in a drawing. Razor takes a text element for one of its own, so it is written here.</summary>
internal static class Svg
{
    /// <summary>A text that begins, ends or is centred at a point.</summary>
    public static MarkupString Text(string kind, double x, double y, string text, string anchor = "start") =>
        new($"<text class=\"{kind}\" x=\"{Number(x)}\" y=\"{Number(y)}\" text-anchor=\"{anchor}\">{WebUtility.HtmlEncode(text)}</text>");

    /// <summary>A coordinate.</summary>
    public static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}
