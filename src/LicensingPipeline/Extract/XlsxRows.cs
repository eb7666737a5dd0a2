using System.Globalization;
using System.Xml;

namespace LicensingPipeline.Extract;

/// <summary>The rows of one worksheet's XML, one at a time.</summary>
internal sealed class XlsxRows(XmlReader xml, XlsxWorkbook workbook)
{
    private readonly List<string> _cells = [];
    private long _row;
    private int _filled;

    /// <summary>Walks the rows that the file holds; blank ones among them have no cells.</summary>
    public IEnumerable<NumberedCells> Read()
    {
        while (xml.Read() && !(xml.NodeType == XmlNodeType.Element && xml.LocalName == "sheetData"))
        {
        }

        if (xml.NodeType == XmlNodeType.None)
        {
            throw SourceException.Drift("The worksheet holds no rows at all, so the file is damaged. Fetch it again, or ask the publisher to save it anew.");
        }

        var (depth, empty) = (xml.Depth, xml.IsEmptyElement);
        while (!empty && xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "row")
            {
                ReadRow();
                yield return new NumberedCells(_row, _cells[.._filled].ToArray());
            }
        }
    }

    private void ReadRow()
    {
        _cells.Clear();
        _filled = 0;
        _row = xml.GetAttribute("r") is not { } number ? _row + 1
            : long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var named) && named > 0 ? named
            : throw Damaged();
        var (depth, empty) = (xml.Depth, xml.IsEmptyElement);
        while (!empty && xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "c")
            {
                ReadCell();
            }
        }
    }

    private void ReadCell()
    {
        var column = xml.GetAttribute("r") is { } reference ? Column(reference) : _cells.Count + 1;
        if (column <= _cells.Count)
        {
            throw Damaged();
        }

        if (column > Caps.Columns)
        {
            throw SourceException.Cap("The number of columns", "16,384");
        }

        while (_cells.Count < column - 1)
        {
            _cells.Add("");
        }

        var text = Text();
        _cells.Add(text);
        _filled = text.Length > 0 ? _cells.Count : _filled;
    }

    private string Text()
    {
        var type = xml.GetAttribute("t");
        var style = xml.GetAttribute("s");
        string value = "", inline = "";
        var (depth, empty) = (xml.Depth, xml.IsEmptyElement);
        while (!empty && xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "v")
            {
                value = XlsxText.Of(xml);
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "is")
            {
                inline = XlsxText.OfRuns(xml);
            }
        }

        return type switch
        {
            "inlineStr" => inline,
            "s" when value.Length > 0 => workbook.String(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : -1),
            "b" => value switch { "1" or "true" => "TRUE", "0" or "false" => "FALSE", _ => value },
            "d" => IsoDay(value),
            "str" or "e" or "s" => value,
            _ => Number(value, style),
        };
    }

    private string Number(string value, string? style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return value;
        }

        var kind = int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? workbook.Kind(at) : NumberKind.Number;
        return CellText.Of(number, kind, workbook.From1904);
    }

    /// <summary>A cell of type d holds <c>2024-05-03T00:00:00</c>, at most with a fraction or a Z.</summary>
    private static string IsoDay(string value) =>
        DateTime.TryParseExact(value, ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", "yyyy-MM-ddTHH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
            : value;

    private static int Column(string reference)
    {
        var column = 0;
        foreach (var c in reference)
        {
            if (!char.IsAsciiLetter(c))
            {
                break;
            }

            column = (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
            if (column > Caps.Columns)
            {
                throw SourceException.Cap("The number of columns", "16,384");
            }
        }

        return column > 0 ? column : throw Damaged();
    }

    private static SourceException Damaged() =>
        SourceException.Drift("A cell or row of the worksheet stands where none can, so the file is damaged. Fetch it again, or ask the publisher to save it anew.");
}
