using LicensingPipeline.Catalogue;
using LicensingPipeline.Normalise;
using LicensingPipeline.Record;
using LicensingPipeline.Tests.Support;
using LicensingPipeline.View;
using Shouldly;
using Xunit;
using Registers = LicensingPipeline.Store.Registers;

namespace LicensingPipeline.Tests.View;

public sealed class ExplainerTests(UsualNight usual) : IClassFixture<UsualNight>
{
    [Fact]
    public void A_current_licence_is_explained_down_to_its_row()
    {
        var one = Explain("cam/3").Single();
        one.IsCurrent.ShouldBeTrue();
        one.Raw.Single(r => r.Field == Field.EndDate).Text.ShouldBe("31/02/2029");
        one.Licence[Field.EndDate].ShouldBeNull();
        one.Issues.Select(i => i.Code).Order(StringComparer.Ordinal).ShouldBe([IssueCodes.DateNoSuchDay, IssueCodes.PostcodeMissing]);
        one.Rules!.ShouldContain(r => r.Rule == Rules.DateStated);
        one.Copy.Files.Single().Name.ShouldBe("hmo_2026-02-01.csv");
        one.Licence[Field.Where].ShouldBe("row 3");
        one.Note.ShouldBeNull();
        one.Versions.Select(v => $"{v.FirstCopy:yyyy-MM-dd} {v.GoneBy:yyyy-MM-dd} {v.Where}").ShouldBe(["2026-01-01 2026-02-01 row 4", "2026-02-01  row 3"]);
        one.Events.Select(e => e.Code).ShouldBe(["persons-changed"]);
    }

    [Fact]
    public void A_former_licence_is_explained_from_the_last_copy_that_held_it()
    {
        var one = Explain("Plumstone").Single();
        one.IsCurrent.ShouldBeFalse();
        one.Licence[Field.LastSeen].ShouldBe("2026-01-01");
        one.Rules!.Single(r => r.Rule == Rules.PostcodeFound).After.ShouldBe("N1 1AB");
        one.Copy.Files.Single().Name.ShouldBe("hmo_2026-01-01.csv");
        one.Events.Select(e => e.Code).ShouldBe(["expired-off"]);
    }

    [Fact]
    public void Without_the_source_file_the_rest_is_still_explained()
    {
        using var registers = Registers.Open(usual.Night.Data);
        using var ledger = Ledger.Ask(usual.Night.Data);
        var one = new Explainer(registers, ledger, null).Explain(Id(registers, "cam/1")).Single();
        one.Rules.ShouldBeNull();
        one.Note.ShouldNotBeNull();
        one.Raw.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Entries_under_one_reference_are_explained_each_by_its_own_text()
    {
        using var night = new InventedNight();
        night.Source("camden", InventedNight.Manual("E09000007", "hmo", "[ mandatory-hmo ]", "mandatory-hmo"));
        night.Hand("camden", "hmo_2026-02-01.csv", """
            Ref,Address,Holder,Manager,Start,End,People
            CAM/7,"1 Quillfeather Road, N1 1AA",Brightfold Lettings Ltd,,01/02/2023,31/01/2028,5
            CAM/7,"2 Quillfeather Road, N1 1AA",Brightfold Lettings Ltd,,01/02/2023,99/01/2028,6
            """);
        await night.RunAsync();
        using var registers = Registers.Open(night.Data);
        using var ledger = Ledger.Ask(night.Data);
        var explainer = new Explainer(registers, ledger, SourceFolder.Read(night.Sources, InventedNight.Reference));
        var ids = new Finder(registers).Find(Question.Of("cam/7")!, 9).Licences.Select(l => l.Licence.Id).ToList();
        ids.ShouldAllBe(i => i.Length == 25);
        foreach (var id in ids)
        {
            var one = explainer.Explain(id).Single();
            one.Raw.Single(r => r.Field == Field.PropertyAddress).Text.ShouldBe(one.Licence[Field.PropertyAddress]);
            one.Issues.Count(i => i.Code == IssueCodes.ReferenceRepeated).ShouldBe(1);
            one.Issues.Count(i => i.Field == "end_date").ShouldBe(one.Licence[Field.EndDate] is null ? 1 : 0);
        }

        explainer.Explain(ids[0][..16]).Count.ShouldBe(2);
    }

    private IReadOnlyList<Explanation> Explain(string text)
    {
        using var registers = Registers.Open(usual.Night.Data);
        using var ledger = Ledger.Ask(usual.Night.Data);
        return new Explainer(registers, ledger, SourceFolder.Read(usual.Night.Sources, InventedNight.Reference)).Explain(Id(registers, text));
    }

    private static string Id(Registers registers, string text) => new Finder(registers).Find(Question.Of(text)!, 1).Licences.Single().Licence.Id;
}
