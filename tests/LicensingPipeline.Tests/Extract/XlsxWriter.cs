using System.IO.Compression;
using System.Text;

namespace LicensingPipeline.Tests.Extract;

/// <summary>Writes real XLSX bytes from the XML of the rows, so that a test says exactly what the file holds.</summary>
internal sealed class XlsxWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, string State, string Rows)> _sheets = [];

    public string Strings { get; init; } = "";
    public string Formats { get; init; } = "";
    public string CellFormats { get; init; } = "<xf numFmtId=\"0\"/>";
    public string BookProperties { get; init; } = "";
    public string Doctype { get; init; } = "";
    public string? Without { get; init; }
    public CompressionLevel Level { get; init; } = CompressionLevel.Fastest;

    /// <summary>A workbook of one sheet.</summary>
    public static byte[] Of(string rows) => new XlsxWriter().Sheet("Live", rows).Bytes();

    public XlsxWriter Sheet(string name, string rows, string state = "visible")
    {
        _sheets.Add((name, state, rows));
        return this;
    }

    public byte[] Bytes()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            Add(zip, "_rels/.rels", Relationships([("rId1", "officeDocument", "xl/workbook.xml")]));
            Add(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Links}\"><workbookPr {BookProperties}/><sheets>"
                + string.Concat(_sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" state=\"{s.State}\" r:id=\"rId{i + 1}\"/>")) + "</sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels", Relationships([
                .. _sheets.Select((_, i) => ($"rId{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml")),
                ("rId98", "sharedStrings", "sharedStrings.xml"), ("rId99", "styles", "/xl/styles.xml")]));
            Add(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{Strings}</sst>");
            Add(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts>{Formats}</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>{CellFormats}</cellXfs></styleSheet>");
            for (var i = 0; i < _sheets.Count; i++)
            {
                Add(zip, $"xl/worksheets/sheet{i + 1}.xml", $"{Doctype}<worksheet xmlns=\"{Main}\"><dimension ref=\"A1\"/><sheetData>{_sheets[i].Rows}</sheetData></worksheet>");
            }
        }

        return bytes.ToArray();
    }

    private void Add(ZipArchive zip, string name, string xml)
    {
        if (name != Without)
        {
            using var part = zip.CreateEntry(name, Level).Open();
            part.Write(Encoding.UTF8.GetBytes(xml));
        }
    }

    private static string Relationships(IEnumerable<(string Id, string Kind, string Target)> links) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(links.Select(l => $"<Relationship Id=\"{l.Id}\" Type=\"{Links}/{l.Kind}\" Target=\"{l.Target}\"/>")) + "</Relationships>";
}
