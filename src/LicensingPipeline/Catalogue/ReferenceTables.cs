using System.Globalization;
using CsvHelper;

namespace LicensingPipeline.Catalogue;

/// <summary>The facts we ship about authorities, schemes and outward codes, and which of them were found.</summary>
/// <param name="Authorities">By GSS code.</param>
/// <param name="Schemes">All designations known; empty where the table is missing.</param>
/// <param name="Outcodes">Outward code to the GSS codes of the authorities it lies in; empty where the table is missing.</param>
/// <param name="Missing">Names of tables that hold nothing, so that checks which need them are listed as not made.</param>
public sealed record ReferenceTables(
    IReadOnlyDictionary<string, Authority> Authorities,
    IReadOnlyList<Scheme> Schemes,
    IReadOnlyDictionary<string, IReadOnlySet<string>> Outcodes,
    IReadOnlyList<string> Missing)
{
    /// <summary>The national lists of postcodes and homes, where a person fetched them.</summary>
    public PlaceTables Places { get; init; } = PlaceTables.None;

    /// <summary>Columns of authorities.csv.</summary>
    public const string AuthorityColumns = "gss,name,short_name,nation,region,grid_x,grid_y";

    /// <summary>Columns of schemes.csv.</summary>
    public const string SchemeColumns = "authority,kind,designation,area,ward_year,in_force_from,in_force_to,ended_early,section_257,evidence_url,checked,confidence";

    /// <summary>Columns of outcodes.csv.</summary>
    public const string OutcodeColumns = "outcode,authorities";

    /// <summary>
    /// Reads the tables, adding what a folder of sources brings of its own (councils outside London): authorities.csv, schemes.csv
    /// and outcodes.csv of the same columns.
    /// </summary>
    /// <exception cref="InvalidDataException">A table has other columns than ours.</exception>
    public static ReferenceTables Read(string referenceFolder, string? sourcesFolder)
    {
        string[] folders = sourcesFolder is null ? [referenceFolder] : [referenceFolder, sourcesFolder];
        IEnumerable<string[]> All(string table, string columns) => folders.SelectMany(f => Rows(Path.Combine(f, table), columns));
        var authorities = new Dictionary<string, Authority>(StringComparer.Ordinal);
        foreach (var row in All("authorities.csv", AuthorityColumns))
        {
            authorities[row[0]] = new Authority(row[0], row[1], row[2], row[3], row[4], Whole(row[5]), Whole(row[6]));
        }

        var schemes = All("schemes.csv", SchemeColumns).Select(ToScheme).ToList();
        var outcodes = All("outcodes.csv", OutcodeColumns).GroupBy(r => r[0], StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            g => (IReadOnlySet<string>)g.SelectMany(r => r[1].Split(';', StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
        List<string> missing = [];
        if (schemes.Count == 0)
        {
            missing.Add("schemes.csv");
        }

        if (outcodes.Count == 0)
        {
            missing.Add("outcodes.csv");
        }

        return new ReferenceTables(authorities, schemes, outcodes, missing);
    }

    private static Scheme ToScheme(string[] row) => new()
    {
        Authority = row[0],
        Kind = row[1],
        Designation = row[2],
        Area = row[3],
        WardYear = row[4],
        InForceFrom = Date(row[5]),
        InForceTo = Date(row[6]),
        EndedEarly = Date(row[7]),
        Section257 = row[8],
        Evidence = row[9],
        Checked = Date(row[10]),
        Confidence = row[11],
    };

    private static List<string[]> Rows(string path, string columns)
    {
        var rows = new List<string[]>();
        if (!File.Exists(path))
        {
            return rows;
        }

        using var file = CsvReader.FromFile(path, new CsvReaderOptions { Separator = ',' });
        file.ReadHeader();
        var width = columns.Count(c => c == ',') + 1;
        if (string.Join(',', file.Headers) != columns)
        {
            throw new InvalidDataException($"{path} must have the columns {columns}.");
        }

        while (file.Read())
        {
            rows.Add([.. Enumerable.Range(0, width).Select(i => file.FieldCount > i ? file[i].ToString() : "")]);
        }

        return rows;
    }

    private static int? Whole(string text) => text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly? Date(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
