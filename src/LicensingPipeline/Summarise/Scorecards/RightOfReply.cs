namespace LicensingPipeline.Summarise.Scorecards;

/// <summary>Nobody is scored in public who was not asked first and given the days to answer.</summary>
public static class RightOfReply
{
    /// <summary>
    /// The edition with each council's letter beside its card, and without the cards of councils that were not asked. A council that
    /// may still answer holds up the edition, since the answer would come too late for what is frozen.
    /// </summary>
    /// <param name="edition">All that could be scored.</param>
    /// <param name="letters">Letters of any edition; of several to one council the last counts.</param>
    /// <param name="today">The day on which it would be published.</param>
    /// <exception cref="RefusedException">A council may still answer, or none was asked.</exception>
    public static Edition Observe(Edition edition, IReadOnlyList<SentLetter> letters, DateOnly today)
    {
        var entries = edition.Entries.Select(e => e with { Letter = letters.LastOrDefault(l => l.Edition == edition.Name && l.Authority == e.Authority.Gss) }).ToList();
        var scored = entries.Where(e => e.Cards.Count > 0).ToList();
        var running = scored.Where(e => e.Letter?.AnswerBy >= today).ToList();
        if (running.Count > 0)
        {
            var last = PlainWords.Day(running.Max(e => e.Letter!.AnswerBy));
            throw new RefusedException($"Edition {edition.Name} has to wait: {Named(running)} may still answer the draft, the last of them until {last}. Publish it after that day, with the answers in data/replies.");
        }

        if (scored.Count > 0 && scored.TrueForAll(e => e.Letter is null))
        {
            throw new RefusedException($"No council was asked about edition {edition.Name}, so it is not published. Write to each that has a copy to score ({Named(scored)}) with './licensing letter NAME --kind draft-card --edition {edition.Name}', note the day it went with '--sent DATE', and publish when the days to answer are over.");
        }

        return edition with { Entries = [.. entries.Select(e => e.Cards.Count > 0 && e.Letter is null ? e with { Cards = [], WasNotAsked = true } : e)] };
    }

    private static string Named(IReadOnlyList<EditionEntry> entries) => PlainWords.List([.. entries.Select(e => e.Authority.ShortName)]);
}
