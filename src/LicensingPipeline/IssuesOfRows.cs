using static LicensingPipeline.IssueCodes;

namespace LicensingPipeline;

/// <summary>Issues of whole rows and columns.</summary>
internal static class IssuesOfRows
{
    private const string Ours = "our own reading, not the register";
    private const string GoodPractice = "good practice: the law fixes what an entry holds and not its form";

    public static IReadOnlyList<IssueCode> Table { get; } =
    [
        new(RowDuplicate, Severity.Notice, Cause.Published, Dimension.Uniqueness,
            "The same entry stands in the register more than once.",
            "Take the repeat out when the register is exported; one licence is one entry.",
            "section 232(1)(a) of the Housing Act 2004: an entry for each licence in force"),
        new(RowNoPlace, Severity.Error, Cause.Published, Dimension.Completeness,
            "The entry names no home: no address, postcode or UPRN. It is set aside.",
            "Fill in the address of the licensed home.",
            "regulation 11(1)(c) of SI 2006/373"),
        new(RowNoIdentity, Severity.Error, Cause.Published, Dimension.Uniqueness,
            "The entry has nothing to tell it by: no reference, and the fields that stand in for one are empty. It is set aside.",
            "Publish the reference of each licence beside it.",
            GoodPractice),
        new(RowShort, Severity.Warning, Cause.Published, Dimension.Consistency,
            "The row has more filled cells than the heading has columns.",
            "Put text that holds the separator into quotes, or give every filled column a heading.",
            "RFC 4180, the standard for comma-separated files"),
        new(ReferenceRepeated, Severity.Notice, Cause.Published, Dimension.Uniqueness,
            "Several different entries stand under one reference; they are kept apart.",
            "Give each licence a reference of its own; where one licence takes several rows, say so on the page.",
            GoodPractice),
        new(ColumnUnmapped, Severity.Warning, Cause.Parser, Dimension.None,
            "A column of the file is neither read nor set aside by our source file.",
            null,
            Ours),
        new(ValueUnmapped, Severity.Warning, Cause.Parser, Dimension.None,
            "A word of the register is not in our list of its words, so the value is left empty.",
            null,
            Ours),
        new(ValueWithheld, Severity.Info, Cause.Withheld, Dimension.None,
            "The register says that it withholds this.",
            "Nothing needs mending in the file; say on the page which particulars are left out, why, and where the whole entry can be inspected.",
            "section 232(4) of the Housing Act 2004: the contents are open to inspection"),
        new(PatchUnused, Severity.Notice, Cause.Parser, Dimension.None,
            "A correction in our source file matched nothing in this copy.",
            null,
            Ours),
        new(ExtractNoFit, Severity.Warning, Cause.Unknown, Dimension.Consistency,
            "A cell that holds several facts is not written the way the others are, so none could be taken from it.",
            "Give each fact a column of its own, or write the cell as in the other rows.",
            GoodPractice),
    ];
}
