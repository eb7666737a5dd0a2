using System.Net;
using System.Text;

namespace LicensingPipeline.Summarise;

/// <summary>The same letter as one HTML page that prints on one sheet and asks nothing of anywhere.</summary>
public static class LetterHtml
{
    private const string Style = "body{font:11pt/1.4 serif;max-width:42em;margin:2em auto;padding:0 1em;overflow-wrap:anywhere}h1{font-size:1.2em}h2{font-size:1em;margin:1em 0 .2em}ul{margin:0;padding-left:1.2em}.mark{font-weight:bold}@media print{body{margin:0}}";

    /// <summary>The letter as HTML, lines ended by a line feed.</summary>
    public static string Write(Letter letter)
    {
        var html = new StringBuilder($"<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{Text(letter.Subject)}, {Text(letter.Council)}</title>\n<style>{Style}</style>\n</head>\n<body>\n");
        if (letter.Demonstration is { } mark)
        {
            html.Append("<p class=\"mark\">").Append(Text(mark)).Append(".</p>\n");
        }

        html.Append("<p>").Append(LetterText.Day(letter.Date)).Append("</p>\n<p>To the team that keeps the register, ").Append(Text(letter.Council)).Append("</p>\n");
        html.Append("<h1>").Append(Text(letter.Subject)).Append("</h1>\n<p>").Append(Text(letter.Opening)).Append("</p>\n");
        foreach (var (heading, items) in LetterText.Sections(letter))
        {
            html.Append("<h2>").Append(Text(heading)).Append("</h2>\n<ul>\n");
            foreach (var item in items)
            {
                html.Append("<li>").Append(Text(item)).Append("</li>\n");
            }

            html.Append("</ul>\n");
        }

        html.Append("<p>").Append(Text(letter.SignedBy)).Append("</p>\n");
        if (letter.Undecided is { } open)
        {
            html.Append("<p>").Append(Text(open)).Append("</p>\n");
        }

        return html.Append("</body>\n</html>\n").ToString();
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
