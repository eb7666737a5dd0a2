using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LicensingPipeline.Extract;

/// <summary>
/// Flattens one record: a key inside an object is <c>outer.inner</c>, an object in a list <c>managers[1].name</c>, and a
/// list of plain values one text joined by "; ".
/// </summary>
/// <param name="put">Takes a heading and the text under it; a heading may come more than once.</param>
internal sealed class JsonFlat(Action<string, string> put)
{
    /// <summary>Walks a record; none of its bytes are kept.</summary>
    public void Walk(ReadOnlySpan<byte> record)
    {
        var reader = new Utf8JsonReader(record, new JsonReaderOptions { MaxDepth = Caps.JsonDepth + 1 });
        // A null among the records has no bytes.
        if (record.Length > 0 && reader.Read())
        {
            Object(ref reader, record, "");
        }
    }

    /// <summary>The text of the string or name the reader stands on; half a letter of UTF-16 becomes the sign for a lost one.</summary>
    public static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return Repaired(Encoding.UTF8.GetString(reader.ValueSpan));
        }
    }

    /// <summary>The text of an element, whose halves of letters become the sign for a lost one too.</summary>
    public static string Sound(JsonElement text)
    {
        var raw = Encoding.UTF8.GetBytes(text.GetRawText());
        var reader = new Utf8JsonReader(raw);
        reader.Read();
        return Text(ref reader);
    }

    private void Object(ref Utf8JsonReader reader, ReadOnlySpan<byte> record, string prefix)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var heading = prefix + Text(ref reader);
            reader.Read();
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    Object(ref reader, record, heading + ".");
                    break;
                case JsonTokenType.StartArray:
                    List(ref reader, record, heading);
                    break;
                default:
                    put(heading, Caps.Cell(Scalar(ref reader)));
                    break;
            }
        }
    }

    private void List(ref Utf8JsonReader reader, ReadOnlySpan<byte> record, string heading)
    {
        var joined = new StringBuilder();
        var objects = 0;
        for (var place = 1; reader.Read() && reader.TokenType != JsonTokenType.EndArray; place++)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                objects++;
                Object(ref reader, record, string.Create(CultureInfo.InvariantCulture, $"{heading}[{place}]."));
                continue;
            }

            var text = reader.TokenType == JsonTokenType.StartArray ? AsWritten(ref reader, record) : Scalar(ref reader);
            joined.Append(joined.Length > 0 && text.Length > 0 ? "; " : "").Append(text);
            if (joined.Length > Caps.CellCharacters)
            {
                throw SourceException.Cap("A cell of the file", "1 MB");
            }
        }

        // A list of nothing but objects has no text of its own; an empty one is an empty cell.
        if (joined.Length > 0 || objects == 0)
        {
            put(heading, joined.ToString());
        }
    }

    /// <summary>An object or a list as the file writes it.</summary>
    public static string AsWritten(ref Utf8JsonReader reader, ReadOnlySpan<byte> record)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return Encoding.UTF8.GetString(record[start..(int)reader.BytesConsumed]);
    }

    /// <summary>The text of a plain value.</summary>
    public static string Scalar(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => Text(ref reader),
        JsonTokenType.Null => "",
        // Numbers, true and false as they are written.
        _ => Encoding.UTF8.GetString(reader.ValueSpan),
    };

    private static string Repaired(string escaped)
    {
        var text = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\' || i + 1 == escaped.Length)
            {
                text.Append(escaped[i]);
                continue;
            }

            i++;
            if (escaped[i] == 'u' && i + 4 < escaped.Length && ushort.TryParse(escaped.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                text.Append((char)code);
                i += 4;
                continue;
            }

            text.Append(escaped[i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var c => c });
        }

        // To UTF-8 and back, which puts the sign for a lost letter in place of each half.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
