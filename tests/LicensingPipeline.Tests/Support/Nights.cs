using LicensingPipeline.Catalogue;
using LicensingPipeline.Collect;
using LicensingPipeline.Summarise;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Support;

/// <summary>A folder of invented sources and handed-in copies on which a test runs nights. The sums of every night are checked.</summary>
internal sealed class Nights : IDisposable
{
    public const string Gss = "E09000001";
    public const string Columns = "Licence No,Property Address,Holder,Start,End,Persons";

    private readonly Folder _folder = new();

    public Nights(string schemes = "", string outcodes = "")
    {
        _folder.Write("reference/authorities.csv", $"{ReferenceTables.AuthorityColumns}\n{Gss},Example Borough,example,England,London,,\nE09000002,Other Borough,other,England,London,,\n");
        _folder.Write("reference/schemes.csv", $"{ReferenceTables.SchemeColumns}\n{schemes}");
        _folder.Write("reference/outcodes.csv", $"{ReferenceTables.OutcodeColumns}\n{outcodes}");
        Directory.CreateDirectory(Inbox);
        Directory.CreateDirectory(Sources);
    }

    public string Data => _folder["data"];

    public string Inbox => _folder["inbox"];

    public string Sources => _folder["sources"];

    public string Reference => _folder["reference"];

    public FakeClock Clock { get; } = new();

    public List<string> Said { get; } = [];

    public void Dispose() => _folder.Dispose();

    /// <summary>Writes the source file of the invented authority: the plain stream <c>hmo</c> with some keys changed, or left out where null.</summary>
    public Nights Source(params (string Key, string? Yaml)[] changes) => Source("example", SourceYaml(Gss, ("hmo", changes)));

    public Nights Source(string name, string yaml)
    {
        _folder.Write($"sources/{name}.yaml", yaml);
        return this;
    }

    /// <summary>Hands in a copy, <c>register_&lt;as-at&gt;.csv</c>.</summary>
    public Nights Copy(string asAt, string csv, string folder = "example") => File($"{folder}/register_{asAt}.csv", csv);

    public Nights File(string name, string text)
    {
        _folder.Write($"inbox/{name}", text);
        return this;
    }

    /// <summary>Writes another file of the test, such as an acknowledgement.</summary>
    public Nights Beside(string name, string text)
    {
        _folder.Write(name, text);
        return this;
    }

    public async Task<NightReport> RunAsync(params string[] authorities)
    {
        var report = await RunAsync(Options() with { Authorities = authorities });
        Clock.Advance(TimeSpan.FromDays(1));
        return report;
    }

    /// <summary>Runs one night of the only stream.</summary>
    public async Task<StreamReport> OneAsync() => (await RunAsync()).Streams.ShouldHaveSingleItem();

    public NightOptions Options() => new()
    {
        Sources = Sources,
        Reference = Reference,
        Data = Data,
        Inbox = Inbox,
        Collect = new CollectOptions { Jitter = () => 0.5 },
        Handler = Collector.Handler,
        Time = Clock,
        Say = Said.Add,
    };

    public static async Task<NightReport> RunAsync(NightOptions options)
    {
        var report = await Pipeline.RunAsync(options, TestContext.Current.CancellationToken);
        foreach (var stream in report.Streams)
        {
            stream.RowsRead.ShouldBe(stream.Published + stream.Quarantined + stream.NotARecord + stream.Held, $"{stream.Authority}/{stream.Stream}");
            stream.Snapshots.ShouldAllBe(s => s.RowsRead == s.Published + s.Quarantined + s.NotARecord + s.Held);
        }

        return report;
    }

    /// <summary>A source file with streams, each the plain one with some keys changed.</summary>
    public static string SourceYaml(string gss, params (string Name, (string Key, string? Yaml)[] Changes)[] streams)
    {
        var text = new System.Text.StringBuilder($$"""
            authority: {{gss}}
            steward: "@example"
            access: { rung: 4, evidence: [ { url: "https://council.example/", checked: 2026-09-27, found: "an invented register" } ] }
            streams:

            """);
        foreach (var (name, changes) in streams)
        {
            text.Append("  ").Append(name).Append(":\n");
            foreach (var (key, yaml) in Plain.Where(p => !changes.Any(c => c.Key == p.Key)).Concat(changes))
            {
                if (yaml is not null)
                {
                    text.Append("    ").Append(key).Append(": ").Append(yaml).Append('\n');
                }
            }
        }

        return text.ToString();
    }

    private static readonly (string Key, string? Yaml)[] Plain =
    [
        ("register", "licences"),
        ("manual", """{ folder: example, files: 'register_*.csv', as-at: { name: '(\d{4}-\d\d-\d\d)' } }"""),
        ("read", "{ format: csv }"),
        ("columns", """{ "Licence No": reference, "Property Address": property_address, "Holder": holder_name, "Start": start_date, "End": end_date, "Persons": max_persons }"""),
        ("constants", "{ scheme: selective }"),
        ("dates", "[ dd/MM/yyyy ]"),
        ("covers", """{ schemes: [ selective ], area: whole-borough, evidence: "https://council.example/" }"""),
        ("start-means", "grant"),
        ("verified", "{ by: example, date: 2026-11-22 }"),
        ("cadence", "monthly"),
        ("terms", """{ reuse: ogl, marketing: unstated, evidence: "https://council.example/" }"""),
        ("guards", "{ min-rows: 1 }"),
        ("examples", """[ { in: { "Licence No": EX/0001 }, out: { reference: EX/0001 } } ]"""),
    ];
}

/// <summary>Comparing counts by code.</summary>
internal static class Counts
{
    public static void ShouldCount(this IReadOnlyDictionary<string, long> actual, params (string Code, long Count)[] expected) =>
        actual.Where(a => a.Value != 0).Select(a => (a.Key, a.Value)).ShouldBe(expected.Where(e => e.Count != 0), ignoreOrder: true);
}

/// <summary>Rows of the invented register that <see cref="Nights"/> reads.</summary>
internal static class Rows
{
    /// <summary>A whole file.</summary>
    public static string Csv(params IEnumerable<string>[] rows) => string.Join('\n', rows.SelectMany(r => r).Prepend(Nights.Columns)) + "\n";

    /// <summary>Entries with the numbers from first to last.</summary>
    public static IEnumerable<string> Of(int first, int last, string end = "31/12/2028", string start = "01/01/2024", string persons = "3") =>
        Enumerable.Range(first, last - first + 1).Select(n => Row(n, end, start, persons));

    public static string Row(int n, string end = "31/12/2028", string start = "01/01/2024", string persons = "3", string? address = null, string? reference = null) =>
        FormattableString.Invariant($"{reference ?? $"EX/{n:D4}"},\"{address ?? $"{n + 1000} Quillfeather Road, London, E8 9ZZ"}\",Ada Testholder{n},{start},{end},{persons}");
}
