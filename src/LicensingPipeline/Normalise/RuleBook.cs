namespace LicensingPipeline.Normalise;

/// <summary>Every rule that may change a value. What is not in it changes nothing: a test holds the identifiers in the code to it.</summary>
public static class RuleBook
{
    /// <summary>All rules, in the order of their identifiers.</summary>
    public static IReadOnlyList<Rule> All { get; } = [.. Cells.Concat(AddressRules.All).OrderBy(r => r.Id, StringComparer.Ordinal)];

    /// <summary>Rules of cells, numbers and dates.</summary>
    private static IEnumerable<Rule> Cells =>
    [
        new(Rules.Trimmed, "Takes white space away at both ends.", "  Fictionby ", "Fictionby", "nearly every spreadsheet"),
        new(Rules.Spaces, "Makes one space of several.", "12  Nosuch   Street", "12 Nosuch Street", "registers typed by hand"),
        new(Rules.Lines, "Joins the lines of a cell.", "12 Nosuch Street⏎Nowhere", "12 Nosuch Street, Nowhere", "spreadsheets with addresses over several lines"),
        new(Rules.Control, "Takes characters away that print nothing.", "Fiction\u0007by", "Fictionby", "exports of old back-office systems"),
        new(Rules.StrayQuote, "Takes a quotation mark or back-tick away that only kept a spreadsheet from reading a number.", "`00123", "00123", "references kept as text in spreadsheets"),
        new(Rules.NullToken, "Reads a word that stands for nothing as nothing.", "N/A", "", "exports that write NULL or n/a into empty cells"),
        new(Rules.Withheld, "Reads a word that says a value is held back as withheld, which is not the same as missing.", "Redacted", "withheld", "registers shortened before they go online"),
        new(Rules.Patched, "Puts a known wrong value right, as the source file says and why.", "31/02/2029", "28/02/2029", "a slip that a council confirmed"),
        new(Rules.Constant, "Fills in what the whole file is about and no column says.", "", "selective", "registers of one scheme"),
        new(Rules.ValueMapped, "Reads a publisher's word as ours.", "HMO - Mand", "mandatory-hmo", "every register with kinds"),
        new(Rules.ZeroUnknown, "Reads a nought as not known, where the source file says so.", "0", "", "map layers in which noughts stand for nothing"),
        new(Rules.Number, "Reads a whole number however it is dressed.", "5.0", "5", "spreadsheets in which all numbers have a point"),
        new(Rules.DurationYears, "Makes months of years.", "5 years", "60", "registers that give a term and no end"),
        new(Rules.DurationMonths, "Reads months.", "60 months", "60", "registers that give a term and no end"),
        new(Rules.DateStated, "Reads a date in the order that the source file states.", "03/04/2024", "2024-04-03", "registers whose order a person proved"),
        new(Rules.DateProven, "Reads a date in the order that the file itself proves, column by column.", "03/04/2024", "2024-04-03", "registers with a day above 12 in the same column"),
        new(Rules.DateIso, "Reads a date of ISO 8601.", "2024-04-03", "2024-04-03", "vendors' interfaces"),
        new(Rules.DateTwoDigitYear, "Reads a year of two digits as one of this century.", "3.4.24", "2024-04-03", "spreadsheets that show short years"),
        new(Rules.DateOrdinal, "Reads a day with st, nd, rd or th.", "3rd April 2024", "2024-04-03", "letters turned into tables"),
        new(Rules.DateMonthName, "Reads a month by its name.", "03-Apr-2024", "2024-04-03", "printed spreadsheets"),
        new(Rules.DateSerial, "Reads a day that a spreadsheet counts from 1899-12-30.", "45385", "2024-04-03", "spreadsheets saved as text"),
        new(Rules.DateJavaScript, "Reads a moment as a browser prints it, as its day in UTC.", "Wed Apr 03 2024 12:00:00 GMT+0000", "2024-04-03", "tables made by scripts"),
        new(Rules.DateLatest, "Takes the latest of several dates in one cell; the cell stays as it is beside it.", "03/04/2019; 03/04/2024", "2024-04-03", "registers that write a renewal beside the first term"),
        new(Rules.DateTimeDropped, "Drops the time of day.", "2024-04-03T00:00:00", "2024-04-03", "interfaces that know only moments"),
        new(Rules.EndComputed, "Works the end out from the start and the term; the record says so.", "2024-04-03 + 60 months", "2029-04-02", "registers that give a term and no end"),
        new(Rules.PostcodeFound, "Finds the postcode at the end of an address.", "12 Nosuch Street, QA1 1AA", "QA1 1AA", "registers without a column for it"),
        new(Rules.PostcodeSpaced, "Puts the space where it belongs.", "qa11aa", "QA1 1AA", "registers typed by hand"),
        new(Rules.PostcodeRepaired, "Reads a letter as the digit it looks like, or the other way round, where its place allows only that.", "QA1 OAA", "QA1 0AA", "registers in which somebody typed the letter O"),
        new(Rules.PostcodeRepairedToLive, "Exchanges signs that look alike where, of all readings, exactly one is a postcode that exists.", "QAI OAA", "QA1 0AA", "registers in which somebody typed the letter O, read with the list of postcodes at hand"),
        new(Rules.OutwardAsLocality, "Keeps the first half of a postcode, where no more was written, as the part of the town; it is no postcode.", "postcode QA1", "locality QA1", "registers in which a column was cut off"),
        new(Rules.WardFromPostcode, "Takes the ward from the list of postcodes, where the register states none.", "QA1 1AA", "Nosuch Ward", "registers without wards"),
        new(Rules.PlaceFromPostcode, "Takes the middle of the postcode as the place on the map, where the register states none.", "QA1 1AA", "51.5", "registers without coordinates"),
        new(Rules.PlaceFromUprn, "Takes the place of the home on the map from its UPRN, where the register states none.", "99123456", "51.5", "registers with UPRNs and without coordinates"),
        new(Rules.HolderKind, "Says whether a name is that of a person, of several, of a company or of a public body.", "Placeholder Homes Ltd", "company", "registers of holders of every kind"),
        new(Rules.CompanyNumber, "Takes a company's number out of its name.", "Placeholder Homes Ltd (99123456)", "99123456", "registers that write it in brackets"),
        new(Rules.NameCareOf, "Takes away who only receives the post or acts for the holder.", "Placeholder Homes Ltd c/o Sample Accountants", "Placeholder Homes Ltd", "registers filled in by agents"),
        new(Rules.NameAddress, "Takes an address out of the cell of the name; it becomes the holder's where none is stated.", "Placeholder Homes Ltd, 12 Nosuch Street, QA1 1AA", "Placeholder Homes Ltd", "registers that give name and address in one cell"),
        new(Rules.Uprn, "Takes leading noughts of a UPRN away.", "000123456789", "123456789", "exports of address systems, twelve digits wide"),
    ];
}
