using LicensingPipeline.Catalogue;
using LicensingPipeline.Store;

namespace LicensingPipeline.View;

/// <summary>Where a text lies: the authorities it may mean.</summary>
/// <param name="Authorities">GSS codes in order; several where an outward code lies in several.</param>
/// <param name="Outcode">The outward code that led there, or null.</param>
/// <param name="IsAuthority">Whether the text names an authority, not a home.</param>
public sealed record Place(IReadOnlyList<string> Authorities, string? Outcode, bool IsAuthority)
{
    /// <summary>Nowhere that we know.</summary>
    public static Place Unknown { get; } = new([], null, false);

    /// <summary>Reads a text: an authority's code or name, a postcode or the first half of one, an address with a postcode.</summary>
    public static Place Of(string text, ReferenceTables reference)
    {
        var asked = text.Trim();
        var authority = reference.Authorities.Values.FirstOrDefault(a => Is(a.Gss, asked) || Is(a.ShortName, asked) || Is(a.Name, asked));
        if (authority is not null)
        {
            return new Place([authority.Gss], null, true);
        }

        if ((Question.Of(asked)?.PostcodeFrom?.Split(' ')[0] ?? LastOutcode(asked, reference)) is not { } outcode)
        {
            return Unknown;
        }

        return reference.Outcodes.TryGetValue(outcode, out var inside) ? new Place([.. inside.Order(StringComparer.Ordinal)], outcode, false) : new Place([], outcode, false);
    }

    /// <summary>Where an address without a postcode lies, as far as our copies hold its like.</summary>
    public static Place OnCopies(string text, Registers registers)
    {
        var found = Question.Of(text) is { } question ? new Finder(registers).Find(question, 50).Licences : [];
        return new Place([.. found.Where(f => f.Why.Contains(Field.PropertyAddress.Key(), StringComparer.Ordinal)).Select(f => f.Licence[Field.Authority]!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], null, false);
    }

    /// <summary>An outward code at the end of an address, alone or before a second half that no postcode can have: a slip there does not move the home far.</summary>
    private static string? LastOutcode(string text, ReferenceTables reference)
    {
        var words = text.ToUpperInvariant().Split([' ', ',', '.', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && reference.Outcodes.ContainsKey(words[^1]) ? words[^1]
            : words.Length > 1 && reference.Outcodes.ContainsKey(words[^2]) && char.IsAsciiDigit(words[^1][0]) ? words[^2] : null;
    }

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
