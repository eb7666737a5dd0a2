namespace LicensingPipeline.Extract;

/// <summary>How the cells of a row stand to one another.</summary>
internal enum PdfAlignment
{
    Top,
    Middle,
    Bottom,
}

/// <summary>
/// Finds where one row ends and the next begins, which a PDF does not say. Of all ways to cut a page into rows that one is
/// taken which costs least: an empty cell costs, a cell out of line with its row costs, and so does a line that follows
/// in its cell though its first word would have had room on the line before, or at another distance than lines of a
/// paragraph have.
/// </summary>
internal sealed class PdfRows(int columns, IReadOnlyList<double> widths, int? startColumn)
{
    private const int MostStripsInRow = 90;

    private readonly PdfCosts _costs = new(columns, widths, startColumn);
    private readonly double[] _ways = new double[Enum.GetValues<PdfAlignment>().Length];

    /// <summary>
    /// Looks at pages before any is cut: how far lines are apart, how the cells of a row stand to one another, and which
    /// columns are filled in nearly all rows, so that a row without them is hardly one.
    /// </summary>
    public void Learn(IReadOnlyList<List<PdfLine>> pages)
    {
        _costs.LearnPitch(pages);
        var strips = pages.Where(p => p.Count > 0).Select(Strips).ToList();
        Weigh(strips);
        _costs.LearnFilled([.. strips.SelectMany(s => Rows(s, Best(s, Usual()).From))]);
        Array.Clear(_ways);
        Weigh(strips);
    }

    /// <summary>The rows of a page, each as its lines.</summary>
    public IReadOnlyList<List<PdfLine>> Cut(List<PdfLine> lines)
    {
        if (lines.Count == 0)
        {
            return [];
        }

        var strips = Strips(lines);
        return Rows(strips, Best(strips, Usual()).From);
    }

    private void Weigh(List<List<List<PdfLine>>> pages)
    {
        for (var way = 0; way < _ways.Length; way++)
        {
            _ways[way] += pages.Sum(p => Best(p, (PdfAlignment)way).Cost);
        }
    }

    /// <summary>The whole document is aligned one way; the first pages say which.</summary>
    private PdfAlignment Usual() => (PdfAlignment)Array.IndexOf(_ways, _ways.Min());

    private static List<List<PdfLine>> Rows(List<List<PdfLine>> strips, int[] from)
    {
        var rows = new List<List<PdfLine>>();
        for (var end = strips.Count; end > 0; end = from[end])
        {
            rows.Add([.. strips[from[end]..end].SelectMany(s => s)]);
        }

        rows.Reverse();
        return rows;
    }

    /// <summary>Lines that overlap in height are of one row, whatever else; they are one strip.</summary>
    private static List<List<PdfLine>> Strips(List<PdfLine> lines)
    {
        var strips = new List<List<PdfLine>>();
        var bottom = double.MinValue;
        foreach (var line in lines.OrderBy(l => l.Middle).ThenBy(l => l.Column))
        {
            if (line.Middle - (0.4 * line.Height) < bottom)
            {
                strips[^1].Add(line);
            }
            else
            {
                strips.Add([line]);
            }

            bottom = Math.Max(bottom, line.Middle + (0.4 * line.Height));
        }

        return strips;
    }

    /// <summary>For each strip the first strip of the row that ends before it, and what all costs.</summary>
    private (int[] From, double Cost) Best(List<List<PdfLine>> strips, PdfAlignment alignment)
    {
        var costs = new double[strips.Count + 1];
        var from = new int[strips.Count + 1];
        for (var end = 1; end <= strips.Count; end++)
        {
            costs[end] = double.MaxValue;
            var row = new PdfRowCost(_costs);
            for (var start = end - 1; start >= Math.Max(0, end - MostStripsInRow); start--)
            {
                row.Add(strips[start]);
                var cost = costs[start] + row.Cost(alignment, atEdge: start == 0 || end == strips.Count);
                if (cost < costs[end])
                {
                    (costs[end], from[end]) = (cost, start);
                }

                if (row.Joined > PdfCosts.TooMuch)
                {
                    break;
                }
            }
        }

        return (from, costs[^1]);
    }
}
