using System.Globalization;

namespace LicensingPipeline.Cli.Demo;

/// <summary>The shapes in which councils publish a register as a PDF.</summary>
/// <param name="Headings">The headings.</param>
/// <param name="Pdf">How the table is drawn.</param>
/// <param name="Cells">A licence as a row.</param>
internal sealed record SamplePdfShape(IReadOnlyList<string> Headings, SamplePdf Pdf, Func<SampleLicence, object[]> Cells)
{
    /// <summary>Eighteen ruled columns on a wide page, with headings of up to a sentence and compound cells; headings on the first page only.</summary>
    public static SamplePdfShape Wide { get; } = new(
    [
        "Reference Number", "UPRN", "Name of the licence holder", "Address of the licence holder", "Name and address of the person managing the licensed HMO or house",
        "Address of the licensed HMO or house", "Post Code", "Ward", "Commencement date", "Expiry date", "Duration (in years)",
        "Summary information of any matter concerning the licensing of the HMO or house that has been referred to a Residential Property Tribunal or to the Lands Tribunal",
        "Summary information of any decisions of the tribunals that relate to the licensed HMO, together with the reference number allocated to the case by tribunal",
        "The number of storeys comprising the licensed HMO", "The number of rooms in the licensed HMO providing (i) sleeping accommodation (ii) living accommodation",
        "In the case of a licensed HMO consisting of flats (i) the number of flats that are self contained, (ii) the number of flats that are not self contained",
        "Description of shared amenities including the numbers of each amenity", "The maximum number of persons or households permitted to occupy the licensed HMO under the conditions of the licence",
    ],
        new SamplePdf([38, 52, 62, 92, 96, 78, 42, 52, 46, 46, 34, 66, 66, 40, 58, 62, 72, 56]) { Page = (1191, 842), Size = 6, HeadingsCentred = true },
        l =>
        [
            l.Reference, l.Uprn, l.Holder, l.HolderAddress, l.Manager.Length == 0 ? "" : $"{l.Manager}, {l.ManagerAddress}", l.Home, l.Postcode, l.Ward, Slashed(l.Start), Slashed(l.End), 5,
            l.Rooms % 3 == 0 ? "" : "Not Referred", l.Rooms % 2 == 0 ? "N/A" : "", l.Storeys, string.Create(CultureInfo.InvariantCulture, $"(i) {l.Rooms} (ii) {l.Storeys - 2}"), "N/A",
            l.Rooms % 2 == 0 ? string.Create(CultureInfo.InvariantCulture, $"{l.Storeys} Bathrooms, 1 Kitchen") : string.Create(CultureInfo.InvariantCulture, $"{l.Storeys} Bathroom.\n1 Kitchen"), l.Persons,
        ]);

    /// <summary>One box around each licence, two to a page, addresses over several lines; headings on each page.</summary>
    public static SamplePdfShape Boxes { get; } = new(
        ["Licence reference", "Property address", "Licence type", "Licence valid from", "Licence expiry", "Licence holder", "Licence holder address", "Managing agent", "Managing agent address", "Total number of permitted occupants"],
        new SamplePdf([70, 100, 76, 58, 58, 88, 100, 88, 96, 50]) { Rules = SampleRules.Rows, RowHeight = 210, Size = 8, HeadingsOnEachPage = true, PageNumbers = true, RowPadding = 6 },
        l =>
        [
            l.Reference, $"{l.Home}\n{l.Town}\n{l.Postcode}", l.Kind, Slashed(l.Start), Slashed(l.End), l.Holder, l.HolderAddress.Replace(", ", "\n", StringComparison.Ordinal),
            l.Manager, l.Manager.Length == 0 ? "" : l.ManagerAddress.Replace(", ", "\n", StringComparison.Ordinal), l.Persons,
        ]);

    /// <summary>Seven columns without rules, as a spreadsheet is printed: cells at the foot of their row, no space between rows, headings on each page.</summary>
    public static SamplePdfShape Printed { get; } = new(
        ["Address", "Status", "Issue Date", "Expiry Date", "Maximum Permitted Occupants", "Maximum Number of Households", "No of Storeys"],
        new SamplePdf([190, 70, 66, 66, 70, 70, 54]) { Page = (842, 595), Rules = SampleRules.None, Alignment = SampleAlignment.Bottom, Leading = 1.3, RowPadding = 0.2, Size = 8, HeadingsOnEachPage = true, PageNumbers = true },
        l => [l.FullAddress, l.Rooms % 5 == 0 ? "Temporary Exemption" : "Licensed", Dashed(l.Start), Dashed(l.End), l.Persons, l.Households, l.Storeys]);

    /// <summary>The report of a vendor: a title above the headings, headings on the first page only, cells in the middle of their row.</summary>
    public static SamplePdfShape Report { get; } = new(
        ["Licence type", "Licence reference number", "Property address", "Licence holder name", "Managing agent name", "Licence start date", "Licence end date", "Maximum permitted occupants", "Maximum permitted households"],
        new SamplePdf([80, 80, 150, 100, 100, 66, 66, 66, 66]) { Titles = ["Public register report"], Alignment = SampleAlignment.Middle, Size = 8, PageNumbers = true },
        l => [l.Kind, l.Reference, l.FullAddress, l.Holder, l.Manager, Slashed(l.Start), Slashed(l.End), l.Persons, l.Households]);

    /// <summary>The register as a PDF.</summary>
    public byte[] Write(IEnumerable<SampleLicence> licences) => Pdf.Write(Copy(licences));

    /// <summary>The register as rows.</summary>
    public SampleCopy Copy(IEnumerable<SampleLicence> licences) => new(Headings, [.. licences.Select(Cells)], 0, new ExpectedStream { Authority = "", Stream = "", State = "" });

    private static string Slashed(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Dashed(DateOnly day) => day.ToString("dd-MMM-yy", CultureInfo.InvariantCulture);
}
