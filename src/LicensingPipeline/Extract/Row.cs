using System.Globalization;

namespace LicensingPipeline.Extract;

/// <summary>
/// A row of text as the file holds it. It is a class without value equality because a million of them pass in seconds
/// and nobody compares them.
/// </summary>
/// <param name="cells">The text of each cell, untrimmed; shorter than the heading where the row is.</param>
/// <param name="part">Sheet, page or file it stands in, or null where there is only one.</param>
/// <param name="number">1-based number of the row in that part, the heading counted, as a spreadsheet shows it.</param>
/// <param name="unit">What the number counts: rows, or the lines of a page.</param>
public sealed class Row(string[] cells, string? part, long number, string unit = "row")
{
    /// <summary>The text of each cell, untrimmed.</summary>
    public string[] Cells { get; } = cells;

    /// <summary>Sheet, page or file, or null.</summary>
    public string? Part { get; } = part;

    /// <summary>1-based number of the row in its part.</summary>
    public long Number { get; } = number;

    /// <summary>Set where the format itself shows that the row is no entry: the kind under which it is counted.</summary>
    public string? NoRecord { get; init; }

    /// <summary>Place in the file, such as <c>row 84</c>, <c>Live, row 84</c> or <c>page 12, line 7</c>.</summary>
    public string Where => Part is null
        ? string.Create(CultureInfo.InvariantCulture, $"{unit} {Number}")
        : string.Create(CultureInfo.InvariantCulture, $"{Part}, {unit} {Number}");

    /// <summary>Whether no cell holds anything but white space.</summary>
    public bool IsBlank
    {
        get
        {
            foreach (var cell in Cells)
            {
                if (!string.IsNullOrWhiteSpace(cell))
                {
                    return false;
                }
            }

            return true;
        }
    }
}

/// <summary>A file of a snapshot; the bytes can be opened more than once.</summary>
/// <param name="Name">Its name, without folders.</param>
/// <param name="Open">Opens the bytes; whoever opens, disposes.</param>
public sealed record SourceFile(string Name, Func<Stream> Open);

/// <summary>
/// One table-like part of a file: all its rows in order, titles and headings included, as no reader knows which row
/// is the heading.
/// </summary>
/// <param name="Part">Its name, where the file has several parts or the snapshot several files.</param>
/// <param name="Rows">Read lazily, once.</param>
/// <param name="FirstRowIsHeading">Set where the format itself says so (JSON: the keys).</param>
public sealed record Sheet(string? Part, IEnumerable<Row> Rows, bool FirstRowIsHeading = false);

/// <summary>A format: bytes become sheets of rows of text. It guesses no types, skips no row and touches no network.</summary>
public interface IFormatReader
{
    /// <summary>Opens the files of one snapshot.</summary>
    /// <param name="files">In the order of their names.</param>
    /// <param name="read">What the source file says about reading.</param>
    /// <param name="headings">The headings of each layout, normal form of <see cref="Catalogue.Headings.Normal"/>; for a format that must choose among sheets or tables.</param>
    /// <exception cref="SourceException">The bytes are not of this format, or beyond a limit.</exception>
    IEnumerable<Sheet> Open(IReadOnlyList<SourceFile> files, Catalogue.ReadSpec read, IReadOnlyList<IReadOnlySet<string>> headings);
}
