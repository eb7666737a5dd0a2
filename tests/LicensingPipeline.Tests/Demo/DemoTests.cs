using Dapper;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Cli;
using LicensingPipeline.Cli.Demo;
using LicensingPipeline.Tests.Support;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Demo;

[Collection(PlayedDemoGroup.Name)]
public sealed class DemoTests(PlayedDemo demo)
{
    [Fact]
    public void Both_nights_come_out_as_the_answer_key_says()
    {
        demo.Nights.Count.ShouldBe(2);
        demo.Nights.SelectMany(n => n.Differences).ShouldBeEmpty();
        demo.Nights.ShouldAllBe(n => n.Report.Exit == 2);
    }

    [Fact]
    public void All_33_authorities_are_there_and_every_cell_was_compared()
    {
        var authorities = SourceFolder.Read(Path.Combine(demo.Data, "sources"), PlayedDemo.Samples.Reference).Sources;
        authorities.Count.ShouldBe(33);
        using var registers = LicensingPipeline.Store.Registers.Open(demo.Data);
        var expected = demo.Nights[^1].Expected;
        expected.Streams.Count(s => s.Cells is not null).ShouldBeGreaterThanOrEqualTo(10);
        DemoComparison.CellDifferences(expected with { Streams = [.. expected.Streams.Select(s => s.Cells is null ? s : s with { Cells = new(s.Cells.ToDictionary(c => c.Key, _ => "0", StringComparer.Ordinal), StringComparer.Ordinal) })] }, registers)
            .Count().ShouldBe(expected.Streams.Count(s => s.Cells is not null), "a hash that is not the right one must be told");
    }

    [Fact]
    public async Task Status_lists_all_33_authorities_whatever_happened()
    {
        var typed = await Typed.Into(new DemoClock(demo.Nights[^1].Expected.At), "status", "--json", "--data", demo.Data, "--sources", Path.Combine(demo.Data, "sources"));
        using var json = System.Text.Json.JsonDocument.Parse(typed.Out);
        json.RootElement.EnumerateArray().Select(r => r.GetProperty("authority").GetString()).Distinct(StringComparer.Ordinal).Count().ShouldBe(33);
    }

    [Fact]
    public void Every_file_that_the_demonstration_made_carries_the_mark()
    {
        var files = PlayedDemo.Files(demo.Data);
        files.ShouldContain("registers.db", StringComparer.Ordinal);
        files.ShouldContain("public.db", StringComparer.Ordinal);
        files.ShouldContain("ledger.db", StringComparer.Ordinal);
        files.ShouldContain(Path.Combine("site", "index.html"), StringComparer.Ordinal);
        files.Count(f => f.StartsWith("archive", StringComparison.Ordinal)).ShouldBeGreaterThan(20);
        // The source files are those of the project: they describe real websites, and nothing in them is invented.
        foreach (var file in files.Where(f => !(f.StartsWith("sources", StringComparison.Ordinal) && f.EndsWith(".yaml", StringComparison.Ordinal))))
        {
            Marks.StandsIn(Path.Combine(demo.Data, file)).ShouldBeTrue($"{file} does not say that it is invented.");
        }
    }

    [Theory]
    [InlineData("registers.db", "licence")]
    [InlineData("registers.db", "former_licence")]
    [InlineData("public.db", "licence")]
    [InlineData("public.db", "former_licence")]
    public void Every_row_says_that_its_origin_is_invented(string file, string table)
    {
        var rows = table == "licence" ? Standing() : demo.Nights[^1].Expected.Streams.SelectMany(s => s.Events).Where(e => Gone.Contains(e.Key, StringComparer.Ordinal)).Sum(e => e.Value);
        using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(demo.Data, file), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        database.Open();
        database.Query<(string?, long)>($"select origin, count(*) from {table} group by origin").ShouldBe([("invented", rows)]);
    }

    private static readonly string[] Gone = ["expired-off", "overdue-cleared", "scheme-ended", "vanished"];

    /// <summary>Licences that are published after the last night.</summary>
    private long Standing()
    {
        using var registers = LicensingPipeline.Store.Registers.Open(demo.Data);
        return registers.Copies().Sum(c => c.Licences);
    }

