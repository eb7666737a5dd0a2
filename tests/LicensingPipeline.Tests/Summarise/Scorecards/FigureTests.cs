using LicensingPipeline.Summarise.Scorecards;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Summarise.Scorecards;

/// <summary>What single values are worth, row by row.</summary>
public sealed class FigureTests
{
    [Theory]
    [InlineData(0, 100)]
    [InlineData(31, 100)]
    [InlineData(92, 75)]
    [InlineData(183, 50)]
    [InlineData(274, 37.5)]
    [InlineData(365, 25)]
    [InlineData(730, 0)]
    [InlineData(9000, 0)]
    public void Age_falls_in_straight_lines(int days, double worth) => TimelinessTally.Worth(days).ShouldBe((decimal)worth);

    [Theory]
    [InlineData(12, "0,1,2,3,4,5,6", 100)]
    [InlineData(12, "2,3,4,5,6,7,8", 75)]
    [InlineData(12, "1,2,3", 75)]
    [InlineData(12, "4,5,7", 50)]
    [InlineData(12, "1,7", 50)]
    [InlineData(12, "0", 25)]
    [InlineData(12, "", 0)]
    [InlineData(3, "0,1", 100)]
    [InlineData(6, "3", 25)]
    public void Rhythm_goes_by_the_months_in_which_a_record_changed(int watched, string changed, int worth) =>
        OverTime.Worth([.. changed.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(c => int.Parse(c, System.Globalization.CultureInfo.InvariantCulture))], watched).ShouldBe(worth);

    [Theory]
    [InlineData("HMO/01234", "A/9")]
    [InlineData("01/02/2024", "9/9/9")]
    [InlineData("3 March  2024", "9 A 9")]
    [InlineData("((", "((")]
    public void A_shape_keeps_what_is_no_letter_digit_or_space(string text, string shape) => WithinTally.Letters(text).ShouldBe(shape);

    [Theory]
    [InlineData("Placeholder Homes Ltd", true)]
    [InlineData("Placeholder Homes (London", false)]
    [InlineData("Pl\uFFFDceholder", false)]
    [InlineData("########", false)]
    [InlineData("#", true)]
    [InlineData("Placeholder\u0007Homes", false)]
    public void Damaged_text_does_not_pass(string holder, bool passes)
    {
        var rows = string.Join('\n', Enumerable.Range(1, 30).Select(n => FormattableString.Invariant($"EX/{n},\"{n} Quillfeather Road\",{(n == 1 ? $"\"{holder}\"" : "Ada Testholder")},01/02/2024,31/01/2029,3")));
        var figure = ScoredCsv.Score([], ("2026-10-01", $"{LicensingPipeline.Tests.Support.Nights.Columns}\n{rows}\n"))[0].Figures.Single(f => f.Kind.Id == "validity.text");
        figure.Numerator.ShouldBe(passes ? 30 : 29, holder);
        figure.FailingPlaces.ShouldBe(passes ? [] : ["row 2"]);
    }

    [Theory]
    [InlineData("EX/1", 254, true)]
    [InlineData("EX/1", 255, false)]
    [InlineData("EX/1", 256, true)]
    [InlineData("1.2E+05", 20, false)]
    public void A_cell_cut_off_at_255_and_a_reference_taken_for_a_number_do_not_pass(string reference, int length, bool passes)
    {
        var rows = string.Join('\n', Enumerable.Range(1, 30).Select(n => FormattableString.Invariant($"{(n == 1 ? reference : $"EX/{n}")},\"{n} Quillfeather Road\",{(n == 1 ? new string('q', length) : "Ada Testholder")},01/02/2024,31/01/2029,3")));
        var figure = ScoredCsv.Score([], ("2026-10-01", $"{LicensingPipeline.Tests.Support.Nights.Columns}\n{rows}\n"))[0].Figures.Single(f => f.Kind.Id == "validity.text");
        figure.FailingPlaces.ShouldBe(passes ? [] : ["row 2"]);
    }

    [Fact]
    public void A_sheet_of_selective_licences_is_asked_for_nothing_that_only_an_HMO_must_state()
    {
        var rows = string.Join('\n', Enumerable.Range(1, 30).Select(n => FormattableString.Invariant($"EX/{n},\"{n} Quillfeather Road\",Ada Testholder,01/02/2024,31/01/2029,3")));
        var sheet = ScoredCsv.Score([], ("2026-10-01", $"{LicensingPipeline.Tests.Support.Nights.Columns}\n{rows}\n"))[0];
        sheet.Part.ShouldBe("sel");
        sheet.Figures.Where(f => f.NotMeasured == "It is wanted of HMOs only.").Select(f => f.Kind.Name).ShouldBe(["max_persons", "storeys", "sleeping_rooms", "living_rooms"]);
        sheet.IsPublished.ShouldBeFalse("a copy that was handed in is no copy of what is online");
        sheet.Dimensions.Single(d => d.Dimension == Dimension.Openness).Value.ShouldBeNull();
    }

    [Fact]
    public void Every_kind_of_figure_is_in_the_written_method()
    {
        var text = File.ReadAllText(LicensingPipeline.Tests.Support.Checkout.File("docs", "scorecard-method.md"));
        foreach (var kind in Method.Kinds)
        {
            var name = kind.Dimension == Dimension.Consistency ? kind.Id["consistency.".Length..] : kind.Name;
            text.ShouldContain(name, Case.Sensitive, $"{kind.Id} is not in docs/scorecard-method.md");
            if (!kind.Id.StartsWith("consistency.within.", StringComparison.Ordinal))
            {
                // Many a name is a word of the text too; in its table it stands first, with its weight behind it.
                var row = FormattableString.Invariant($@"^\| {System.Text.RegularExpressions.Regex.Escape(name)}(:[^|]*)? \| {kind.Weight} \|");
                System.Text.RegularExpressions.Regex.IsMatch(text, row, System.Text.RegularExpressions.RegexOptions.Multiline).ShouldBeTrue($"{kind.Id} has no row with its weight in docs/scorecard-method.md");
            }
        }
    }
}
