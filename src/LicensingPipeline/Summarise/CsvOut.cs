using CsvHelper;

namespace LicensingPipeline.Summarise;

/// <summary>How everything of ours is written as CSV.</summary>
public static class CsvOut
{
    /// <summary>
    /// A writer with LF line ends, in which a text that a spreadsheet would run as a formula is escaped: register text comes
    /// from strangers and is opened in spreadsheets.
    /// </summary>
    public static CsvWriter To(TextWriter to) =>
        CsvWriter.Create(to, new CsvWriterOptions { NewLine = "\n", Injection = CsvInjection.Escape }, leaveOpen: true);
}
