using LicensingPipeline.Catalogue;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Catalogue;

/// <summary>A field inventory says of every particular whether it is shown, and of nothing else.</summary>
public sealed class InventoryTests
{
    private static readonly ReferenceTables Tables = ReferenceTables.Read(Checkout.File("data", "reference"), sourcesFolder: null);
    private static readonly string Rest = string.Join(", ", Particular.All.Skip(1).Select(p => p.Key));

    [Fact]
    public void There_is_a_right_one_for_each_authority()
    {
        var (inventories, errors) = Inventory.ReadFolder(Checkout.File("data", "inventory"), Tables.Authorities);
        errors.Select(e => e.ToString()).ShouldBeEmpty();
        inventories.Select(i => i.Authority).ShouldBe(Tables.Authorities.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nine_particulars_are_wanted_of_every_licence_and_thirteen_of_every_hmo()
    {
        Particular.OfEveryLicence.Count.ShouldBe(9);
        Particular.OfEveryHmo.Count.ShouldBe(13);
        Particular.All.Select(p => p.Key).Distinct(StringComparer.Ordinal).Count().ShouldBe(Particular.All.Count);
    }

    [Fact]
    public void It_says_what_was_found_where_and_when()
    {
        var (inventory, errors) = Read($"findings:\n  - {{ is: shown-for-some, evidence: \"https://example.org/\", date: 2026-11-01, by: a person, particulars: holder_name }}\n  - {{ is: not-seen, date: 2026-11-02, by: a person, particulars: [ {Rest} ] }}\n");
        errors.ShouldBeEmpty();
        inventory.ShouldNotBeNull().Findings["holder_name"].ShouldBe(new Finding(Showing.ShownForSome, "https://example.org/", new DateOnly(2026, 11, 1), "a person"));
        inventory.Count(Particular.OfEveryLicence, Showing.NotSeen).ShouldBe(8);
    }

    [Theory]
    [InlineData("findings:\n  - { is: not-seen, date: 2026-11-02, by: x, particulars: [ {rest} ] }\n", "nothing is said of holder_name (regulation 11(1)(a))")]
    [InlineData("findings:\n  - { is: not-seen, date: 2026-11-02, by: x, particulars: [ holder_name, storeys, {rest} ] }\n", "storeys stands twice")]
    [InlineData("findings:\n  - { is: not-seen, date: 2026-11-02, by: x, particulars: [ holder_name, postcode, {rest} ] }\n", "'postcode' is no particular")]
    [InlineData("findings:\n  - { is: perhaps, date: 2026-11-02, by: x, particulars: [ holder_name, {rest} ] }\n", "'perhaps' is not one of shown")]
    [InlineData("findings:\n  - { is: shown, date: 2026-11-02, by: x, particulars: [ holder_name, {rest} ] }\n", "this key is missing")]
    [InlineData("findings:\n  - { is: not-seen, date: 2026-11-02, particulars: [ holder_name, {rest} ] }\n", "this key is missing")]
    [InlineData("findings:\n  - { is: not-seen, date: yesterday, by: x, particulars: [ holder_name, {rest} ] }\n", "a date such as")]
    [InlineData("steward: y\nfindings:\n  - { is: not-seen, date: 2026-11-02, by: x, particulars: [ holder_name, {rest} ] }\n", "not known here")]
    public void What_is_wrong_is_told_with_its_line(string yaml, string message)
    {
        var (inventory, errors) = Read(yaml.Replace("{rest}", Rest, StringComparison.Ordinal));
        inventory.ShouldBeNull();
        errors.ShouldContain(e => e.Message.Contains(message, StringComparison.Ordinal) && e.Line > 0 && e.File == "camden.yaml");
    }

    [Fact]
    public void A_file_named_after_another_authority_is_refused() =>
        InventoryReader.Read("brent.yaml", $"authority: E09000007\nfindings:\n  - {{ is: not-seen, date: 2026-11-02, by: x, particulars: [ holder_name, {Rest} ] }}\n", Tables.Authorities)
            .Errors.ShouldHaveSingleItem().Message.ShouldContain("not the authority this file is named after");

    private static (Inventory? Inventory, IReadOnlyList<SourceError> Errors) Read(string yaml) =>
        InventoryReader.Read("camden.yaml", "authority: E09000007\n" + yaml, Tables.Authorities);
}
