using System.Globalization;

namespace LicensingPipeline.View;

/// <summary>Says a change as a sentence, without a judgement on anybody.</summary>
public static class ChangeWords
{
    /// <summary>The sentence.</summary>
    public static string Of(Change change) => $"{What(change)}{Whose(change.Cause)}";

    private static string What(Change change) => change.Code switch
    {
        "granted" => $"new on the register{On("starts", change.After)}{Lag(change.LagDays)}",
        "renewed" => $"a new licence for a home that was on the register before{On("starts", change.After)}",
        "returned" => $"on the register again{On("starts", change.After)}",
        "expired-off" => $"left the register after its end date{On("it was", change.Before)}",
        "overdue-cleared" => $"left the register some time after its end date{On("it was", change.Before)}",
        "scheme-ended" => $"left the register when the scheme ended{On("end date", change.Before)}",
        "vanished" => $"left the register before its end date{On("it is", change.Before)}",
        "reference-reused" => "the reference now stands on another home with another term",
        "address-retyped" => $"the address is written otherwise: {Moved(change)}",
        "remapped" => $"reads otherwise, though the file stood still: {Moved(change)}",
        _ => $"{Name(change)}: {Moved(change)}",
    };

    private static string Name(Change change)
    {
        var field = (change.Field ?? "").Replace('_', ' ');
        return change.Code == "backdated" ? $"{field} moved to an earlier day" : field;
    }

    private static string Moved(Change change) => $"{Quoted(change.Before)} became {Quoted(change.After)}";

    private static string Quoted(string? text) => text is null ? "nothing" : $"'{text}'";

    private static string On(string word, string? day) => day is null ? "" : $" ({word} {day})";

    private static string Lag(long? days) => days is { } lag
        ? string.Create(CultureInfo.InvariantCulture, $", {Math.Abs(lag)} {(Math.Abs(lag) == 1 ? "day" : "days")} {(lag < 0 ? "before" : "after")} its start")
        : "";

    private static string Whose(string cause) => cause switch
    {
        "source" => " (our source file changed, the register did not)",
        "code" => " (our program changed, the register did not)",
        _ => "",
    };
}
