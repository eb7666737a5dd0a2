using System.Globalization;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Cli.Demo;

namespace LicensingPipeline.Tests.Extract;

/// <summary>Invented registers in the shapes of PDF files, by name.</summary>
internal static class PdfSamples
{
    public static string[] Names { get; } = ["wide", "boxes", "printed", "report"];

    public static SamplePdfShape Shape(string name) => name switch
    {
        "wide" => SamplePdfShape.Wide,
        "boxes" => SamplePdfShape.Boxes,
        "printed" => SamplePdfShape.Printed,
        "report" => SamplePdfShape.Report,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    public static SampleCopy Copy(string name, int rows, ulong seed = 5)
    {
        var inventor = new SampleInventor(new SampleDice(seed), "Jackdawley", "QJ4");
        return Shape(name).Copy(Enumerable.Range(0, rows).Select(i => inventor.Licence(string.Create(CultureInfo.InvariantCulture, $"JK/{20_000 + i}"), "Mandatory HMO")));
    }

    /// <summary>The cells as a reader must give them: a line break is a space.</summary>
    public static List<string> Cells(SampleCopy copy) => [.. copy.Rows.Select(r => string.Join('|', r.Select(SampleText.Plain)).Replace('\n', ' '))];

    public static ReadSpec Read(string name) => new("pdf") { Named = Shape(name).Headings };

    public static string[] Required(string name) => [.. Shape(name).Headings.Select(Headings.Normal)];
}
