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
    private const double EmptyCell = 1;
    private const double OutOfLine = 3;
    private const double HadRoom = 1.5;
    private const double OddPitch = 1.5;
    private const double Continued = 0.2;
    private const double Gap = 3;

    /// <summary>What a row costs that has more blank space inside than any cell.</summary>
    private const double Torn = 100;

    /// <summary>What a row costs that has no cell, or two, in the column that starts rows.</summary>
    private const double AgainstRowStarts = 25;

    private readonly double[] _costs = new double[3];

    /// <summary>Usual distance of two lines in a cell, from the lines that had no room for more; 0 while unknown.</summary>
    private double _pitch;

    /// <summary>The rows of a page, each as its lines.</summary>
    public IEnumerable<List<PdfLine>> Cut(List<PdfLine> lines)
    {
        if (lines.Count == 0)
        {
            return [];
        }

        var strips = Strips(lines);
        LearnPitch(lines);
        var ways = new int[3][];
        for (var way = 0; way < 3; way++)
        {
            (ways[way], var cost) = Best(strips, (PdfAlignment)way);
            _costs[way] += cost;
        }

        // The whole document is aligned one way; the pages so far say which.
        var best = ways[Array.IndexOf(_costs, _costs.Min())];
        var rows = new List<List<PdfLine>>();
        for (var end = strips.Count; end > 0; end = best[end])
        {
            rows.Add([.. strips[best[end]..end].SelectMany(s => s)]);
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

    private void LearnPitch(List<PdfLine> lines)
    {
        var pitches = lines.GroupBy(l => l.Column).SelectMany(c => c.OrderBy(l => l.Middle).Zip(c.OrderBy(l => l.Middle).Skip(1)))
            .Where(p => !Room(p.First, p.Second)).Select(p => (p.Second.Middle - p.First.Middle, p.First.Height)).Where(p => p.Item1 < 1.8 * p.Height)
            .Select(p => Math.Round(p.Item1, 1)).Order().ToList();
        if (_pitch == 0 && pitches.Count >= 5)
        {
            _pitch = pitches.CountBy(p => p).OrderByDescending(p => p.Value).ThenBy(p => p.Key).First().Key;
        }
    }

    private bool Room(PdfLine line, PdfLine next) => line.Width + (0.3 * line.Height) + next.FirstWordWidth < 0.97 * widths[line.Column];

    /// <summary>For each strip the first strip of the row that ends before it, and what all costs.</summary>
    private (int[] From, double Cost) Best(List<List<PdfLine>> strips, PdfAlignment alignment)
    {
        var costs = new double[strips.Count + 1];
        var from = new int[strips.Count + 1];
        for (var end = 1; end <= strips.Count; end++)
        {
            costs[end] = double.MaxValue;
            var row = new PdfRowCost(this, columns);
            for (var start = end - 1; start >= Math.Max(0, end - MostStripsInRow); start--)
            {
                row.Add(strips[start]);
                var cost = costs[start] + row.Cost(alignment);
                if (cost < costs[end])
                {
                    (costs[end], from[end]) = (cost, start);
                }

                if (row.Joined > 4 * Torn)
                {
                    break;
                }
            }
        }

        return (from, costs[^1]);
    }

    private double Join(PdfLine line, PdfLine next)
    {
        var pitch = next.Middle - line.Middle;
        var odd = _pitch > 0 ? Math.Abs(pitch - _pitch) > 0.06 * _pitch : pitch > 1.8 * line.Height;
        var room = Room(line, next);
        return Continued + (odd ? OddPitch : 0) + (room ? HadRoom : 0)
            + (line.Column == startColumn && (room || odd) ? AgainstRowStarts : 0);
    }

    /// <summary>What a row costs to which strips are added at the top.</summary>
    private sealed class PdfRowCost(PdfRows rows, int columns)
    {
        private readonly PdfLine?[] _first = new PdfLine?[columns];
        private readonly double[] _bottoms = new double[columns];
        private double _top = double.MaxValue;
        private double _bottom = double.MinValue;

        public double Joined { get; private set; }

        public void Add(List<PdfLine> strip)
        {
            for (var i = strip.Count - 1; i >= 0; i--)
            {
                var line = strip[i];
                Joined += i == strip.Count - 1 ? Blank(strip, line.Height) : 0;
                ref var first = ref _first[line.Column];
                if (first is null)
                {
                    _bottoms[line.Column] = line.Bottom;
                }
                else
                {
                    Joined += rows.Join(line, first);
                }

                first = line;
                _top = Math.Min(_top, line.Top);
                _bottom = Math.Max(_bottom, line.Bottom);
            }
        }

        /// <summary>What the blank space between the strip and the rest of the row costs.</summary>
        private double Blank(List<PdfLine> strip, double height)
        {
            var blank = _top - strip.Max(l => l.Bottom);
            return _bottom < _top || blank <= height ? 0 : blank <= 2 * height ? Gap : Torn;
        }

        public double Cost(PdfAlignment alignment)
        {
            var cost = Joined;
            for (var i = 0; i < columns; i++)
            {
                if (_first[i] is not { } first)
                {
                    cost += EmptyCell + (i == rows.StartColumn ? AgainstRowStarts : 0);
                    continue;
                }

                var off = alignment switch
                {
                    PdfAlignment.Top => first.Top - _top,
                    PdfAlignment.Bottom => _bottom - _bottoms[i],
                    _ => Math.Abs(first.Top + _bottoms[i] - _top - _bottom) / 2,
                };
                cost += off > 0.35 * first.Height ? OutOfLine : 0;
            }

            return cost;
        }
    }

    private int? StartColumn => startColumn;
}
