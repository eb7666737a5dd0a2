using System.Diagnostics;
using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Extract;

/// <summary>Parses a page of HTML within limits. With <see cref="HtmlTableReader"/> and what it uses, the only code that calls AngleSharp to read a register.</summary>
internal static class HtmlPage
{
    /// <summary>Elements inside one another; browsers stop here too, and code that walks a tree overflows the stack later.</summary>
    private const int MostDepth = 512;
    private const int MostElements = 2_000_000;
    private const int MostCharacters = 64 * 1024 * 1024;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(120);

    /// <summary>Parses a file. Scripts do not run and nothing is fetched.</summary>
    public static IHtmlDocument Parse(SourceFile file, ReadSpec read)
    {
        var watch = new Watch();
        var parser = new HtmlParser(new HtmlParserOptions
        {
            IsScripting = false,
            SkipComments = true,
            // One deeper than we take, so that reaching it can be told from having just so many.
            MaximumDepth = MostDepth + 1,
            OnCreated = (element, _) => watch.See(element),
        });
        var page = parser.ParseDocument(Text(file, read));
        return Depth(page.DocumentElement) <= MostDepth ? page : throw TooDeep();
    }

    private static SourceException TooDeep() => SourceException.Cap("The depth of the page", MostDepth.ToString(CultureInfo.InvariantCulture));

    /// <summary>
    /// Stops a parse that would take for ever. The parser keeps the tree shallow but looks through all that is open at
    /// each tag, so a deep page takes the square of its length.
    /// </summary>
    private sealed class Watch
    {
        private readonly long _started = Stopwatch.GetTimestamp();
        private IElement? _last;
        private int _elements;

        /// <summary>Takes note of a new element, which has no place yet; the one before it has.</summary>
        public void See(IElement element)
        {
            if (++_elements > MostElements)
            {
                throw SourceException.Cap("The number of elements in the page", "2 million");
            }

            if (_elements % 64 == 0)
            {
                if (Stopwatch.GetElapsedTime(_started) > MostTime)
                {
                    throw SourceException.Cap("The time it takes to parse the page", "120 seconds");
                }

                var depth = 0;
                for (INode? node = _last; node is not null; node = node.Parent)
                {
                    depth++;
                }

                if (depth > MostDepth)
                {
                    throw TooDeep();
                }
            }

            _last = element;
        }
    }

    private static string Text(SourceFile file, ReadSpec read)
    {
        using var bytes = file.Open();
        // What is sound UTF-8 is UTF-8, whatever the page says of itself; all else that councils publish is Windows-1252.
        var encoding = read.Encoding is { } named ? TextEncodings.Named(named) : TextEncodings.Detect(bytes);
        using var reader = new System.IO.StreamReader(bytes, encoding ?? Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        var text = new StringBuilder();
        var piece = new char[64 * 1024];
        while (reader.Read(piece) is > 0 and var count)
        {
            text.Append(piece, 0, count);
            if (text.Length > MostCharacters)
            {
                throw SourceException.Cap("The size of the page", "64 MB");
            }
        }

        return text.ToString();
    }

    /// <summary>Steps by position, as asking a node for its next sibling searches all of them; the parser keeps this shallow.</summary>
    private static int Depth(INode node)
    {
        var deepest = 0;
        for (var i = 0; i < node.ChildNodes.Length; i++)
        {
            deepest = Math.Max(deepest, node.ChildNodes[i] is IElement child ? Depth(child) : 0);
        }

        return deepest + 1;
    }
}
