using System.Text.Json;

namespace LicensingPipeline.Extract;

/// <summary>
/// Finds the records of a JSON file, one at a time: the elements of the array at a path, or the object there. Without
/// a path that is the whole file, or each of its values where they follow one another (JSON lines).
/// </summary>
internal sealed class JsonRecords(JsonTokens tokens, IReadOnlyList<string> path, string file)
{
    private readonly SortedSet<string> _keysMet = new(StringComparer.Ordinal);
    private int _matched;
    private bool _inArray;
    private bool _found;
    private long _number;

    /// <summary>Goes to the next record. False at the end of the file.</summary>
    /// <param name="record">Its bytes until the next call; empty for a null, which is a blank record.</param>
    public bool Next(out ReadOnlySpan<byte> record)
    {
        tokens.Release();
        record = [];
        while (tokens.Next())
        {
            if (_inArray ? InArray() : Outside())
            {
                _number++;
                record = tokens.Type == JsonTokenType.Null ? [] : tokens.Held;
                return true;
            }
        }

        if (!_found)
        {
            throw SourceException.Drift(
                $"There is nothing at the path \"{string.Join('.', path)}\" in {file}. " +
                (_keysMet.Count == 0 ? "It holds no object at all." : $"The keys where it breaks off are {string.Join(", ", _keysMet.Take(20))}. Change read.path."));
        }

        return false;
    }

    private bool InArray()
    {
        switch (tokens.Type)
        {
            case JsonTokenType.EndArray:
                _inArray = false;
                return false;
            case JsonTokenType.Null:
                return true;
            case JsonTokenType.StartObject:
                tokens.Hold();
                return true;
            default:
                throw SourceException.Drift($"Item {_number + 1} of the array in {file} is no object with keys. Say with read.path where the array of records stands.");
        }
    }

    private bool Outside()
    {
        switch (tokens.Type)
        {
            case JsonTokenType.EndObject:
                Back();
                return false;
            case JsonTokenType.PropertyName:
                Match();
                return false;
            case JsonTokenType.StartObject when _matched == path.Count:
                _found = true;
                tokens.Hold();
                Back();
                return true;
            case JsonTokenType.StartArray when _matched == path.Count:
                _found = true;
                _inArray = true;
                Back();
                return false;
            case JsonTokenType.StartArray:
                tokens.Pass(tokens.Depth);
                Back();
                return false;
            case JsonTokenType.StartObject:
                return false;
            default:
                return Bare();
        }
    }

    private bool Bare()
    {
        if (tokens.Depth == 0 || _matched == path.Count)
        {
            throw SourceException.Drift($"{file} holds a bare value where an object or an array of objects is expected. Say with read.path where the records stand.");
        }

        Back();
        return false;
    }

    /// <summary>The value of a key is behind us: what the keys beside it may match is the segment that it matched.</summary>
    private void Back() => _matched = Math.Min(_matched, Math.Max(0, tokens.Depth - 1));

    private void Match()
    {
        // Inside as many objects as path segments matched, and one more for the file's own.
        if (tokens.Depth == _matched + 1 && _matched < path.Count && tokens.Name == path[_matched])
        {
            _matched++;
            return;
        }

        if (tokens.Depth == _matched + 1 && _keysMet.Count < 1_000)
        {
            _keysMet.Add(tokens.Name.Length <= 100 ? tokens.Name : tokens.Name[..100]);
        }

        // The value of a key that is not on the path.
        if (tokens.Next() && tokens.Type is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            tokens.Pass(tokens.Depth);
        }
    }
}
