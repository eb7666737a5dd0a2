using System.Globalization;

namespace LicensingPipeline.Cli;

/// <summary>Lengths of time as people write them: 26h, 90m, 2d.</summary>
internal static class Ages
{
    /// <exception cref="UsageException">It is none.</exception>
    public static TimeSpan Parse(string text)
    {
        var unit = text.Length > 1 ? char.ToLowerInvariant(text[^1]) : ' ';
        if (unit is 'm' or 'h' or 'd' && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 100_000)
        {
            return unit switch { 'm' => TimeSpan.FromMinutes(number), 'h' => TimeSpan.FromHours(number), _ => TimeSpan.FromDays(number) };
        }

        throw new UsageException($"'{text}' is no length of time. Write minutes, hours or days, such as 90m, 26h or 2d.");
    }

    /// <summary>Such as "26 hours" or "3 days".</summary>
    public static string Words(TimeSpan age) =>
        age >= TimeSpan.FromHours(48) ? Count((long)age.TotalDays, "day") : age >= TimeSpan.FromHours(2) ? Count((long)age.TotalHours, "hour") : Count((long)age.TotalMinutes, "minute");

    private static string Count(long number, string unit) => $"{Grid.Number(number)} {unit}{(number == 1 ? "" : "s")}";
}
