using System.Text.Json;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Cli;

public sealed class NewCommandTests
{
    private const string Register = """
        Register of invented homes,,,,,,,,
        Licence ref,Premises address,Premises postcode,Holder of licence,Date from,Date to,Type of licence,Permitted occupiers,Case officer
        TX/20/118,"Upper flat, 12 Secretive Street, Hiddenham",N1 1AA,Aloysius Privateson,14/02/2023,13/02/2028,Mandatory HMO,5,Officer Concealed
        TX/20/119,3 Unseen Mews,N1 1AB,Veiled Holdings Ltd,01/03/2024,28/02/2029,Selective,7,Officer Concealed
        TX/20/120,4 Unseen Mews,N1 1AB,Veiled Holdings Ltd,01/03/2024,28/02/2029,Selective,3,Officer Concealed

        """;

    [Fact]
    public async Task A_file_nobody_described_becomes_a_source_that_checks_and_is_published()
    {
        using var night = new InventedNight();
        var file = Hand(night);
        var typed = await NewAsync(night, file);
        typed.Exit.ShouldBe(0);
        typed.Out.ShouldContain("With it the copy is Proving.");
        typed.Out.ShouldContain("Dates in Date from: 1 prove that the day comes first, 0 that the month does.");
        (await Typed.Into(night, "sources", "check")).Exit.ShouldBe(0);

        var yaml = await ReadAsync(Source(night));
        yaml.Split('\n').Length.ShouldBeLessThan(40);
        yaml.Split('\n').Count(l => l.Contains("# check", StringComparison.Ordinal)).ShouldBe(5);
        yaml.ShouldContain("values: { scheme: { \"selective\": selective, \"mandatory hmo\": mandatory-hmo } }");
        yaml.ShouldContain("guards: { min-rows: 2 }");

        await File.WriteAllTextAsync(file + ".yaml", "as-at: 2026-02-01\n", TestContext.Current.CancellationToken);
        (await StateAsync(night)).ShouldBe("Proving");
        (await Typed.Into(night, "sources", "prove", "camden", "--accept", "--data", night.Data)).Exit.ShouldBe(0);
        (await StateAsync(night)).ShouldBe("Ok");
    }

    [Fact]
    public async Task Nothing_of_anybody_is_in_what_is_written()
    {
        using var night = new InventedNight();
        await NewAsync(night, Hand(night));
        var fixture = await ReadAsync(Path.Combine(night.Sources, "fixtures", "camden-register.csv"));
        var all = fixture + await ReadAsync(Source(night));
        foreach (var real in new[] { "Secretive", "Hiddenham", "Unseen", "Privateson", "Veiled", "Concealed", "N1 1A", "118", "119" })
        {
            all.ShouldNotContain(real);
        }

        fixture.ShouldStartWith($"\"{Demonstration.Mark}\"\n");
        fixture.ShouldContain("TX/00/001,\"1 Quillfeather Road, Inventedham\",Q1 1ZZ,Ada Testholder,14/02/2023,13/02/2028,Mandatory HMO,5,\n");
    }

    [Fact]
    public async Task A_source_that_is_there_gets_one_stream_more_and_keeps_every_line()
    {
        using var night = InventedNight.Usual();
        var before = await ReadAsync(Source(night));
        (await NewAsync(night, Hand(night))).Exit.ShouldBe(0);
        (await ReadAsync(Source(night))).ShouldStartWith(before);
        var check = await Typed.Into(night, "sources", "check");
        (check.Exit, check.Error.Trim()).ShouldBe((0, "3 files with 3 streams are right; 0 files with 0 errors."));
    }

    [Fact]
    public async Task Nothing_is_written_over()
    {
        using var night = new InventedNight();
        var file = Hand(night);
        await NewAsync(night, file);
        var before = await ReadAsync(Source(night));
        var again = await NewAsync(night, file);
        again.Out.ShouldContain("camden.yaml.new and");
        (await ReadAsync(Source(night))).ShouldBe(before);
        File.Exists(Source(night) + ".new").ShouldBeTrue();
    }

