using System.Globalization;
using Dapper;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Collect;
using LicensingPipeline.Store;

namespace LicensingPipeline.Summarise;

/// <summary>Writes the letter that goes to a council before anything about its register is published.</summary>
/// <param name="registers">The registers; null where nothing has run.</param>
/// <param name="rules">Policy, and the homes left out.</param>
/// <param name="from">Who runs the program and how they are reached.</param>
/// <param name="today">The day it is written.</param>
public sealed class LetterMaker(Registers? registers, PublicRules rules, Operator from, DateOnly today)
{
    private const int Most = 3;
    private readonly IReadOnlyList<StandingCopy> _copies = registers?.Copies() ?? [];

    /// <summary>The letter with which a draft goes to the council.</summary>
    /// <param name="source">What we know of how its register is published.</param>
    /// <param name="council">Its name.</param>
    /// <param name="inventory">What of the law's particulars can be seen; null where nobody wrote it down.</param>
    public Letter DraftCard(Source source, string council, Inventory? inventory)
    {
        var copies = _copies.Where(c => c.Authority == source.Authority).ToList();
        var standing = copies.Where(c => c.IsPublished).ToList();
        var held = standing.Count > 0;
        return new Letter
        {
            Council = council,
            Date = today,
            Subject = "Your public register of licensed homes: a draft for you to check",
            Opening = "We read the registers kept under section 232 of the Housing Act 2004 and publish how complete, consistent and easy to reach they are. Each council is asked to check our page about it first.",
            Read = held ? [.. standing.Take(Most).Select(c => Copy(source, c)), .. More(standing.Count)] : Found(source, copies),
            Good = [.. Good(source, inventory, held).Where(g => g.Length > 0).Take(Most)],
            Mends = held ? [.. new MendList(registers, rules.LeftOut).Of(source, inventory).Take(Most)] : [],
            Route = held ? null : "By law the register is open to inspection at your head office, and a certified copy can be had on request, for a reasonable fee if you charge one (section 232(4) and (5)).",
            Asks = held ? [] : Asks,
            Answer = Answer(),
            Otherwise = "If we hear nothing, the page is published as described here, with the words \"No reply\" and that date. You can correct us at any time after it.",
            SignedBy = rules.Policy.SignedBy(from.Name),
            Undecided = Undecided(),
            Demonstration = registers?.IsInvented == true ? Demonstration.Mark : null,
        };
    }

    private static IReadOnlyList<string> Asks { get; } =
    [
        "Publish the register as a table, or send us a copy, and say of which day it is.",
        "Tell us where it can be inspected and what a certified copy costs.",
        "Tell us whether any temporary exemption or management order is in force.",
    ];

    private static string Copy(Source source, StandingCopy copy)
    {
        var format = source.Streams.FirstOrDefault(s => s.Name == copy.Stream)?.Read.Format.ToUpperInvariant();
        var kinds = string.Join(", ", copy.Schemes.Select(LetterWords.Kind));
        var how = copy.RetrievedAt is { Length: >= 10 } at ? $"fetched {at[..10]}" : "handed in";
        var licences = copy.Licences == 1 ? "1 entry" : string.Create(CultureInfo.InvariantCulture, $"{copy.Licences} entries");
        return $"{copy.Stream} ({kinds}): copy of {copy.AsAt}{(format is null ? "" : $", {format}")}, {licences}, {how}.";
    }

    private static IEnumerable<string> More(int copies) => copies <= Most ? [] : [string.Create(CultureInfo.InvariantCulture, $"{copies - Most} more in the same way.")];

    /// <summary>The rung, and why no copy stands. What a volunteer wrote down of a page is ours and stays in the source file.</summary>
    private static List<string> Found(Source source, List<StandingCopy> copies)
    {
        var seen = source.Access.Evidence.MaxBy(e => e.Checked);
        List<string> found = [$"On our ladder from 0 to 5, rung {source.Access.Rung}: {Rungs[source.Access.Rung]}."];
        if (seen is not null)
        {
            found.Add(string.Create(CultureInfo.InvariantCulture, $"This rests on {seen.Url}, as recorded on {seen.Checked:yyyy-MM-dd}."));
        }

        var streams = source.Streams.Where(s => s.Retired is null).Take(Most).Select(s => $"{s.Name}: we hold no copy to show, since {LetterWords.Why(copies.FirstOrDefault(c => c.Stream == s.Name)?.State)}.").ToList();
        return [.. found, .. streams.Count > 0 ? streams : ["We found no file of the whole register, so we hold no copy."]];
    }

    private static IReadOnlyList<string> Rungs { get; } =
        ["nothing found online", "a way to see it, such as an inspection", "a look-up, one home at a time", "the whole as a document", "the whole as a table", "a table with references, dates and terms of re-use"];

    private IEnumerable<string> Good(Source source, Inventory? inventory, bool held)
    {
        yield return LetterWords.Rung[source.Access.Rung];
        var shown = inventory?.Count(Particular.OfEveryLicence, Showing.Shown) ?? 0;
        yield return shown == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"By our inventory anybody can see {shown} of the {Particular.OfEveryLicence.Count} particulars that regulation 11 of SI 2006/373 asks of every licence.");
        if (!held)
        {
            yield break;
        }

        yield return Where(source, "start_date is not null") > 0 && Issues(source, "date.%") == 0 ? "Every date can be read and is a day of the calendar." : "";
        yield return Where(source, "postcode is null") == 0 && Issues(source, "postcode.%") == 0 ? "Every home has a postcode that can be read." : "";
        yield return Where(source, "reference is null") == 0 && Issues(source, "reference.%") + Issues(source, "row.%") == 0 ? "Every entry stands once and under a reference of its own." : "";
    }

    /// <summary>How many entries are such. Of a register without entries nothing is praised.</summary>
    private long Where(Source source, string such) => registers!.Connection.ExecuteScalar<long>(
        $"select case when count(*) = 0 then -1 else coalesce(sum({such}), 0) end from licence where authority=@Authority", new { source.Authority });

    private long Issues(Source source, string codes) =>
        registers!.Connection.ExecuteScalar<long>("select count(*) from issue where authority=@Authority and code like @codes", new { source.Authority, codes });

    private string Answer() => string.Create(
        CultureInfo.InvariantCulture,
        $"Write to {rules.Policy.CorrectionsContact(from.Contact)} by {today.AddDays(rules.Policy.ReplyDays):d MMMM yyyy}. What is wrong we mend; what you explain or dispute we print beside it, in your words, up to {CouncilReply.MostWords}. Please give a role, not a name.");

    private string? Undecided() => rules.Policy.Undecided.Any(d => d.Key.Key == PolicyKey.ReplyDays)
        ? string.Create(CultureInfo.InvariantCulture, $"The {rules.Policy.ReplyDays} days: {PolicyDecision.NotDecided}.") : null;
}
