using LicensingPipeline.Extract;

namespace LicensingPipeline.Map;

/// <summary>
/// An entry of the register in our fields, its text as published. One row of the file, or several where the source file
/// says that they are one licence.
/// </summary>
/// <param name="raw">Text by field, untouched but for the joining of several columns; null where no column filled it.</param>
/// <param name="first">The row it starts in.</param>
public sealed class MappedRow(string?[] raw, Row first)
{
    /// <summary>Text by field, in the order of <see cref="Fields.All"/>.</summary>
    public string?[] Raw { get; } = raw;

    /// <summary>The row it starts in.</summary>
    public Row First { get; } = first;

    /// <summary>How many rows of the file it is made of.</summary>
    public int Rows { get; init; } = 1;

    /// <summary>Places of the further rows, or null.</summary>
    public string? FurtherRows { get; init; }

    /// <summary>
    /// Cells of columns that are neither mapped nor set aside, or null where there are none: two entries that differ
    /// only there are still two (the Lewisham copy: one licence number, several property references).
    /// </summary>
    public string? Unmapped { get; init; }

    /// <summary>What was odd while mapping, or null.</summary>
    public IReadOnlyList<Issue>? Issues { get; init; }

    /// <summary>Place in the file, all rows of it.</summary>
    public string Where => FurtherRows is null ? First.Where : $"{First.Where} + {FurtherRows}";
}
