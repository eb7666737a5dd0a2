using System.Globalization;
using System.Text;

namespace LicensingPipeline.Cli.Bench;

/// <summary>
/// An invented register of any size for measuring: fifteen columns, dates as dd/MM/yyyy, addresses with postcodes, a
/// fifth as many holders as rows. The same seed gives the same bytes.
/// </summary>
internal static class BenchRegister
{
    public const string ShortName = "bench-borough";
    public const string Gss = "E09000001";

    private static readonly string[] Given = ["Ada", "Bram", "Cleo", "Dov", "Esme", "Fitz", "Gwen", "Hari", "Iris", "Jomo", "Kit", "Lena", "Milo", "Nell", "Omar", "Pia"];
    private static readonly string[] Streets = ["Quillfeather Road", "Brindle Street", "Ottershaw Lane", "Pennyfarthing Avenue", "Larkmoor Gardens", "Tollgate Close", "Wrenbury Hill", "Saltmarsh Terrace"];

    /// <summary>Writes the register as CSV.</summary>
    public static void Write(string path, int rows, int seed)
    {
        var random = new Random(seed);
        using var file = new StreamWriter(path, false, new UTF8Encoding(false), 1 << 20);
        file.NewLine = "\n";
        file.WriteLine("Licence No,Licence Type,Property Address,Postcode,Licence Holder,Holder Address,Manager,Manager Address,Start Date,Expiry Date,Max Persons,Max Households,Storeys,Bedrooms,Conditions");
        var line = new StringBuilder(512);
        for (var i = 0; i < rows; i++)
        {
            line.Clear();
            var street = Streets[random.Next(Streets.Length)];
            var number = random.Next(1, 400);
            var postcode = Postcode(random);
            var holder = random.Next(Math.Max(1, rows / 5));
            var manager = random.Next(Math.Max(1, rows / 50));
            var start = new DateOnly(2021, 1, 1).AddDays(random.Next(1700));
            var kind = random.Next(3) switch { 0 => "Mandatory HMO licence", 1 => "Additional HMO licence", _ => "Selective licence" };
            line.Append(CultureInfo.InvariantCulture, $"BB/{i:D7}/LIC,{kind},\"Flat {random.Next(1, 40)}, {number} {street}, London, {postcode}\",{postcode},");
            line.Append(CultureInfo.InvariantCulture, $"{Name(holder)},\"{holder % 300 + 1} {Streets[holder % Streets.Length]}, London, {Postcode(new Random(holder))}\",");
            line.Append(CultureInfo.InvariantCulture, $"{Name(manager + 7)},\"{manager % 200 + 1} {Streets[manager % Streets.Length]}, London, E8 9ZZ\",");
            line.Append(CultureInfo.InvariantCulture, $"{start:dd/MM/yyyy},{start.AddYears(5).AddDays(-1):dd/MM/yyyy},{random.Next(1, 12)},{random.Next(1, 6)},{random.Next(1, 5)},{random.Next(1, 10)},General conditions");
            file.WriteLine(line);
        }
    }

    /// <summary>The source file that reads it.</summary>
    public static string SourceFile(int rows) => $$"""
        authority: {{Gss}}
        steward: "@bench"
        access: { rung: 4, evidence: [ { url: "https://example.org/", checked: 2026-11-22, found: "an invented register, for measuring" } ] }
        streams:
          register:
            register: licences
            manual: { folder: bench, files: 'register.csv', as-at: 2026-11-01 }
            read: { format: csv }
            columns: { "Licence No": reference, "Licence Type": scheme, "Property Address": property_address, "Postcode": postcode,
              "Licence Holder": holder_name, "Holder Address": holder_address, "Manager": manager_name, "Manager Address": manager_address,
              "Start Date": start_date, "Expiry Date": end_date, "Max Persons": max_persons, "Max Households": max_households,
              "Storeys": storeys, "Bedrooms": sleeping_rooms, "Conditions": conditions }
            values: { scheme: { "Mandatory HMO licence": mandatory-hmo, "Additional HMO licence": additional-hmo, "Selective licence": selective } }
            dates: [ dd/MM/yyyy ]
            covers: { schemes: [ mandatory-hmo, additional-hmo, selective ], area: whole-borough, evidence: "https://example.org/" }
            start-means: stated-commencement
            verified: { by: bench, date: 2026-11-22 }
            cadence: once
            terms: { reuse: ogl, marketing: unstated, evidence: "https://example.org/" }
            guards: { min-rows: {{Math.Max(1, rows * 85 / 100)}} }
            examples: [ { in: { "Licence No": BB/1 }, out: { reference: BB/1 } } ]
        """;

    private static string Name(int number) => number % 10 == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Streets[number % Streets.Length].Split(' ')[0]} Homes {number} Ltd")
        : string.Create(CultureInfo.InvariantCulture, $"{Given[number % Given.Length]} Testholder{number}");

    private static string Postcode(Random random) =>
        string.Create(CultureInfo.InvariantCulture, $"E{random.Next(1, 18)} {random.Next(1, 10)}{(char)('A' + random.Next(2))}{(char)('D' + random.Next(5))}");
}
