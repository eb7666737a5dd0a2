using System.Text.Json;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Cli;

public sealed class ImportCommandTests
{
    private const string Heading = "Ref,Address,Holder,Manager,Start,End,People\n";
    private const string Good = Heading + "CAM/1,\"12 Quillfeather Road, N1 1AA\",Brightfold Lettings Ltd,,01/02/2023,31/01/2028,5\n";

    [Fact]
    public async Task A_copy_goes_into_the_inbox_with_its_facts_and_the_next_run_takes_it_in()
    {
        using var at = new At(Good);
        var typed = await at.ImportAsync("2025-06-30", "--note", "sent by \"the council\": ref 12");
        typed.Error.ShouldContain("licensing run camden --offline");
        typed.Out.ShouldContain("The next run makes of it: Ok.");
        typed.Exit.ShouldBe(0);
        var copy = Path.Combine(at.Night.Inbox, "camden", "hmo_2025-06-30.csv");
        (await ReadAsync(copy)).ShouldBe(Good);
        (await ReadAsync(copy + ".yaml")).ShouldBe("as-at: 2025-06-30\norigin: supplied\nnote: \"sent by \\\"the council\\\": ref 12\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(copy).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        using var json = JsonDocument.Parse((await Typed.Into(at.Night, "run", "--offline", "--json")).Out);
        var stream = json.RootElement.GetProperty("streams")[0];
        (stream.GetProperty("state").GetString(), stream.GetProperty("as_at").GetString(), stream.GetProperty("licences").GetInt64()).ShouldBe(("Ok", "2025-06-30", 1));
    }

    [Fact]
    public async Task A_copy_that_would_be_held_is_judged_at_once()
    {
        using var at = new At("Something,Else\n1,2\n3,4\n");
        var typed = await at.ImportAsync("2025-06-30");
        typed.Out.ShouldContain("The next run makes of it: HeldDrift.");
        typed.Exit.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_of_another_kind_is_refused()
    {
        using var at = new At("<!doctype html><html><body>Sorry</body></html>");
        Refused(await at.ImportAsync("2025-06-30"), at, "an HTML page came where");
    }

    [Fact]
    public async Task The_same_bytes_are_refused_under_any_name_and_day()
    {
        using var at = new At(Good);
        at.Night.Hand("camden", "hmo_2024-01-01.csv", Good);
        Refused(await at.ImportAsync("2025-06-30"), at, "as hmo_2024-01-01.csv");
    }

    [Fact]
    public async Task Another_file_of_the_name_is_not_written_over()
    {
        using var at = new At(Good);
        at.Night.Hand("camden", "hmo_2025-06-30.csv", Good + "CAM/2,\"14 Quillfeather Road, N1 1AA\",Ada Testholder,,01/02/2023,31/01/2028,5\n");
        Refused(await at.ImportAsync("2025-06-30"), at, "is there already and holds other bytes");
    }

    [Theory]
    [InlineData("2026-03-03", "lies in the future")]
    [InlineData("30/06/2025", "is no day")]
    public async Task A_day_that_cannot_be_is_refused(string day, string sentence)
    {
        using var at = new At(Good);
        Refused(await at.ImportAsync(day), at, sentence);
    }

    [Fact]
    public async Task A_stream_that_takes_no_copies_is_refused()
    {
        using var at = new At(Good);
        at.Night.Source("camden", InventedNight.Manual("E09000007", "hmo", "[ mandatory-hmo ]", "mandatory-hmo")
            .Replace("manual: { folder: \"@FOLDER@\", files: 'hmo_*.csv', as-at: { name: '(\\d{4}-\\d\\d-\\d\\d)' } }", "url: \"https://council.example/hmo.csv\"", StringComparison.Ordinal));
        Refused(await at.ImportAsync("2025-06-30"), at, "it has no manual");
    }

    [Fact]
    public async Task A_real_file_is_never_taken_into_invented_data()
    {
        using var at = new At(Good);
        at.Night.Hand("camden", "hmo_2024-01-01.csv", Heading + "CAM/9,\"1 Quillfeather Road, N1 1AA\",Ada Testholder,,01/02/2023,31/01/2028,5\n");
        await at.Night.RunAsync(invented: true);
        Refused(await at.ImportAsync("2025-06-30"), at, "invented data");
    }

    private static void Refused(Typed typed, At at, string sentence)
    {
        typed.Error.ShouldContain(sentence);
        typed.Exit.ShouldBe(64);
        Directory.EnumerateFiles(at.Night.Inbox, "*.yaml", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    private static Task<string> ReadAsync(string path) => File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);

    private sealed class At : IDisposable
    {
        private readonly Folder _folder = new();

        public At(string text)
        {
            Night.Source("camden", InventedNight.Manual("E09000007", "hmo", "[ mandatory-hmo ]", "mandatory-hmo"));
            _folder.Write("sent.csv", text);
        }

        public InventedNight Night { get; } = new();

        public Task<Typed> ImportAsync(string day, params string[] more) =>
            Typed.Into(Night, ["import", "camden", _folder["sent.csv"], "--as-at", day, "--origin", "supplied", "--inbox", Night.Inbox, .. more]);

        public void Dispose()
        {
            Night.Dispose();
            _folder.Dispose();
        }
    }
}
