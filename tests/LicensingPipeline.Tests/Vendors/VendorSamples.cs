using System.Globalization;
using System.Text;
using LicensingPipeline.Cli.Demo;

namespace LicensingPipeline.Tests.Vendors;

/// <summary>An invented register in the shape of a vendor, and the source file that reads it.</summary>
/// <param name="Yaml">A whole source file with one stream, handed in.</param>
internal sealed record VendorSample(string Stream, SampleCopy Copy, Func<SampleCopy, byte[]> Write, string Yaml);

/// <summary>One invented register for each vendor whose shape no other sample has.</summary>
internal static class VendorSamples
{
    public const string Authority = "X99000011";
    public const string ShortName = "kittlebarrow-demo";

    /// <summary>Counts that stand on a detail page's second page.</summary>
    private static readonly string[] Counts = ["No. of storeys", "Sleeping accommodation", "Kitchens", "Maximum permitted occupants", "Maximum permitted households"];

    public static SampleDetails Details { get; } = new(Counts);

    public static IReadOnlyList<VendorSample> All { get; } =
    [
        new("socrata", Register("socrata", 41, SocrataHeadings(), SocrataCells), SampleSocrata.Page, Yaml("socrata", "json", """
                columns: { licence_number: reference, type_of_licence: scheme, property_address: property_address, name_of_licence_holder: holder_name,
                  address_of_licence_holder: holder_address, "name_of_person_managing?": manager_name, "address_of_manager?": manager_address,
                  maximum_number_of_persons: max_persons, commencement_date: start_date, end_date: end_date, storeys_of_hmo: storeys,
                  location.latitude: latitude, location.longitude: longitude }
                ignore: [ notice ]
                zero-means-unknown: [ max_persons ]
            """, "licence_number", "commencement_date")),
        new("arcgis", Register("arcgis", 42, ArcGisHeadings(), ArcGisCells), SampleArcGis.Saved, Yaml("arcgis", "arcgis", """
                columns: { LICENCE_REF: reference, LICENCE_TYPE: scheme, LICENCE_HOLDER_NAME: holder_name, PROPERTY_ADDRESS: property_address, POSTCODE: postcode,
                  LICENCE_START_DATE: start_date, LICENCE_END_DATE: end_date, MAXIMUM_PERMITTED_OCCUPANTS: max_persons, WARD: ward,
                  geometry.latitude: latitude, geometry.longitude: longitude }
                ignore: [ OBJECTID, EASTING, NORTHING ]
                zero-means-unknown: [ max_persons ]
            """, "LICENCE_REF", "LICENCE_START_DATE")),
        new("details", Register("details", 43, DetailHeadings(), DetailCells), Details.Zip, Yaml("details", "metastreet-details", """
                columns: { address: property_address, "licence number?": reference, "licence reference number?": reference, licence type: scheme,
                  licence holder name: holder_name, licence holder address: holder_address, uprn: uprn, licence start date: start_date,
                  "licence end date?": end_date, "licence expiry?": end_date, "no of storeys?": storeys, "sleeping accommodation?": sleeping_rooms,
                  "kitchens?": kitchens, "maximum permitted occupants?": max_persons, "maximum permitted households?": max_households }
                join: { reference: first, end_date: first }
                dates: [ dd/MM/yyyy ]
            """, "licence number", "licence start date")),
    ];

