using LicensingPipeline.Catalogue;
using LicensingPipeline.Store;

namespace LicensingPipeline.View;

/// <summary>What is known of one licence kind in one authority on one day.</summary>
/// <param name="Kind">mandatory-hmo, additional-hmo or selective.</param>
/// <param name="Scheme">Whether licensing of the kind is in force there then.</param>
/// <param name="Copy">What our copies can say of it.</param>
public sealed record KindAnswer(string Kind, SchemeStanding Scheme, CopyStanding Copy);

/// <summary>
/// Which licensing applies in an authority on a day, and what our copies cover: the same for a question on the command line,
/// a search that found nothing, and the page.
/// </summary>
/// <param name="Authority">GSS code.</param>
/// <param name="Name">Its name.</param>
/// <param name="On">The day.</param>
/// <param name="Kinds">Mandatory, additional, selective.</param>
public sealed record PlaceAnswer(string Authority, string Name, DateOnly On, IReadOnlyList<KindAnswer> Kinds)
{
    /// <summary>What no register shows and every search must say.</summary>
    public const string Pending = "An application that the council has not decided yet shows on no register.";

    private static readonly string[] AllKinds = ["mandatory-hmo", "additional-hmo", "selective"];

    /// <summary>What the person who asks must find out, since it decides which licence a home needs.</summary>
    public string FindOut
    {
        get
        {
            var wards = Kinds.Any(k => k.Scheme.Force == Force.SomeWards || k.Scheme.Schemes.Any(s => s.Area != "whole-borough")) ? ", and which ward it is in" : "";
            return $"Find out how many people live in the home, how many households they make, whether they share a kitchen, bathroom or toilet, since when{wards}.";
        }
    }

    /// <summary>The answer for one authority.</summary>
    /// <param name="reference">Designations and names.</param>
    /// <param name="copies">All copies that were published.</param>
    /// <param name="authority">GSS code.</param>
    /// <param name="on">The day asked about.</param>
    public static PlaceAnswer Of(ReferenceTables reference, IEnumerable<PublishedCopy> copies, string authority, DateOnly on)
    {
        var name = reference.Authorities.TryGetValue(authority, out var known) ? known.Name : authority;
        var schemes = reference.Schemes.Where(s => s.Authority == authority).ToList();
        var held = copies.Where(c => c.Authority == authority).ToList();
        return new PlaceAnswer(authority, name, on, [.. AllKinds.Select(k => new KindAnswer(k, SchemeStanding.Of(schemes, k, on, known?.Nation ?? "England"), CopyStanding.Of(held, k, on)))]);
    }

    /// <summary>The sentences in the order in which they are read.</summary>
    /// <param name="looked">Whether somebody looked for one home and nothing of the kind was found.</param>
    /// <param name="found">Kinds of which a licence was found, whose copies need no sentence.</param>
    public IEnumerable<string> Sentences(bool looked, IReadOnlySet<string>? found = null)
    {
        foreach (var kind in Kinds)
        {
            yield return found?.Contains(kind.Kind) == true ? kind.Scheme.Sentence : $"{kind.Scheme.Sentence} {kind.Copy.Sentence(kind.Kind, Name, looked)}";
        }

        yield return FindOut;
    }
}
