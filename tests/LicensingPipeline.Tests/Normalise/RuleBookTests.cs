using LicensingPipeline.Catalogue;
using LicensingPipeline.Normalise;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Normalise;

/// <summary>Every rule is held to its own example in the book, read as a nightly run reads it; those of addresses are in AddressReaderTests.</summary>
public sealed class RuleBookTests
{
    public static TheoryData<string> Cells => [.. RuleBook.All.Select(r => r.Id).Except(AddressRules.All.Select(r => r.Id), StringComparer.Ordinal).Where(id => id != Rules.PlaceFromUprn)];

    [Theory, MemberData(nameof(Cells))]
    public void A_rule_makes_of_its_example_what_the_book_says(string id)
    {
        var rule = RuleBook.All.Single(r => r.Id == id);
        var (into, spec, copy, cells) = Setting(rule);
        var hits = new List<RuleHit>();

        var licence = new Normaliser(spec, copy, hits).Normalise(Raw(cells), null, "row 2", null).Licence;

        (licence[into] ?? "").ShouldBe(rule.After.Replace("locality ", "", StringComparison.Ordinal));
        hits.Any(h => h.Rule == id && h.Field == into).ShouldBeTrue(string.Join(' ', hits.Select(h => h.Rule)));
    }

    [Fact]
    public void Every_rule_names_a_kind_of_register_that_caused_it_and_no_council() =>
        RuleBook.All.ShouldAllBe(r => new[] { "register", "spreadsheet", "export", "interface", "table", "slip", "layers" }.Any(kind => r.Taught.Contains(kind, StringComparison.OrdinalIgnoreCase)));

    private static (Field Into, StreamSpec Spec, CopyContext Copy, (Field Field, string Text)[] Cells) Setting(Rule rule)
    {
        var (spec, copy) = (Some.Stream("csv"), CopyContext.Of("E09000001", new DateOnly(2026, 1, 31)));
        var before = rule.Before.Replace("⏎", "\n", StringComparison.Ordinal).Replace("postcode ", "", StringComparison.Ordinal);
        var places = copy with { Places = new PlaceTables(Places.Table("QA1 1AA", "QA1 0AA"), null) };
        return rule.Id switch
        {
            Rules.Patched => (Field.Ward, spec with { Patches = [new Patch(Field.Ward, before, rule.After, "the council said so")] }, copy, [(Field.Ward, before)]),
            Rules.Constant => (Field.Scheme, spec with { Constants = new Dictionary<Field, string> { [Field.Scheme] = rule.After } }, copy, []),
            Rules.ValueMapped => (Field.Scheme, spec with { Values = new Dictionary<Field, IReadOnlyDictionary<string, string>> { [Field.Scheme] = new Dictionary<string, string>(StringComparer.Ordinal) { [before] = rule.After } } }, copy, [(Field.Scheme, before)]),
            Rules.ZeroUnknown => (Field.MaxPersons, spec with { ZeroMeansUnknown = new HashSet<Field> { Field.MaxPersons } }, copy, [(Field.MaxPersons, before)]),
            Rules.Number => (Field.MaxPersons, spec, copy, [(Field.MaxPersons, before)]),
            Rules.DurationYears or Rules.DurationMonths => (Field.DurationMonths, spec, copy, [(Field.DurationMonths, before)]),
            Rules.DateProven => (Field.StartDate, spec, copy with { Proven = new Dictionary<Field, DateOrder> { [Field.StartDate] = DateOrder.DayFirst } }, [(Field.StartDate, before)]),
            Rules.EndComputed => (Field.EndDate, spec, copy, [(Field.StartDate, before.Split(" + ")[0]), (Field.DurationMonths, before.Split(" + ")[1])]),
            Rules.PostcodeFound => (Field.Postcode, spec, copy, [(Field.PropertyAddress, before)]),
            Rules.PostcodeRepairedToLive => (Field.Postcode, spec, places, [(Field.Postcode, before)]),
            Rules.WardFromPostcode => (Field.Ward, spec, places, [(Field.Postcode, before)]),
            Rules.PlaceFromPostcode => (Field.Latitude, spec, places, [(Field.Postcode, before)]),
            Rules.OutwardAsLocality => (Field.Locality, spec, copy, [(Field.Postcode, before)]),
            Rules.HolderKind => (Field.HolderKind, spec, copy, [(Field.HolderName, before)]),
            Rules.CompanyNumber => (Field.HolderCompanyNumber, spec, copy, [(Field.HolderName, before)]),
            Rules.Uprn => (Field.Uprn, spec, copy, [(Field.Uprn, before)]),
            var id when id.StartsWith("name.", StringComparison.Ordinal) => (Field.HolderName, spec, copy, [(Field.HolderName, before)]),
            var id when id.StartsWith("postcode.", StringComparison.Ordinal) => (Field.Postcode, spec, copy, [(Field.Postcode, before)]),
            var id when id.StartsWith("date.", StringComparison.Ordinal) => (Field.StartDate, spec, copy, [(Field.StartDate, before)]),
            _ => (Field.Ward, spec, copy, [(Field.Ward, before)]),
        };
    }

    private static string?[] Raw((Field Field, string Text)[] cells)
    {
        var raw = new string?[Fields.Count];
        (raw[(int)Field.Reference], raw[(int)Field.PropertyAddress]) = ("EX/1", "1 Quillfeather Road");
        foreach (var (field, text) in cells)
        {
            raw[(int)field] = text;
        }

        return raw;
    }
}
