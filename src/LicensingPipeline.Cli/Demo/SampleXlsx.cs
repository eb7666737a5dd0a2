using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace LicensingPipeline.Cli.Demo;

/// <summary>
/// Writes an invented register as an XLSX workbook: titles over merged cells above the headings, real dates, and a hidden
/// second sheet. Nothing in it is packed, so that every machine writes the same bytes and the mark can be found in them.
/// </summary>
internal static class SampleXlsx
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string DateStyle = "1";
    private static readonly DateTimeOffset Written = new(2026, 10, 31, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    public static byte[] Write(SampleCopy copy, string sheet, IReadOnlyList<string> titles)
    {
        var rows = titles.Select(t => new object[] { t }).Append([.. copy.Headings]).Concat(copy.Rows).ToList();
        var merged = Enumerable.Range(1, titles.Count).Concat(rows.Index().Where(r => r.Item.Length == 1).Select(r => r.Index + 1)).Distinct()
            .Select(r => string.Create(CultureInfo.InvariantCulture, $"<mergeCell ref=\"A{r}:{Column(copy.Headings.Count - 1)}{r}\"/>"));
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", Types());
            Add(zip, "_rels/.rels", Relationships(("rId1", "officeDocument", "xl/workbook.xml")));
            Add(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Links}\"><sheets><sheet name=\"{sheet}\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"Lists\" sheetId=\"2\" state=\"hidden\" r:id=\"rId2\"/></sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels", Relationships(("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "worksheet", "worksheets/sheet2.xml"), ("rId3", "styles", "styles.xml")));
            Add(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
            Add(zip, "xl/worksheets/sheet1.xml", Sheet(rows, $"<mergeCells>{string.Concat(merged)}</mergeCells>"));
            Add(zip, "xl/worksheets/sheet2.xml", Sheet([[Demonstration.Mark]], ""));
        }

        return bytes.ToArray();
    }

    private static string Sheet(IReadOnlyList<object[]> rows, string after)
    {
        var xml = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetData>");
        foreach (var (at, cells) in rows.Index().Where(r => r.Item.Length > 0))
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{at + 1}\">");
            foreach (var (column, cell) in cells.Index().Where(c => c.Item is not ""))
            {
                xml.Append(Cell(string.Create(CultureInfo.InvariantCulture, $"{Column(column)}{at + 1}"), cell));
            }

            xml.Append("</row>");
        }

        return xml.Append("</sheetData>").Append(after).Append("</worksheet>").ToString();
    }

    private static string Cell(string place, object cell) => cell switch
    {
        DateOnly day => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{place}\" s=\"{DateStyle}\"><v>{day.DayNumber - DayZero.DayNumber}</v></c>"),
        int number => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{place}\"><v>{number}</v></c>"),
        string and ['#', ..] => $"<c r=\"{place}\" t=\"e\"><v>{cell}</v></c>",
        _ => $"<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(SampleText.Plain(cell))}</t></is></c>",
    };

    private static string Column(int index) => index < 26 ? $"{(char)('A' + index)}" : $"{(char)('A' + (index / 26) - 1)}{(char)('A' + (index % 26))}";

    private static string Types() =>
        $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{SheetType}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{SheetType}.styles+xml\"/>"
        + $"<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{SheetType}.worksheet+xml\"/><Override PartName=\"/xl/worksheets/sheet2.xml\" ContentType=\"{SheetType}.worksheet+xml\"/></Types>";

    private static string Relationships(params IEnumerable<(string Id, string Kind, string Target)> links) =>
        $"<Relationships xmlns=\"{Package}/relationships\">{string.Concat(links.Select(l => $"<Relationship Id=\"{l.Id}\" Type=\"{Links}/{l.Kind}\" Target=\"{l.Target}\"/>"))}</Relationships>";

    private static void Add(ZipArchive zip, string name, string xml)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = Written;
        entry.ExternalAttributes = 0;
        using var part = entry.Open();
        part.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml));
    }
}
