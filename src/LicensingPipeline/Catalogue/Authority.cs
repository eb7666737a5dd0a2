namespace LicensingPipeline.Catalogue;

/// <summary>A licensing authority, a row of <c>data/reference/authorities.csv</c>.</summary>
/// <param name="Gss">GSS code of the Office for National Statistics.</param>
/// <param name="Name">Official name.</param>
/// <param name="ShortName">Name of its source file without ending.</param>
/// <param name="Nation">England, Wales or Scotland.</param>
/// <param name="Region">Region, such as London.</param>
/// <param name="GridX">Column in the tile grid of London, or null.</param>
/// <param name="GridY">Row in the tile grid of London, or null.</param>
public sealed record Authority(string Gss, string Name, string ShortName, string Nation, string Region, int? GridX, int? GridY);

/// <summary>A designation under which homes of a kind need a licence, a row of <c>data/reference/schemes.csv</c>.</summary>
public sealed record Scheme
{
    public required string Authority { get; init; }
    /// <summary>mandatory-hmo, additional-hmo or selective.</summary>
    public required string Kind { get; init; }
    public required string Designation { get; init; }
    /// <summary>whole-borough, or wards separated by semicolons.</summary>
    public required string Area { get; init; }
    public string? WardYear { get; init; }
    public DateOnly? InForceFrom { get; init; }
    public DateOnly? InForceTo { get; init; }
    public DateOnly? EndedEarly { get; init; }
    /// <summary>in, out or unknown: whether houses converted into flats (s.257) are within it.</summary>
    public string? Section257 { get; init; }
    public string? Evidence { get; init; }
    public DateOnly? Checked { get; init; }
    public string? Confidence { get; init; }
}
