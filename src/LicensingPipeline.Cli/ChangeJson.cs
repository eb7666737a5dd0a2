using System.Text.Json;
using LicensingPipeline.View;

namespace LicensingPipeline.Cli;

/// <summary>A change as JSON.</summary>
internal static class ChangeJson
{
    /// <summary>Writes the properties into the object that is open.</summary>
    public static void Write(Utf8JsonWriter json, Change change)
    {
        json.WriteString("authority", change.Authority);
        json.WriteString("stream", change.Stream);
        json.WriteString("licence_id", change.LicenceId);
        json.WriteString("as_at", change.AsAt);
        json.WriteString("code", change.Code);
        json.WriteString("field", change.Field);
        json.WriteString("before", change.Before);
        json.WriteString("after", change.After);
        json.WriteString("cause", change.Cause);
        if (change.LagDays is { } lag)
        {
            json.WriteNumber("lag_days", lag);
        }
        else
        {
            json.WriteNull("lag_days");
        }

        json.WriteString("reference", change.Reference);
        json.WriteString("property_address", change.PropertyAddress);
    }
}
