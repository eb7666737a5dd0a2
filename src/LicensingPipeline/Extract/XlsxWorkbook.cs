using System.Globalization;
using System.Xml;

namespace LicensingPipeline.Extract;

/// <summary>An XLSX workbook: its worksheets, shared strings and number formats. It keeps no file open.</summary>
internal sealed class XlsxWorkbook
{
    private const int MostStrings = 10_000_000;
    private const int MostFormats = 1_000_000;

    private readonly SourceFile _file;
    private readonly List<string> _parts = [];
    private readonly string? _stringsPart;
    private readonly NumberKind[] _formats;
    private string[]? _strings;

    /// <summary>Reads all of the workbook but its strings and rows.</summary>
    public XlsxWorkbook(SourceFile file)
    {
        _file = file;
        using var package = XlsxPackage.Open(file);
        var book = package.Links("").FirstOrDefault(l => l.Kind == "officeDocument").Part ?? "xl/workbook.xml";
        var links = package.Links(book);
        _stringsPart = links.FirstOrDefault(l => l.Kind == "sharedStrings").Part;
        _formats = links.FirstOrDefault(l => l.Kind == "styles").Part is { } styles ? Formats(package, styles) : [];
        var sheets = new List<WorksheetName>();
        using var xml = package.Part(book);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "workbookPr")
            {
                From1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "sheet")
            {
                AddSheet(xml, links, sheets);
            }
        }

        Sheets = sheets;
    }

    /// <summary>The worksheets in order; sheets that are charts or macros are none.</summary>
    public IReadOnlyList<WorksheetName> Sheets { get; }

    /// <summary>Whether days are counted from 1904.</summary>
    public bool From1904 { get; }

    /// <summary>The rows of a worksheet, gaps filled.</summary>
    public IEnumerable<Row> Rows(int sheet, string? part) => BlankRows.Fill(Cells(sheet), part);

    /// <summary>The kind of a number by the style of its cell.</summary>
    public NumberKind Kind(int style) => style >= 0 && style < _formats.Length ? _formats[style] : NumberKind.Number;

    /// <summary>A shared string by its position.</summary>
    public string String(int position) => _strings is { } strings && position >= 0 && position < strings.Length
        ? strings[position]
        : throw SourceException.Drift("A cell points at a text that the workbook does not hold, so it is cut off or damaged. Fetch it again, or ask the publisher to save it anew.");

    private IEnumerable<NumberedCells> Cells(int sheet)
    {
        using var package = XlsxPackage.Open(_file);
        _strings ??= _stringsPart is null ? [] : Strings(package, _stringsPart);
        using var xml = package.Part(_parts[sheet]);
        foreach (var row in new XlsxRows(xml, this).Read())
        {
            yield return row;
        }
    }

    private void AddSheet(XmlReader xml, IReadOnlyList<(string Id, string Kind, string Part)> links, List<WorksheetName> sheets)
    {
        var name = xml.GetAttribute("name") ?? "";
        var visible = xml.GetAttribute("state") is not ("hidden" or "veryHidden");
        string? id = null;
        while (xml.MoveToNextAttribute())
        {
            // In the namespace of relationships, of which there are two.
            id = xml.LocalName == "id" && xml.NamespaceURI.Length > 0 ? xml.Value : id;
        }

        var link = links.FirstOrDefault(l => l.Id == id);
        if (link.Part is null)
        {
            throw SourceException.Drift("The workbook lists a sheet without saying where it is, so it is damaged. Fetch it again, or ask the publisher to save it anew.");
        }

        if (link.Kind == "worksheet")
        {
            sheets.Add(new WorksheetName(name, visible));
            _parts.Add(link.Part);
        }
    }

    private static string[] Strings(XlsxPackage package, string part)
    {
        var strings = new List<string>();
        using var xml = package.Part(part);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                strings.Add(strings.Count < MostStrings ? XlsxText.OfRuns(xml) : throw SourceException.Cap("The number of texts in the workbook", "10 million"));
            }
        }

        return [.. strings];
    }

    private static NumberKind[] Formats(XlsxPackage package, string part)
    {
        var codes = new Dictionary<int, NumberKind>();
        var formats = new List<NumberKind>();
        var inCells = false;
        using var xml = package.Part(part);
        while (xml.Read() && formats.Count < MostFormats)
        {
            if (xml.LocalName == "cellXfs")
            {
                inCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "numFmt")
            {
                codes[Number(xml, "numFmtId")] = NumberFormats.Of(xml.GetAttribute("formatCode") ?? "");
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "xf" && inCells)
            {
                var id = Number(xml, "numFmtId");
                formats.Add(codes.TryGetValue(id, out var kind) ? kind : NumberFormats.BuiltIn(id));
            }
        }

        return [.. formats];
    }

    private static int Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
