using LicensingPipeline.Collect;
using LicensingPipeline.Summarise;

namespace LicensingPipeline.Tests.Support;

/// <summary>
/// A folder of invented sources and handed-in copies, and nights over them, offline: for tests that ask what comes out at
/// the end. All of it is made up and obviously so, and is deleted with the object.
/// </summary>
public sealed class InventedNight : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("invented-night-");

    /// <summary>Makes the empty folders.</summary>
    public InventedNight()
    {
        Directory.CreateDirectory(Sources);
        Directory.CreateDirectory(Inbox);
    }

    /// <summary>Folder of source files.</summary>
    public string Sources => Path.Combine(_folder.FullName, "sources");

    /// <summary>Folder of copies handed in.</summary>
    public string Inbox => Path.Combine(_folder.FullName, "inbox");

    /// <summary>Folder of all that a night writes.</summary>
    public string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>The reference tables of the project.</summary>
    public static string Reference => Path.Combine(Checkout(), "data", "reference");

    /// <summary>When the nights run.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// Camden with two copies of an HMO register, Hackney with a selective one whose last copy calls a column
    /// otherwise and is held, the City of London with nothing to collect.
    /// </summary>
    public static InventedNight Usual()
    {
        var night = new InventedNight();
        night.Source("camden", Manual("E09000007", "hmo", "[ mandatory-hmo, additional-hmo ]", "mandatory-hmo"));
        night.Source("hackney", Manual("E09000012", "selective", "[ selective ]", "selective"));
        night.Source("city-of-london", """
            authority: E09000001
            steward: "@nobody"
            access: { rung: 1, evidence: [ { url: "https://city.example/register", checked: 2026-01-05, found: "a paper copy on request" } ] }
            """);
        night.Hand("camden", "hmo_2026-01-01.csv", """
            Ref,Address,Holder,Manager,Start,End,People
            CAM/1,"Flat 1, 12 Quillfeather Road, N1 1AA",Brightfold Lettings Ltd,Ottoline Quent,01/02/2023,31/01/2028,5
            CAM/2,"14 Quillfeather Road, n11ab",Zebedee Plumstone,,01/02/2021,31/01/2026,4
            CAM/3,3 Marzipan Mews,Brightfold Lettings Ltd,,01/03/2024,31/02/2029,7
            """);
        night.Hand("camden", "hmo_2026-02-01.csv", """
            Ref,Address,Holder,Manager,Start,End,People
            CAM/1,"Flat 1, 12 Quillfeather Road, N1 1AA",Brightfold Lettings Ltd,Ottoline Quent,01/02/2023,31/01/2029,5
            CAM/3,3 Marzipan Mews,Brightfold Lettings Ltd,,01/03/2024,31/02/2029,8
            CAM/4,"=1 Formula Yard, N1 1AD",Gwendolyn & Hubert Tiddlewick,,01/01/2026,31/12/2030,6
            CAM/5,"8 Custard Lane, N1 1AE",Pomfret Example LLP,,15/02/2021,15/02/2026,6
            """);
        night.Hand("hackney", "hmo_2026-01-15.csv", """
            Ref,Address,Holder,Manager,Start,End,People
            HAC/9,"9 Treacle Terrace, E8 1AA",Wilhelmina Snodgrove-Pym,,01/02/2023,31/01/2028,3
            """);
        night.Hand("hackney", "hmo_2026-02-15.csv", """
            Ref,Address of home,Holder,Manager,Start,End,People
            HAC/9,"9 Treacle Terrace, E8 1AA",Wilhelmina Snodgrove-Pym,,01/02/2023,31/01/2028,3
            """);
        return night;
    }

    /// <summary>A source file with one stream of copies handed in, named hmo_DATE.csv, with the columns of <see cref="Usual"/>.</summary>
    public static string Manual(string authority, string stream, string covers, string scheme) => $$"""
        authority: {{authority}}
        steward: "@nobody"
        access: { rung: 4, evidence: [ { url: "https://council.example/register", checked: 2026-01-05, found: "an invented table" } ] }
        streams:
          {{stream}}:
            register: licences
            manual: { folder: "@FOLDER@", files: 'hmo_*.csv', as-at: { name: '(\d{4}-\d\d-\d\d)' } }
            read: { format: csv, header-row: 1 }
            columns: { Ref: reference, Address: property_address, Holder: holder_name, Manager: manager_name, Start: start_date, End: end_date, People: max_persons }
            constants: { scheme: {{scheme}} }
            dates: [ dd/MM/yyyy ]
            covers: { schemes: {{covers}}, area: whole-borough, evidence: "https://council.example/register" }
            start-means: unknown
            verified: { by: "@nobody", date: 2026-01-05 }
            cadence: monthly
            terms: { reuse: none-stated, marketing: unstated, evidence: "https://council.example/register" }
            guards: { min-rows: 1, fill: { end_date: { at-least: 0.5, why: "an invented day that the calendar lacks" } } }
            examples:
              - in: { Ref: EX/1, Address: "1 Example Street, N1 9ZZ", Start: "01/02/2023", People: "5" }
                out: { reference: EX/1, start_date: 2023-02-01, postcode: N1 9ZZ, max_persons: 5 }
        """;

    /// <summary>Writes a source file; @FOLDER@ in it is its short name.</summary>
    public void Source(string shortName, string yaml) =>
        File.WriteAllText(Path.Combine(Sources, shortName + ".yaml"), yaml.Replace("@FOLDER@", shortName, StringComparison.Ordinal));

    /// <summary>Hands in a copy.</summary>
    public void Hand(string folder, string file, string text)
    {
        Directory.CreateDirectory(Path.Combine(Inbox, folder));
        File.WriteAllText(Path.Combine(Inbox, folder, file), text);
    }

    /// <summary>Runs a night.</summary>
    /// <param name="invented">False to see what real data would look like; the rows stay made up.</param>
    public Task<NightReport> RunAsync(bool invented = true) => Pipeline.RunAsync(
        new NightOptions
        {
            Sources = Sources,
            Reference = Reference,
            Data = Data,
            Inbox = Inbox,
            Offline = true,
            Invented = invented,
            Collect = new CollectOptions { Jitter = () => 0 },
            Handler = () => throw new InvalidOperationException("This night stays offline."),
            Time = new FixedClock(Now),
            Say = _ => { },
        },
        CancellationToken.None);

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private static string Checkout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LicensingPipeline.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run inside a checkout.");
    }
}
