using System.Globalization;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Summarise.Scorecards;

/// <summary>What a person found who held rows of our reading beside the council's own file.</summary>
/// <param name="Authority">GSS code.</param>
/// <param name="Part"><c>hmo</c> or <c>sel</c>.</param>
/// <param name="Checked">Rows that were held beside the file; fifty, drawn at random.</param>
/// <param name="Right">Rows of them that were read right in every field.</param>
/// <param name="By">Who did it: a role or a handle, not a name.</param>
/// <param name="Date">When.</param>
public sealed record HandCheck(string Authority, string Part, int Checked, int Right, string By, DateOnly Date)
{
    /// <summary>Between which shares of rows read right the truth lies, 95 times of a hundred (Wilson's interval).</summary>
    public (double Low, double High) Interval
    {
        get
        {
            const double Z = 1.959963984540054;
            var (n, p) = ((double)Checked, (double)Right / Checked);
            var middle = p + (Z * Z / (2 * n));
            var width = Z * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n)));
            var scale = 1 + (Z * Z / n);
            return ((middle - width) / scale, Math.Min(1, (middle + width) / scale));
        }
    }

    /// <summary>Name of their folder below the data folder of the project; one file for each edition, written by people and never by the program.</summary>
    public const string FolderName = "handchecks";

    /// <summary>The columns of such a file.</summary>
    public const string Columns = "authority,part,checked,right,by,date";

    /// <summary>Reads the file of an edition; nothing where there is none.</summary>
    /// <exception cref="RefusedException">A line is wrong: an edition is not made on a guess.</exception>
    public static IReadOnlyList<HandCheck> Read(string folder, string edition, IReadOnlyDictionary<string, Authority> authorities)
    {
        var path = Path.Combine(folder, $"{edition}.csv");
        if (!File.Exists(path))
        {
            return [];
        }

        var lines = File.ReadAllLines(path);
        if (lines.Length == 0 || lines[0] != Columns)
        {
            throw new RefusedException($"{path} must begin with the columns {Columns}.");
        }

        return [.. lines.Skip(1).Select((l, i) => Line(l, i + 2, path, authorities)).OfType<HandCheck>()];
    }

    private static HandCheck? Line(string line, int number, string path, IReadOnlyDictionary<string, Authority> authorities)
    {
        if (line.Length == 0)
        {
            return null;
        }

        var cells = line.Split(',');
        if (cells.Length == 6 && authorities.ContainsKey(cells[0]) && cells[1] is "hmo" or "sel"
            && int.TryParse(cells[2], NumberStyles.None, CultureInfo.InvariantCulture, out var all) && all > 0
            && int.TryParse(cells[3], NumberStyles.None, CultureInfo.InvariantCulture, out var right) && right <= all
            && DateOnly.TryParseExact(cells[5], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return new HandCheck(cells[0], cells[1], all, right, cells[4], date);
        }

        throw new RefusedException($"{path}, line {number.ToString(CultureInfo.InvariantCulture)}: a GSS code, hmo or sel, the rows checked, how many of them were right, who did it and the day (2026-12-31) are wanted here.");
    }
}
