using System.Collections.Frozen;

namespace LicensingPipeline.Normalise;

/// <summary>Names before which ST is a saint and no street, with and without the S of a possessive.</summary>
internal static class Saints
{
    // One to a line: side by side they read like the name of somebody.
    private static readonly string[] All =
    [
        "AGNES",
        "AIDAN",
        "ALBAN",
        "ALBANS",
        "ALPHEGE",
        "AMBROSE",
        "ANDREW",
        "ANN",
        "ANNE",
        "ANNES",
        "ANNS",
        "ANTHONY",
        "ASAPH",
        "AUBYN",
        "AUGUSTINE",
        "AUSTELL",
        "BARNABAS",
        "BENEDICT",
        "BERNARD",
        "BOTOLPH",
        "BRIDE",
        "CATHERINE",
        "CHAD",
        "CHARLES",
        "CHRISTOPHER",
        "CLAIR",
        "CLEMENT",
        "CLEMENTS",
        "COLUMBA",
        "CROSS",
        "CUTHBERT",
        "DAVID",
        "DUNSTAN",
        "EDMUND",
        "EDMUNDS",
        "EDWARD",
        "ELMO",
        "ETHELBURGA",
        "FAITH",
        "FILLAN",
        "FRANCIS",
        "GABRIEL",
        "GEORGE",
        "GERMAN",
        "GILES",
        "HELEN",
        "HELENS",
        "HELIER",
        "HILDA",
        "IVES",
        "JAMES",
        "JEROME",
        "JOHN",
        "JOSEPH",
        "JUDE",
        "KATHARINE",
        "KATHERINE",
        "LAWRENCE",
        "LEONARD",
        "LEONARDS",
        "LOUIS",
        "LUKE",
        "MARGARET",
        "MARK",
        "MARTIN",
        "MARY",
        "MATTHEW",
        "MATTHIAS",
        "MICHAEL",
        "MILDRED",
        "NEOT",
        "NEOTS",
        "NICHOLAS",
        "OLAVE",
        "OSWALD",
        "PANCRAS",
        "PATRICK",
        "PAUL",
        "PETER",
        "PETERSBURGH",
        "PHILIP",
        "QUINTIN",
        "RAPHAEL",
        "SAVIOUR",
        "SIMON",
        "STEPHEN",
        "SWITHIN",
        "SWITHUN",
        "THOMAS",
        "VINCENT",
        "WILFRID",
        "WINIFRED",
    ];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = Build();

    public static bool Contains(ReadOnlySpan<char> name) => Names.Contains(name);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Build()
    {
        return All.Concat(All.Where(n => !n.EndsWith('S')).Select(n => n + "S")).Concat(["JAMESS", "GILESS", "THOMASS", "NICHOLASS"])
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
