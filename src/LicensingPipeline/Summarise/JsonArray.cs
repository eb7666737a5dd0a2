using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LicensingPipeline.Summarise;

/// <summary>
/// Writes a JSON array item by item, one item a line, so that a million of them need no memory and two editions can be
/// compared line by line.
/// </summary>
public sealed class JsonArray : IDisposable
{
    private const int Full = 1 << 16;
    private readonly TextWriter _to;
    private readonly ArrayBufferWriter<byte> _buffer = new(Full);
    private readonly Utf8JsonWriter _json;
    private readonly StringBuilder _text = new(Full + 4096);
    private bool _any;

    /// <summary>Opens the array.</summary>
    public JsonArray(TextWriter to)
    {
        _to = to;
        _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _text.Append('[');
    }

    /// <summary>Writes an object, whose properties the caller writes.</summary>
    public void Item(Action<Utf8JsonWriter> properties)
    {
        _text.Append(_any ? ",\n" : "\n");
        _any = true;
        _json.WriteStartObject();
        properties(_json);
        _json.WriteEndObject();
        _json.Flush();
        _text.Append(Encoding.UTF8.GetString(_buffer.WrittenSpan));
        _buffer.ResetWrittenCount();
        _json.Reset();
        if (_text.Length >= Full)
        {
            Empty();
        }
    }

    /// <summary>Closes the array.</summary>
    public void Dispose()
    {
        _text.Append(_any ? "\n]\n" : "]\n");
        Empty();
        _json.Dispose();
        _to.Flush();
    }

    private void Empty()
    {
        _to.Write(_text);
        _text.Clear();
    }
}
