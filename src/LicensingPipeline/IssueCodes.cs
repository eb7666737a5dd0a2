using System.Collections.Frozen;

namespace LicensingPipeline;

/// <summary>Every kind of issue the pipeline can raise, in one table; its rows stand by level in <see cref="IssuesOfRows"/>, <see cref="IssuesOfDates"/> and <see cref="IssuesOfValues"/>.</summary>
public static class IssueCodes
{
    public const string RowDuplicate = "row.duplicate";
    public const string RowNoPlace = "row.no-place";
    public const string RowNoIdentity = "row.no-identity";
    public const string RowShort = "row.shape";
    public const string ReferenceRepeated = "reference.repeated";
    public const string ColumnUnmapped = "column.unmapped";
    public const string ValueUnmapped = "value.unmapped";
    public const string ValueWithheld = "value.withheld";
    public const string PatchUnused = "patch.unused";
    public const string ExtractNoFit = "extract.no-fit";
    public const string DateUnreadable = "date.unreadable";
    public const string DateNoSuchDay = "date.no-such-day";
    public const string DateSeveral = "date.several";
    public const string DateBeforeRegime = "date.before-regime";
    public const string DateFarFuture = "date.far-future";
    public const string DateEndBeforeStart = "date.end-before-start";
    public const string TermOverFiveYears = "term.over-five-years";
    public const string NumberUnreadable = "number.unreadable";
    public const string PostcodeMissing = "postcode.missing";
    public const string PostcodeUnreadable = "postcode.unreadable";
    public const string PostcodeOutwardOnly = "postcode.outward-only";
    public const string PostcodeUnknown = "postcode.unknown";
    public const string PostcodeTerminated = "postcode.terminated";
    public const string PostcodeElsewhere = "postcode.elsewhere";
    public const string PostcodeRepaired = "postcode.repaired";
    public const string AddressHoldsDate = "address.holds-date";
    public const string TextControlCharacter = "text.control-character";
    public const string TextReplacementCharacter = "text.replacement-character";
    public const string TextUnclosedBracket = "text.unclosed-bracket";
    public const string UprnUnreadable = "uprn.unreadable";
    public const string CoordinatesUnreadable = "coordinates.unreadable";

    /// <summary>The table in its order: rows and columns, dates, other values.</summary>
    public static IReadOnlyList<IssueCode> Table { get; } = [.. IssuesOfRows.Table, .. IssuesOfDates.Table, .. IssuesOfValues.Table];

    /// <summary>The table, by code.</summary>
    public static FrozenDictionary<string, IssueCode> All { get; } = Table.ToFrozenDictionary(k => k.Code, StringComparer.Ordinal);

    /// <summary>The kind with a code. A code that is not in the table is a bug.</summary>
    public static IssueCode Find(string code) => All[code];
}
