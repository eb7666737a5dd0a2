namespace LicensingPipeline.Extract;

/// <summary>Limits that protect the machine from damaged or hostile files (design, section Layout). Reaching one is a <see cref="SourceException"/>.</summary>
public static class Caps
{
    public const int RowsInSheet = 1_048_576;
    public const long RowsInStream = 20_000_000;
    public const int Columns = 16_384;
    public const int BlankRowsRunning = 10_000;
    public const int CellCharacters = 1_048_576;
    public const long UnpackedBytes = 512L * 1024 * 1024;
    public const int UnpackRatio = 200;
    public const int JsonDepth = 64;
    public const long PdfMemoryBytes = 1L << 30;
    public static readonly TimeSpan PdfTime = TimeSpan.FromSeconds(120);

    /// <summary>The text of a cell, or an exception where it is beyond the limit.</summary>
    public static string Cell(string text) =>
        text.Length <= CellCharacters ? text : throw SourceException.Cap("A cell of the file", "1 MB");
}
