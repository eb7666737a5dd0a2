using System.Globalization;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Cli.Demo;
using LicensingPipeline.Extract;

namespace LicensingPipeline.Cli.Bench;

/// <summary>
/// Times a whole night over a long PDF: 1,771 pages, as the longest register of London has, two boxed licences to a page. What
/// comes out is held against what was drawn, cell by cell.
/// </summary>
internal static class BenchPdf
{
    /// <summary>Licences of the invented PDF; two stand on a page.</summary>
    public const int Licences = 2 * 1771;

    /// <summary>Runs it below a folder.</summary>
    public static async Task<IReadOnlyList<BenchFigure>> RunAsync(string folder, int licences, Action<string> say, CancellationToken ct)
    {
        var copy = Lay(folder, licences);
        var register = Path.Combine(folder, "inbox", "bench-pdf", "register.pdf");
        say(string.Create(CultureInfo.InvariantCulture, $"A PDF of {licences:N0} licences, {new FileInfo(register).Length / 1e6:N1} MB."));
        var night = await Measured.RunAsync(
            "dotnet", [typeof(BenchPdf).Assembly.Location, "run", "--sources", Path.Combine(folder, "sources"), "--inbox", Path.Combine(folder, "inbox"), "--data", Path.Combine(folder, "data")], null, ct);
        if (night.Exit != 0)
        {
            return [new BenchFigure("pdf_seconds", null, "s", "<= 60", false, $"could not be measured: the run ended with {night.Exit}: {night.Error}")];
        }

        return
        [
            BenchFigure.AtMost("pdf_seconds", night.Seconds, "s", 60, string.Create(CultureInfo.InvariantCulture, $"a whole night over {licences:N0} boxed licences, two to a page")),
            BenchFigure.AtMost("pdf_peak_mb", night.PeakMegabytes, "MB", 300, "resident memory of the program; pdftotext is a process of its own, held to 1 GB"),
            BenchFigure.AtMost("pdf_cells_wrong", Wrong(register, copy), "cells", 0, string.Create(CultureInfo.InvariantCulture, $"of {copy.Rows.Count * copy.Headings.Count:N0} drawn")),
        ];
    }

    private static SampleCopy Lay(string folder, int licences)
    {
        var inventor = new SampleInventor(new SampleDice(11), "Jackdawley", "QJ4");
        var copy = SamplePdfShape.Boxes.Copy(Enumerable.Range(0, licences).Select(i => inventor.Licence(string.Create(CultureInfo.InvariantCulture, $"JK/{20_000 + i}"), "Mandatory HMO")));
        var inbox = Directory.CreateDirectory(Path.Combine(folder, "inbox", "bench-pdf")).FullName;
        File.WriteAllBytes(Path.Combine(inbox, "register.pdf"), SamplePdfShape.Boxes.Pdf.Write(copy));
        Directory.CreateDirectory(Path.Combine(folder, "sources"));
        File.WriteAllText(Path.Combine(folder, "sources", "bench-pdf.yaml"), SourceFile);
        return copy;
    }

    /// <summary>How many cells are not as they were drawn; a row too few or too many counts with all its cells.</summary>
    private static int Wrong(string register, SampleCopy copy)
    {
        var read = new ReadSpec("pdf") { Named = copy.Headings };
        string[] headings = [.. copy.Headings.Select(Headings.Normal)];
        // The line of the mark has one cell; the headings stand on each page.
        var rows = new PdfReader().Open([new SourceFile("register.pdf", () => File.OpenRead(register))], read, [headings.ToHashSet(StringComparer.Ordinal)])
            .SelectMany(s => s.Rows).Where(r => r.NoRecord is null).SkipWhile(r => r.Cells.Length == 1)
            .Where(r => !r.Cells.Select(Headings.Normal).SequenceEqual(headings, StringComparer.Ordinal)).ToList();
        var wrong = Math.Abs(rows.Count - copy.Rows.Count) * headings.Length;
        foreach (var (row, drawn) in rows.Zip(copy.Rows))
        {
            wrong += drawn.Where((cell, i) => (i < row.Cells.Length ? row.Cells[i] : "") != SampleText.Plain(cell).Replace('\n', ' ')).Count();
        }

        return wrong;
    }

    private const string SourceFile = """
        authority: E09000001
        steward: "@bench"
        access: { rung: 3, evidence: [ { url: "https://example.org/", checked: 2026-11-22, found: "an invented register, for measuring" } ] }
        streams:
          hmo:
            register: licences
            manual: { folder: bench-pdf, files: 'register.pdf', as-at: 2026-11-01 }
            read: { format: pdf }
            columns: { "Licence reference": reference, "Property address": property_address, "Licence type": scheme, "Licence valid from": start_date,
              "Licence expiry": end_date, "Licence holder": holder_name, "Licence holder address": holder_address, "Managing agent": manager_name,
              "Managing agent address": manager_address, "Total number of permitted occupants": max_persons }
            values: { scheme: { "Mandatory HMO": mandatory-hmo } }
            dates: [ dd/MM/yyyy ]
            covers: { schemes: [ mandatory-hmo ], area: whole-borough, evidence: "https://example.org/" }
            start-means: unknown
            verified: { by: "@bench", date: 2026-11-22 }
            cadence: unknown
            terms: { reuse: none-stated, marketing: unstated, evidence: "https://example.org/" }
            guards: { min-rows: 5 }
            examples: [ { in: { "Licence reference": "JK/1", "Property address": "1 Nosuch Road" }, out: { reference: JK/1 } } ]
        """;
}
