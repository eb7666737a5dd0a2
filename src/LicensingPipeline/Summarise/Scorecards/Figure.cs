namespace LicensingPipeline.Summarise.Scorecards;

/// <summary>A row that passes or counts against a figure. It names no person: the text is there only for fields that may not.</summary>
/// <param name="Where">Its place in the file, such as <c>row 84</c>.</param>
/// <param name="Text">What stands there, or null where it is empty or may name a person.</param>
public sealed record Sample(string Where, string? Text);

/// <summary>A figure of one sheet with all that is needed to do it again.</summary>
public sealed record Figure
{
    /// <summary>What it counts.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>What passes, where the figure is a share; else null.</summary>
    public long? Numerator { get; init; }

    /// <summary>What was tested, where the figure is a share; else null.</summary>
    public long? Denominator { get; init; }

    /// <summary>Rows left out because the value is withheld.</summary>
    public long Withheld { get; init; }

    /// <summary>Rows to which it does not apply.</summary>
    public long NotApplicable { get; init; }

    /// <summary>0 to 100; null where it was not measured.</summary>
    public decimal? Value { get; init; }

    /// <summary>Why it was not measured, as a sentence; null where it was.</summary>
    public string? NotMeasured { get; init; }

    /// <summary>What the value was worked out from, where that is no count: a date, a shape, a rung.</summary>
    public string? Note { get; init; }

    /// <summary>What it is made of, where that is no row: each with what was found, its weight, and whether it passes.</summary>
    public IReadOnlyList<(string What, string Found, decimal Weight, bool Passes)> Terms { get; init; } = [];

    /// <summary>Up to 20 rows that count against it, chosen by hash.</summary>
    public IReadOnlyList<Sample> Failing { get; init; } = [];

    /// <summary>Up to 20 rows that pass, chosen by hash.</summary>
    public IReadOnlyList<Sample> Passing { get; init; } = [];

    /// <summary>Places of all rows that count against it, in the order of the file.</summary>
    public IReadOnlyList<string> FailingPlaces { get; init; } = [];

    /// <summary>A figure that was not measured.</summary>
    public static Figure Missing(string id, string why) => new() { Kind = Method.ById[id], NotMeasured = why };

    /// <summary>A figure that is a value and no share.</summary>
    public static Figure Of(string id, decimal value, string note) => new() { Kind = Method.ById[id], Value = value, Note = note };
}
