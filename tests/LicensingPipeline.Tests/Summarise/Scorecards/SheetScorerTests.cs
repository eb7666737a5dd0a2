using LicensingPipeline.Summarise.Scorecards;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Summarise.Scorecards;

/// <summary>Laws that every scorecard keeps, over one invented register with most kinds of flaw.</summary>
public sealed class SheetScorerTests
{
    private const string Headings = "Licence No,Kind,Property Address,Holder,Holder Address,Manager,Manager Address,Start,End,Persons,Storeys";

    private static readonly (string, string?)[] Source =
    [
        ("columns", """{ "Licence No": reference, "Kind": scheme, "Property Address": property_address, "Holder": holder_name, "Holder Address": holder_address, "Manager": manager_name, "Manager Address": manager_address, "Start": start_date, "End": end_date, "Persons": max_persons, "Storeys": storeys }"""),
        ("constants", null),
        ("values", "{ scheme: { Mandatory HMO: mandatory-hmo, Additional HMO: additional-hmo } }"),
        ("covers", """{ schemes: [ mandatory-hmo, additional-hmo ], area: whole-borough, evidence: "https://council.example/" }"""),
    ];

    /// <summary>The same register, fetched from where it is online.</summary>
    private static readonly (string, string?)[] Online = [.. Source, ("manual", null), ("url", "\"https://council.example/register.csv\"")];

    private static readonly List<string[]> Rows = [.. Enumerable.Range(1, 36).Select(Row)];

