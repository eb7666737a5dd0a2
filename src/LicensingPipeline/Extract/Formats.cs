namespace LicensingPipeline.Extract;

/// <summary>The readers we have, by the name a source file gives to a format.</summary>
public static class Formats
{
    /// <summary>The reader of a format. A format without one is refused when the source file is read.</summary>
    public static IFormatReader Reader(string format) => format switch
    {
        "csv" => new DelimitedReader(),
        "xlsx" => new XlsxReader(),
        "xls" => new XlsReader(),
        "json" => new JsonReader(),
        "html" => new HtmlTableReader(),
        "pdf" => new PdfReader(),
        "arcgis" => new ArcGisReader(),
        "metastreet-details" => new DetailPagesReader(),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No reader for this format."),
    };
}
