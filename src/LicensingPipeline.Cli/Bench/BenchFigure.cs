namespace LicensingPipeline.Cli.Bench;

/// <summary>A measured figure beside its target and the yardstick it is measured against in the same run.</summary>
/// <param name="Figure">Its name.</param>
/// <param name="Value">What was measured, or null where it could not be.</param>
/// <param name="Unit">ratio, MB, s …</param>
/// <param name="Target">What is wanted, such as <c>&lt;= 1.0</c>, or null where it is printed for reading only.</param>
/// <param name="Met">Whether it is met.</param>
/// <param name="Yardstick">What it is measured against, or why it could not be measured.</param>
internal sealed record BenchFigure(string Figure, double? Value, string Unit, string? Target, bool Met, string Yardstick)
{
    /// <summary>A figure that must not be over a limit.</summary>
    public static BenchFigure AtMost(string figure, double value, string unit, double limit, string yardstick) =>
        new(figure, Math.Round(value, 3), unit, FormattableString.Invariant($"<= {limit}"), value <= limit, yardstick);

    /// <summary>A figure that must not be under a limit.</summary>
    public static BenchFigure AtLeast(string figure, double value, string unit, double limit, string yardstick) =>
        new(figure, Math.Round(value, 4), unit, FormattableString.Invariant($">= {limit}"), value >= limit, yardstick);

    /// <summary>A figure for reading.</summary>
    public static BenchFigure Plain(string figure, double value, string unit, string yardstick) =>
        new(figure, Math.Round(value, 3), unit, null, true, yardstick);
}
