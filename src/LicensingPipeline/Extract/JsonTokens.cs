using System.Text.Json;

namespace LicensingPipeline.Extract;

/// <summary>
/// Walks the tokens of a UTF-8 stream of JSON, holding no more of it than the token, or the record that
/// <see cref="Hold"/> was called for.
/// </summary>
internal sealed class JsonTokens(Stream utf8, string file)
{
    private const int MostHeld = 16 * 1024 * 1024;

    private byte[] _buffer = new byte[64 * 1024];
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = 1_000, AllowMultipleValues = true });
    private int _at;
    private int _filled;
    private int _held = -1;
    private bool _begun;
    private bool _ended;

    /// <summary>What the token is.</summary>
    public JsonTokenType Type { get; private set; }

    /// <summary>How many objects and arrays are open around the token.</summary>
    public int Depth { get; private set; }

    /// <summary>A property's name, outside what is held.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The bytes from the token that was held to the end of this one.</summary>
    public ReadOnlySpan<byte> Held => _buffer.AsSpan(_held, _at - _held);

    /// <summary>Goes to the next token; false at the end of the file, where nothing may be open.</summary>
    public bool Next()
    {
        while (!Step())
        {
            if (!Fill())
            {
                var open = Depth > 0 || Type is JsonTokenType.StartObject or JsonTokenType.StartArray;
                return !open && _at == _filled ? false
                    : throw SourceException.Drift($"{file} ends in the middle of its JSON, so it is cut off. Fetch it again, or ask the publisher for a whole one.");
            }
        }

        if (Depth + (Type is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0) > Caps.JsonDepth)
        {
            throw SourceException.Cap("The depth of the JSON", "64");
        }

        return true;
    }

    /// <summary>Keeps the bytes from this opening of an object to its end, and goes there.</summary>
    public void Hold()
    {
        var depth = Depth;
        // The opening is one byte, which has just been passed.
        _held = _at - 1;
        Pass(depth);
    }

    /// <summary>Lets go of what was held.</summary>
    public void Release() => _held = -1;

    /// <summary>Goes to the end of the object or array that opened at this depth.</summary>
    public void Pass(int depth)
    {
        while (Next() && !(Depth == depth && Type is JsonTokenType.EndObject or JsonTokenType.EndArray))
        {
        }
    }

    private bool Step()
    {
        try
        {
            var reader = new Utf8JsonReader(_buffer.AsSpan(_at, _filled - _at), isFinalBlock: false, _state);
            var found = reader.Read();
            _at += (int)reader.BytesConsumed;
            _state = reader.CurrentState;
            if (found)
            {
                Type = reader.TokenType;
                Depth = reader.CurrentDepth;
                Name = Type == JsonTokenType.PropertyName && _held < 0 ? JsonFlat.Text(ref reader) : "";
            }

            return found;
        }
        catch (JsonException broken)
        {
            throw new SourceException(StreamState.HeldDrift,
                $"{file} is not sound JSON from line {broken.LineNumber + 1} on, byte {broken.BytePositionInLine}. Open it there and see; fetch it again, or ask the publisher for a sound one.", null, broken);
        }
    }

    private bool Fill()
    {
        if (_ended)
        {
            return false;
        }

        var keep = _held >= 0 ? _held : _at;
        if (keep > 0)
        {
            _buffer.AsSpan(keep, _filled - keep).CopyTo(_buffer);
            (_at, _filled, _held) = (_at - keep, _filled - keep, _held >= 0 ? 0 : -1);
        }

        if (_filled == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length < MostHeld ? _buffer.Length * 2 : throw SourceException.Cap("A record of the JSON", "16 MB"));
        }

        // At least three bytes, so that a byte-order mark is met whole.
        var free = _buffer.AsSpan(_filled);
        var count = utf8.ReadAtLeast(free, Math.Min(3, free.Length), throwOnEndOfStream: false);
        _filled += count;
        if (!_begun && _buffer.AsSpan(0, _filled) is [0xEF, 0xBB, 0xBF, ..])
        {
            _at = 3;
        }

        _begun = true;
        if (count == 0)
        {
            _ended = true;
            // White space after the last value is no token.
            while (_at < _filled && _buffer[_at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            {
                _at++;
            }
        }

        return count > 0;
    }
}
