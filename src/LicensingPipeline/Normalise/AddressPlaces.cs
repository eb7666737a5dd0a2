using System.Collections.Frozen;

namespace LicensingPipeline.Normalise;

/// <summary>What kind of place a name at the end of an address is.</summary>
internal enum PlaceKind { Country, County, Borough, Town }

/// <summary>
/// Names that stand at the end of an address and are taken from there only: countries, counties, boroughs and post
/// towns, as data/reference/place-names.csv lists them. A road named after a town ends in a street's type, so
/// nothing is taken from it.
/// </summary>
internal static class AddressPlaces
{
    /// <summary>The most words a name has, a borough's titles included.</summary>
    public const int MostWords = 6;

    private static readonly string[] BoroughTitles = ["LONDON BOROUGH OF ", "LB ", "LB OF ", "ROYAL BOROUGH OF ", "CITY OF "];
    private static readonly FrozenDictionary<string, (PlaceKind Kind, string Name)> Known = Build();

    /// <summary>Looks a name up by its letters without making a text of them.</summary>
    public static readonly FrozenDictionary<string, (PlaceKind Kind, string Name)>.AlternateLookup<ReadOnlySpan<char>> BySpan = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The last words of all names: no name is looked for where the address ends in another word.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LastWords =
        Known.Keys.Select(n => n[(n.LastIndexOf(' ') + 1)..]).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static FrozenDictionary<string, (PlaceKind, string)> Build()
    {
        var places = new Dictionary<string, (PlaceKind, string)>(StringComparer.Ordinal);
        using var file = new StreamReader(typeof(AddressPlaces).Assembly.GetManifestResourceStream("place-names.csv")!);
        file.ReadLine();
        while (file.ReadLine() is { } line)
        {
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            var (kind, name) = (Enum.Parse<PlaceKind>(line.AsSpan(0, comma), ignoreCase: true), line[(comma + 1)..]);
            places.TryAdd(name, (kind, name));
            foreach (var title in kind == PlaceKind.Borough ? BoroughTitles : [])
            {
                places.TryAdd(title + name, (kind, name));
            }
        }

        return places.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