    [Theory]
    [InlineData("nowhere", null, 64, "is no authority we know")]
    [InlineData("camden", "no-such-file.csv", 64, "There is no file")]
    [InlineData("camden", "https://council.example/register.csv", 1, "Nobody answers for the requests yet")]
    public async Task What_cannot_be_done_is_said(string authority, string? from, int exit, string sentence)
    {
        using var night = new InventedNight();
        var typed = await Typed.Into(night, "sources", "new", authority, from ?? Hand(night), "--data", night.Data);
        typed.Error.ShouldContain(sentence);
        typed.Exit.ShouldBe(exit == 1 ? 65 : exit);
    }

    [Fact]
    public async Task A_file_without_headings_is_refused_in_a_sentence()
    {
        using var night = new InventedNight();
        night.Hand("camden", "register.csv", "some notes\nand others\n");
        var typed = await NewAsync(night, Path.Combine(night.Inbox, "camden", "register.csv"));
        typed.Exit.ShouldBe(65);
        typed.Error.ShouldContain("looks like the headings of a register");
    }

    [Fact]
    public async Task Json_says_what_was_placed()
    {
        using var night = new InventedNight();
        using var json = JsonDocument.Parse((await NewAsync(night, Hand(night), "--json")).Out);
        json.RootElement.GetProperty("placed").GetArrayLength().ShouldBe(8);
        json.RootElement.GetProperty("not_placed")[0].GetProperty("heading").GetString().ShouldBe("Case officer");
    }

    [Fact]
    public async Task A_saved_detail_page_fills_the_field_inventory_too()
    {
        using var night = new InventedNight();
        night.Hand("camden", "page.html", """
            <!doctype html><html><body><main><h1 class="heading-large">1 Quillfeather Road, N1 1AA</h1><h2 class="heading-medium">Licence number TST-000000000001</h2>
            <div><p>Licence type<br><span class="bold">Selective licence</span></p></div><div><p>Licence start date<br><span class="bold">01/02/2023</span></p></div>
            <div><p>Licence end date<br><span class="bold">31/01/2028</span></p></div><div><p>Licence holder name<br><span class="bold">Ada Testholder</span></p></div>
            <div><p>Maximum permitted occupants<br><span class="bold">4</span></p></div></main></body></html>
            """);
        var typed = await NewAsync(night, Path.Combine(night.Inbox, "camden", "page.html"), "--out", night.Sources);
        typed.Error.ShouldBe("");
        typed.Out.ShouldContain("camden.yaml and");
        (await ReadAsync(Source(night))).ShouldContain("read: { format: metastreet-details }");
        var (inventories, errors) = LicensingPipeline.Catalogue.Inventory.ReadFolder(Path.Combine(night.Sources, "inventory"), LicensingPipeline.Catalogue.ReferenceTables.Read(InventedNight.Reference, null).Authorities);
        errors.ShouldBeEmpty();
        var findings = inventories.ShouldHaveSingleItem().Findings;
        findings["holder_name"].Is.ShouldBe(LicensingPipeline.Catalogue.Showing.Shown);
        findings["duration"].Is.ShouldBe(LicensingPipeline.Catalogue.Showing.Shown);
        findings["manager_name"].Is.ShouldBe(LicensingPipeline.Catalogue.Showing.NotSeen);
    }

    private static Task<Typed> NewAsync(InventedNight night, string from, params string[] more) =>
        Typed.Into(night, ["sources", "new", "camden", from, "--data", night.Data, "--page", "https://council.example/register", .. more]);

    private static Task<string> ReadAsync(string path) => File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);

    private static string Hand(InventedNight night)
    {
        night.Hand("camden", "register-1.csv", Register);
        return Path.Combine(night.Inbox, "camden", "register-1.csv");
    }

    private static string Source(InventedNight night) => Path.Combine(night.Sources, "camden.yaml");

    private static async Task<string?> StateAsync(InventedNight night)
    {
        using var json = JsonDocument.Parse((await Typed.Into(night, "run", "--offline", "camden", "--json")).Out);
        return json.RootElement.GetProperty("streams")[0].GetProperty("state").GetString();
    }
}
