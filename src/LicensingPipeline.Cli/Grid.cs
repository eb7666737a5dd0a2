using System.Globalization;
using System.Text;

namespace LicensingPipeline.Cli;

/// <summary>A table as text: columns two spaces apart, numbers to the right, and what must be said about a row beneath it.</summary>
/// <param name="headings">Headings; one that starts with '#' is a column of numbers.</param>
internal sealed class Grid(params string[] headings)
{
    private readonly List<(string[] Cells, IReadOnlyList<string> Notes)> _rows = [];

    /// <summary>Adds a row and the sentences beneath it.</summary>
    public void Add(string[] cells, params IReadOnlyList<string> notes) => _rows.Add((cells, notes));

    /// <summary>Prints the table.</summary>
    public void Print(Terminal terminal)
    {
        var names = headings.Select(h => h.TrimStart('#')).ToArray();
        var widths = names.Select((n, i) => Math.Max(n.Length, _rows.Count == 0 ? 0 : _rows.Max(r => r.Cells[i].Length))).ToArray();
        terminal.Print(Line(names, widths));
        terminal.Print(Line([.. widths.Select(w => new string('-', w))], widths));
        foreach (var (cells, notes) in _rows)
        {
            terminal.Print(Line(cells, widths));
            foreach (var note in notes.Where(n => n.Length > 0))
            {
                Wrapped(note, "    ", terminal.Width).ForEach(l => terminal.Print(l));
            }
        }
    }

    /// <summary>Breaks a sentence at spaces so that it fits; a screen without width breaks nothing.</summary>
    public static List<string> Wrapped(string text, string indent, int? width)
    {
        var lines = new List<string>();
        var line = new StringBuilder(indent);
        foreach (var word in text.Split(' '))
        {
            if (line.Length > indent.Length && line.Length + 1 + word.Length > (width ?? int.MaxValue))
            {
                lines.Add(line.ToString());
                line.Clear().Append(indent);
            }

            line.Append(line.Length > indent.Length ? " " : "").Append(word);
        }

        lines.Add(line.ToString());
        return lines;
    }

    /// <summary>A number with its thousands apart.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.GetCultureInfo("en-GB"));

    private string Line(string[] cells, int[] widths) =>
        string.Join("  ", cells.Select((c, i) => headings[i].StartsWith('#') ? c.PadLeft(widths[i]) : c.PadRight(widths[i]))).TrimEnd();
}
