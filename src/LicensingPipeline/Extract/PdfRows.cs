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

    /// <summary>What is added for an empty cell where all other rows have one.</summary>
    private const double FilledInAll = 3;
    private const double OutOfLine = 3;
    private const double HadRoom = 0.6;

    /// <summary>What a part of a row costs that stands alone at the top or the foot of a page.</summary>
    private const double PartOfRow = 5;
    private const double OddPitch = 1.5;
    private const double Continued = 0.2;
    private const double Gap = 3;

    /// <summary>What a row costs that has more blank space inside than any cell.</summary>
    private const double Torn = 100;

    /// <summary>What a row costs that has no cell, or two, in the column that starts rows.</summary>
    private const double AgainstRowStarts = 25;

    private readonly double[] _costs = new double[3];
    private readonly double[] _empty = [.. Enumerable.Repeat(EmptyCell, columns)];

    /// <summary>Usual distance of two lines in a cell, from the lines that had no room for more; 0 while unknown.</summary>
    private double _pitch;

    /// <summary>
    /// Looks at pages before any is cut: how far lines are apart, how the cells of a row stand to one another, and which
    /// columns are filled in nearly all rows, so that a row without them is hardly one.
    /// </summary>
    public void Learn(IReadOnlyList<List<PdfLine>> pages)
    {
        LearnPitch(pages);
        var strips = pages.Where(p => p.Count > 0).Select(Strips).ToList();
        Weigh(strips);
        var rows = strips.SelectMany(s => Rows(s, Best(s, Usual()).From)).ToList();
        for (var i = 0; i < columns; i++)
        {
            var filled = rows.Count(r => r.Exists(l => l.Column == i)) / Math.Max(1.0, rows.Count);
            _empty[i] = filled > 0.8 ? EmptyCell + (FilledInAll * (filled - 0.8) / 0.2) : EmptyCell;
        }

        Array.Clear(_costs);
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
        for (var way = 0; way < _costs.Length; way++)
        {
            _costs[way] += pages.Sum(p => Best(p, (PdfAlignment)way).Cost);
        }
    }

    /// <summary>The whole document is aligned one way; the first pages say which.</summary>
    private PdfAlignment Usual() => (PdfAlignment)Array.IndexOf(_costs, _costs.Min());

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

    private void LearnPitch(IReadOnlyList<List<PdfLine>> pages)
    {
        var pairs = pages.SelectMany(p => p.GroupBy(l => l.Column)).SelectMany(c => c.OrderBy(l => l.Middle).Zip(c.OrderBy(l => l.Middle).Skip(1)))
            .Where(p => p.Second.Middle - p.First.Middle is var pitch && pitch > 0.8 * p.First.Height && pitch < 1.8 * p.First.Height).ToList();
        var full = pairs.FindAll(p => !Room(p.First, p.Second));
        var pitches = (full.Count >= 5 ? full : pairs).Select(p => p.Second.Middle - p.First.Middle).Order().ToList();
        if (pitches.Count >= 5)
        {
            // Rows are never closer together than the lines of a cell, so the smallest distance that is common is the one.
            _pitch = pitches.FirstOrDefault(p => pitches.Count(q => q >= p && q <= p * 1.03) >= Math.Max(3, pitches.Count / 25.0));
        }
    }

    /// <summary>Whether two lines are rather two values than one that was broken: they are alike, or the second had room beside the first.</summary>
    private bool Room(PdfLine line, PdfLine next) => (line.Shape.Length > 3 && line.Shape == next.Shape) || line.Width + (0.3 * line.Height) + next.FirstWordWidth < 0.97 * widths[line.Column];

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
                var cost = costs[start] + row.Cost(alignment, atEdge: start == 0 || end == strips.Count);
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
        // Printers round each line to their own grid, so that a small difference says little.
        var off = _pitch > 0 ? Math.Abs(pitch - _pitch) / _pitch : 0;
        var odd = off > 0.06 || pitch > 1.8 * line.Height;
        var room = Room(line, next);
        return Continued + (odd ? OddPitch : off > 0.015 ? OddPitch / 5 : 0) + (room ? HadRoom : 0)
            + (line.Column == startColumn && (room || odd) ? AgainstRowStarts : 0);
    }

    /// <summary>What a row costs to which strips are added at the top.</summary>
    private sealed class PdfRowCost(PdfRows rows, int columns)
    {
        private readonly PdfLine?[] _first = new PdfLine?[columns];
        private readonly double[] _bottoms = new double[columns];
        private double _top = double.MaxValue;
        private double _bottom = double.MinValue;

        /// <summary>What the lines cost that follow others in their cells.</summary>
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

        public double Cost(PdfAlignment alignment, bool atEdge)
        {
            var (cost, empty, has, lacks) = (Joined, 0.0, 0, 0);
            for (var i = 0; i < columns; i++)
            {
                var usual = rows._empty[i] > EmptyCell || i == rows.StartColumn;
                has += usual && _first[i] is not null ? 1 : 0;
                lacks += usual && _first[i] is null ? 1 : 0;
                if (_first[i] is not { } first)
                {
                    empty += rows._empty[i] + (i == rows.StartColumn ? AgainstRowStarts : 0);
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

            // Without most of what all rows have, it may go on from the page before, or upon the next.
            return cost + (atEdge && has < lacks ? Math.Min(empty, PartOfRow) : empty);
        }
    }

    private int? StartColumn => startColumn;
}