    [Fact]
    public void Blanking_a_cell_never_raises_completeness()
    {
        var before = Completeness(Rows);
        for (var row = 0; row < Rows.Count; row++)
        {
            for (var column = 0; column < Rows[row].Length; column++)
            {
                var after = Completeness(With(row, column, ""));
                foreach (var (figure, value) in before)
                {
                    after[figure].ShouldBeLessThanOrEqualTo(value, $"row {row}, column {column}, {figure}");
                }
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("9 Larkmoor Gardens (rear of")]
    [InlineData("Withheld")]
    public void Whatever_stands_as_a_private_address_changes_nothing(string address)
    {
        // The last two rows differ in nothing but the private address.
        List<string[]> rows = [.. Rows, [.. Rows[0].Select((c, i) => i == 4 ? "2 Tollgate Close" : c)]];
        var changed = rows.Select(r => r.Select((c, i) => (i is 4 or 6) && r[i - 1].Length > 0 && !r[i - 1].EndsWith("Ltd", StringComparison.Ordinal) ? address : c).ToArray()).ToList();
        changed.Zip(rows).Count(p => !p.First.SequenceEqual(p.Second, StringComparer.Ordinal)).ShouldBeGreaterThan(10);
        Score(changed).ShouldBe(Score(rows));
    }

    [Theory]
    [InlineData(0, "uniqueness.references", "consistency.over_time.presence", "consistency.over_time.values", "consistency.within.reference", "completeness.reference")]
    [InlineData(2, "uniqueness.overlaps", "completeness.property_address", "consistency.within.property_address", "validity.postcodes")]
    public void What_is_withheld_leaves_the_sum_and_costs_nothing(int column, params string[] figures)
    {
        var rows = Rows.Select((r, i) => i % 2 == 0 ? r : r.Select((c, j) => j == column ? "Withheld" : c).ToArray()).ToList();
        var (before, after) = (ScoredCsv.Score(Source, ("2026-09-01", Csv(Rows)), ("2026-10-01", Csv(Rows)))[0], ScoredCsv.Score(Source, ("2026-09-01", Csv(rows)), ("2026-10-01", Csv(rows)))[0]);
        foreach (var id in figures)
        {
            var (was, left) = (before.Figures.Single(f => f.Kind.Id == id), after.Figures.Single(f => f.Kind.Id == id));
            left.Value.ShouldNotBeNull(id).ShouldBeGreaterThanOrEqualTo(was.Value!.Value, id);
            // Half of the rows withhold it and are in no sum; a licence that stays is still found again by its home.
            left.Denominator.ShouldBe(id == "consistency.over_time.presence" ? was.Denominator : was.Denominator - 18, id);
        }
    }

    [Fact]
    public void A_withheld_reference_finds_no_licence_again()
    {
        // Another licence withholds its reference on either copy: the two are not one.
        var sheet = ScoredCsv.Score(Source, ("2026-09-01", Csv(With(3, 0, "Withheld"))), ("2026-10-01", Csv(With(5, 0, "Withheld"))))[0];
        var values = sheet.Figures.Single(f => f.Kind.Id == "consistency.over_time.values");
        (values.Numerator, values.Denominator).ShouldBe((34, 34));
    }

    [Fact]
    public void What_the_council_holds_and_does_not_put_online_leaves_the_sum_of_what_is_blank_and_a_withheld_UPRN_leaves_its_own()
    {
        var sheet = ScoredCsv.Score(Source, "published", ["holder_name", "conditions"], ("2026-10-01", Csv(Rows)))[0];
        var (names, conditions) = (sheet.Figures.Single(f => f.Kind.Id == "completeness.holder_name"), sheet.Figures.Single(f => f.Kind.Id == "completeness.conditions"));
        (names.Numerator, names.Denominator, names.Withheld).ShouldBe((33, 33, 3));
        (conditions.Denominator, conditions.Withheld, conditions.Value).ShouldBe((0, 36, null));

        (string, string?)[] numbered = [.. Source.Select(s => s.Item1 != "columns" ? s : (s.Item1, s.Item2!.Replace("\"Storeys\": storeys", "\"Storeys\": uprn", StringComparison.Ordinal)))];
        var homes = Rows.Select((r, i) => r.Select((c, j) => j != 10 ? c : i % 2 == 0 ? "Withheld" : FormattableString.Invariant($"1000{i}")).ToArray());
        var uprn = ScoredCsv.Score(numbered, ("2026-10-01", Csv(homes)))[0].Figures.Single(f => f.Kind.Id == "uniqueness.uprn");
        (uprn.Numerator, uprn.Denominator, uprn.Withheld).ShouldBe((18, 18, 18));
    }

    [Fact]
    public void A_piece_of_an_address_that_slid_into_a_count_is_never_shown()
    {
        var sheet = ScoredCsv.Score(Source, ("2026-10-01", Csv(With(4, 10, "Quillfeather House E8 9ZZ"))))[0];
        var sample = sheet.Figures.Single(f => f.Kind.Id == "validity.counts").Failing.ShouldHaveSingleItem();
        sample.Text.ShouldBe("written like A A A9 9A");
    }

    [Fact]
    public void A_copy_that_came_without_its_date_is_not_charged_for_licences_that_ended()
    {
        (string, string?)[] guessed = [.. Source, ("manual", "{ folder: example, files: 'register_*.csv', as-at: 2029-12-31 }")];
        ScoredCsv.Score(guessed, ("2029-12-31", Csv(Rows)))[0].Figures.Single(f => f.Kind.Id == "timeliness.in_force").Value.ShouldBeNull();
        ScoredCsv.Score(Source, ("2029-12-31", Csv(Rows)))[0].Figures.Single(f => f.Kind.Id == "timeliness.in_force").Value.ShouldBe(0);
    }

    [Fact]
    public void A_copy_supplied_to_us_is_charged_neither_for_its_age_nor_for_its_rhythm_and_one_that_is_online_is()
    {
        (string, string)[] copies = [("2026-07-01", Csv(Rows.Take(34))), ("2026-08-01", Csv(Rows.Take(35))), ("2026-10-01", Csv(Rows))];
        foreach (var id in new[] { "timeliness.age", "timeliness.rhythm" })
        {
            var figure = ScoredCsv.Score(Source, copies)[0].Figures.Single(f => f.Kind.Id == id);
            (figure.Value, figure.NotMeasured).ShouldBe((null, "The copy was supplied to us."), id);
            ScoredCsv.Score(Online, copies)[0].Figures.Single(f => f.Kind.Id == id).Value.ShouldNotBeNull(id).ShouldBeLessThan(100, id);
        }
    }

    [Theory]
    [InlineData("third-party-copy")]
    [InlineData("union-copy")]
    [InlineData("sighting")]
    public void Of_a_third_partys_copy_the_form_is_not_measured(string origin)
    {
        var sheet = ScoredCsv.Score(Source, origin, ("2026-10-01", Csv(Rows)))[0];
        sheet.Figures.Where(f => f.NotMeasured?.StartsWith("Nobody says", StringComparison.Ordinal) == true).Select(f => f.Kind.Id).ShouldBe(
        [
            .. Method.Kinds.Select(k => k.Id).Where(i => i.StartsWith("consistency.within.", StringComparison.Ordinal) || i.StartsWith("consistency.published.", StringComparison.Ordinal)),
            "validity.counts", "validity.text", "uniqueness.repeats",
        ]);
        sheet.Figures.Single(f => f.Kind.Id == "completeness.holder_name").Value.ShouldNotBeNull();
        CardPoints.MendsOf(sheet).ShouldBeEmpty();
    }

    [Fact]
    public void The_first_mend_is_what_the_law_lists_and_no_row_states_and_nobodys_name_is_asked_for()
    {
        var rows = Rows.Select((r, i) => r.Select((c, j) => j is 3 or 4 or 5 or 6 or 10 || (j == 8 && i == 1) ? "" : c).ToArray()).ToList();
        var mends = CardPoints.MendsOf(ScoredCsv.Score(Source, ("2026-10-01", Csv(rows)))[0] with { IsPublished = true });
        mends.Select(m => m.Sentence).ShouldBe([
            "Show what the law lists: summary of the conditions, short description of the home, number of living rooms, number of sleeping rooms and number of storeys. Or say what is withheld: that is neutral.",
            "Add the UPRN of each home.", "Fill in where it is blank: most persons or households allowed."]);
        mends[0].Rows.ShouldBe(36);
    }

    [Theory]
    [InlineData("Quillfeather Road, London, E8 9ZZ", null)]
    [InlineData("12 Quillfeather Road, London, E8 9ZZ", 1L)]
    public void Two_licences_of_one_street_are_not_two_of_one_home(string address, long? homes)
    {
        var overlaps = ScoredCsv.Score(Source, ("2026-10-01", Csv(Rows.Select(r => r.Select((c, j) => j == 2 ? address : c).ToArray()))))[0].Figures.Single(f => f.Kind.Id == "uniqueness.overlaps");
        (overlaps.Value is null ? null : overlaps.Denominator).ShouldBe(homes);
    }

    [Fact]
    public void A_row_that_is_gone_is_named_with_the_copy_in_which_it_stood()
    {
        var sheet = ScoredCsv.Score(Source, ("2026-09-01", Csv(Rows)), ("2026-10-01", Csv(Rows.Take(35))))[0];
        sheet.Figures.Single(f => f.Kind.Id == "consistency.over_time.presence").FailingPlaces.ShouldHaveSingleItem().ShouldBe("copy of 2026-09-01: row 37");
    }

    [Fact]
    public void The_order_of_the_rows_is_nothing()
    {
        // Which of two that overlap is named depends on the order; the counts do not.
        Score([.. Rows.AsEnumerable().Reverse()]).ShouldBe(Score(Rows));
        // Nor does a copy in another order change a record.
        (string, string) first = ("2026-07-01", Csv(Rows));
        var rhythm = ScoredCsv.Score(Online, first, ("2026-10-01", Csv(Rows.AsEnumerable().Reverse())))[0].Figures.Single(f => f.Kind.Id == "timeliness.rhythm");
        (rhythm.Value, rhythm.Note).ShouldBe((0, "records changed in 0 of 4 months"));
    }

    [Fact]
    public void A_row_put_in_twice_never_raises_uniqueness()
    {
        var before = Of(Rows, Dimension.Uniqueness);
        for (var row = 0; row < Rows.Count; row++)
        {
            Of([.. Rows, Rows[row]], Dimension.Uniqueness).ShouldBeLessThan(before);
            // It costs as a repeat, and not once more as a reference of two licences.
            var references = ScoredCsv.Score(Source, ("2026-10-01", Csv([.. Rows, Rows[row]])))[0].Figures.Single(f => f.Kind.Id == "uniqueness.references");
            (references.Numerator, references.Denominator).ShouldBe((36, 36));
        }
    }

    [Theory]
    [InlineData(9, "0", "validity,validity.counts")]
    [InlineData(8, "30/02/2029", "timeliness.in_force,uniqueness.overlaps,validity,validity.dates")]
    [InlineData(1, "Whatever HMO", "consistency,consistency.published.kinds")]
    [InlineData(5, "", "completeness,completeness.manager_address,completeness.manager_name")]
    [InlineData(0, "EX/0002", "consistency.over_time.values,uniqueness,uniqueness.references")]
    public void One_changed_cell_moves_the_figures_it_is_in_and_no_other(int column, string text, string moved)
    {
        var (before, after) = (Score(Rows), Score(With(4, column, text)));
        after.Where(f => before[f.Key] != f.Value).Select(f => f.Key).ShouldBe(moved.Split(','));
    }

    [Fact]
    public void Fewer_than_thirty_rows_give_counts_and_no_scores()
    {
        var sheet = ScoredCsv.Score(Source, ("2026-10-01", Csv(Rows.Take(29)))).ShouldHaveSingleItem();
        (sheet.Rows, sheet.HasScores, sheet.Dimensions.Count).ShouldBe((29, false, 0));
        sheet.Figures.Count.ShouldBe(Method.Kinds.Count);
        ScoredCsv.Score(Source, ("2026-10-01", Csv(Rows.Take(30)))).ShouldHaveSingleItem().Dimensions.Count.ShouldBe(6);
    }

    [Fact]
    public void A_row_of_unknown_kind_is_scored_only_where_the_file_claims_one_part()
    {
        (string, string?)[] both = [.. Source.Where(s => s.Item1 != "covers"), ("covers", """{ schemes: [ mandatory-hmo, selective ], area: whole-borough, evidence: "https://council.example/" }""")];
        var rows = With(3, 1, "");
        ScoredCsv.Score(Source, ("2026-10-01", Csv(rows))).ShouldHaveSingleItem().Rows.ShouldBe(36);
        var sheet = ScoredCsv.Score(both, ("2026-10-01", Csv(rows))).ShouldHaveSingleItem();
        (sheet.Rows, sheet.NotScored).ShouldBe((35, 1));
    }

    [Fact]
    public void What_our_reader_cannot_read_costs_nothing()
    {
        var before = Score(Rows);
        var unmapped = Score(Rows, [.. Source.Where(s => s.Item1 != "values"), ("values", "{ scheme: { Mandatory HMO: mandatory-hmo } }")]);
        unmapped.Where(f => before[f.Key] != f.Value).Select(f => f.Key).ShouldBe(["consistency.within.scheme"]);
    }

    private static SortedDictionary<string, string> Score(IReadOnlyList<string[]> rows, (string, string?)[]? source = null) =>
        ScoredCsv.Figures(ScoredCsv.Score(source ?? Source, ("2026-09-01", Csv(Rows.Take(35))), ("2026-10-01", Csv(rows))).ShouldHaveSingleItem());

    /// <summary>The dimension, and each figure of it: one must not rise behind another that falls.</summary>
    private static Dictionary<string, decimal> Completeness(IReadOnlyList<string[]> rows)
    {
        var sheet = ScoredCsv.Score(Source, ("2026-10-01", Csv(rows))).ShouldHaveSingleItem();
        var all = sheet.Figures.Where(f => f.Kind.Dimension == Dimension.Completeness).ToDictionary(f => f.Kind.Id, f => f.Value!.Value, StringComparer.Ordinal);
        all["completeness"] = sheet.Dimensions.Single(d => d.Dimension == Dimension.Completeness).Value!.Value;
        return all;
    }

    private static decimal Of(IReadOnlyList<string[]> rows, Dimension dimension) =>
        ScoredCsv.Score(Source, ("2026-10-01", Csv(rows))).ShouldHaveSingleItem().Dimensions.Single(d => d.Dimension == dimension).Value!.Value;

    private static List<string[]> With(int row, int column, string text) => [.. Rows.Select((r, i) => i == row ? [.. r.Select((c, j) => j == column ? text : c)] : r)];

    private static string Csv(IEnumerable<string[]> rows) => string.Join('\n', rows.Select(r => string.Join(',', r.Select(c => $"\"{c}\""))).Prepend(Headings)) + "\n";

    private static string[] Row(int n)
    {
        var company = n % 3 == 0;
        return
        [
            FormattableString.Invariant($"EX/{n:D4}"), n % 2 == 0 ? "Mandatory HMO" : "Additional HMO", FormattableString.Invariant($"{n} Quillfeather Road, London, E8 9ZZ"),
            n % 11 == 0 ? "" : company ? FormattableString.Invariant($"Placeholder Homes {n} Ltd") : FormattableString.Invariant($"Ada Testholder{n}"), n % 12 == 0 ? "" : FormattableString.Invariant($"{n} Nosuch Street, London"),
            n % 5 == 0 ? "Nosuch Lettings Ltd" : FormattableString.Invariant($"Bram Testmanager{n}"), n % 10 == 0 ? "" : "1 Larkmoor Gardens, London",
            "01/02/2024", n == 7 ? "01/02/2023" : "31/01/2029", n % 9 == 0 ? "" : "5", "3",
        ];
    }
}
