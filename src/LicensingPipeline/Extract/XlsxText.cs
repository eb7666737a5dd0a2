using System.Globalization;
using System.Text;
using System.Xml;

namespace LicensingPipeline.Extract;

/// <summary>Text inside the XML of a workbook, read in pieces so that an endless one is met early.</summary>
internal static class XlsxText
{
    /// <summary>The text of the element the reader stands on; leaves it on the element's end.</summary>
    public static string Of(XmlReader xml)
    {
        var text = new StringBuilder();
        Append(xml, text);
        return Unescaped(text.ToString());
    }

    /// <summary>The text of a string that may be made of runs (<c>si</c>, <c>is</c>), without its pronunciation.</summary>
    public static string OfRuns(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var text = new StringBuilder();
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "t")
            {
                Append(xml, text);
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh")
            {
                Pass(xml);
            }
        }

        return Unescaped(text.ToString());
    }

    private static void Append(XmlReader xml, StringBuilder text)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var piece = new char[1024];
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace))
            {
                continue;
            }

            while (xml.ReadValueChunk(piece, 0, piece.Length) is > 0 and var count)
            {
                text.Append(piece, 0, count);
                if (text.Length > Caps.CellCharacters)
                {
                    throw SourceException.Cap("A cell of the file", "1 MB");
                }
            }
        }
    }

    private static void Pass(XmlReader xml)
    {
        var (depth, empty) = (xml.Depth, xml.IsEmptyElement);
        while (!empty && xml.Read() && xml.Depth > depth)
        {
        }
    }

    /// <summary>A character that XML cannot hold is written <c>_x000D_</c>, and an underscore that would look so <c>_x005F_</c>.</summary>
    private static string Unescaped(string text)
    {
        if (!text.Contains("_x", StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 6 < text.Length && text[i] == '_' && text[i + 1] is 'x' or 'X' && text[i + 6] == '_'
                && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                plain.Append((char)code);
                i += 6;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }
}
