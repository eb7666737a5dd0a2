using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Extract;

/// <summary>
/// The headings of a table and the names by which a source file may call its columns: the heading itself in normal
/// form; <c>heading@1</c>, <c>heading@2</c> where it stands more than once; <c>@3</c> for the third column where it has
/// no heading.
/// </summary>
public sealed class HeadingRow
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly string[] _normal;

    /// <summary>Reads a row of cells as headings.</summary>
    public HeadingRow(IReadOnlyList<string> cells)
    {
        _normal = [.. cells.Select(Headings.Normal)];
        var names = new string[cells.Count];
        var counts = _normal.CountBy(n => n, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _normal.Length; i++)
        {
            var heading = _normal[i];
            if (heading.Length == 0)
            {
                names[i] = string.Create(CultureInfo.InvariantCulture, $"@{i + 1}");
            }
            else if (counts[heading] > 1)
            {
                seen[heading] = seen.GetValueOrDefault(heading) + 1;
                names[i] = string.Create(CultureInfo.InvariantCulture, $"{heading}@{seen[heading]}");
            }
            else
            {
                names[i] = heading;
            }

            _columns.TryAdd(names[i], i);
        }

        Names = names;
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', names))))[..16];
    }

    /// <summary>The name of each column, by position.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>16 hex digits that change when a heading changes.</summary>
    public string Fingerprint { get; }

    /// <summary>The position of the column a source file calls by this name, or -1. The name need not be in normal form.</summary>
    public int Find(string name) => _columns.GetValueOrDefault(Headings.Normal(name), -1);

    /// <summary>Whether a row of the data says the same as the headings: the heading is repeated inside the data.</summary>
    public bool IsRepeatedBy(Row row)
    {
        var filled = 0;
        for (var i = 0; i < _normal.Length; i++)
        {
            var cell = i < row.Cells.Length ? row.Cells[i] : "";
            if (_normal[i].Length == 0)
            {
                continue;
            }

            filled++;
            // The first cell tells nearly every row apart from the headings.
            if (cell.Length < _normal[i].Length || Headings.Normal(cell) != _normal[i])
            {
                return false;
            }
        }

        return filled > 0;
    }
}
