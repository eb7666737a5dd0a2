using System.Security.Cryptography;
using System.Text;
using LicensingPipeline.Normalise;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Normalise;

/// <summary>The licence_id: frozen, since people will write it down.</summary>
public sealed class IdentityTests
{
    private static string? Of(params (Field Field, string Text)[] cells)
    {
        var raw = new string?[Fields.Count];
        foreach (var (field, text) in cells)
        {
            raw[(int)field] = text;
        }

        return Identity.Of("E09000001", "licences", [Field.PropertyAddress, Field.StartDate], raw) is { } id ? Identity.Hex(id) : null;
    }

    private static string Sha(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    [Fact]
    public void It_is_the_start_of_a_hash_over_authority_register_and_reference() =>
        Of((Field.Reference, "EX/1"), (Field.PropertyAddress, "1 Quillfeather Road")).ShouldBe(Sha("E09000001\u001Flicences\u001FEX/1"));

    [Theory]
    [InlineData("  ex/1 ")]
    [InlineData("'EX/1")]
    [InlineData("`EX/1")]
    [InlineData("\u2018ex/1")]
    [InlineData("\tEX/1\n")]
    public void Rule_k1_trims_and_capitals_and_drops_a_leading_quote(string reference) => Of((Field.Reference, reference)).ShouldBe(Sha("E09000001\u001Flicences\u001FEX/1"));

    [Fact]
    public void Rule_k1_makes_any_run_of_spaces_one() => Of((Field.Reference, "ex \u00A0\n 1")).ShouldBe(Sha("E09000001\u001Flicences\u001FEX 1"));

    [Theory]
    [InlineData("EX/01")]
    [InlineData("EX-1")]
    [InlineData("EX/1'")]
    public void Nothing_else_is_taken_for_the_same(string reference) => Of((Field.Reference, reference)).ShouldNotBe(Of((Field.Reference, "EX/1")), StringComparer.Ordinal);

    [Fact]
    public void Without_a_reference_the_id_fields_stand_in_as_published_row_by_row()
    {
        Of((Field.Reference, " "), (Field.PropertyAddress, "1 Quillfeather Road "), (Field.StartDate, "1/2/2020"))
            .ShouldBe(Sha("E09000001\u001Flicences\u001F1 QUILLFEATHER ROAD\u001F1/2/2020"));
        Of((Field.PropertyAddress, "1 Quillfeather Road")).ShouldBe(Sha("E09000001\u001Flicences\u001F1 QUILLFEATHER ROAD\u001F"));
    }

    [Fact]
    public void Where_all_are_empty_there_is_none() => Of((Field.PropertyAddress, "  "), (Field.HolderName, "Ada Testholder")).ShouldBeNull();

    [Fact]
    public void Very_long_texts_are_cut_and_end_nothing() =>
        Of((Field.PropertyAddress, new string('ß', 100_000)), (Field.StartDate, new string('x', 100_000))).ShouldNotBeNull();

    [Fact]
    public void What_an_entry_says_is_told_apart_cell_by_cell()
    {
        var raw = new string?[Fields.Count];
        raw[(int)Field.HolderName] = "Ada";
        var other = new string?[Fields.Count];
        other[(int)Field.ManagerName] = "Ada";
        var padded = new string?[Fields.Count];
        padded[(int)Field.HolderName] = " Ada ";

        Identity.Content(raw, null).ShouldBe(Identity.Content(padded, null));
        Identity.Content(raw, null).ShouldNotBe(Identity.Content(other, null));
        Identity.Content(raw, null).ShouldNotBe(Identity.Content(raw, "Ward\u001FEast\u001E"));
    }
}
