using LicensingPipeline.Cli.Demo;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Demo;

public sealed class DemoFolderTests
{
    [Fact]
    public async Task A_folder_of_real_registers_is_refused_and_left_as_it_is()
    {
        using var nights = new Nights().Source().Copy("2026-09-01", Rows.Csv(Rows.Of(1, 5)));
        await nights.RunAsync();
        var before = Snapshot(nights.Data);
        var refused = await Should.ThrowAsync<RefusedException>(() => DemoRun.PlayAsync(PlayedDemo.Samples, nights.Data, _ => { }, TestContext.Current.CancellationToken));
        refused.Message.ShouldContain("holds no demonstration");
        (await Should.ThrowAsync<RefusedException>(() => Nights.RunAsync(nights.Options() with { Invented = true }))).Message.ShouldContain("holds real registers");
        Snapshot(nights.Data).ShouldBe(before);
    }

    [Fact]
    public async Task A_folder_of_invented_registers_refuses_real_ones_and_is_left_as_it_is()
    {
        using var nights = new Nights().Source().Copy("2026-09-01", Rows.Csv(Rows.Of(1, 5)));
        await Nights.RunAsync(nights.Options() with { Invented = true });
        var before = Snapshot(nights.Data);
        (await Should.ThrowAsync<RefusedException>(() => nights.RunAsync())).Message.ShouldContain("invented data; real registers are never mixed into it");
        Snapshot(nights.Data).ShouldBe(before);
    }

    [Theory]
    [InlineData("notes.txt", "somebody's own")]
    [InlineData("ledger.db", "no database at all")]
    [InlineData("operator.yaml", "name: Somebody\ncontact: somebody@example.org\n")]
    public void A_folder_with_anything_else_in_it_is_refused(string file, string text)
    {
        using var folder = new Folder();
        folder.Write(file, text);
        Should.Throw<RefusedException>(() => DemoFolder.Prepare(folder.Path, _ => { })).Message.ShouldContain("nothing in it is touched");
        PlayedDemo.Files(folder.Path).ShouldBe([file]);
        File.ReadAllText(folder[file]).ShouldBe(text);
    }

    [Fact]
    public void An_earlier_demonstration_is_replaced_and_what_somebody_put_beside_it_stays()
    {
        using var folder = new Folder();
        DemoFolder.Prepare(folder.Path, _ => { });
        folder.Write("archive/ab/old", "old");
        folder.Write("site/index.html", "old");
        folder.Write("editions/demonstration-1/edition.json", "made by an earlier version of the program, which would refuse to stand beside this one");
        folder.Write("notes.txt", "somebody's own");
        DemoFolder.Prepare(folder.Path, _ => { });
        PlayedDemo.Files(folder.Path).ShouldBe(["notes.txt", "operator.yaml"]);
    }

    private static List<string> Snapshot(string folder) =>
        [.. PlayedDemo.Files(folder).Select(f => $"{f} {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, f))))}")];
}
