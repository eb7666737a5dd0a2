namespace LicensingPipeline.Normalise;

/// <summary>In which order a column writes its dates.</summary>
public enum DateOrder { DayFirst, MonthFirst }

/// <summary>
/// Counts what can prove the order of day and month in one column: a first or a second number above 12. (The Cherwell
/// copy: what a spreadsheet could not read as month first stayed text, so each notation alone proves nothing, the
/// column as a whole does.)
/// </summary>
public sealed class DateOrderProof
{
    /// <summary>Dates whose first number can only be a day.</summary>
    public long DayFirst { get; private set; }

    /// <summary>Dates whose second number can only be a day.</summary>
    public long MonthFirst { get; private set; }

    /// <summary>Looks at one cell.</summary>
    public void See(ReadOnlySpan<char> text)
    {
        if (DateParts.Read(text, out var parts) && parts.Year is DateParts.Last && parts.MonthByName == 0)
        {
            if (parts.First > 12 && parts.Second <= 12)
            {
                DayFirst++;
            }
            else if (parts.Second > 12 && parts.First <= 12)
            {
                MonthFirst++;
            }
        }
    }

    /// <summary>The proven order, or null where the column proves neither or contradicts itself.</summary>
    public DateOrder? Proven => (DayFirst, MonthFirst) switch
    {
        ( > 0, 0) => DateOrder.DayFirst,
        (0, > 0) => DateOrder.MonthFirst,
        _ => null,
    };
}
