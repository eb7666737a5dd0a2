using System.Text.RegularExpressions;

namespace LicensingPipeline.Catalogue;

/// <summary>Reads <c>data/replies/&lt;short-name&gt;.yaml</c> strictly. A reply is printed as it came, so what must not be printed may not stand in it.</summary>
public static partial class ReplyReader
{
    private const string Guide = "data/README.md lists the keys of a file of replies";

    /// <summary>Reads one file. It is null where there are errors.</summary>
    /// <param name="fileName">Such as <c>camden.yaml</c>; its stem is the short name.</param>
    /// <param name="yaml">The file's text.</param>
    /// <param name="authorities">The authorities that exist, by GSS code.</param>
    public static (ReplyFile? File, IReadOnlyList<SourceError> Errors) Read(string fileName, string yaml, IReadOnlyDictionary<string, Authority> authorities)
    {
        var errors = new List<SourceError>();
        if (SourceReader.Load(fileName, yaml, errors) is not { } root)
        {
            return (null, errors);
        }

        var top = new YamlMap(root, "", fileName, errors);
        var gss = top.Text("authority", required: true) ?? "";
        if (gss.Length > 0 && authorities.GetValueOrDefault(gss)?.ShortName != Path.GetFileNameWithoutExtension(fileName))
        {
            top.Error("authority", $"'{gss}' is not the authority this file is named after.");
        }

        var invented = top.Text("invented");
        if (invented is not (null or Demonstration.Mark))
        {
            top.Error("invented", $"leave this key out, or write: {Demonstration.Mark}");
        }

        var replies = top.Maps("replies").Select(m => Reply(gss, m)).ToList();
        var corrections = top.Maps("corrections").Select(m => Correction(gss, m)).ToList();
        top.Done(Guide);
        return (errors.Count > 0 ? null : new ReplyFile(gss, [.. replies.OrderBy(r => r.Received)], [.. corrections.OrderBy(c => c.Date)]) { IsInvented = invented is not null }, errors);
    }

    private static CouncilReply Reply(string gss, YamlMap map)
    {
        var about = About(map);
        var reply = new CouncilReply(gss, about, map.Date("received", required: true) ?? default, map.Text("from", required: true) ?? "", map.Text("text", required: true) ?? "") { Edition = map.Text("edition") };
        if (reply.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length > CouncilReply.MostWords)
        {
            map.Error("text", FormattableString.Invariant($"at most {CouncilReply.MostWords} words are printed; ask the council for a shorter text, and never cut one."));
        }

        foreach (var (key, text) in new[] { ("from", reply.From), ("text", reply.Text) })
        {
            if (ReachPattern().IsMatch(text))
            {
                map.Error(key, "an e-mail address or a telephone number stands in it; ask the council whether it may be left out, since no person's is ever published.");
            }
        }

        if (TitlePattern().IsMatch(reply.From))
        {
            map.Error("from", "the role only, such as Private sector housing team: nobody is named.");
        }

        map.Done(Guide);
        return reply;
    }

    private static string About(YamlMap map)
    {
        var (figure, page) = (map.Text("figure"), map.Text("page"));
        if (figure is null == page is null)
        {
            map.Error(figure is null ? "figure" : "page", "either figure or page is wanted here: what the reply is about.");
        }

        return figure ?? page ?? "";
    }

    private static Correction Correction(string gss, YamlMap map)
    {
        var correction = new Correction(
            gss, map.Date("date", required: true) ?? default, map.Text("figure", required: true) ?? "", map.Text("old", required: true) ?? "", map.Text("new", required: true) ?? "", map.Text("why", required: true) ?? "")
        { Edition = map.Text("edition") };
        map.Done(Guide);
        return correction;
    }

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.[\w.]+|(\+44|\b0)[\d ()-]{8,}\d", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReachPattern();

    [GeneratedRegex(@"\b(Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor)\b\.?\s+\p{Lu}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TitlePattern();
}
