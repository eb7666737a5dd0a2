using System.IO.Compression;
using System.Text;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Cli;
using LicensingPipeline.Cli.Commands;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Cli;

/// <summary>The national lists, in small invented extracts of their publishers' layouts: no postcode, ward or home in them exists.</summary>
public sealed class ReferenceCommandTests : IDisposable
{
    private const string OldLayout = """
        pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,parish,usertype,oseast1m,osnrth1m,osgrdind,lat,long,imd
        "QA1 1AA","QA1  1AA","QA1 1AA","198001","","E99999999","E99999999","E09000001","E05999901","E43999999","0","385386","0801193","1",51.507000,-0.127000,1
        "QA1 1AB","QA1  1AB","QA1 1AB","198001","199606","E99999999","E99999999","E09000001","E05999902","E43999999","0","385177","0801314","1",51.508000,-0.128000,1
        "QA1 1AD","QA1  1AD","QA1 1AD","198001","","E99999999","E99999999","E99999999","E99999999","E43999999","0","","","9",99.999999,0.000000,1
        "not one","x","x","198001","","","","","","","0","","","9",51,0,1
        """;

    private const string NewLayout = """
        pcd7,pcd8,pcds,dointr,doterm,cty25cd,ced25cd,lad25cd,wd25cd,east1m,north1m,gridind,lat,long
        QA1 1AA,QA1  1AA,QA1 1AA,198001,,E99999999,E99999999,E09000001,E05999901,385386,801193,1,51.507,-0.127
        QA1 1AB,QA1  1AB,QA1 1AB,198001,199606,E99999999,E99999999,E09000001,E05999902,385177,801314,1,51.508,-0.128
        """;

    private const string CodePoint = """
        "QA1 1AA",10,530000,180000,"E92000001","E19000001","E18000001","","E09000001","E05999901"
        "QA1 1AB",90,0,0,"E92000001","E19000001","E18000001","","E09000001","E05999902"
        """;

    private const string Homes = "UPRN,X_COORDINATE,Y_COORDINATE,LATITUDE,LONGITUDE\n99000001,530000,180000,51.5039,-0.1281\n99000002,358260.66,172796.5,51.4526,-2.602\n";

    private readonly Folder _folder = new();

    private string Data => _folder["data"];

    public void Dispose() => _folder.Dispose();

    private async Task<Typed> UpdateAsync(params string[] words) => await Typed.Into(new FixedClock(new DateTimeOffset(2026, 11, 1, 3, 0, 0, TimeSpan.Zero)), ["reference", "update", "--data", Data, .. words]);

    private PostcodeTable Table() => PostcodeTable.OpenIfThere(Path.Combine(Data, "reference", "postcodes.idx"))!;

    private string Zip(string name, params (string Name, string Text)[] files)
    {
        using var zip = ZipFile.Open(_folder[name], ZipArchiveMode.Create);
        foreach (var (entry, text) in files)
        {
            using var to = zip.CreateEntry(entry).Open();
            to.Write(Encoding.UTF8.GetBytes(text));
        }

        return _folder[name];
    }

    [Theory]
    [InlineData(OldLayout, 3)]
    [InlineData(NewLayout, 2)]
    public async Task The_directory_is_read_whatever_a_release_calls_its_columns(string csv, int postcodes)
    {
        var typed = await UpdateAsync("--from", _folder.Write("ONSPD_TEST.csv", csv));

        typed.Exit.ShouldBe(0, typed.Error);
        var table = Table();
        (table.Count, table.KnowsTerminated, table.Release).ShouldBe((postcodes, true, "ONSPD_TEST.csv"));
        (table.Find("QA1 1AA"), table.Find("QA1 1AB"), table.Find("QA1 1AE")).ShouldBe((PostcodeStatus.Live, PostcodeStatus.Terminated, PostcodeStatus.Unknown));
        table.Place("QA1 1AB").ShouldBe(new PostcodePlace("E09000001", "E05999902", "51.508", "-0.128"));
        typed.Error.ShouldContain("The next run reads every copy again with them.");
    }

    [Fact]
    public async Task A_release_in_a_zip_brings_names_of_wards_and_is_not_read_twice()
    {
        var zip = Zip("onspd.zip", ("Data/ONSPD_TEST_UK.csv", OldLayout), ("Data/multi_csv/ONSPD_TEST_UK_QA.csv", OldLayout.Replace("51.507", "51.999", StringComparison.Ordinal)),
            ("Documents/WD Ward names and codes UK as at 05_25.csv", "\uFEFFWD25CD,WD25NM\nE05999901,Nosuch Ward\n"), ("User Guide/guide.pdf", "none"));

        var typed = await UpdateAsync("--from", zip, "--what", "postcodes", "--json");

        typed.Exit.ShouldBe(0, typed.Error);
        Table().Place("QA1 1AA").ShouldBe(new PostcodePlace("E09000001", "Nosuch Ward", "51.507", "-0.127"));
        Table().Place("QA1 1AD").ShouldBe(new PostcodePlace("", "", null, null));
        typed.Out.ShouldContain("\"entries\": 3");
        typed.Out.ShouldContain("\"skipped\": 1");
    }

