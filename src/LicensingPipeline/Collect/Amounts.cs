using System.Globalization;

namespace LicensingPipeline.Collect;

/// <summary>Sizes and waits as a person says them.</summary>
internal static class Amounts
{
    private const long Megabyte = 1024 * 1024;

    public static string Bytes(long bytes) => bytes >= Megabyte && bytes % Megabyte == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / Megabyte} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} bytes");

    public static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.##} seconds");
}
