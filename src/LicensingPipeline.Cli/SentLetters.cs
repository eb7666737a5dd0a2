using LicensingPipeline.Catalogue;
using LicensingPipeline.Record;
using LicensingPipeline.Summarise;
using LicensingPipeline.Summarise.Scorecards;
using LicensingPipeline.Web;

namespace LicensingPipeline.Cli;

/// <summary>Notes that a letter went to a council: the program sends none, so whoever did says so.</summary>
internal static class SentLetters
{
    /// <summary>Writes it down; gives the sentence to say.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="folder">All sources.</param>
    /// <param name="source">The council's.</param>
    /// <param name="edition">The edition whose draft it was.</param>
    /// <param name="sent">The day it went.</param>
    /// <param name="today">Today.</param>
    public static string Note(string data, SourceFolder folder, Source source, string? edition, DateOnly sent, DateOnly today)
    {
        if (edition is null)
        {
            throw new UsageException("--sent needs --edition, such as 2026-q4: a letter is about the draft of one edition.");
        }

        Edition.CheckName(edition);
        if (sent > today)
        {
            throw new UsageException($"{PlainWords.Day(sent)} is still to come. Note a letter when it has gone.");
        }

        if (new EditionStore(data).Names.Contains(edition, StringComparer.Ordinal))
        {
            throw new RefusedException($"Edition {edition} is published and stands as it was, so no letter can go before it any more.");
        }

        using var ledger = Ledger.Ask(data);
        var letters = SentLetter.Read(data, folder.Reference.Authorities, ledger.IsInvented);
        var letter = new SentLetter(edition, source.Authority, sent, sent.AddDays(Folders.PolicyOf(data).ReplyDays));
        var name = folder.Reference.Authorities.TryGetValue(source.Authority, out var known) ? known.Name : source.ShortName;
        if (letters.Contains(letter))
        {
            return $"That stood there already: {name} can answer until {PlainWords.Day(letter.AnswerBy)}.";
        }

        SentLetter.Write(data, [.. letters, letter], ledger.IsInvented);
        return $"Noted: {name} was sent the draft of edition {edition} on {PlainWords.Day(sent)} and can answer until {PlainWords.Day(letter.AnswerBy)}. Answers go into data/replies/{source.ShortName}.yaml.";
    }
}
