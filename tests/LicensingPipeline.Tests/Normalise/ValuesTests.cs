using LicensingPipeline.Catalogue;
using LicensingPipeline.Normalise;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Normalise;

/// <summary>One cell in, one value and its issues out.</summary>
public sealed class ValuesTests
{
    private static readonly CopyContext Copy = CopyContext.Of("E09000001", new DateOnly(2026, 1, 31));

    private static NormalisedRow Read(StreamSpec spec, List<RuleHit>? hits, params (Field Field, string Text)[] cells)
    {
        var raw = new string?[Fields.Count];
        (raw[(int)Field.Reference], raw[(int)Field.PropertyAddress]) = ("EX/1", "1 Quillfeather Road, London, E8 9ZZ");
        foreach (var (field, text) in cells)
        {
            raw[(int)field] = text;
        }

        return new Normaliser(spec, Copy, hits).Normalise(raw, null, "row 2", null);
    }

    private static string One(Field field, string text, StreamSpec? spec = null)
    {
        var row = Read(spec ?? Some.Stream("csv"), null, (field, text));
        return string.Join(' ', row.Issues.Select(i => i.Code).Prepend(row.Licence[field] ?? "(empty)"));
    }

    [Theory]
    [InlineData("  two   spaces ", "two spaces", "text.spaces-collapsed")]
    [InlineData(" edge ", "edge", "text.trimmed")]
    [InlineData("150 County Road\nSwindon\r\nSN1 9ZZ", "150 County Road, Swindon, SN1 9ZZ", "text.lines-joined")]
    [InlineData("150 County Road,\nSwindon\n", "150 County Road, Swindon", "text.lines-joined")]
    [InlineData("ta\u0002b", "tab", "text.control-removed")]
    [InlineData("no\u00A0break", "no break", "text.spaces-collapsed")]
    [InlineData("zero\u200Bwidth\uFEFF", "zerowidth", "text.trimmed")]
    [InlineData("`stray", "stray", "text.stray-quote")]
    [InlineData("'0123", "0123", "text.stray-quote")]
    [InlineData("Tŷ Gwyn", "Tŷ Gwyn", null)]
    public void Text_is_cleaned_by_a_rule_with_a_name(string raw, string clean, string? rule)
    {
        var hits = new List<RuleHit>();

        Read(Some.Stream("csv"), hits, (Field.Description, raw)).Licence[Field.Description].ShouldBe(clean);

        hits.Where(h => h.Field == Field.Description).Select(h => h.Rule).ShouldBe(rule is null ? [] : [rule]);
    }

    [Theory]
    [InlineData("N/A", "(empty)")]
    [InlineData(" - ", "(empty)")]
    [InlineData("#REF!", "(empty)")]
    [InlineData("[Redacted]", "withheld value.withheld")]
    [InlineData("Data Protection", "withheld value.withheld")]
    [InlineData("Nathan", "Nathan")]
    public void Texts_that_stand_for_nothing_are_told_from_those_that_withhold(string raw, string expected) => One(Field.Description, raw).ShouldBe(expected);

    [Theory]
    [InlineData("7", "7")]
    [InlineData(" 07 ", "7")]
    [InlineData("7.0", "7")]
    [InlineData("0", "0")]
    [InlineData("1234", "1234")]
    [InlineData("7.5", "(empty) number.unreadable")]
    [InlineData("-7", "(empty) number.unreadable")]
    [InlineData("seven", "(empty) number.unreadable")]
    [InlineData("(i)8 (ii)8", "(empty) number.unreadable")]
    [InlineData("99999999999", "(empty) number.unreadable")]
    [InlineData("٧", "(empty) number.unreadable")]
    public void A_count_is_a_whole_number_or_empty(string raw, string expected) => One(Field.MaxPersons, raw).ShouldBe(expected);

    [Fact]
    public void Zero_means_unknown_only_where_the_source_file_says_so() =>
        One(Field.MaxPersons, "0", Some.Stream("csv") with { ZeroMeansUnknown = new HashSet<Field> { Field.MaxPersons } }).ShouldBe("(empty)");

    [Theory]
    [InlineData("5 years", null, "60")]
    [InlineData("5 Yrs", null, "60")]
    [InlineData("18 months", null, "18")]
    [InlineData("18m", null, "18")]
    [InlineData("5", "years", "60")]
    [InlineData("5", null, "5")]
    [InlineData("12 months", "years", "12")]
    [InlineData("5 weeks", null, "(empty) number.unreadable")]
    [InlineData("five years", null, "(empty) number.unreadable")]
    [InlineData("99999 years", null, "(empty) number.unreadable")]
    public void A_duration_counts_in_its_own_unit_or_the_stated_one(string raw, string? unit, string expected) =>
        One(Field.DurationMonths, raw, unit is null ? null : Some.Stream("csv") with { Units = new Dictionary<Field, string> { [Field.DurationMonths] = unit } }).ShouldBe(expected);

