namespace LicensingPipeline.Catalogue;

/// <summary>Reads a field inventory strictly: every particular stands in it once, and nothing else does.</summary>
public static class InventoryReader
{
    /// <summary>The words of a file and what they mean.</summary>
    public static IReadOnlyList<(string Word, Showing Showing)> Words { get; } =
    [
        ("shown", Showing.Shown), ("shown-for-some", Showing.ShownForSome), ("withheld", Showing.Withheld),
        ("not-shown", Showing.NotShown), ("not-seen", Showing.NotSeen),
    ];

    /// <summary>Reads one file. The inventory is null where there are errors.</summary>
    /// <param name="fileName">Such as <c>camden.yaml</c>; its stem is the short name.</param>
    /// <param name="yaml">The file's text.</param>
    /// <param name="authorities">The authorities that exist, by GSS code.</param>
    public static (Inventory? Inventory, IReadOnlyList<SourceError> Errors) Read(string fileName, string yaml, IReadOnlyDictionary<string, Authority> authorities)
    {
        var errors = new List<SourceError>();
        if (SourceReader.Load(fileName, yaml, errors) is not { } root)
        {
            return (null, errors);
        }

        var top = new YamlMap(root, "", fileName, errors);
        var shortName = Path.GetFileNameWithoutExtension(fileName);
        var gss = top.Text("authority", required: true) ?? "";
        if (gss.Length > 0 && authorities.GetValueOrDefault(gss)?.ShortName != shortName)
        {
            top.Error("authority", $"'{gss}' is not the authority this file is named after.");
        }

        var findings = new Dictionary<string, Finding>(StringComparer.Ordinal);
        foreach (var group in top.Maps("findings", required: true))
        {
            Add(group, findings);
        }

        foreach (var absent in Particular.All.Where(p => !findings.ContainsKey(p.Key)))
        {
            top.Error("findings", $"nothing is said of {absent.Key} (regulation {absent.Paragraph}); put it where it belongs, under not-seen if nobody looked.");
        }

        top.Done();
        return (errors.Count > 0 ? null : new Inventory(gss, shortName, findings), errors);
    }

    private static void Add(YamlMap group, Dictionary<string, Finding> findings)
    {
        var word = group.Choice("is", true, [.. Words.Select(w => w.Word)]);
        var showing = Words.Where(w => w.Word == word).Select(w => w.Showing).FirstOrDefault(Showing.NotSeen);
        var evidence = group.Address("evidence", required: showing != Showing.NotSeen);
        var finding = new Finding(showing, evidence?.OriginalString ?? "", group.Date("date", required: true) ?? default, group.Text("by", required: true) ?? "");
        foreach (var key in group.Texts("particulars", required: true))
        {
            if (Particular.All.All(p => p.Key != key))
            {
                group.Error("particulars", $"'{key}' is no particular; they are {string.Join(", ", Particular.All.Select(p => p.Key))}.");
            }
            else if (!findings.TryAdd(key, finding))
            {
                group.Error("particulars", $"{key} stands twice.");
            }
        }

        group.Done();
    }
}
