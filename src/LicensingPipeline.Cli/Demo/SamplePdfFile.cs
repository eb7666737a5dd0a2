using System.Globalization;
using System.Text;

namespace LicensingPipeline.Cli.Demo;

/// <summary>
/// The bytes of a PDF of text and lines. Nothing in it is packed, so that every machine writes the same and the mark can be
/// found in them; its words are ASCII.
/// </summary>
internal sealed class SamplePdfFile(double width, double height) : IDisposable
{
    private const int PagesObject = 2;
    private const int FontObject = 3;
    private const int FirstPageObject = 5;

    private readonly MemoryStream _bytes = new();
    private readonly List<long> _places = [];
    private readonly StringBuilder _page = new();
    private int _pages;

    /// <summary>Puts a text on the page; the place is the left end of the line it stands on, from the top left corner.</summary>
    public void Text(double x, double y, double size, string text) =>
        _page.Append(CultureInfo.InvariantCulture, $"BT /F1 {size:0.##} Tf {x:0.##} {height - y:0.##} Td ({Escaped(text)}) Tj ET\n");

    /// <summary>Draws a box.</summary>
    public void Box(double x, double y, double across, double down) =>
        _page.Append(CultureInfo.InvariantCulture, $"{x:0.##} {height - y - down:0.##} {across:0.##} {down:0.##} re S\n");

    /// <summary>Ends the page; the next begins.</summary>
    public void EndPage()
    {
        Begin();
        var content = _page.ToString();
        _page.Clear();
        var page = FirstPageObject + (2 * _pages++);
        Add(page, string.Create(CultureInfo.InvariantCulture, $"<< /Type /Page /Parent {PagesObject} 0 R /MediaBox [0 0 {width:0.##} {height:0.##}] /Resources << /Font << /F1 {FontObject} 0 R >> >> /Contents {page + 1} 0 R >>"));
        Add(page + 1, string.Create(CultureInfo.InvariantCulture, $"<< /Length {content.Length} >>\nstream\n{content}endstream"));
    }

    /// <summary>The whole file.</summary>
    public byte[] Bytes()
    {
        var kids = string.Join(' ', Enumerable.Range(0, _pages).Select(p => string.Create(CultureInfo.InvariantCulture, $"{FirstPageObject + (2 * p)} 0 R")));
        Add(1, $"<< /Type /Catalog /Pages {PagesObject} 0 R >>");
        Add(PagesObject, string.Create(CultureInfo.InvariantCulture, $"<< /Type /Pages /Count {_pages} /Kids [{kids}] >>"));
        Add(FontObject, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        Add(4, $"<< /Title ({Escaped(Demonstration.Mark)}) >>");
        var start = _bytes.Position;
        Write(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {_places.Count}\n0000000000 65535 f \n"));
        Write(string.Concat(_places.Skip(1).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p:0000000000} 00000 n \n"))));
        Write(string.Create(CultureInfo.InvariantCulture, $"trailer\n<< /Size {_places.Count} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{start}\n%%EOF\n"));
        return _bytes.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => _bytes.Dispose();

    private void Begin()
    {
        if (_places.Count == 0)
        {
            Write("%PDF-1.4\n");
            _places.AddRange(new long[FirstPageObject]);
        }
    }

    private void Add(int number, string content)
    {
        while (_places.Count <= number)
        {
            _places.Add(0);
        }

        _places[number] = _bytes.Position;
        Write(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n{content}\nendobj\n"));
    }

    private void Write(string text) => _bytes.Write(Encoding.ASCII.GetBytes(text));

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);
}
