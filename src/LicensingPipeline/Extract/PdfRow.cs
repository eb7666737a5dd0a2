namespace LicensingPipeline.Extract;

/// <summary>A row as its lines, by column.</summary>
internal sealed class PdfRow
{
    public PdfRow(List<PdfLine> lines, int columns, PdfPlace place, long number)
    {
        Lines = [.. Enumerable.Range(0, columns).Select(_ => new List<PdfLine>())];
        foreach (var line in lines.OrderBy(l => l.Middle).ThenBy(l => l.Left))
        {
            Lines[line.Column].Add(line);
        }

        (Place, Number) = (place, number);
    }

    public List<PdfLine>[] Lines { get; }

    public PdfPlace Place { get; }

    public long Number { get; }

    public void GoOn(PdfRow next)
    {
        for (var i = 0; i < Lines.Length; i++)
        {
            Lines[i].AddRange(next.Lines[i]);
        }
    }
}
