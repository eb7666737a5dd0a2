namespace LicensingPipeline.Collect;

/// <summary>Whether bytes are what a source file says they are; anything else is named, and not kept.</summary>
public static class Acceptance
{
    /// <summary>Returns where the bytes may be read as <paramref name="format"/> (read.format of the source file).</summary>
    /// <param name="bytes">A stream that can seek.</param>
    /// <param name="where">Address or file name, for the sentence.</param>
    /// <exception cref="SourceException">Blocked for a challenge page, else HeldDrift.</exception>
    public static void Check(Stream bytes, string format, string where)
    {
        var kind = Sniffing.Kind(bytes);
        if (kind == ContentKind.Html && ChallengePage.Sign(Sniffing.TextHead(bytes), pageExpected: format is "html" or "metastreet-details") is { } sign)
        {
            throw new SourceException(StreamState.Blocked, $"{where} gave a page that tells programs to stay out or to log in (its sign: '{sign}') where the register should be. That is not got round; write to the council and ask for the file or for leave to read it.");
        }

        if (!Fits(format, kind))
        {
            throw SourceException.Drift(Say(format, kind, where), FormatOf(kind) is { } other ? $"read: {{ format: {other} }}" : null);
        }
    }

    private static bool Fits(string format, ContentKind kind) => format switch
    {
        "xlsx" => kind == ContentKind.Xlsx,
        "xls" => kind == ContentKind.Xls,
        "ods" => kind == ContentKind.Ods,
        "pdf" => kind == ContentKind.Pdf,
        "json" or "arcgis" => kind == ContentKind.Json,
        "metastreet-details" => kind is ContentKind.Html or ContentKind.Zip or ContentKind.Json,
        "html" => kind == ContentKind.Html,
        // A first heading may begin with a bracket, so what looks like JSON or XML is left to the check of the columns.
        "csv" => kind is ContentKind.Text or ContentKind.Json or ContentKind.Xml,
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such format."),
    };

    private static string Say(string format, ContentKind kind, string where)
    {
        var wanted = format is "xlsx" or "xls" or "ods" or "csv" ? $"a spreadsheet ({format})" : Article(format);
        return kind switch
        {
            ContentKind.Empty => $"{where} gave an empty file (0 bytes). Open it in a browser; if it is empty there too, write to the council.",
            ContentKind.CutOff => $"{where} gave a {format} file that is cut off: its end is missing. The next night asks again; if it stays so, write to the council.",
            ContentKind.Html => $"{where}: an HTML page came where {wanted} was expected. Open it in a browser: the file may have moved, or the page may be the register now.",
            ContentKind.Xls when format == "xlsx" => $"{where}: {wanted} was expected, and an older workbook or one under a password came. Open it; if it opens without a password, change read.format.",
            _ => $"{where}: {wanted} was expected, and {Name(kind)} came. Open it, and compare with read.format in the source file.",
        };
    }

    private static string Article(string format) => format switch
    {
        "html" => "an HTML page",
        "arcgis" => "the JSON of a layer",
        "metastreet-details" => "a saved page, a zip of them or JSON",
        _ => "a " + format.ToUpperInvariant() + " file",
    };

    private static string Name(ContentKind kind) => kind switch
    {
        ContentKind.Xlsx => "an xlsx workbook",
        ContentKind.Xls => "an xls workbook",
        ContentKind.Ods => "an ods workbook",
        ContentKind.Pdf => "a PDF file",
        ContentKind.Zip => "a zip file that is no workbook",
        ContentKind.Json => "JSON",
        ContentKind.Xml => "XML",
        _ => "plain text",
    };

    private static string? FormatOf(ContentKind kind) => kind switch
    {
        ContentKind.Xlsx => "xlsx",
        ContentKind.Xls => "xls",
        ContentKind.Json => "json",
        ContentKind.Pdf => "pdf",
        ContentKind.Text => "csv",
        _ => null,
    };
}
