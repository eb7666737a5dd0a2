using System.Text.RegularExpressions;

namespace LicensingPipeline.Collect;

/// <summary>
/// Knows the pages by which a website tells a program to stay out. It is only recognised so that it can be reported; nothing here
/// gets round one.
/// </summary>
public static partial class ChallengePage
{
    /// <summary>Texts that stand on no ordinary page.</summary>
    private static readonly string[] Certain =
    [
        "_cf_chl_opt", "cf-browser-verification", "checking your browser before accessing", "incapsula incident id", "request unsuccessful. incapsula",
        "the requested url was rejected", "unusual traffic from your computer", "pardon our interruption",
        "verifying you are human", "sucuri website firewall", "ddos protection by",
        "enable javascript and cookies to continue", "you have been blocked", "you don't have permission to access", "this request has been blocked",
        "px-captcha", "captcha-delivery.com",
    ];

    /// <summary>Titles of such pages; in the text of a page the same words may be innocent.</summary>
    private static readonly string[] Titles =
    [
        "just a moment", "attention required", "request rejected", "access denied", "403 forbidden", "security check", "robot check", "bot verification",
        "human verification", "you are being redirected", "service unavailable - dns failure", "error 1020",
    ];

    /// <summary>Ordinary pages have these too, so they count only where no page was expected at all.</summary>
    private static readonly string[] Likely =
    [
        "captcha", "_incapsula_resource", "/cdn-cgi/challenge-platform", "type=\"password\"", "type='password'", "type=password", "cloudflare ray id",
        "awswaf.com", "are you a robot", "you are human", "unusual traffic", "access denied", "request rejected", "sign in to your account", "log in to continue", "please log in", "please sign in",
    ];

    /// <summary>The sign that tells a challenge, a refusal or a log-in page; null for any other page.</summary>
    /// <param name="html">The beginning of the page.</param>
    /// <param name="pageExpected">Whether a page was asked for: then only certain signs count.</param>
    public static string? Sign(string html, bool pageExpected)
    {
        var title = Spaces().Replace(TitlePattern().Match(html).Groups["title"].Value, " ").Trim();
        var sign = Titles.FirstOrDefault(t => title.StartsWith(t, StringComparison.OrdinalIgnoreCase))
            ?? Certain.FirstOrDefault(t => html.Contains(t, StringComparison.OrdinalIgnoreCase));
        return sign ?? (pageExpected ? null : Likely.FirstOrDefault(t => html.Contains(t, StringComparison.OrdinalIgnoreCase)));
    }

    [GeneratedRegex("<title[^>]*>(?<title>[^<]*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TitlePattern();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();
}
