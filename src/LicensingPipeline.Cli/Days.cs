using System.Globalization;

namespace LicensingPipeline.Cli;

/// <summary>Days as they are typed: year, month and day, whatever the machine's culture.</summary>
internal static class Days
{
    /// <summary>Reads a day.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static DateOnly Read(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new UsageException($"'{text}' is no day. Write it as 2026-09-27: year, month, day.");
}
