using System.Collections.Frozen;

namespace LicensingPipeline;

/// <summary>Every kind of issue the pipeline can raise, in one table.</summary>
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

    /// <summary>The table, by code.</summary>
    public static FrozenDictionary<string, IssueCode> All { get; } = Table().ToFrozenDictionary(k => k.Code, StringComparer.Ordinal);

    /// <summary>The kind with a code. A code that is not in the table is a bug.</summary>
    public static IssueCode Find(string code) => All[code];

    private static IEnumerable<IssueCode> Table() =>
    [
        .. Rows(),
        new(ColumnUnmapped, Severity.Warning, Cause.Parser, "A column of the file is neither read nor set aside by our source file."),
        new(ValueUnmapped, Severity.Warning, Cause.Parser, "A word of the register is not in our list of its words, so the value is left empty."),
        new(ValueWithheld, Severity.Info, Cause.Withheld, "The register says that it withholds this."),
        new(PatchUnused, Severity.Notice, Cause.Parser, "A correction in our source file matched nothing in this copy."),
        new(ExtractNoFit, Severity.Warning, Cause.Unknown, "A cell that holds several facts is not written the way the others are, so none could be taken from it."),
        .. Dates(),
        new(NumberUnreadable, Severity.Warning, Cause.Published, "A count is not a whole number."),
        .. Postcodes(),
        new(AddressHoldsDate, Severity.Error, Cause.Unknown, "A date stands in the address of the home: the cells of this row have slid into one another."),
        new(TextControlCharacter, Severity.Info, Cause.Published, "An invisible control character stood in the text and was taken out."),
        new(TextReplacementCharacter, Severity.Notice, Cause.Published, "A letter was lost when the file was made; a replacement mark stands in its place."),
        new(TextUnclosedBracket, Severity.Notice, Cause.Published, "A bracket opens and never closes: the text may have been cut off."),
        new(UprnUnreadable, Severity.Warning, Cause.Published, "The property reference number (UPRN) is not one: it has other than 1 to 12 digits."),
        new(CoordinatesUnreadable, Severity.Warning, Cause.Published, "The coordinates are not a place in the United Kingdom."),
    ];

    private static IEnumerable<IssueCode> Rows() =>
    [
        new(RowDuplicate, Severity.Notice, Cause.Published, "The same entry stands in the register more than once."),
        new(RowNoPlace, Severity.Error, Cause.Published, "The entry names no home: no address, postcode or UPRN. It is set aside."),
        new(RowNoIdentity, Severity.Error, Cause.Published, "The entry has nothing to tell it by: no reference, and the fields that stand in for one are empty. It is set aside."),
        new(RowShort, Severity.Warning, Cause.Published, "The row has more filled cells than the heading has columns."),
        new(ReferenceRepeated, Severity.Notice, Cause.Published, "Several different entries stand under one reference; they are kept apart."),
    ];

    private static IEnumerable<IssueCode> Postcodes() =>
    [
        new(PostcodeMissing, Severity.Notice, Cause.Published, "The home has no postcode."),
        new(PostcodeUnreadable, Severity.Warning, Cause.Published, "What stands as the postcode is not one."),
        new(PostcodeOutwardOnly, Severity.Warning, Cause.Published, "Only the first half of a postcode is there; it says in which part of a town the home is, and no more."),
        new(PostcodeUnknown, Severity.Notice, Cause.Unknown, "The list of postcodes does not hold this one: it is mistyped, or newer than our edition of the list."),
        new(PostcodeTerminated, Severity.Info, Cause.Published, "The postcode is no longer in use; it was once, and stands as history."),
        new(PostcodeElsewhere, Severity.Notice, Cause.Unknown, "By the list of postcodes this one lies in another council's area. The register's own council stands; ward and place on the map are left empty."),
        new(PostcodeRepaired, Severity.Info, Cause.Published, "A letter and a digit that look alike were exchanged in the postcode; we read it as it must be meant."),
    ];

    private static IEnumerable<IssueCode> Dates() =>
    [
        new(DateSeveral, Severity.Notice, Cause.Published, "Several dates stand in one cell; the latest is taken, and the cell is kept as it is."),
        new(DateUnreadable, Severity.Error, Cause.Published, "A date is not written in any way we know."),
        new(DateNoSuchDay, Severity.Error, Cause.Published, "The calendar has no such day."),
        new(DateBeforeRegime, Severity.Warning, Cause.Published, "The date is before 6 April 2006, when licensing under the Housing Act 2004 began."),
        new(DateFarFuture, Severity.Warning, Cause.Published, "The licence starts or was issued more than a year after the date of the copy."),
        new(DateEndBeforeStart, Severity.Warning, Cause.Published, "The licence ends on or before the day it starts."),
        new(TermOverFiveYears, Severity.Warning, Cause.Published, "The licence runs for more than five years, the longest the Act allows (s.68, s.91)."),
    ];
}