    [Fact]
    public async Task Played_again_in_the_same_folder_and_in_another_it_writes_the_same_bytes()
    {
        using var folder = new Folder();
        Copy(demo.Data, folder.Path);
        await DemoRun.PlayAsync(PlayedDemo.Samples, folder.Path, _ => { }, TestContext.Current.CancellationToken);
        var files = PlayedDemo.Files(folder.Path);
        files.ShouldBe(PlayedDemo.Files(demo.Data));
        foreach (var file in files)
        {
            File.ReadAllBytes(folder[file]).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(demo.Data, file))).ShouldBeTrue($"{file} differs.");
        }
    }

    [Fact]
    public async Task What_the_generator_did_not_plant_is_told()
    {
        using var folder = new Folder();
        Copy(PlayedDemo.Shapes.Root, folder.Path);
        var register = folder["night-2/register.adderquay-demo.example/files/licence-register.csv"];
        var lines = File.ReadAllLines(register).ToList();
        lines.RemoveAt(200);
        File.WriteAllText(register, string.Join("\r\n", lines));
        var nights = await DemoRun.PlayAsync(PlayedDemo.Shapes with { Root = folder.Path }, folder["data"], _ => { }, TestContext.Current.CancellationToken);
        nights[0].Differences.ShouldBeEmpty();
        nights[1].Differences.ShouldBe(
        [
            "X99000001/register: rows_read must be 247 and came to 246.",
            "X99000001/register: published must be 243 and came to 242.",
            "X99000001/register: licences must be 241 and came to 240.",
            "X99000001/register: events vanished must be 1 and came to 2.",
        ]);
    }

    [Fact]
    public void What_is_printed_carries_the_mark_and_says_how_the_nights_ended()
    {
        var text = new StringWriter();
        var printer = new DemoPrinter(
            new Terminal(text, TextWriter.Null, Interactive: false),
            ReferenceTables.Read(PlayedDemo.Samples.Reference, Path.Combine(demo.Data, "sources")));
        foreach (var night in demo.Nights)
        {
            printer.Print(night);
        }

        var lines = text.ToString();
        lines.ShouldContain($"The night of 2026-11-01. {Demonstration.Mark}.");
        lines.ShouldContain($"The night of 2026-11-02. {Demonstration.Mark}.");
        lines.ShouldContain("Barking and Dagenham");
        lines.ShouldContain("The night ended with code 2.");
        lines.ShouldNotContain("are NOT those");
    }

    [Fact]
    public async Task What_it_says_to_look_at_next_works_as_it_stands()
    {
        foreach (var line in DemoNextSteps.Commands(demo.Data))
        {
            var (text, complaints) = (new StringWriter(), new StringWriter());
            var exit = await Licensing.RunAsync(line.Split(' ')[1..], new Terminal(text, complaints, Interactive: false), new DemoClock(demo.Nights[^1].Expected.At), TestContext.Current.CancellationToken);
            exit.ShouldBe(0, $"{line}: {complaints}");
            text.ToString().ShouldContain(Demonstration.Mark, customMessage: line);
        }

        File.Exists(DemoNextSteps.Page(demo.Data)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_stream_with_renamed_columns_and_a_moved_header_goes_from_proving_to_ok_without_an_editor()
    {
        using var folder = new Folder();
        Copy(demo.Data, folder.Path);
        var nights = demo.Nights;
        var source = Path.Combine(folder.Path, "sources", "lewisham.yaml");
        nights[^1].Report.Streams.Single(s => s is { Authority: "E09000023", Stream: "hmo" }).State.ShouldBe("Proving");
        var before = File.ReadAllText(source);
        string[] folders = ["--data", folder.Path, "--sources", Path.Combine(folder.Path, "sources")];
        var clock = new DemoClock(nights[^1].Expected.At.AddHours(8));
        var proved = await Typed.Into(clock, ["sources", "prove", "lewisham", "--stream", "hmo", "--accept", .. folders]);
        proved.Exit.ShouldBe(0, proved.Error);
        SourceText.NewLines(before, File.ReadAllText(source)).Count.ShouldBeInRange(1, 10);
        (await Typed.Into(clock, ["sources", "check", "--sources", Path.Combine(folder.Path, "sources")])).Exit.ShouldBe(0);
        using var json = System.Text.Json.JsonDocument.Parse((await Typed.Into(clock, ["run", "lewisham", "--offline", "--json", .. folders])).Out);
        var stream = json.RootElement.GetProperty("streams").EnumerateArray().Single(s => s.GetProperty("stream").GetString() == "hmo");
        (stream.GetProperty("state").GetString(), stream.GetProperty("licences").GetInt64()).ShouldBe(("Ok", 71));
    }

    [Fact]
    public async Task Todo_lists_exactly_the_planted_errands_and_doing_each_removes_it()
    {
        using var folder = new Folder();
        Copy(demo.Data, folder.Path);
        var sources = Path.Combine(folder.Path, "sources");
        var clock = new DemoClock(demo.Nights[^1].Expected.At.AddDays(8));
        Task<Typed> Type(params string[] words) => Typed.Into(clock, [.. words, "--data", folder.Path, "--sources", sources]);

        var names = SourceFolder.Read(sources, PlayedDemo.Samples.Reference).Sources.ToDictionary(s => s.Authority, s => s.ShortName, StringComparer.Ordinal);
        var planted = demo.Nights[^1].Expected.Streams
            .Select(s => (Name: $"{names[s.Authority]} {s.Stream}", Kind: s.State switch { "Proving" => "unverified", "Manual" when s.RowsRead == 0 => "copy-due", _ => s.State.StartsWith("Held", StringComparison.Ordinal) ? "held" : "" }))
            .Where(s => s.Kind.Length > 0).Select(s => $"{s.Name} {s.Kind}").Append("lambeth  scheme-ending").Append("  policy-undecided").Order(StringComparer.Ordinal).ToList();
        planted.Count.ShouldBe(22);
        (await Errands()).ShouldBe(planted);

        // Streams that a wrong heading holds are proved; what is right as it is, is acknowledged.
        foreach (var errand in new[] { "lewisham hmo", "waltham-forest hmo", "hounslow hmo" })
        {
            var words = errand.Split(' ');
            (await Type("sources", "prove", words[0], "--stream", words[1], "--accept")).Exit.ShouldBe(0, errand);
        }

        Directory.CreateDirectory(Path.Combine(sources, "acks"));
        foreach (var (name, gss, state) in new[] { ("kingston-upon-thames", "E09000021", "HeldShrunk"), ("sutton", "E09000029", "HeldDegraded") })
        {
            using var ledger = LicensingPipeline.Record.Ledger.Ask(folder.Path);
            var stream = LicensingPipeline.Record.Snapshots.Streams(ledger).Single(s => s.Authority == gss && s.Name == "hmo");
            var sha256 = LicensingPipeline.Record.Snapshots.Of(ledger, stream.Id)[^1].Sha256;
            await File.WriteAllTextAsync(Path.Combine(sources, "acks", $"{name}.yaml"), $"- {{ sha256: {sha256}, accept: {state}, why: planted, who: \"@demonstration\", date: 2026-11-10 }}\n", TestContext.Current.CancellationToken);
        }

        var report = Path.Combine(folder.Path, "inbox", "enfield", "public-register-report-1.xlsx");
        string[] asked = ["croydon register", "waltham-forest selective", "westminster register"];
        foreach (var due in asked.Select(a => a.Split(' ')))
        {
            (await Type("import", due[0], report, "--as-at", "2026-11-05", "--origin", "supplied", "--stream", due[1])).Exit.ShouldBe(0, due[0]);
        }

        await File.WriteAllTextAsync(Path.Combine(sources, "schemes.csv"), $"{ReferenceTables.SchemeColumns}\nE09000022,additional-hmo,invented,whole-borough,,2026-12-09,2031-12-08,,in,https://council.example/,2026-11-10,evidenced\n", TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Combine(folder.Path, "governance"));
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "governance", "policy.yaml"), Policies.AllDecided(), TestContext.Current.CancellationToken);
        await Type("run", "--offline");
        (await Errands()).ShouldBe(planted.Where(e => e.EndsWith(" copy-due", StringComparison.Ordinal) && !asked.Contains(e[..^" copy-due".Length], StringComparer.Ordinal)));

        async Task<List<string>> Errands()
        {
            using var json = System.Text.Json.JsonDocument.Parse((await Type("todo", "--json")).Out);
            return [.. json.RootElement.EnumerateArray().Select(e => $"{names.GetValueOrDefault(e.GetProperty("authority").GetString()!)} {e.GetProperty("stream").GetString()} {e.GetProperty("kind").GetString()}").Order(StringComparer.Ordinal)];
        }
    }

    [Fact]
    public async Task A_source_file_with_mistakes_is_told_line_by_line()
    {
        var typed = await Typed.Into(TimeProvider.System, "sources", "check", "--sources", Checkout.File("data", "samples"));
        typed.Exit.ShouldBe(3);
        typed.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(": ")[0] + ": " + l.Split(": ")[1]).ShouldBe([
            "broken.yaml:3: authority", "broken.yaml:5: access.evidence[1].checked", "broken.yaml:5: access.rung", "broken.yaml:8: streams.hmo.guards",
            "broken.yaml:8: streams.hmo.register", "broken.yaml:12: streams.hmo.read.format", "broken.yaml:13: streams.hmo.colums",
            "broken.yaml:14: streams.hmo.columns", "broken.yaml:14: streams.hmo.columns.Licence", "broken.yaml:15: streams.hmo.covers.schemes", "broken.yaml:19: streams.hmo.examples",
        ]);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in PlayedDemo.Files(from))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, file))!);
            File.Copy(Path.Combine(from, file), Path.Combine(to, file));
        }
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public async Task Every_row_of_an_export_carries_the_mark(string format)
    {
        var text = new StringWriter();
        (await Licensing.RunAsync(["export", format, "--data", demo.Data], new Terminal(text, TextWriter.Null, Interactive: false), TimeProvider.System, TestContext.Current.CancellationToken)).ShouldBe(0);
        text.ToString().Split(Demonstration.Mark).Length.ShouldBe((int)Standing() + 1);
    }
}