    [Theory]
    [InlineData("01/03/2020", null, "5 years", "2025-02-28 computed")]
    [InlineData("29/02/2020", null, "1 year", "2021-02-27 computed")]
    [InlineData("01/03/2020", "28/02/2024", "5 years", "2024-02-28 stated")]
    [InlineData("01/03/2020", null, "0", " ")]
    [InlineData(null, null, "5 years", " ")]
    [InlineData("01/06/9999", null, "5 years", " ")]
    public void An_end_that_is_computed_says_so(string? start, string? end, string duration, string expected)
    {
        var cells = new List<(Field, string)> { (Field.DurationMonths, duration) };
        cells.AddRange(new[] { (Field.StartDate, start), (Field.EndDate, end) }.Where(c => c.Item2 is not null).Select(c => (c.Item1, c.Item2!)));

        var licence = Read(Some.Stream("csv"), null, [.. cells]).Licence;

        $"{licence[Field.EndDate]} {licence[Field.EndDateBasis]}".ShouldBe(expected);
    }

    [Theory]
    [InlineData("06/04/2006", "06/04/2011", "")]
    [InlineData("05/04/2006", "05/04/2011", "date.before-regime")]
    [InlineData("31/01/2027", "31/01/2030", "")]
    [InlineData("01/02/2027", "01/02/2030", "date.far-future")]
    [InlineData("01/02/2020", "01/02/2020", "date.end-before-start")]
    [InlineData("01/02/2020", "31/01/2020", "date.end-before-start")]
    [InlineData("01/02/2020", "04/03/2025", "")]
    [InlineData("01/02/2020", "05/03/2025", "term.over-five-years")]
    [InlineData("31/02/2020", "01/02/2025", "date.no-such-day")]
    public void Implausible_dates_stay_and_are_issues(string start, string end, string code)
    {
        var row = Read(Some.Stream("csv"), null, (Field.StartDate, start), (Field.EndDate, end));

        row.Issues.Select(i => i.Code).ShouldBe(code.Length == 0 ? [] : [code]);
        (row.Licence[Field.StartDate] is null).ShouldBe(code == "date.no-such-day");
    }

    [Theory]
    [InlineData("Brightfold Ltd c/o Quill Accountants", "Brightfold Ltd", null, "name.kind name.care-of")]
    [InlineData("Brightfold Ltd, 12 Nosuch Street, London, N1 9ZZ", "Brightfold Ltd", "12 Nosuch Street, London, N1 9ZZ", "name.kind name.address-apart")]
    [InlineData("Brightfold Ltd (CRN 99123456)", "Brightfold Ltd (CRN 99123456)", null, "name.kind name.company-number")]
    [InlineData("Name withheld under GDPR", "withheld", null, "name.kind text.withheld")]
    [InlineData("N/A, 12 Nosuch Street, London, N1 9ZZ", null, "12 Nosuch Street, London, N1 9ZZ", "text.null-token name.address-apart")]
    public void A_name_is_changed_by_a_rule_with_a_name(string raw, string? name, string? address, string rules)
    {
        var hits = new List<RuleHit>();

        var licence = Read(Some.Stream("csv"), hits, (Field.HolderName, raw)).Licence;

        (licence[Field.HolderName], licence[Field.HolderAddress]).ShouldBe((name, address));
        hits.Where(h => h.Field is >= Field.HolderName and <= Field.HolderAddress).Select(h => h.Rule).Distinct(StringComparer.Ordinal).ShouldBe(rules.Split(' '), ignoreOrder: true);
    }

    [Theory]
    [InlineData("Brightfold Lettings Ltd", "company", null)]
    [InlineData("Brightfold LIMITED (Ada Testholder)", "company", null)]
    [InlineData("Brightfold Ltd (CRN 01234567)", "company", "01234567")]
    [InlineData("Brightfold Ltd 1234567", "company", "01234567")]
    [InlineData("Brightfold LLP OC301234", "company", "OC301234")]
    [InlineData("Ada Testholder (Co. Rgn. No.01234567)", "person", "01234567")]
    [InlineData("Ada Testholder 01234567", "unknown", null)]
    [InlineData("Ada & Bram Testholder", "joint", null)]
    [InlineData("Ada Testholder and Bram Testholder", "joint", null)]
    [InlineData("Example Housing Association", "public-body", null)]
    [InlineData("Mr Sandy Andover", "person", null)]
    [InlineData("Limitedless Person", "person", null)]
    [InlineData("Rooms 4u", "company", null)]
    [InlineData("Roomsforyou", "unknown", null)]
    [InlineData("withheld", "unknown", null)]
    public void A_holder_of_whom_we_are_not_sure_is_a_person(string name, string kind, string? number)
    {
        var licence = Read(Some.Stream("csv"), null, (Field.HolderName, name)).Licence;

        (licence[Field.HolderKind], licence[Field.HolderCompanyNumber]).ShouldBe((kind, number));
    }

