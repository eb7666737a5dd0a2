using System.Text.Json;
using System.Text.RegularExpressions;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Normalise;

namespace LicensingPipeline.Summarise.Scorecards;

/// <summary>The scorecards of one authority in an edition; none where we hold no copy that passed.</summary>
/// <param name="Authority">The authority.</param>
/// <param name="Rung">Rung of the access ladder; null where its source file is wrong.</param>
/// <param name="Cards">Of what is online first, then of copies supplied to us.</param>
public sealed record EditionEntry(Authority Authority, int? Rung, IReadOnlyList<Scorecard> Cards)
{
    /// <summary>The letter with which the council was asked to check the draft; null where none is recorded.</summary>
    public SentLetter? Letter { get; init; }

    /// <summary>Whether there was something to score, and it is left out because the council was not asked first.</summary>
    public bool WasNotAsked { get; init; }
}

/// <summary>
/// A quarter's scorecards, frozen: with which method, lists, code and copies they were worked out, so that anybody with those comes to
/// the same.
/// </summary>
/// <param name="Name">Such as <c>2026-q4</c>: small letters, digits and hyphens; an address of the site.</param>
/// <param name="Lists">The lists frozen with the method.</param>
/// <param name="Invented">Whether the data is invented (rule 12).</param>
/// <param name="Entries">Every authority, by name.</param>
public sealed partial record Edition(string Name, MethodLists Lists, bool Invented, IReadOnlyList<EditionEntry> Entries)
{
    /// <summary>What people found who checked rows by hand; empty where nobody has.</summary>
    public IReadOnlyList<HandCheck> HandChecks { get; init; } = [];

    /// <summary>The edition before, worked out again, where it was made by another version of the method; else null.</summary>
    public ShadowRun? Shadow { get; init; }

    /// <summary>The file that freezes it.</summary>
    public const string FileName = "edition.json";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes an edition of all authorities of a folder of sources.</summary>
    /// <exception cref="RefusedException">The name is not one.</exception>
    public static Edition Make(string name, SourceFolder folder, ScorecardMaker maker, MethodLists lists, bool invented)
    {
        CheckName(name);
        var entries = folder.Sources.Where(s => folder.Reference.Authorities.ContainsKey(s.Authority))
            .Select(s => new EditionEntry(folder.Reference.Authorities[s.Authority], s.Access.Rung, maker.Make(s)))
            .OrderBy(e => e.Authority.Name, StringComparer.Ordinal);
        return new Edition(name, lists, invented, [.. entries]);
    }

    /// <summary>Refuses what cannot be an address.</summary>
    public static void CheckName(string name)
    {
        if (!NamePattern().IsMatch(name))
        {
            throw new RefusedException($"'{name}' cannot be the name of an edition, which is an address of the site: use small letters, digits and hyphens, such as 2026-q4.");
        }
    }

    /// <summary>edition.json: what the edition was worked out from.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            Demonstration = Invented ? Demonstration.Mark : null,
            Edition = Name,
            Method = Method.Version,
            ListsSha256 = Lists.Hash,
            RulesSha256 = RulesHash(),
            CodeVersion = CodeVersion.Current,
            HandChecks,
            Asked = Entries.Where(e => e.Letter is not null).Select(e => new { e.Letter!.Authority, e.Letter.Sent, e.Letter.AnswerBy }),
            Cards = Entries.SelectMany(e => e.Cards).Select(Frozen),
            Copies = Entries.SelectMany(e => e.Cards).SelectMany(c => c.Sheets).Select(s => new { s.Authority, s.Stream, s.Part, s.AsAt, s.Sha256, s.Rows, Published = s.IsPublished }),
        },
        Json) + "\n";

    private static Dictionary<string, object?> Frozen(Scorecard card)
    {
        var frozen = new Dictionary<string, object?>(StringComparer.Ordinal) { ["authority"] = card.Authority, ["published"] = card.IsPublished };
        foreach (var dimension in Method.Dimensions)
        {
            frozen[dimension.ToString().ToLowerInvariant()] = ShadowRun.Frozen(card.Whole?[dimension]);
        }

        return frozen;
    }

    /// <summary>Ids of the rules by which values are read; what they do is in the code version.</summary>
    private static string RulesHash() => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', RuleBook.All.Select(r => r.Id)))));

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,30}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NamePattern();
}
