namespace LicensingPipeline.Extract;

/// <summary>What speaks against taking lines of a page for one row, as numbers that are added up.</summary>
/// <param name="columns">How many columns there are.</param>
/// <param name="widths">Room for text in each.</param>
/// <param name="startColumn">The column whose filled cell starts a row, where it is known.</param>
internal sealed class PdfCosts(int columns, IReadOnlyList<double> widths, int? startColumn)
{
    public const double OutOfLine = 3;

    /// <summary>What a part of a row costs that stands alone at the top or the foot of a page.</summary>
    public const double PartOfRow = 5;

    private const double EmptyCell = 1;

    /// <summary>What is added for an empty cell where all other rows have one.</summary>
    private const double FilledInAll = 3;
    private const double HadRoom = 0.6;
    private const double OddPitch = 1.5;
    private const double Continued = 0.2;
    private const double Gap = 3;

    /// <summary>What a row costs that has more blank space inside than any cell.</summary>
    private const double Torn = 100;

    /// <summary>What a row costs that has no cell, or two, in the column that starts rows.</summary>
    private const double AgainstRowStarts = 25;

    private readonly double[] _empty = [.. Enumerable.Repeat(EmptyCell, columns)];

    /// <summary>Usual distance of two lines in a cell, from the lines that had no room for more; 0 while unknown.</summary>
    private double _pitch;

    /// <summary>From here on no longer row can be the best.</summary>
    public static double TooMuch => 4 * Torn;

    /// <summary>How many columns there are.</summary>
    public int Columns => columns;

    /// <summary>Whether nearly all rows fill a column.</summary>
    public bool IsUsual(int column) => _empty[column] > EmptyCell || column == startColumn;

    /// <summary>What an empty cell costs.</summary>
    public double Empty(int column) => _empty[column] + (column == startColumn ? AgainstRowStarts : 0);

    /// <summary>What the blank space between two parts of a row costs.</summary>
    public static double Blank(double space, double height) => space <= height ? 0 : space <= 2 * height ? Gap : Torn;

    /// <summary>What it costs that a line goes on in the cell of the line above it.</summary>
    public double Join(PdfLine line, PdfLine next)
    {
        var pitch = next.Middle - line.Middle;
        // Printers round each line to their own grid, so that a small difference says little.
        var off = _pitch > 0 ? Math.Abs(pitch - _pitch) / _pitch : 0;
        var odd = off > 0.06 || pitch > 1.8 * line.Height;
        var room = Room(line, next);
        return Continued + (odd ? OddPitch : off > 0.015 ? OddPitch / 5 : 0) + (room ? HadRoom : 0)
            + (line.Column == startColumn && (room || odd) ? AgainstRowStarts : 0);
    }

    /// <summary>Learns which columns are filled in nearly all rows.</summary>
    public void LearnFilled(IReadOnlyList<List<PdfLine>> rows)
    {
        for (var i = 0; i < columns; i++)
        {
            var filled = rows.Count(r => r.Exists(l => l.Column == i)) / Math.Max(1.0, rows.Count);
            _empty[i] = filled > 0.8 ? EmptyCell + (FilledInAll * (filled - 0.8) / 0.2) : EmptyCell;
        }
    }

    /// <summary>Learns how far apart the lines of a cell are.</summary>
    public void LearnPitch(IReadOnlyList<List<PdfLine>> pages)
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
}
