using System.Globalization;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Store;
using LicensingPipeline.View;

namespace LicensingPipeline.Cli;

/// <summary>Which licensing applies somewhere and what our copies cover of it, as a person reads it.</summary>
internal static class PlaceText
{
    /// <summary>Says it for every authority of a place.</summary>
    /// <param name="say">Takes a line.</param>
    /// <param name="place">Where.</param>
    /// <param name="copies">All copies that were published.</param>
    /// <param name="reference">Names and designations.</param>
    /// <param name="on">The day asked about.</param>
    /// <param name="answer">What a search for one home found, or null where nobody looked for one.</param>
    public static void Say(Action<string> say, Place place, IReadOnlyList<PublishedCopy> copies, ReferenceTables reference, DateOnly on, Answer? answer)
    {
        var answers = place.Authorities.Select(a => PlaceAnswer.Of(reference, copies, a, on)).ToList();
        if (answers.Count > 1)
        {
            say($"{(place.Outcode is null ? "This" : place.Outcode)} lies in {Coverage.List([.. answers.Select(a => a.Name)])}: find out which of them it is (https://www.gov.uk/find-local-council).");
        }

        foreach (var one in answers)
        {
            say($"{one.Name}, {on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}:");
            foreach (var sentence in one.Sentences(answer is not null, answer is null ? null : FoundKinds(answer, one.Authority)))
            {
                say($"  {sentence}");
            }
        }
    }

    /// <summary>Kinds of which a licence was found; one whose kind is not said may be any that it could be.</summary>
    private static HashSet<string> FoundKinds(Answer answer, string authority)
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var found in answer.PostcodeOnly ? [] : answer.Licences.Where(f => f.IsCurrent && f.Licence[Field.Authority] == authority))
        {
            kinds.UnionWith(found.Licence[Field.Scheme] switch
            {
                "hmo-unspecified" => ["mandatory-hmo", "additional-hmo"],
                null or "unknown" => ["mandatory-hmo", "additional-hmo", "selective"],
                var kind => [kind],
            });
        }

        return kinds;
    }
}
