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
        DemoComparison.CellDifferences(expected with { Streams = [.. expected.Streams.Select(s => s.Cells is null ? s : s with { Cells = new(s.Cells.ToDictionary(c => c.Key, _ => "0"), StringComparer.Ordinal) })] }, registers)
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
        await DemoRun.PlayAsync(PlayedDemo.Samples, folder.Path, _ => { }, TestContext.Current.CancellationToken);
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
        foreach (var file in PlayedDemo.Files(PlayedDemo.Shapes.Root))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[file])!);
            File.Copy(Path.Combine(PlayedDemo.Shapes.Root, file), folder[file]);
        }

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
