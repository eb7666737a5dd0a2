using static LicensingPipeline.IssueCodes;

namespace LicensingPipeline;

/// <summary>Issues of numbers, places and text.</summary>
internal static class IssuesOfValues
{
    private const string Address = "BS 7666, the standard for addresses, which ends one with its postcode";
    private const string Utf8 = "Unicode in UTF-8, the encoding that government recommends for text";

    public static IReadOnlyList<IssueCode> Table { get; } =
    [
        new(NumberUnreadable, Severity.Warning, Cause.Published, Dimension.Validity,
            "A count is not a whole number.",
            "Write the number in digits and nothing else in the cell; put remarks into a column of their own.",
            "regulation 11(2) of SI 2006/373, which asks for numbers"),
        new(PostcodeMissing, Severity.Notice, Cause.Published, Dimension.Completeness,
            "The home has no postcode.",
            "Add the postcode to the address of the home, best in a column of its own.",
            Address),
        new(PostcodeUnreadable, Severity.Warning, Cause.Published, Dimension.Validity,
            "What stands as the postcode is not one.",
            "Correct the postcode; the list of addresses that the council keeps has it.",
            Address),
        new(PostcodeOutwardOnly, Severity.Warning, Cause.Published, Dimension.Validity,
            "Only the first half of a postcode is there; it says in which part of a town the home is, and no more.",
            "Publish the whole postcode of the licensed home.",
            Address),
        new(PostcodeUnknown, Severity.Notice, Cause.Unknown, Dimension.Validity,
            "The list of postcodes does not hold this one: it is mistyped, or newer than our edition of the list.",
            "Compare the postcode with the list of addresses that the council keeps.",
            Address),
        new(PostcodeTerminated, Severity.Info, Cause.Published, Dimension.Validity,
            "The postcode is no longer in use; it was once, and stands as history.",
            "Replace the postcode by the one now in use.",
            Address),
        new(PostcodeElsewhere, Severity.Notice, Cause.Unknown, Dimension.Validity,
            "By the list of postcodes this one lies in another council's area. The register's own council stands; ward and place on the map are left empty.",
            "Compare the postcode with the list of addresses that the council keeps; one on the boundary may be right as it is.",
            Address),
        new(PostcodeRepaired, Severity.Info, Cause.Published, Dimension.Validity,
            "A letter and a digit that look alike were exchanged in the postcode; we read it as it must be meant.",
            "Correct the postcode: the letters O and I and the digits 0 and 1 are easily exchanged.",
            Address),
        new(AddressHoldsDate, Severity.Error, Cause.Unknown, Dimension.Validity,
            "A date stands in the address of the home: the cells of this row have slid into one another.",
            "Look at the row in the file: each fact belongs in its own column.",
            "regulation 11(1)(c) of SI 2006/373"),
        new(TextControlCharacter, Severity.Info, Cause.Published, Dimension.Validity,
            "An invisible control character stood in the text and was taken out.",
            "Export the text without control characters; they often come from line breaks inside a form.",
            Utf8),
        new(TextReplacementCharacter, Severity.Notice, Cause.Published, Dimension.Validity,
            "A letter was lost when the file was made; a replacement mark stands in its place.",
            "Save the file in UTF-8 and correct the words whose letters were lost.",
            Utf8),
        new(TextUnclosedBracket, Severity.Notice, Cause.Published, Dimension.Validity,
            "A bracket opens and never closes: the text may have been cut off.",
            "Look whether the export cuts long text off, and make the column wider.",
            "regulation 11 of SI 2006/373, which asks for the particular whole"),
        new(UprnUnreadable, Severity.Warning, Cause.Published, Dimension.Validity,
            "The property reference number (UPRN) is not one: it has other than 1 to 12 digits.",
            "Take the UPRN from the list of addresses that the council keeps, as text, so that no digit is lost.",
            "UPRN, the identifier of addresses that government recommends"),
        new(CoordinatesUnreadable, Severity.Warning, Cause.Published, Dimension.Validity,
            "The coordinates are not a place in the United Kingdom.",
            "Say which system the coordinates are in, and publish degrees in WGS 84 or metres on the National Grid.",
            "WGS 84, the system of coordinates that government recommends"),
    ];
}
