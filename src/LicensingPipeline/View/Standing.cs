namespace LicensingPipeline.View;

/// <summary>How a licence stands, in words that claim no more than a copy can.</summary>
public static class Standing
{
    /// <summary>What must be said beside its dates, or null where nothing must.</summary>
    /// <param name="licence">The record.</param>
    /// <param name="isCurrent">Whether it stands on the last copy.</param>
    /// <param name="today">The day on which somebody asks.</param>
    public static string? Of(Licence licence, bool isCurrent, DateOnly today)
    {
        if (!isCurrent)
        {
            return $"no longer on the register, last seen {licence[Field.LastSeen]}";
        }

        var end = licence.Date(Field.EndDate);
        return end < licence.Date(Field.AsAt) ? "past its end date on this copy" : end < today ? "past its end date today" : null;
    }
}
