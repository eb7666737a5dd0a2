using LicensingPipeline.Catalogue;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Extract;

/// <summary>PDF files in the shapes that councils publish, through the real pdftotext.</summary>
public sealed class PdfReaderTests
{
    [Theory]
    [InlineData("wide", 120)]
    [InlineData("boxes", 120)]
    [InlineData("printed", 150)]
    [InlineData("report", 90)]
    public void Every_cell_of_every_shape_comes_out_as_it_went_in(string name, int rows)
    {
        var copy = PdfSamples.Copy(name, rows);

        var read = Reading.Rows(PdfSamples.Read(name), [Reading.File(PdfSamples.Shape(name).Pdf.Write(copy))], PdfSamples.Required(name));

        var records = read.Where(r => r.NoRecord is null).SkipWhile(r => r.Cells.Length == 1).Where(r => !r.Cells.Select(Headings.Normal).SequenceEqual(PdfSamples.Required(name), StringComparer.Ordinal));
        Differences(PdfSamples.Cells(copy), [.. records.Select(r => string.Join('|', r.Cells))]).ShouldBeEmpty();
    }

    /// <summary>The first rows that differ; a whole register is more than anybody reads.</summary>
    private static IEnumerable<string> Differences(List<string> wanted, List<string> read) =>
        Enumerable.Range(0, Math.Max(wanted.Count, read.Count)).Select(i => (Wanted: wanted.ElementAtOrDefault(i), Read: read.ElementAtOrDefault(i)))
            .Where(r => r.Wanted != r.Read).Take(3).Select(r => $"{r.Wanted}\n{r.Read}\n");
}
