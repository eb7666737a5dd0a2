using System.Globalization;
using System.Text.Json;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Extract;

/// <summary>
/// The answer of an ArcGIS layer: its attributes are the columns, in the layer's order, and after them the latitude and the longitude of
/// a point. Where the layer says what its codes mean, the meaning stands in the cell. A date is the day in UTC; a time of day, which a
/// day has none of, stays beside it. Pages are one sheet, so where one ends does not matter.
/// </summary>
public sealed class ArcGisReader : IFormatReader
{
    /// <summary>Heading of the latitude, WGS 84.</summary>
    public const string Latitude = "geometry.latitude";

    /// <summary>Heading of the longitude, WGS 84.</summary>
    public const string Longitude = "geometry.longitude";

    private const long DayMilliseconds = 24 * 60 * 60 * 1000;
    private static readonly string[] ToFeatures = ["features"];

    /// <inheritdoc/>
    public IEnumerable<Sheet> Open(IReadOnlyList<SourceFile> files, ReadSpec read, IReadOnlyList<IReadOnlySet<string>> headings) =>
        [new Sheet(null, Rows(files, read), FirstRowIsHeading: true)];

    private static IEnumerable<Row> Rows(IReadOnlyList<SourceFile> files, ReadSpec read)
    {
        var layer = ArcGisDescription.Read(files, read);
        foreach (var page in layer.Pages)
        {
            // A field that nobody described is a column all the same.
            Walk(page.File, read, record => Attributes(record, (name, ref _) => layer.AddUndescribed(name)));
        }

        yield return new Row([.. layer.Fields.Keys, Latitude, Longitude], null, 0);
        var columns = layer.Fields.Keys.Select((name, i) => (name, i)).ToDictionary(c => c.name, c => c.i, StringComparer.Ordinal);
        long all = 0;
        foreach (var page in layer.Pages)
        {
            var degrees = page.Wkid is { } wkid ? ToDegrees.From(wkid) : null;
            using var utf8 = JsonReader.Utf8(page.File, read);
            var records = new JsonRecords(new JsonTokens(utf8, page.File.Name), ToFeatures, page.File.Name);
            for (long number = 1; Cells(records, layer, columns, degrees) is { } cells; number++)
            {
                if (++all > Caps.RowsInStream)
                {
                    throw SourceException.Cap("The number of rows", "20 million a stream");
                }

                yield return new Row(cells, layer.Pages.Count > 1 ? page.File.Name : null, number);
            }
        }
    }

    private delegate void Attribute(string name, ref Utf8JsonReader value);

    private delegate void Feature(ReadOnlySpan<byte> record);

    private static void Walk(SourceFile file, ReadSpec read, Feature see)
    {
        using var utf8 = JsonReader.Utf8(file, read);
        var records = new JsonRecords(new JsonTokens(utf8, file.Name), ToFeatures, file.Name);
        while (records.Next(out var record))
        {
            see(record);
        }
    }

    private static string[]? Cells(JsonRecords records, ArcGisDescription layer, Dictionary<string, int> columns, ToDegrees? degrees)
    {
        if (!records.Next(out var record))
        {
            return null;
        }

        var cells = new string[columns.Count + 2];
        Array.Fill(cells, "");
        var bytes = record.ToArray();
        Attributes(record, (name, ref value) =>
        {
            ref var cell = ref cells[columns[name]];
            cell = cell.Length == 0 ? Text(ref value, bytes, layer.Fields[name]) : cell;
        });
        if (degrees is not null && Point(record) is var (x, y))
        {
            (cells[^2], cells[^1]) = degrees.Convert(x, y);
        }

        return cells;
    }

    private static void Attributes(ReadOnlySpan<byte> record, Attribute see)
    {
        var reader = new Utf8JsonReader(record, new JsonReaderOptions { MaxDepth = Caps.JsonDepth + 1 });
        // A null among the features has no bytes.
        if (record.IsEmpty || !Enter(ref reader, "attributes"))
        {
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonFlat.Text(ref reader);
            reader.Read();
            see(name, ref reader);
            reader.Skip();
        }
    }

    private static (double X, double Y)? Point(ReadOnlySpan<byte> record)
    {
        var reader = new Utf8JsonReader(record, new JsonReaderOptions { MaxDepth = Caps.JsonDepth + 1 });
        if (record.IsEmpty || !Enter(ref reader, "geometry"))
        {
            return null;
        }

        double? x = null, y = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonFlat.Text(ref reader);
            reader.Read();
            if (reader.TokenType == JsonTokenType.Number && name is "x" or "y" && reader.TryGetDouble(out var number))
            {
                x = name == "x" ? number : x;
                y = name == "y" ? number : y;
            }

            reader.Skip();
        }

        return x is { } east && y is { } north ? (east, north) : null;
    }

    /// <summary>Goes inside the object under a key of the record; false where there is none.</summary>
    private static bool Enter(ref Utf8JsonReader reader, string key)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(key);
            reader.Read();
            if (found && reader.TokenType == JsonTokenType.StartObject)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private static string Text(ref Utf8JsonReader value, byte[] record, ArcGisField field)
    {
        if (field.IsDate && value.TokenType == JsonTokenType.Number && value.TryGetInt64(out var milliseconds) && Day(milliseconds) is { } day)
        {
            return day;
        }

        var text = value.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? JsonFlat.AsWritten(ref value, record) : JsonFlat.Scalar(ref value);
        return Caps.Cell(field.Codes.GetValueOrDefault(text, text));
    }

    private static string? Day(long milliseconds)
    {
        if (milliseconds < DateTimeOffset.MinValue.ToUnixTimeMilliseconds() || milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            return null;
        }

        var moment = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;
        return moment.ToString(milliseconds % DayMilliseconds == 0 ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }
}