    [Theory]
    [InlineData(Field.Latitude, "51.5", "51.5")]
    [InlineData(Field.Longitude, "-0.1", "-0.1")]
    [InlineData(Field.Latitude, "-0.1", "(empty) coordinates.unreadable")]
    [InlineData(Field.Longitude, "51.5", "(empty) coordinates.unreadable")]
    [InlineData(Field.Uprn, "000100012345", "100012345")]
    [InlineData(Field.Uprn, "0000", "(empty) uprn.unreadable")]
    [InlineData(Field.Uprn, "1234567890123", "(empty) uprn.unreadable")]
    [InlineData(Field.Scheme, "selective", "selective")]
    [InlineData(Field.Scheme, "Selective licence", "(empty) value.unmapped")]
    [InlineData(Field.HolderName, "Ada (Testholder", "Ada (Testholder text.unclosed-bracket")]
    [InlineData(Field.HolderName, "O\uFFFDTestholder", "O\uFFFDTestholder text.replacement-character")]
    [InlineData(Field.PropertyAddress, "1 Quillfeather Road 25/04/2022 E8 9ZZ", "1 Quillfeather Road 25/04/2022 E8 9ZZ address.holds-date")]
    [InlineData(Field.PropertyAddress, "1/2/3 Quillfeather Road E8 9ZZ", "1/2/3 Quillfeather Road E8 9ZZ")]
    [InlineData(Field.PropertyAddress, "1-2 Quillfeather Road", "1-2 Quillfeather Road postcode.missing")]
    public void Other_values_are_read_or_empty_with_an_issue(Field field, string raw, string expected) => One(field, raw).ShouldBe(expected);

    [Fact]
    public void Words_of_the_register_are_mapped_without_regard_to_case_and_spaces()
    {
        var spec = Some.Stream("csv") with { Values = new Dictionary<Field, IReadOnlyDictionary<string, string>> { [Field.Scheme] = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [Headings.Normal("HMO - Mand")] = "mandatory-hmo" } } };

        One(Field.Scheme, "hmo  -  MAND", spec).ShouldBe("mandatory-hmo");
    }

    [Fact]
    public void Patches_and_constants_leave_their_rule()
    {
        var hits = new List<RuleHit>();
        var spec = Some.Stream("csv") with { Patches = [new Patch(Field.StartDate, "p", "01/02/2020", "asked the council")], Constants = new Dictionary<Field, string> { [Field.Scheme] = "selective" } };

        var licence = Read(spec, hits, (Field.StartDate, " p ")).Licence;

        (licence[Field.StartDate], licence[Field.Scheme]).ShouldBe(("2020-02-01", "selective"));
        hits.Select(h => h.Rule).ShouldContain(r => r == "source.patch");
    }

    [Fact]
    public void Reading_a_value_that_was_read_changes_nothing()
    {
        var random = new Random(11);
        var fields = Fields.All.Where(f => f.IsMappable() && f is not (Field.PropertyAddress or Field.Reference)).ToArray();
        for (var i = 0; i < 20_000; i++)
        {
            var field = fields[random.Next(fields.Length)];
            if (Read(Some.Stream("csv"), null, (field, Text(random))).Licence[field] is { } value)
            {
                Read(Some.Stream("csv"), null, (field, value)).Licence[field].ShouldBe(value, field.Key());
            }
        }
    }

    [Fact]
    public void No_text_at_all_ends_a_run()
    {
        var random = new Random(12);
        for (var i = 0; i < 20_000; i++)
        {
            var cells = Fields.All.Where(f => f.IsMappable()).Select(f => (f, random.Next(3) == 0 ? Wild(random) : Text(random))).ToArray();
            Read(Some.Stream("csv"), null, cells).Licence.Id.Length.ShouldBeOneOf(0, 16);
        }
    }

    private static string Text(Random random)
    {
        string[] pieces = ["01/02/2020", "9999", "31", "Jan", "-", "/", " ", ".", ":", "GMT+0100", "(", ")", "E8 9ZZ", "SW9 OSH", "5 years", "Ltd", "&", "12:00", "\n", "`", "'", "0", "st", "51.5", "withheld", "N/A", "Mon Jan 01 0001 00:00:00 GMT+0100"];
        return string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => pieces[random.Next(pieces.Length)]));
    }

    private static string Wild(Random random) => new([.. Enumerable.Range(0, random.Next(0, 40)).Select(_ => (char)random.Next(0x10000))]);
}