    /// <summary>
    /// The platform's own report, which councils publish or send as a text, a workbook or a PDF: one description reads them all, whatever the
    /// day in the name of the sheet.
    /// </summary>
    public static IReadOnlyList<VendorSample> Reports { get; } =
    [
        Report("csv", new SampleText(',', "\r\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)).Write),
        Report("xlsx", copy => SampleXlsx.Write(copy, "public-register-report-20260908", [])),
        Report("pdf", SamplePdfShape.Report.Pdf.Write),
    ];

    public static VendorSample Of(string stream) => All.Single(s => s.Stream == stream);

    private static VendorSample Report(string format, Func<SampleCopy, byte[]> write) => new("report", Register("report", 44, ReportHeadings(), ReportCells), write, Yaml("report", format, """
                columns: { "Licence type": scheme, "Licence reference number": reference, "Property address": property_address, "Licence holder name": holder_name,
                  "Managing agent name?": manager_name, "Licence start date": start_date, "Licence end date": end_date,
                  "Maximum permitted occupants?": max_persons, "Maximum permitted households?": max_households }
                dates: [ dd/MM/yyyy ]
            """, "Licence reference number", "Licence start date"));

    private static SampleCopy Register(string stream, ulong seed, string[] headings, Func<SampleLicence, object[]> cells)
    {
        var inventor = new SampleInventor(new SampleDice(seed), "Kittlebarrow", "QK1");
        string[] kinds = ["Mandatory HMO licence", "Additional HMO licence"];
        return new SampleRegister(Authority, stream, headings, cells)
            .Fill(60, i => inventor.Licence(string.Create(CultureInfo.InvariantCulture, $"KIT-{100_000_000_000 + i}"), kinds[i % 2]))
            .Tonight();
    }

    private static string[] SocrataHeadings() =>
    [
        "licence_number", "type_of_licence", "property_address", "name_of_licence_holder", "address_of_licence_holder", "name_of_person_managing", "address_of_manager",
        "maximum_number_of_persons", "commencement_date", "end_date", "storeys_of_hmo", "location.latitude", "location.longitude",
    ];

    private static object[] SocrataCells(SampleLicence l) =>
    [
        l.Reference, l.Kind, l.FullAddress, l.Holder, l.HolderAddress, l.Manager, l.Manager.Length == 0 ? "" : l.ManagerAddress,
        l.Persons, l.Start, l.End, l.Storeys, "52.5", "1.9",
    ];

    private static string[] ArcGisHeadings() =>
    [
        "LICENCE_REF", "LICENCE_TYPE", "LICENCE_HOLDER_NAME", "PROPERTY_ADDRESS", "POSTCODE", "LICENCE_START_DATE", "LICENCE_END_DATE",
        "MAXIMUM_PERMITTED_OCCUPANTS", "WARD", SampleArcGis.Easting, SampleArcGis.Northing,
    ];

    private static object[] ArcGisCells(SampleLicence l) =>
    [
        l.Reference, l.Kind, l.Holder, $"{l.Home}, {l.Town}", l.Postcode, l.Start, l.End, l.Persons, l.Ward, 664_000 + l.House, 300_000 + l.House,
    ];

    private static string[] DetailHeadings() =>
    [
        SampleDetails.Address, SampleDetails.Number, "Licence type", "Licence holder name", "Licence holder address", "UPRN", "Licence start date", "Licence end date", .. Counts,
    ];

    private static object[] DetailCells(SampleLicence l) =>
    [
        l.FullAddress, l.Reference, l.Kind, l.Holder, l.HolderAddress, l.Uprn, Day(l.Start), Day(l.End), l.Storeys, l.Rooms, 1, l.Persons, l.Households,
    ];

    private static string[] ReportHeadings() =>
    [
        "Licence type", "Licence reference number", "Property address", "Licence holder name", "Managing agent name", "Licence start date", "Licence end date",
        "Maximum permitted occupants", "Maximum permitted households",
    ];

    private static object[] ReportCells(SampleLicence l) =>
        [l.Kind, l.Reference, l.FullAddress, l.Holder, l.Manager, Day(l.Start), Day(l.End), l.Persons, l.Households];

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Yaml(string stream, string format, string columns, string reference, string start) => $$"""
        # {{Demonstration.Mark}}.
        authority: {{Authority}}
        steward: "@demonstration"
        access:
          rung: 4
          evidence: [ { url: "http://register.{{ShortName}}.example/", checked: 2026-10-31, found: "an invented website" } ]
        streams:
          {{stream}}:
            register: licences
            manual: { folder: sabotage, files: '*.copy', as-at: { name: '(\d{4}-\d\d-\d\d)' } }
            read: { format: {{format}} }
        {{columns}}
            values: { scheme: { Mandatory HMO licence: mandatory-hmo, Additional HMO licence: additional-hmo } }
            covers: { schemes: [ mandatory-hmo, additional-hmo ], area: whole-borough, evidence: "http://register.{{ShortName}}.example/" }
            start-means: unknown
            verified: { by: "@demonstration", date: 2026-10-31 }
            cadence: monthly
            terms: { reuse: none-stated, marketing: unstated, evidence: "http://register.{{ShortName}}.example/" }
            guards: { min-rows: 50 }
            examples:
              - in: { "{{reference}}": KIT-1, "{{start}}": 2024-04-03 }
                out: { reference: KIT-1, start_date: 2024-04-03 }

        """;
}
