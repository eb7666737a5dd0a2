using System.Text.Json;

namespace LicensingPipeline.Collect;

/// <summary>
/// What one page of an interface holds, found without keeping the page: how many records, and what stands beside them. Only what
/// decides whether another page is asked for is read here; the records are for Extract.
/// </summary>
/// <param name="Records">Objects in the list; null where there is no list.</param>
/// <param name="More">Whether the server says that it left records out.</param>
/// <param name="HasError">Whether the answer has an <c>error</c> at its top.</param>
internal sealed record JsonPage(long? Records, bool More, bool HasError)
{
    private const int BufferBytes = 256 * 1024;

    /// <summary>Reads a page.</summary>
    /// <param name="bytes">From their start.</param>
    /// <param name="list">The key of the list of records, or null where the page is the list.</param>
    /// <param name="where">The address, for the sentence.</param>
    /// <exception cref="SourceException">It is no sound JSON.</exception>
    public static JsonPage Read(Stream bytes, string? list, Uri where)
    {
        var walk = new Walk(list);
        var buffer = new byte[BufferBytes];
        var (filled, state, ended) = (0, new JsonReaderState(), false);
        try
        {
            while (!ended)
            {
                var read = bytes.Read(buffer, filled, buffer.Length - filled);
                filled += read;
                ended = read == 0;
                var consumed = walk.Take(buffer.AsSpan(0, filled), ended, ref state);
                filled -= consumed;
                buffer.AsSpan(consumed, filled).CopyTo(buffer);
                if (filled == buffer.Length)
                {
                    // One token fills the buffer: a long text, which a register has none of beyond the limit of a cell.
                    Array.Resize(ref buffer, buffer.Length < 64 * BufferBytes ? buffer.Length * 2 : throw SourceException.Cap("A text of the JSON", "16 MB"));
                }
            }
        }
        catch (JsonException broken)
        {
            throw new SourceException(StreamState.HeldDrift, $"{where} gave JSON that is cut off or damaged. Open it in a browser; the next night asks again.", null, broken);
        }

        return new JsonPage(walk.Records, walk.More, walk.HasError);
    }

    /// <summary>Where we stand in the page.</summary>
    private sealed class Walk(string? list)
    {
        private readonly int _listDepth = list is null ? 0 : 1;
        private string? _key;
        private bool _inList;

        public long? Records { get; private set; }

        public bool More { get; private set; }

        public bool HasError { get; private set; }

        /// <summary>Walks the tokens that are whole; gives how many bytes they took.</summary>
        public int Take(ReadOnlySpan<byte> bytes, bool isLast, ref JsonReaderState state)
        {
            var reader = new Utf8JsonReader(bytes, isLast, state);
            while (reader.Read())
            {
                See(ref reader);
            }

            state = reader.CurrentState;
            return (int)reader.BytesConsumed;
        }

        private void See(ref Utf8JsonReader reader)
        {
            var depth = reader.CurrentDepth;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName when depth == 1:
                    _key = reader.GetString();
                    HasError |= _key == "error";
                    break;
                case JsonTokenType.True when depth == 1:
                    More |= _key == "exceededTransferLimit";
                    break;
                case JsonTokenType.StartArray when depth == _listDepth && (list is null || _key == list):
                    (_inList, Records) = (true, Records ?? 0);
                    break;
                case JsonTokenType.EndArray when depth == _listDepth:
                    _inList = false;
                    break;
                case JsonTokenType.StartObject when _inList && depth == _listDepth + 1:
                    Records++;
                    break;
            }
        }
    }
}
