using System.Globalization;
using AngleSharp.Dom;

namespace LicensingPipeline.Extract;

/// <summary>The rows of one HTML table. A cell over several columns or rows fills the first; the others are empty.</summary>
/// <param name="table">The table.</param>
/// <param name="part">The page, where there are several.</param>
/// <param name="peek">Whether the start of each cell is enough, to look for headings: a table that lays out the page holds all of it in a cell.</param>
internal sealed class HtmlRows(IElement table, string? part, bool peek = false)
{
    /// <summary>The widest span the HTML standard knows.</summary>
    private const int MostSpan = 1_000;

    /// <summary>For each column, how many rows more the cell above reaches down.</summary>
    private readonly List<int> _reach = [];
    private readonly List<string> _cells = [];

    /// <summary>Walks the rows in the order of the page, those of head and foot included.</summary>
    public IEnumerable<Row> Read()
    {
        long number = 0;
        for (var i = 0; i < table.ChildNodes.Length; i++)
        {
            if (table.ChildNodes[i] is not IElement child || child.LocalName is not ("thead" or "tbody" or "tfoot" or "tr"))
            {
                continue;
            }

            if (child.LocalName == "tr")
            {
                yield return ReadRow(child, ++number);
                continue;
            }

            // A cell reaches down to the end of its section at most.
            _reach.Clear();
            for (var j = 0; j < child.ChildNodes.Length; j++)
            {
                if (child.ChildNodes[j] is IElement { LocalName: "tr" } row)
                {
                    yield return ReadRow(row, ++number);
                }
            }
        }
    }

    private Row ReadRow(IElement row, long number)
    {
        _cells.Clear();
        for (var i = 0; i < row.ChildNodes.Length; i++)
        {
            if (row.ChildNodes[i] is IElement { LocalName: "td" or "th" } cell)
            {
                PassReached();
                Add(cell);
            }
        }

        PassReached();
        for (var column = _cells.Count; column < _reach.Count; column++)
        {
            _reach[column] = Math.Max(0, _reach[column] - 1);
        }

        return new Row([.. _cells], part, number);
    }

    private void PassReached()
    {
        while (_cells.Count < _reach.Count && _reach[_cells.Count] > 0)
        {
            _reach[_cells.Count]--;
            _cells.Add("");
        }
    }

    private void Add(IElement cell)
    {
        var down = Span(cell, "rowspan", 65_534);
        var rows = down == 0 ? int.MaxValue : Math.Max(0, down - 1);
        var first = _cells.Count;
        for (var left = Math.Max(1, Span(cell, "colspan", MostSpan)); left > 0; left--)
        {
            if (_cells.Count >= Caps.Columns)
            {
                throw SourceException.Cap("The number of columns", "16,384");
            }

            if (_cells.Count == _reach.Count)
            {
                _reach.Add(0);
            }

            _reach[_cells.Count] = rows;
            _cells.Add("");
        }

        _cells[first] = peek ? HtmlText.StartOf(cell) : HtmlText.Of(cell);
    }

    private static int Span(IElement cell, string attribute, int most) =>
        int.TryParse(cell.GetAttribute(attribute), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var span)
            ? Math.Min(span, most)
            : 1;
}
