using LicensingPipeline.Store;
using Microsoft.Data.Sqlite;

namespace LicensingPipeline.Summarise;

/// <summary>
/// All licences on the last published copies, in the order authority, stream, licence_id, the same byte for byte whenever
/// the registers are the same.
/// </summary>
/// <param name="registers">The registers; of the public file only the fields that may name no person are exported (rule 9).</param>
public sealed class Export(Registers registers)
{
    /// <summary>Name of the last column of invented data (rule 12).</summary>
    public const string MarkColumn = "demonstration";

    private readonly bool _invented = registers.IsInvented;

    /// <summary>The columns, in order.</summary>
    public IReadOnlyList<Field> Columns { get; } = registers.IsPublic ? RegistersSchema.PublicFields : Fields.All;

    /// <summary>Writes CSV with a heading; returns how many licences.</summary>
    public long Csv(TextWriter to)
    {
        using var csv = CsvOut.To(to);
        string[] headings = [.. Columns.Select(c => c.Key()), .. _invented ? [MarkColumn] : Array.Empty<string>()];
        csv.WriteHeader(headings);
        var count = 0L;
        foreach (var licence in InOrder())
        {
            foreach (var field in Columns)
            {
                csv.WriteField(licence[field]);
            }

            if (_invented)
            {
                csv.WriteField(Demonstration.Mark);
            }

            csv.EndRecord();
            count++;
        }

        return count;
    }

    /// <summary>Writes a JSON array; returns how many licences.</summary>
    public long Json(TextWriter to)
    {
        using var array = new JsonArray(to);
        var count = 0L;
        foreach (var licence in InOrder())
        {
            array.Item(json =>
            {
                RecordJson.Write(json, licence, Columns);
                if (_invented)
                {
                    json.WriteString(MarkColumn, Demonstration.Mark);
                }
            });
            count++;
        }

        return count;
    }

    /// <summary>
    /// Only the keys are sorted, and the rows are then fetched one by one: sorting whole rows would write the database
    /// once more into a temporary file.
    /// </summary>
    private IEnumerable<Licence> InOrder()
    {
        using var one = registers.Connection.CreateCommand();
        one.CommandText = $"select {string.Join(", ", Fields.All.Select(f => Columns.Contains(f) ? RegistersSchema.Column(f) : "null"))} from licence where rowid = $row";
        var row = one.Parameters.Add("$row", SqliteType.Integer);
        using var order = registers.Connection.CreateCommand();
        order.CommandText = "select rowid from licence order by authority, stream, licence_id, rowid";
        using var rows = order.ExecuteReader();
        while (rows.Read())
        {
            row.Value = rows.GetInt64(0);
            using var licence = one.ExecuteReader();
            licence.Read();
            yield return LicenceRow.Read(licence);
        }
    }
}
