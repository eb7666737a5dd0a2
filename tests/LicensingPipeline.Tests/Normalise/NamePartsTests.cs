using LicensingPipeline.Normalise;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Normalise;

/// <summary>Joint holders one by one, and the order of a column.</summary>
public sealed class NamePartsTests
{
    private static string Parts(string name, bool? familyFirst = null) =>
        string.Join(" + ", NameParts.Of(name, familyFirst).Select(p => $"{p.Title}|{p.Given}|{p.Family}|{p.Suffix}"));

    [Theory]
    [InlineData("Mr A & Mrs B Testholder", "Mr|A|Testholder| + Mrs|B|Testholder|")]
    [InlineData("A Testholder AND B Quillfeather", "|A|Testholder| + |B|Quillfeather|")]
    [InlineData("Mr & Mrs Testholder", "Mr||Testholder| + Mrs||Testholder|")]
    [InlineData("Adalind & Bram Testholder", "|Adalind|Testholder| + |Bram|Testholder|")]
    [InlineData("Mr & Ms Ada & Bram Quill & Testholder", "Mr|Ada|Quill| + Ms|Bram|Testholder|")]
    [InlineData("TESTHOLDER A & B", "|A|TESTHOLDER| + |B|TESTHOLDER|")]
    [InlineData("TESTHOLDER Adalind, TESTHOLDER Bram", "|Adalind|TESTHOLDER| + |Bram|TESTHOLDER|")]
    [InlineData("Mrs A Testholder Mr B Quill", "Mrs|A|Testholder| + Mr|B|Quill|")]
    [InlineData("Ada Quill/Bram Quill", "|Ada|Quill| + |Bram|Quill|")]
    [InlineData("Jan Quill i Ada Quill", "|Jan|Quill| + |Ada|Quill|")]
    public void Joint_holders_are_split(string name, string expected) => Parts(name).ShouldBe(expected);

    [Theory]
    [InlineData("TESTHOLDER, Adalind Mary", "|Adalind Mary|TESTHOLDER|")]
    [InlineData("TESTHOLDER Adalind", "|Adalind|TESTHOLDER|")]
    [InlineData("Testholder A B", "|A B|Testholder|")]
    [InlineData("A.B.Testholder", "|A.B|Testholder|")]
    [InlineData("D.R. Testholder", "|D.R|Testholder|")]
    [InlineData("Dr Adalind de Testholder PhD", "Dr|Adalind|de Testholder|PhD")]
    [InlineData("Mr Dr Adalind Testholder Esq.", "Mr Dr|Adalind|Testholder|Esq")]
    [InlineData("AL TESTHOLDER Adalind", "|Adalind|AL TESTHOLDER|")]
    [InlineData("Adalind Testholder (Director)", "|Adalind|Testholder|")]
    public void Titles_suffixes_particles_and_order_are_read(string name, string expected) => Parts(name).ShouldBe(expected);

    [Fact]
    public void What_is_no_persons_name_has_no_parts() => Parts("Brightfold Lettings Ltd").ShouldBe("");

    [Fact]
    public void The_column_decides_for_a_name_that_does_not_say_its_order()
    {
        Parts("Quill Testholder", familyFirst: true).ShouldBe("|Testholder|Quill|");
        Parts("Quill Testholder", familyFirst: false).ShouldBe("|Quill|Testholder|");
        Parts("QUILL Ada", familyFirst: false).ShouldBe("|Ada|QUILL|");
    }

    [Theory]
    [InlineData("TESTHOLDER Ada|QUILL Bram|Quill, Corin|WENDLE Dora|Fenn A|Quill Testholder", true)]
    [InlineData("A Testholder|B Quill|Ada QUILL|C.D. Fenn|E Wendle|Quill Testholder", false)]
    [InlineData("A Testholder|B Quill|QUILL Ada|FENN C|E Wendle|WENDLE Dora", null)]
    [InlineData("A Testholder|Quill Testholder|Ada Fenn|Brightfold Ltd", null)]
    public void A_column_votes_on_its_order(string names, bool? expected)
    {
        var order = new NameOrder();
        foreach (var name in names.Split('|').Reverse())
        {
            order.See(name);
        }

        order.FamilyFirst.ShouldBe(expected);
    }
}
