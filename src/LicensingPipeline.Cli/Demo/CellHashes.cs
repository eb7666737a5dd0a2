using System.Security.Cryptography;
using System.Text;
using Dapper;
using LicensingPipeline.Store;

namespace LicensingPipeline.Cli.Demo;

/// <summary>A hash for each field over the cells of all licences of a stream, in an order that only the licences decide.</summary>
internal static class CellHashes
{
    /// <summary>Of cells that must be read.</summary>
    /// <param name="licences">What tells the licence from others, and its value in each field.</param>
    /// <param name="fields">The fields.</param>
    public static SortedDictionary<string, string> Of(IEnumerable<(string Key, IReadOnlyList<string?> Values)> licences, IReadOnlyList<Field> fields)
    {
        var sorted = licences.OrderBy(l => l.Key, StringComparer.Ordinal).ToList();
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (index, field) in fields.Index())
        {
            var text = string.Concat(sorted.Select(l => $"{l.Key}|{l.Values[index]}\n"));
            hashes[field.Key()] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
        }

        return hashes;
    }

    /// <summary>Of the cells that were published.</summary>
    public static SortedDictionary<string, string> OfPublished(Registers registers, string authority, string stream, IReadOnlyList<Field> fields)
    {
        var columns = string.Join(", ", fields.Select(RegistersSchema.Column));
        using var rows = (System.Data.Common.DbDataReader)registers.Connection.ExecuteReader(
            $"select coalesce(reference, '') || '|' || coalesce(property_address, ''), {columns} from licence where authority=@authority and stream=@stream", new { authority, stream });
        var licences = new List<(string, IReadOnlyList<string?>)>();
        while (rows.Read())
        {
            licences.Add((rows.GetString(0), [.. fields.Select((_, i) => rows.IsDBNull(i + 1) ? null : Convert.ToString(rows.GetValue(i + 1), System.Globalization.CultureInfo.InvariantCulture))]));
        }

        return Of(licences, fields);
    }
}