    [Fact]
    public async Task Code_point_open_has_no_headings_and_grid_references()
    {
        Directory.CreateDirectory(_folder["codepo"]);
        _folder.Write("codepo/Data/CSV/qa.csv", CodePoint);
        _folder.Write("codepo/Doc/Code-Point_Open_Column_Headers.csv", "PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC\n");

        (await UpdateAsync("--from", _folder["codepo"])).Exit.ShouldBe(0);

        var place = Table().Place("QA1 1AA")!;
        (place.Authority, place.Ward, place.Latitude![..5], place.Longitude![..5]).ShouldBe(("E09000001", "E05999901", "51.50", "-0.12"));
        Table().Place("QA1 1AB")!.Latitude.ShouldBeNull();
        Table().KnowsTerminated.ShouldBeFalse();
    }

    [Fact]
    public async Task Homes_are_kept_within_a_rectangle()
    {
        var file = _folder.Write("osopenuprn.csv", Homes);
        (await UpdateAsync("--from", file)).Exit.ShouldBe(0);
        using (var homes = UprnTable.OpenIfThere(Path.Combine(Data, "reference", "uprns.idx"))!)
        {
            (homes.Count, homes.Find("99000001"), homes.Find("99000002")).ShouldBe((1L, ("51.5039", "-0.1281"), null));
        }

        (await UpdateAsync("--from", file, "--within", "49,-9,61,2")).Exit.ShouldBe(0);
        using var all = UprnTable.OpenIfThere(Path.Combine(Data, "reference", "uprns.idx"))!;
        all.Find("99000002").ShouldBe(("51.4526", "-2.602"));
    }

    [Theory]
    [InlineData("a,b\n1,2\n", null, "None of the lists is there")]
    [InlineData("a,b\n1,2\n", "postcodes", "No file of the ONS Postcode Directory")]
    [InlineData("a,b\n1,2\n", "codepoint", "No file of Code-Point Open")]
    [InlineData("a,b\n1,2\n", "uprn", "No file of OS Open UPRN")]
    [InlineData("pcds,doterm,lat,long\nQA1 1AA,,51,0\n", null, "lacks a column for the authority")]
    [InlineData("pcds,doterm,lat,long,lad30cd\nnone,,51,0,x\n", null, "Not one line")]
    [InlineData("PK\u0003\u0004 cut off", null, "cannot be read")]
    public async Task What_is_not_the_list_is_refused_and_says_why(string text, string? what, string why)
    {
        var typed = await UpdateAsync(["--from", _folder.Write("some.csv", text), .. what is null ? Array.Empty<string>() : ["--what", what]]);

        typed.Exit.ShouldBe(65);
        typed.Error.ShouldContain(why);
        File.Exists(Path.Combine(Data, "reference", "postcodes.idx")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_list_that_shrank_is_not_believed()
    {
        (await UpdateAsync("--from", _folder.Write("whole.csv", OldLayout))).Exit.ShouldBe(0);

        var typed = await UpdateAsync("--from", _folder.Write("cut.csv", string.Join('\n', OldLayout.Split('\n').Take(3))));

        typed.Exit.ShouldBe(65);
        typed.Error.ShouldContain("it may be cut off");
        Table().Count.ShouldBe(3);
    }

    [Fact]
    public async Task Nothing_is_asked_for_while_nobody_answers_for_it()
    {
        var typed = await UpdateAsync();

        typed.Exit.ShouldBe(65);
        typed.Error.ShouldContain("operator.yaml");
    }

    [Fact]
    public async Task A_list_is_fetched_as_politely_as_a_register()
    {
        var clock = new FakeClock();
        await using var council = await LoopbackCouncil.OpenAsync(clock);
        var zip = await File.ReadAllBytesAsync(Zip("release.zip", ("Data/ONSPD_TEST_UK.csv", NewLayout)), TestContext.Current.CancellationToken);
        council.On("/robots.txt", Replies.Status(404)).On("/onspd", Replies.Redirect("/files/onspd.zip")).On("/files/onspd.zip", Replies.Bytes(zip));
        _folder.Write("data/operator.yaml", "name: Example Branch\ncontact: desk@branch.example\n");

        var exit = await RunAsync(council, clock, "--what", "postcodes", "--url", "http://lists.example/onspd");

        exit.ShouldBe(0);
        Table().Count.ShouldBe(2);
        council.Asked.ShouldAllBe(a => a.Headers["User-Agent"].EndsWith("(+desk@branch.example)", StringComparison.Ordinal));
        council.Asked[0].Path.ShouldBe("/robots.txt");
        Directory.EnumerateFiles(Path.Combine(Data, "archive"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_in_place_of_the_list_leaves_the_old_one_standing()
    {
        (await UpdateAsync("--from", _folder.Write("whole.csv", OldLayout))).Exit.ShouldBe(0);
        var clock = new FakeClock();
        await using var council = await LoopbackCouncil.OpenAsync(clock);
        council.On("/robots.txt", Replies.Status(404)).On("/onspd", Replies.Page("<html><body>Moved</body></html>"));
        _folder.Write("data/operator.yaml", "name: Example Branch\ncontact: desk@branch.example\n");

        var refused = await Should.ThrowAsync<RefusedException>(() => RunAsync(council, clock, "--what", "postcodes", "--url", "http://lists.example/onspd"));

        refused.Message.ShouldContain("neither a zip nor a text file");
        Table().Count.ShouldBe(3);
    }

    private async Task<int> RunAsync(LoopbackCouncil council, FakeClock clock, params string[] words)
    {
        var terminal = new Terminal(TextWriter.Null, TextWriter.Null, Interactive: false);
        return await ReferenceCommand.Build(terminal, clock, () => council.Handler()).Parse(["update", "--data", Data, .. words])
            .InvokeAsync(new System.CommandLine.InvocationConfiguration { EnableDefaultExceptionHandler = false }, TestContext.Current.CancellationToken);
    }
}
