using LicensingPipeline.Normalise;
using LicensingPipeline.Resolve;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Resolve;

/// <summary>Which two cells are one holder's, as a nightly run reads them.</summary>
public sealed class HolderKeyTests
{
    private static ulong? Key(string name, string? address = null)
    {
        var raw = new string?[Fields.Count];
        (raw[(int)Field.Reference], raw[(int)Field.PropertyAddress], raw[(int)Field.HolderName], raw[(int)Field.HolderAddress]) = ("EX/1", "1 Quillfeather Road", name, address);
        return HolderKey.Of(new Normaliser(Some.Stream("csv"), CopyContext.Of("E09000001", new DateOnly(2026, 1, 31))).Normalise(raw, null, "row 2", null).Licence);
    }

    [Theory]
    [InlineData("Brightfold Ltd (CRN 00000017)", "BRIGHTFOLD LIMITED (Co. Rgn. No. 17000017)", false)]
    [InlineData("Brightfold Ltd (CRN 09000017)", "Feather Lets (Co. No. 9000017)", true)]
    [InlineData("Brightfold Ltd", "BRIGHTFOLD LIMITED (Adalind Tes", true)]
    [InlineData("Brightfold Ltd c/o Quill Accountants", "Brightfold Limited, 12 Nosuch Street, London, N1 9ZZ", true)]
    [InlineData("Brightfold Ltd c/o Quill Accountants", "Wendlemere Ltd c/o Quill Accountants", false)]
    [InlineData("Brightfold Ltd t/a Feather Lets", "Wendlemere Ltd t/a Feather Lets", false)]
    [InlineData("Brightfold Link (Charity No 100017)", "Brightfold Housing Link", false)]
    [InlineData("Brightfold Housing Link (Charity No 100017)", "Brightfold Housing Link", true)]
    public void Spellings_of_one_company_are_one_holder_and_an_agent_joins_nobody(string one, string other, bool same) => (Key(one) == Key(other)).ShouldBe(same);

    [Fact]
    public void A_person_is_told_by_name_and_address_together()
    {
        Key("Adalind Testholder", "1 Nosuch Street").ShouldBe(Key("ADALIND TESTHOLDER", "1 Nosuch Street"));
        Key("Adalind Testholder", "1 Nosuch Street").ShouldNotBe(Key("Adalind Testholder", "2 Nosuch Street"));
        Key("Adalind Testholder, 1 Nosuch Street, London, N1 9ZZ").ShouldBe(Key("Adalind Testholder", "1 Nosuch Street, London, N1 9ZZ"));
    }

    [Theory]
    [InlineData("c/o Quill Accountants")]
    [InlineData("Withheld")]
    [InlineData("Name withheld under GDPR")]
    public void Where_nobody_is_named_there_is_no_holder(string name) => Key(name).ShouldBeNull();
}
