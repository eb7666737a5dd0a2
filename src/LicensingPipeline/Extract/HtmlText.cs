using System.Text;
using AngleSharp.Dom;

namespace LicensingPipeline.Extract;

/// <summary>
/// The text of a table cell as a person sees it: white space is one space, a <c>br</c> and each block a line. The text
/// of a table inside the cell belongs to it; its rows are no rows of the register.
/// </summary>
internal sealed class HtmlText
{
    /// <summary>More than any heading has.</summary>
    private const int StartCharacters = 1_000;

    private readonly StringBuilder _text = new();
    private bool _space;
    private int _most = int.MaxValue;

    /// <summary>The text of a cell.</summary>
    public static string Of(INode cell)
    {
        var text = new HtmlText();
        text.AddChildren(cell);
        return text._text.ToString().TrimEnd('\n');
    }

    /// <summary>The start of a cell's text, which is all of it where it may be a heading.</summary>
    public static string StartOf(INode cell)
    {
        var text = new HtmlText { _most = StartCharacters };
        text.AddChildren(cell);
        return text._text.ToString().TrimEnd('\n');
    }

    private bool Full => _text.Length >= _most;

    private void AddChildren(INode node)
    {
        for (var i = 0; i < node.ChildNodes.Length && !Full; i++)
        {
            Add(node.ChildNodes[i]);
        }
    }

    private void Add(INode node)
    {
        if (node is IText words)
        {
            AddWords(words.Data);
            return;
        }

        if (node is not IElement element)
        {
            return;
        }

        switch (element.LocalName)
        {
            case "script" or "style" or "template":
                break;
            case "br":
                EndLine();
                break;
            case "p" or "div" or "li" or "ul" or "ol" or "dl" or "dt" or "dd" or "tr" or "table" or "address" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "hr" or "pre":
                EndLine();
                AddChildren(element);
                EndLine();
                break;
            case "td" or "th":
                AddChildren(element);
                _space = true;
                break;
            default:
                AddChildren(element);
                break;
        }
    }

    private void AddWords(string words)
    {
        foreach (var c in words)
        {
            if (Full)
            {
                return;
            }

            if (char.IsWhiteSpace(c))
            {
                _space = true;
                continue;
            }

            if (_space && _text.Length > 0 && _text[^1] != '\n')
            {
                _text.Append(' ');
            }

            _space = false;
            _text.Append(c);
            if (_text.Length > Caps.CellCharacters)
            {
                throw SourceException.Cap("A cell of the file", "1 MB");
            }
        }
    }

    private void EndLine()
    {
        _space = false;
        if (_text.Length > 0 && _text[^1] != '\n')
        {
            _text.Append('\n');
        }
    }
}
