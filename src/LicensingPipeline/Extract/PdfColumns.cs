using System.Globalization;

namespace LicensingPipeline.Extract;

/// <summary>
/// Where the columns of a table lie across the page. Between two headings the cut is put where the fewest words lie
/// across it and the fewest lines have two texts of different cells on one side.
/// </summary>
internal sealed class PdfColumns
{
    /// <summary>Gap between two words, as a share of their height, from which they are different cells for certain.</summary>
    private const double SurelyApart = 1.2;

    private const int MostLines = 1_500;

    /// <summary>How far apart texts start that are meant to start alike.</summary>
    private const double SameStart = 1.0;

    private readonly double[] _cuts;
    private readonly double?[] _starts;
    private readonly long[] _lines;
    private readonly long[] _twofold;

    /// <summary>Finds the columns.</summary>
    /// <param name="headings">From left to right.</param>
    /// <param name="lines">Lines of the first pages, each from left to right.</param>
    public PdfColumns(IReadOnlyList<PdfHeading> headings, IReadOnlyList<List<PdfWord>> lines)
    {
        lines = [.. lines.Take(MostLines)];
        Names = [.. headings.Select(h => h.Text)];
        _cuts = [.. Enumerable.Range(0, headings.Count - 1).Select(i => Cut(headings[i], headings[i + 1], lines))];
        _starts = new double?[headings.Count];
        (_lines, _twofold) = (new long[headings.Count], new long[headings.Count]);
        Widths = new double[headings.Count];
        Measure(headings, lines);
    }

    /// <summary>The headings.</summary>
    public string[] Names { get; }

    /// <summary>How many columns there are.</summary>
    public int Count => Names.Length;

    /// <summary>Room for text in each column, as far as it is known.</summary>
    public double[] Widths { get; }

    /// <summary>
    /// The column of each word of a line. A word belongs where its greater part lies. One that follows its neighbour at
    /// the distance of a space, across a cut, and does not start where that column's texts start, runs over from the
    /// cell on its left and belongs there.
    /// </summary>
    public int[] Place(List<PdfWord> line)
    {
        var places = new int[line.Count];
        for (var i = 0; i < line.Count; i++)
        {
            places[i] = At(line[i].Centre);
            if (i > 0 && places[i] > places[i - 1] && RunsOver(line[i - 1], line[i], places[i]))
            {
                places[i] = places[i - 1];
            }
        }

        return places;
    }

    /// <summary>Whether more than a quarter of the word lies on each side of a cut.</summary>
    public bool LiesAcross(in PdfWord word)
    {
        foreach (var cut in _cuts)
        {
            if (Math.Min(cut - word.Left, word.Right - cut) > (word.Right - word.Left) / 4)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Counts the lines of each column, and those of them that hold two texts far apart, as they do where a column has no heading.</summary>
    public void Watch(List<PdfWord> line)
    {
        var places = Place(line);
        for (var i = 0; i < line.Count; i++)
        {
            var first = i == 0 || places[i] != places[i - 1];
            _lines[places[i]] += first ? 1 : 0;
            _twofold[places[i]] += !first && line[i].Left - line[i - 1].Right > 2 * line[i].Height ? 1 : 0;
        }
    }

    /// <summary>Says which column cannot be one, if any.</summary>
    /// <exception cref="SourceException">A third of its lines and more hold two texts.</exception>
    public void Check()
    {
        for (var i = 0; i < Names.Length; i++)
        {
            if (_twofold[i] > 5 && _twofold[i] * 3 > _lines[i])
            {
                throw SourceException.Drift(string.Create(CultureInfo.InvariantCulture, $"In the PDF {_twofold[i]} of {_lines[i]} lines under the heading \"{Names[i]}\" hold two texts far apart: there is a column without a heading, or one whose heading was not found. Compare the headings under columns with those of the file."));
            }
        }
    }

    private bool RunsOver(in PdfWord before, in PdfWord word, int column) =>
        word.Left - before.Right < 0.4 * word.Height && _starts[column] is { } start && Math.Abs(word.Left - start) > SameStart;

    private int At(double x)
    {
        var at = Array.BinarySearch(_cuts, x);
        return at >= 0 ? at : ~at;
    }

    private static double Cut(PdfHeading before, PdfHeading after, IReadOnlyList<List<PdfWord>> lines)
    {
        double from = Math.Min(before.Right, after.Left), to = Math.Max(before.Right, after.Left);
        var edges = new SortedSet<double> { from, to };
        foreach (var line in lines)
        {
            foreach (var word in line)
            {
                if (word.Right > from && word.Right < to)
                {
                    edges.Add(Math.Round(word.Right, 1));
                }

                if (word.Left > from && word.Left < to)
                {
                    edges.Add(Math.Round(word.Left, 1));
                }
            }
        }

        var best = (Cost: double.MaxValue, Width: 0.0, At: (from + to) / 2);
        foreach (var (left, right) in edges.Zip(edges.Skip(1)))
        {
            var at = (left + right) / 2;
            var cost = lines.Sum(l => Cost(l, at, before.Left, after.Right));
            if (cost < best.Cost - 1e-9 || (Math.Abs(cost - best.Cost) < 1e-9 && right - left > best.Width))
            {
                best = (cost, right - left, at);
            }
        }

        return best.At;
    }

    /// <summary>Words across the cut, and cells that the cut would put into one column.</summary>
    private static double Cost(List<PdfWord> line, double at, double from, double to)
    {
        var cost = 0.0;
        for (var i = 0; i < line.Count; i++)
        {
            var word = line[i];
            cost += word.Left < at && word.Right > at ? 3 : 0;
            if (i > 0 && line[i - 1] is var before && before.Right > from && word.Left < to)
            {
                var apart = word.Left - before.Right > SurelyApart * word.Height;
                var cut = before.Centre < at && word.Centre > at;
                cost += apart && !cut ? 1 : 0;
            }
        }

        return cost;
    }

    private void Measure(IReadOnlyList<PdfHeading> headings, IReadOnlyList<List<PdfWord>> lines)
    {
        var starts = headings.Select(_ => new List<double>()).ToArray();
        foreach (var line in lines)
        {
            var column = -1;
            foreach (var word in line)
            {
                if (At(word.Centre) is var at && at != column)
                {
                    starts[at].Add(word.Left);
                    column = at;
                }
            }
        }

        for (var i = 0; i < headings.Count; i++)
        {
            _starts[i] = CommonStart(starts[i]);
        }

        for (var i = 0; i < headings.Count; i++)
        {
            var left = _starts[i] ?? (i == 0 ? headings[i].Left : _cuts[i - 1]);
            Widths[i] = (i < _cuts.Length ? _starts[i + 1] ?? _cuts[i] : LastEnd(headings[i], lines, left)) - left;
        }
    }

    /// <summary>The last column has no neighbour to measure by, only its texts.</summary>
    private static double LastEnd(PdfHeading heading, IReadOnlyList<List<PdfWord>> lines, double left) =>
        lines.Where(l => l.Exists(w => Math.Abs(w.Left - left) <= SameStart)).Select(l => l[^1].Right).Append(heading.Right).Max();

    /// <summary>Where most texts of a column start, if they start alike.</summary>
    private static double? CommonStart(List<double> starts)
    {
        if (starts.Count < 3)
        {
            return null;
        }

        var common = starts.GroupBy(s => Math.Round(s)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Average();
        return starts.Count(s => Math.Abs(s - common) <= SameStart) >= 0.6 * starts.Count ? common : null;
    }
}
