using System.Globalization;
using LicensingPipeline.Cli.Demo;
using LicensingPipeline.Tests.Vendors;

namespace LicensingPipeline.Tests.Sabotage;

/// <summary>An invented register as a PDF with all that can be exchanged in it: holders, managers and where they live.</summary>
internal static class PdfSample
{
    private static readonly string[] Headings =
    [
        "Licence reference", "Licence type", "Property address", "Licence holder", "Licence holder address", "Managing agent", "Managing agent address",
        "Licence valid from", "Licence expiry", "Total number of permitted occupants",
    ];

    public static VendorSample Make()
    {
        var inventor = new SampleInventor(new SampleDice(44), "Kittlebarrow", "QK2");
        string[] kinds = ["Mandatory HMO", "Additional HMO"];
        var copy = new SampleRegister(VendorSamples.Authority, "pdf", Headings, Cells)
            .Fill(60, i => inventor.Licence(string.Create(CultureInfo.InvariantCulture, $"KIT/{4000 + i}"), kinds[i % 2])).Tonight();
        return new VendorSample("pdf", copy, new SamplePdf([60, 60, 110, 90, 110, 90, 110, 56, 56, 50]) { Titles = ["Public register"], PageNumbers = true }.Write, Yaml);
    }

    private static object[] Cells(SampleLicence l) =>
        [l.Reference, l.Kind, l.FullAddress, l.Holder, l.HolderAddress, l.Manager, l.Manager.Length == 0 ? "" : l.ManagerAddress, Day(l.Start), Day(l.End), l.Persons];

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Yaml => $$"""
        # {{Demonstration.Mark}}.
        authority: {{VendorSamples.Authority}}
        steward: "@demonstration"
        access:
          rung: 3
          evidence: [ { url: "http://register.{{VendorSamples.ShortName}}.example/", checked: 2026-10-31, found: "an invented website" } ]
        streams:
          pdf:
            register: licences
            manual: { folder: sabotage, files: '*.copy', as-at: { name: '(\d{4}-\d\d-\d\d)' } }
            read: { format: pdf }
            columns: { Licence reference: reference, Licence type: scheme, Property address: property_address, Licence holder: holder_name,
              Licence holder address: holder_address, Managing agent: manager_name, Managing agent address: manager_address,
              Licence valid from: start_date, Licence expiry: end_date, Total number of permitted occupants: max_persons }
            dates: [ dd/MM/yyyy ]
            values: { scheme: { Mandatory HMO: mandatory-hmo, Additional HMO: additional-hmo } }
            covers: { schemes: [ mandatory-hmo, additional-hmo ], area: whole-borough, evidence: "http://register.{{VendorSamples.ShortName}}.example/" }
            start-means: unknown
            verified: { by: "@demonstration", date: 2026-10-31 }
            cadence: monthly
            terms: { reuse: none-stated, marketing: unstated, evidence: "http://register.{{VendorSamples.ShortName}}.example/" }
            guards: { min-rows: 50 }
            examples:
              - in: { Licence reference: KIT/1, Licence valid from: 03/04/2024 }
                out: { reference: KIT/1, start_date: 2024-04-03 }

        """;
}
