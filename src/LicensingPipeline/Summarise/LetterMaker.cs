using System.Globalization;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Collect;
using LicensingPipeline.Store;
using LicensingPipeline.Summarise.Scorecards;

namespace LicensingPipeline.Summarise;

/// <summary>Writes the letter that goes to a council before anything about its register is published: what the card will say, with the council's own rows.</summary>
/// <param name="registers">The registers; null where nothing has run.</param>
/// <param name="rules">Policy, and the homes left out.</param>
/// <param name="from">Who runs the program and how they are reached.</param>
/// <param name="today">The day it is written.</param>
public sealed class LetterMaker(Registers? registers, PublicRules rules, Operator from, DateOnly today)
{
    private const int MostMends = 3;
    // A letter is one page of 350 words at most.
    private const int MostOfCard = 2;
    private static readonly string[] Rungs =
        ["nothing found online", "a way to see it, such as an inspection", "a look-up, one home at a time", "the whole as a document", "the whole as a table", "a table with references, dates and terms of re-use"];

    private static readonly string[] Asks =
    [
        "Publish the register as a table, or send us a copy, and say of which day it is.",
        "Tell us where it can be inspected and what a certified copy costs.",
        "Tell us whether any temporary exemption or management order is in force.",
    ];

    /// <summary>The letter with which a draft goes to the council.</summary>
    /// <param name="borough">What is known of its register.</param>
    /// <param name="card">The scorecard of what is online, as the next edition would print it; null where nothing is scored.</param>
    /// <param name="edition">Name of the edition whose draft it is; null where none is named yet.</param>
    public Letter DraftCard(BoroughFacts borough, Scorecard? card, string? edition)
    {
        var standing = borough.Standing.ToList();
        var held = standing.Count > 0;
        return new Letter
        {
            Council = borough.Authority.Name,
            Date = today,
            Subject = $"Your public register of licensed homes: a draft for you to check{(edition is null ? "" : $" (edition {edition})")}",
            Opening = "We read the registers kept under section 232 of the Housing Act 2004 and publish what we find. Each council is asked to check it first.",
            Read = held ? [.. standing.Take(MostMends).Select(Copy), .. More(standing.Count)] : Found(borough),
            Good = [.. GoodPoints.Of(borough).Take(MostMends)],
            Mends = held ? [.. Mends.Of(borough).Select(m => new LetterMend(m, Places(borough, m)))] : [],
            Scorecard = card?.Whole is { } whole ? [Figures(whole), .. Most(card)] : [],
            Route = held ? null : "By law the register is open to inspection at your head office, and a certified copy can be had on request, for a reasonable fee if you charge one (section 232(4) and (5)).",
            Asks = held ? [] : Asks,
            Answer = Answer(),
            Otherwise = "If we hear nothing, the page is published as described here. You can correct us at any time after it.",
            SignedBy = rules.Policy.SignedBy(from.Name),
            Undecided = Undecided(),
            Demonstration = registers?.IsInvented == true ? Demonstration.Mark : null,
        };
    }

    private IReadOnlyList<MendPlace> Places(BoroughFacts borough, Mend mend) =>
        registers is null || mend.Issue is null ? [] : new MendPlaces(registers, rules.LeftOut).Of(borough.Authority.Gss, [.. borough.Standing.Where(r => r.IsOnline).Select(r => r.Spec.Name)], mend.Issue.Code);

    private string Copy(RegisterFacts register)
    {
        var kinds = string.Join(", ", register.Spec.Covers.Schemes.Select(LetterWords.Kind));
        var retrieved = registers?.Copies().FirstOrDefault(c => c.Sha256 == register.Sha256 && c.Stream == register.Spec.Name)?.RetrievedAt;
        var how = retrieved is { Length: >= 10 } ? $"fetched {retrieved[..10]}" : "handed in";
        return string.Create(CultureInfo.InvariantCulture, $"{register.Spec.Name} ({kinds}): copy of {register.AsAt:yyyy-MM-dd}, {register.Spec.Read.Format.ToUpperInvariant()}, {PlainWords.Count(register.Licences, "entry", "entries")}, {how}.");
    }

    private static IEnumerable<string> More(int copies) => copies <= MostMends ? [] : [$"{PlainWords.Number(copies - MostMends)} more in the same way."];

    /// <summary>The rung, and why no copy stands. What a volunteer wrote down of a page is ours and stays in the source file.</summary>
    private static List<string> Found(BoroughFacts borough)
    {
        var rung = borough.Rung ?? 0;
        List<string> found = [$"On our ladder from 0 to 5, rung {PlainWords.Number(rung)}: {Rungs[rung]}."];
        if (borough.Source?.Access.Evidence.MaxBy(e => e.Checked) is { } seen)
        {
            found.Add(string.Create(CultureInfo.InvariantCulture, $"This rests on {seen.Url}, as recorded on {seen.Checked:yyyy-MM-dd}."));
        }

        var streams = borough.Registers.Where(r => r.Spec.Retired is null).Take(MostMends).Select(r => $"{r.Spec.Name}: we hold no copy to show, since {LetterWords.Why(r.Status.State?.ToString())}.").ToList();
        return [.. found, .. streams.Count > 0 ? streams : ["We found no file of the whole register, so we hold no copy."]];
    }

    private static string Figures(Scores whole) =>
        $"{string.Join(", ", Method.Dimensions.Select(d => $"{d.ToString().ToLowerInvariant()} {(whole[d] is { } value ? Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture) : "not measured")}"))} (method {Method.Version}).";

    /// <summary>The mends of its sheets that would do most, as its card has them, but for missing particulars, which the letter has named above.</summary>
    private static IEnumerable<string> Most(Scorecard card) =>
        card.Sheets.Where(s => s.HasScores).SelectMany(CardPoints.MendsOf).Where(p => p.Figure is not { Kind.Dimension: Dimension.Completeness, Numerator: 0 }).OrderByDescending(p => p.Points).ThenBy(p => p.Figure.Kind.Id, StringComparer.Ordinal).Take(MostOfCard)
            .Select(p => $"{p.Sentence}{(p.Rows is { } rows ? $" {PlainWords.Count(rows, "row")}{(p.Figure.Numerator > 0 ? $"{(rows == 1 ? ":" : ", such as")} {p.Figure.FailingPlaces[0]}" : "")}." : "")}");

    private string Answer() => string.Create(
        CultureInfo.InvariantCulture,
        $"Write to {rules.Policy.CorrectionsContact(from.Contact)} by {PlainWords.Day(today.AddDays(rules.Policy.ReplyDays))}. What is wrong we mend; what you explain or dispute we print beside it, in your words, up to {CouncilReply.MostWords}. Please give a role, not a name.");

    private string? Undecided() => rules.Policy.Undecided.Any(d => d.Key.Key == PolicyKey.ReplyDays)
        ? string.Create(CultureInfo.InvariantCulture, $"The {rules.Policy.ReplyDays} days: {PolicyDecision.NotDecided}.") : null;
}
