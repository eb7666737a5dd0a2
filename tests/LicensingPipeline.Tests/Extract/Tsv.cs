using System.Globalization;
using System.Text;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;

namespace LicensingPipeline.Tests.Extract;

/// <summary>Writes what pdftotext writes: eight points of height, five of width for a letter and three for a space.</summary>
internal sealed class Tsv
{
    private readonly StringBuilder _text = new("level\tpage_num\tpar_num\tblock_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n");
    private int _page;

    public static IEnumerable<PdfPage> Pages(string tsv) => PdfWords.Pages(new StringReader(tsv));

    public Tsv Page()
    {
        _text.Append(CultureInfo.InvariantCulture, $"1\t{++_page}\t0\t0\t0\t0\t0.000000\t0.000000\t842.000000\t595.000000\t-1\t###PAGE###\n");
        return this;
    }

    /// <summary>A line of texts, each at its place.</summary>
    public Tsv Line(double top, params IEnumerable<(double Left, string Text)> texts)
    {
        foreach (var (left, text) in texts)
        {
            var at = left;
            foreach (var word in text.Split(' '))
            {
                _text.Append(CultureInfo.InvariantCulture, $"5\t{_page}\t0\t0\t0\t0\t{at:0.00}\t{top:0.00}\t{word.Length * 5:0.00}\t8.00\t100\t{word}\n");
                at += (word.Length * 5) + 3;
            }
        }

        return this;
    }

    public override string ToString() => _text.ToString();

    /// <summary>All rows, by their places: the part and number, the kind where it is no record, and the cells between bars.</summary>
    public List<string> Rows(ReadSpec read, params string[] headings) =>
        [.. new PdfTable(read, Reading.Layouts(headings), null).Rows(Pages(ToString())).Select(r => $"{r.Where}: {(r.NoRecord is { } kind ? $"[{kind}] " : "")}{string.Join('|', r.Cells)}")];

    public List<string> Rows(params string[] headings) => Rows(new ReadSpec("pdf") { Named = headings }, headings);

    public SourceException Failure(params string[] headings)
    {
        var failure = Shouldly.Should.Throw<SourceException>(() => Rows(headings));
        Shouldly.ShouldBeStringTestExtensions.ShouldEndWith(failure.Message, ".");
        return failure;
    }
}
