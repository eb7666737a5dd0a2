using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace LicensingPipeline.Normalise;

/// <summary>
/// Whether a licence holder is a company, a public body, several persons or one. Where it is unsure the answer is
/// person, because a person is who could be harmed.
/// </summary>
public static partial class HolderKinds
{
    private static readonly FrozenSet<string> CompanyWords = new[]
    {
        "LTD", "LIMITED", "LLP", "PLC", "INC", "LP", "CIC", "CIO", "GMBH", "CORPORATION", "CORP", "COMPANY",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> PublicWords = new[]
    {
        "COUNCIL", "NHS", "UNIVERSITY", "COLLEGE", "ASSOCIATION",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Classifies a name; null where there is none.</summary>
    public static string? Of(string? name)
    {
        if (name is null)
        {
            return null;
        }

        if (name == Licence.Withheld)
        {
            return "unknown";
        }

        string? kind = null;
        foreach (var range in name.AsSpan().SplitAny(" ,.()/;&-"))
        {
            var word = name.AsSpan(range);
            if (word.Length is < 2 or > 11)
            {
                continue;
            }

            if (CompanyWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
            {
                return "company";
            }

            if (PublicWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
            {
                kind = "public-body";
            }
        }

        return kind ?? (IsJoint(name) ? "joint" : "person");
    }

    /// <summary>The company's number at Companies House, where the name carries one: eight digits, or two letters and six.</summary>
    /// <param name="name">The name as published.</param>
    /// <param name="kind">What the name alone looks like: beside a person's name a number counts only where it says what it is ("CRN 01234567").</param>
    public static string? CompanyNumber(string name, string? kind)
    {
        // Nearly every name is without a digit.
        if (name.AsSpan().IndexOfAnyInRange('0', '9') < 0)
        {
            return null;
        }

        var match = LabelledNumber().Match(name);
        match = match.Success || kind == "person" ? match : Number().Match(name);
        return match.Success ? match.Groups[1].Value.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant().PadLeft(8, '0') : null;
    }

    /// <summary>Two names joined by &amp;, and, / or a semicolon.</summary>
    private static bool IsJoint(string name) =>
        name.AsSpan().IndexOfAny('&', '/', ';') >= 0 || name.Contains(" and ", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"(?<![A-Z])(?:CRN|NO|NUMBER|REG|REGN|RGN)[\s.:#-]*((?:[A-Z]{2}|[0-9]{2}|[0-9])[0-9]{6})(?![0-9A-Z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LabelledNumber();

    [GeneratedRegex(@"(?<![A-Z0-9])((?:[A-Z]{2}|[0-9]{2}|[0-9])[0-9]{6})(?![0-9A-Z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
