namespace LicensingPipeline.Extract;

/// <summary>What a row costs to which strips are added at the top.</summary>
internal sealed class PdfRowCost(PdfCosts costs)
{
    private readonly PdfLine?[] _first = new PdfLine?[costs.Columns];
    private readonly double[] _bottoms = new double[costs.Columns];
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
                Joined += costs.Join(line, first);
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
        return _bottom < _top ? 0 : PdfCosts.Blank(blank, height);
    }

    public double Cost(PdfAlignment alignment, bool atEdge)
    {
        var (cost, empty, has, lacks) = (Joined, 0.0, 0, 0);
        for (var i = 0; i < costs.Columns; i++)
        {
            var usual = costs.IsUsual(i);
            has += usual && _first[i] is not null ? 1 : 0;
            lacks += usual && _first[i] is null ? 1 : 0;
            if (_first[i] is not { } first)
            {
                empty += costs.Empty(i);
                continue;
            }


            var off = alignment switch
            {
                PdfAlignment.Top => first.Top - _top,
                PdfAlignment.Bottom => _bottom - _bottoms[i],
                _ => Math.Abs(first.Top + _bottoms[i] - _top - _bottom) / 2,
            };
            cost += off > 0.35 * first.Height ? PdfCosts.OutOfLine : 0;
        }

        // Without most of what all rows have, it may go on from the page before, or upon the next.
        return cost + (atEdge && has < lacks ? Math.Min(empty, PdfCosts.PartOfRow) : empty);
    }
}
