using static LicensingPipeline.IssueCodes;

namespace LicensingPipeline;

/// <summary>Issues of dates and terms.</summary>
internal static class IssuesOfDates
{
    private const string Iso = "ISO 8601, the form of dates that government recommends for data";

    public static IReadOnlyList<IssueCode> Table { get; } =
    [
        new(DateSeveral, Severity.Notice, Cause.Published, Dimension.Consistency,
            "Several dates stand in one cell; the latest is taken, and the cell is kept as it is.",
            "Write one date in a cell, and earlier ones in rows or columns of their own.",
            Iso),
        new(DateUnreadable, Severity.Error, Cause.Published, Dimension.Validity,
            "A date is not written in any way we know.",
            "Write the date as year, month and day, such as 2027-03-31.",
            Iso),
        new(DateNoSuchDay, Severity.Error, Cause.Published, Dimension.Validity,
            "The calendar has no such day.",
            "Look the day up in the licence and correct it in the system the register is exported from.",
            Iso),
        new(DateBeforeRegime, Severity.Warning, Cause.Published, Dimension.Validity,
            "The date is before 6 April 2006, when licensing under the Housing Act 2004 began.",
            "Compare the date with the licence; years typed with two digits are often the reason.",
            "Parts 2 and 3 of the Housing Act 2004, in force from 6 April 2006"),
        new(DateFarFuture, Severity.Warning, Cause.Published, Dimension.Validity,
            "The licence starts or was issued more than a year after the date of the copy.",
            "Compare the date with the licence; day and year may stand in each other's place.",
            "regulation 11(1)(f) of SI 2006/373: the register holds licences that are in force"),
        new(DateEndBeforeStart, Severity.Warning, Cause.Published, Dimension.Validity,
            "The licence ends on or before the day it starts.",
            "Compare both dates with the licence; they may stand in each other's column.",
            "regulation 11(1)(f) of SI 2006/373"),
        new(TermOverFiveYears, Severity.Warning, Cause.Published, Dimension.Validity,
            "The licence runs for more than five years, the longest the Act allows (s.68, s.91).",
            "Compare both dates with the licence; where a new licence followed, give it an entry of its own.",
            "sections 68(4) and 91(4) of the Housing Act 2004"),
    ];
}
