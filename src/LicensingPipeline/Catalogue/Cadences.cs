namespace LicensingPipeline.Catalogue;

/// <summary>How often a publisher renews a register, by the words of a source file.</summary>
public static class Cadences
{
    private static readonly (string Fragment, int Days)[] Words =
    [
        ("twice a year", 184), ("half-year", 184), ("half year", 184), ("six months", 184), ("three months", 92), ("quarter", 92),
        ("fortnight", 14), ("two weeks", 14), ("daily", 1), ("every day", 1), ("week", 7), ("month", 31), ("annual", 366), ("year", 366),
    ];

    /// <summary>Days between two copies; null where the words name no span, such as once or unknown.</summary>
    public static int? Days(string cadence) =>
        Array.Find(Words, w => cadence.Contains(w.Fragment, StringComparison.OrdinalIgnoreCase)) is { Days: > 0 and var days } ? days : null;
}
