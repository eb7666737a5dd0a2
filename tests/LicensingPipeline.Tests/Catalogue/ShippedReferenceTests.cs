using System.Globalization;
using System.Text.RegularExpressions;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Catalogue;

/// <summary>The reference tables we ship: whole, in order, and blank where nobody knows.</summary>
public sealed class ShippedReferenceTests
{
    private const string Mandatory = "mandatory-hmo";
    private static readonly ReferenceTables Tables = ReferenceTables.Read(Checkout.File("data", "reference"), sourcesFolder: null);
    private static readonly string[] Kinds = [Mandatory, "additional-hmo", "selective"];

    [Fact]
    public void Each_authority_of_London_has_a_cell_of_its_own_beside_another()
    {
        var cells = Tables.Authorities.Values.Select(a => (X: a.GridX.ShouldNotBeNull(), Y: a.GridY.ShouldNotBeNull())).ToHashSet();
        cells.Count.ShouldBe(33);
        cells.Where(c => !cells.Contains((c.X + 1, c.Y)) && !cells.Contains((c.X - 1, c.Y))
            && !cells.Contains((c.X, c.Y + 1)) && !cells.Contains((c.X, c.Y - 1))).ShouldBeEmpty();
    }

    [Fact]
    public void North_is_up_and_east_is_right()
    {
        Grid("enfield").Y.ShouldBeLessThan(Grid("croydon").Y);
        Grid("hillingdon").X.ShouldBeLessThan(Grid("camden").X);
        Grid("camden").X.ShouldBeLessThan(Grid("havering").X);
    }

    [Fact]
    public void An_outward_code_lies_in_authorities_that_exist()
    {
        Tables.Outcodes.Count.ShouldBeGreaterThan(250);
        Tables.Outcodes.Where(o => o.Value.Count == 0 || !o.Value.All(Tables.Authorities.ContainsKey) || !Regex.IsMatch(o.Key, "^[A-Z]{1,2}[0-9]{1,2}[A-Z]?$")).ShouldBeEmpty();
        Tables.Authorities.Keys.Except(Tables.Outcodes.Values.SelectMany(g => g), StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("E8", "E09000012")]
    [InlineData("SE19", "E09000006;E09000008;E09000022;E09000028")]
    [InlineData("EC3V", "E09000001")]
    [InlineData("UB8", "E09000017")]
    public void An_outward_code_names_all_it_lies_in(string outcode, string authorities) =>
        string.Join(';', Tables.Outcodes[outcode].Order(StringComparer.Ordinal)).ShouldBe(authorities);

    [Fact]
    public void Every_authority_has_the_national_scheme() =>
        Tables.Authorities.Keys.Except(Tables.Schemes.Where(s => s is { Kind: Mandatory, Area: "whole-borough" } && s.InForceFrom == new DateOnly(2006, 4, 6)).Select(s => s.Authority), StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void Every_designation_says_what_it_is_in_words_we_know() => Tables.Schemes.SelectMany(Faults).ShouldBeEmpty();

    [Fact]
    public void A_designation_stands_once() =>
        Tables.Schemes.GroupBy(s => (s.Authority, s.Kind, s.Designation)).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();

    [Fact]
    public void What_is_wrong_with_a_designation_is_told()
    {
        var wrong = new Scheme
        {
            Authority = "E00000000",
            Kind = "licensing",
            Designation = "",
            Area = "North; ; North",
            Section257 = "perhaps",
            InForceFrom = new DateOnly(2026, 1, 1),
            InForceTo = new DateOnly(2025, 1, 1),
            Confidence = "sure",
        };
        Faults(wrong).Count().ShouldBe(8);
        Faults(wrong with { InForceTo = new DateOnly(2032, 1, 1) }).ShouldContain(f => f.EndsWith("lasts more than five years", StringComparison.Ordinal));
    }

    private static (int X, int Y) Grid(string shortName)
    {
        var authority = Tables.Authorities.Values.Single(a => a.ShortName == shortName);
        return (authority.GridX ?? 0, authority.GridY ?? 0);
    }

    private static IEnumerable<string> Faults(Scheme scheme)
    {
        (bool Wrong, string What)[] checks =
        [
            (!Tables.Authorities.ContainsKey(scheme.Authority), "is of no authority"),
            (!Kinds.Contains(scheme.Kind, StringComparer.Ordinal), "has a kind we do not know"),
            (scheme.Designation.Length == 0, "has no name"),
            (Wards(scheme) is { } wards && wards.Distinct(StringComparer.Ordinal).Count(w => w.Trim().Length > 0) != wards.Count, "names a ward twice or a ward without a name"),
            (scheme.Section257 is not ("in" or "out" or "unknown"), "does not say in, out or unknown of section 257"),
            (scheme.InForceFrom >= (scheme.EndedEarly ?? scheme.InForceTo), "ends before it begins"),
            (scheme.Kind != Mandatory && scheme.InForceTo > scheme.InForceFrom?.AddYears(5), "lasts more than five years"),
            (scheme.Checked is null, "was never checked"),
            (scheme.Confidence is not ("evidenced" or "inferred" or "weak") || (scheme.Confidence != "weak" && !Uri.IsWellFormedUriString(scheme.Evidence, UriKind.Absolute)), "does not say how sure we are, or shows no evidence"),
            (scheme.Area == "whole-borough" && scheme.WardYear is { Length: > 0 }, "gives a year of wards for a whole borough"),
        ];
        return checks.Where(c => c.Wrong).Select(c => string.Create(CultureInfo.InvariantCulture, $"{scheme.Authority} {scheme.Kind} '{scheme.Designation}' {c.What}"));
    }

    private static List<string>? Wards(Scheme scheme) =>
        scheme.Area is "" or "whole-borough" ? null : [.. scheme.Area.Split("; ")];
}
