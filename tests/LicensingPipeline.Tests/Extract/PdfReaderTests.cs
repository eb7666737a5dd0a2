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

    [Fact]
    public void Matrix()
    {
        var worst = new List<string>();
        foreach (var name in PdfSamples.Names)
            foreach (var alignment in Enum.GetValues<LicensingPipeline.Cli.Demo.SampleAlignment>())
                foreach (var each in new[] { false, true })
                    foreach (var centred in new[] { false })
                        foreach (var goOn in new[] { true })
                            foreach (var seed in new ulong[] { 3, 4 })
                            {
                                var copy = PdfSamples.Copy(name, 70, seed);
                                var pdf = PdfSamples.Shape(name).Pdf with { Alignment = alignment, HeadingsOnEachPage = each, HeadingsCentred = centred, RowsGoOn = goOn };
                                if (goOn) pdf = pdf with { RowHeight = 0 };
                                var wrong = "";
                                try
                                {
                                    var read = Reading.Rows(PdfSamples.Read(name), [Reading.File(pdf.Write(copy))], PdfSamples.Required(name));
                                    var records = read.Where(r => r.NoRecord is null).SkipWhile(r => r.Cells.Length == 1).Where(r => !r.Cells.Select(Headings.Normal).SequenceEqual(PdfSamples.Required(name), StringComparer.Ordinal)).Select(r => string.Join('|', r.Cells)).ToList();
                                    var cells = PdfSamples.Cells(copy);
                                    var bad = cells.Except(records, StringComparer.Ordinal).Count();
                                    if (bad > 0 || records.Count != cells.Count) wrong = $"{bad} of {cells.Count}, {records.Count} read; " + Differences(cells, records).First();
                                }
                                catch (LicensingPipeline.SourceException e) { wrong = e.Message; }
                                System.IO.File.WriteAllBytes($"/work/h-pdf-key/m/{name}-{alignment}-{each}-{centred}-{goOn}-{seed}.pdf", pdf.Write(copy));
                                if (wrong.Length > 0) worst.Add($"{name} {alignment} each={each} centred={centred} goOn={goOn} {seed}: {wrong}");
                            }
        System.IO.File.WriteAllLines("/work/h-pdf-key/matrix.txt", worst);
    }
}
